#include "demand/alarms.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace umikoe::demand {
namespace {

constexpr double least_plays = 1000;
constexpr double share_below = 0.9;

constexpr std::array<std::string_view, 3> words = {"first_seen", "rising", "follow_through"};

bool truly_first(const Abroad& cell) {
  return cell.first_charted && cell.chart_since &&
         cell.first_charted->days - cell.chart_since->days >= first_sight_days;
}

bool is_comparable(const Abroad& cell) { return cell.before > 0 && cell.latest >= least_plays; }

std::optional<double> usual_growth(std::span<const Abroad> cells) {
  std::vector<double> growths;
  for (const Abroad& cell : cells) {
    if (is_comparable(cell)) growths.push_back(cell.latest / cell.before);
  }
  if (std::ssize(growths) < peers_min) return std::nullopt;
  std::ranges::sort(growths);
  return growths[static_cast<size_t>(share_below * static_cast<double>(growths.size() - 1))];
}

}  // namespace

std::string_view word(AlarmKind kind) { return words[static_cast<size_t>(kind)]; }

int64_t comparable_cells(std::span<const Abroad> cells) {
  return std::ranges::count_if(cells, is_comparable);
}

std::vector<Alarm> alarms(std::span<const Abroad> cells, Date today) {
  const auto usual = usual_growth(cells);
  std::vector<Alarm> out;
  for (const Abroad& cell : cells) {
    const auto add = [&](AlarmKind kind) -> Alarm& {
      out.push_back({.kind = kind,
                     .isrc = cell.isrc,
                     .territory = cell.territory,
                     .since = std::nullopt,
                     .growth = std::nullopt,
                     .usual = std::nullopt});
      return out.back();
    };
    if (truly_first(cell) && *cell.first_charted <= today) {
      const int32_t ago = today.days - cell.first_charted->days;
      const bool acted = cell.last_action && *cell.last_action > *cell.first_charted;
      if (ago < first_sight_days) add(AlarmKind::first_seen).since = cell.first_charted;
      if (ago >= patience_days && ago <= memory_days && !acted) {
        add(AlarmKind::follow_through).since = cell.first_charted;
      }
    }
    if (usual && is_comparable(cell) && cell.latest / cell.before > *usual) {
      Alarm& alarm = add(AlarmKind::rising);
      alarm.growth = cell.latest / cell.before;
      alarm.usual = usual;
    }
  }
  std::ranges::stable_sort(out, [](const Alarm& a, const Alarm& b) {
    const auto rank = [](const Alarm& alarm) {
      return std::tuple(alarm.kind, -alarm.growth.value_or(0),
                        alarm.since ? -alarm.since->days : 0);
    };
    return rank(a) < rank(b);
  });
  return out;
}

}  // namespace umikoe::demand
