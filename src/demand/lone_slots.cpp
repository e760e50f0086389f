#include "demand/lone_slots.h"

#include <algorithm>

#include "catalogue/linkage/identity_key.h"

namespace umikoe::demand {
namespace {

constexpr int32_t days_behind = 30;
constexpr int32_t days_ahead = 365;

bool is_slot(const Appearance& row) {
  return row.kind == AppearanceKind::festival || row.kind == AppearanceKind::convention;
}

bool within_reach(TerritoryCode a, TerritoryCode b) {
  if (a == b || a.subregion() == b.subregion()) return true;
  return a.region() == "Europe" && b.region() == "Europe";
}

// Days between two stays; 0 where they meet.
int32_t days_between(const Appearance& a, const Appearance& b) {
  return std::max({0, b.start.days - a.end.days, a.start.days - b.end.days});
}

bool same_event(const Appearance& a, const Appearance& b) {
  return a.territory == b.territory && catalogue::name_key(a.event) == catalogue::name_key(b.event);
}

// Another date of the same journey, or another day of the same event. Days are compared first:
// folding names is what costs.
bool near(const Appearance& slot, const Appearance& other) {
  return days_between(slot, other) <= journey_days &&
         within_reach(slot.territory, other.territory) && same_artist(slot.artist, other.artist);
}

bool is_alone(const Appearance& slot, std::span<const Appearance> standing) {
  return std::ranges::none_of(standing, [&](const Appearance& other) {
    return near(slot, other) && !same_event(slot, other);
  });
}

}  // namespace

std::vector<LoneSlot> lone_slots(std::span<const Appearance> on_file, TerritoryCode home,
                                 Date today) {
  const auto standing = standing_appearances(on_file);
  std::vector<LoneSlot> out;
  for (const Appearance& slot : standing) {
    if (!is_slot(slot) || slot.territory == home) continue;
    if (slot.end < today.plus(-days_behind) || slot.start > today.plus(days_ahead)) continue;
    if (!is_alone(slot, standing)) continue;
    // The days of one event are one slot.
    const auto before = std::ranges::find_if(out, [&](const LoneSlot& lone) {
      return near(lone.slot, slot) && same_event(lone.slot, slot);
    });
    if (before == out.end()) {
      out.push_back({slot, slot.end < today});
    } else {
      before->slot.end = std::max(before->slot.end, slot.end);
      before->over = before->slot.end < today;
    }
  }
  return out;
}

}  // namespace umikoe::demand
