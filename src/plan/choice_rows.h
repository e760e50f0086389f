#pragma once

#include <string>
#include <vector>

#include "plan/lists.h"
#include "plan/portfolio.h"

namespace umikoe::plan {

struct RowAmount {
  size_t choice;
  double amount;
};

// One rule as the sum of amounts of the chosen that may not exceed a limit.
struct RuleRow {
  std::string name;
  double limit = 0;
  std::vector<RowAmount> amounts;  // in order of choices, none of them 0
};

// Budgets, then least shares, then sets of alternatives (called either_or).
std::vector<RuleRow> rule_rows(const PortfolioProblem& problem);

}  // namespace umikoe::plan
