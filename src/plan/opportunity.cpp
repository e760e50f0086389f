#include "plan/opportunity.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace umikoe::plan {

int64_t cost_of(const Opportunity& opportunity, const ActionRule& rule) {
  const double languages = opportunity.language.empty() ? 0 : 1;
  const double sum =
      rule.figure(RuleFigure::cost_fixed) +
      rule.figure(RuleFigure::cost_per_item) * static_cast<double>(opportunity.items) +
      rule.figure(RuleFigure::cost_per_minute) * opportunity.minutes +
      rule.figure(RuleFigure::cost_per_language) * languages;
  return std::llround(sum);
}

std::vector<std::vector<size_t>> needs_of(const std::vector<Opportunity>& opportunities) {
  std::map<std::string_view, size_t> places;
  for (size_t i = 0; i < opportunities.size(); ++i) places.emplace(opportunities[i].id, i);
  std::vector<std::vector<size_t>> out(opportunities.size());
  for (size_t i = 0; i < opportunities.size(); ++i) {
    for (const std::string& need : opportunities[i].needs) {
      const auto found = places.find(need);
      if (found != places.end()) out[i].push_back(found->second);
    }
  }
  return out;
}

std::vector<Slot> schedule(const std::vector<Opportunity>& opportunities, const RuleBook& book,
                           Date today, Date horizon_end) {
  const auto needs = needs_of(opportunities);
  std::vector<Slot> out(opportunities.size());
  for (size_t i = 0; i < opportunities.size(); ++i) {
    const ActionRule& rule = book.of(opportunities[i].kind);
    const auto lead = static_cast<int32_t>(rule.figure(RuleFigure::lead_days));
    const auto lasts = static_cast<int32_t>(rule.figure(RuleFigure::lasts_days));
    Slot& slot = out[i];
    slot.starts = today;
    for (const size_t need : needs[i]) {
      UMIKOE_ASSERT(need < i);
      slot.starts = std::max(slot.starts, out[need].acts_from);
    }
    slot.acts_from = slot.starts.plus(lead);
    slot.acts_until = lasts == 0 ? horizon_end : std::min(horizon_end, slot.acts_from.plus(lasts));
    slot.acts_until = std::max(slot.acts_until, slot.acts_from);
    slot.deadline = horizon_end.plus(-28 - lead);
    const auto& latest = opportunities[i].latest;
    if (latest) slot.deadline = std::min(slot.deadline, *latest);
  }
  return out;
}

}  // namespace umikoe::plan
