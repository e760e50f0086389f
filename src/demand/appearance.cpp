#include "demand/appearance.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "catalogue/linkage/identity_key.h"

namespace umikoe::demand {

std::string_view word(AppearanceKind kind) {
  static constexpr std::array<std::string_view, 7> words = {
      "festival", "convention", "showcase", "support", "tour", "headline", "other"};
  const auto place = static_cast<size_t>(kind);
  return place < words.size() ? words[place] : words.back();
}

bool same_artist(const catalogue::Party& a, const catalogue::Party& b) {
  if (catalogue::same_party(a, b)) return true;
  if (!a.isni.empty() && !b.isni.empty()) return false;
  return catalogue::name_key(a.name) == catalogue::name_key(b.name);
}

std::vector<Appearance> standing_appearances(std::span<const Appearance> on_file) {
  // Rows of one list spell an artist alike; those of two lists may not, so they are compared.
  using Slot = std::tuple<std::string, TerritoryCode, Date>;
  std::map<Slot, std::vector<const Appearance*>> slots;
  for (const Appearance& row : on_file) {
    auto& rows = slots[{catalogue::name_key(row.event), row.territory, row.start}];
    const auto before = std::ranges::find_if(
        rows, [&](const Appearance* other) { return same_artist(other->artist, row.artist); });
    if (before == rows.end()) {
      rows.push_back(&row);
    } else {
      *before = &row;
    }
  }
  std::vector<Appearance> out;
  for (const auto& [slot, rows] : slots) {
    for (const Appearance* row : rows) {
      if (!row->cancelled) out.push_back(*row);
    }
  }
  std::ranges::stable_sort(out, {}, [](const Appearance& a) {
    return std::tie(a.start, a.end, a.artist.name, a.event);
  });
  return out;
}

}  // namespace umikoe::demand
