#include "plan/budget_rule.h"

#include <algorithm>

namespace umikoe::plan {
namespace {

template <class Value>
bool allows(const std::vector<Value>& list, const Value& value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

}  // namespace

bool matches(const BudgetRule& rule, const Opportunity& opportunity, const Slot& slot) {
  if (rule.from && slot.starts < *rule.from) return false;
  if (rule.to && *rule.to < slot.starts) return false;
  const bool here = rule.territories.empty() ||
                    (opportunity.territory && allows(rule.territories, *opportunity.territory));
  return here && allows(rule.kinds, opportunity.kind) && allows(rule.artists, opportunity.artist) &&
         allows(rule.labels, opportunity.label);
}

}  // namespace umikoe::plan
