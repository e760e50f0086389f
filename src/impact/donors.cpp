#include "impact/donors.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace umikoe::impact {
namespace {

constexpr std::array words = {"excluded", "touched", "unknown_cells", "mostly_below", "flat"};

std::optional<NoDonor> bad_history(const Panel& panel, size_t unit) {
  size_t below = 0;
  bool moves = false;
  for (size_t time = 0; time < panel.times.size(); ++time) {
    const Observation& cell = panel.at(unit, time);
    if (cell.seen == Seen::nothing) return NoDonor::unknown_cells;
    if (cell.seen == Seen::below) ++below;
    moves = moves || cell != panel.at(unit, 0);
  }
  if (static_cast<double>(below) > most_below * static_cast<double>(panel.times.size())) {
    return NoDonor::mostly_below;
  }
  return moves ? std::nullopt : std::optional(NoDonor::flat);
}

}  // namespace

std::string_view word(NoDonor reason) { return words[static_cast<size_t>(reason)]; }

Donors choose_donors(const Panel& panel, const std::vector<std::string>& excluded) {
  std::set<std::string_view> touched;
  for (size_t unit = 0; unit < panel.units.size(); ++unit) {
    if (panel.is_treated(unit) && !panel.groups.empty() && !panel.groups[unit].empty()) {
      touched.insert(panel.groups[unit]);
    }
  }
  Donors out;
  for (size_t unit = 0; unit < panel.units.size(); ++unit) {
    if (panel.is_treated(unit)) continue;
    std::optional<NoDonor> reason = bad_history(panel, unit);
    if (!panel.groups.empty() && touched.contains(panel.groups[unit])) reason = NoDonor::touched;
    if (std::ranges::find(excluded, panel.units[unit]) != excluded.end()) {
      reason = NoDonor::excluded;
    }
    if (reason)
      out.dropped.emplace_back(unit, *reason);
    else
      out.units.push_back(unit);
  }
  return out;
}

std::optional<NoDonor> unfit_as_treated(const Panel& panel, size_t unit) {
  return bad_history(panel, unit);
}

}  // namespace umikoe::impact
