#pragma once

#include <vector>

#include "base/result.h"
#include "plan/choice_rows.h"
#include "plan/portfolio.h"

namespace umikoe::plan {

// What needs no search: choices that must be in or cannot be.
struct Decided {
  std::vector<bool> in;
  std::vector<bool> out;
  std::vector<double> limits;  // of the rows, less the amounts of those in
};

// Error plan_impossible.
Result<Decided> decided(const PortfolioProblem& problem, const std::vector<RuleRow>& rows);

}  // namespace umikoe::plan
