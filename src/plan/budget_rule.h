#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "plan/opportunity.h"

namespace umikoe::plan {

enum class BudgetRuleKind : uint8_t {
  at_most,     // spending of the actions it is about
  least_share  // of all money spent goes to them
};

// One row of a table of budgets. Empty lists narrow nothing; an action matches when it begins
// within the days and its kind, territory, artist and label stand in the lists there are.
struct BudgetRule {
  std::string name;
  BudgetRuleKind kind = BudgetRuleKind::at_most;
  int64_t amount_jpy = 0;
  double share = 0;
  std::optional<Date> from = {};
  std::optional<Date> to = {};  // the last day
  std::vector<ActionKind> kinds = {};
  std::vector<TerritoryCode> territories = {};
  std::vector<std::string> artists = {};
  std::vector<std::string> labels = {};
};

bool matches(const BudgetRule& rule, const Opportunity& opportunity, const Slot& slot);

}  // namespace umikoe::plan
