#pragma once

#include <set>
#include <string>
#include <vector>

#include "plan/budget_rule.h"
#include "plan/gains.h"
#include "plan/portfolio.h"

namespace umikoe::plan {

// How much each aim counts. Listeners and yen are in their own units, breadth is per artist with at
// least one action.
struct Aim {
  double listeners = 1;
  double yen = 0;
  double artists = 0;
};

struct PlanWishes {
  std::set<std::string> pinned;     // ids that must be in
  std::set<std::string> forbidden;  // ids that must stay out
};

// Everything a portfolio is chosen from, as numbers.
struct PlanInputs {
  const std::vector<Opportunity>& opportunities;
  const std::vector<Slot>& slots;
  const std::vector<int64_t>& costs;
  const GainTable& gains;
  const std::vector<PairGain>& pairs;
  const RuleBook& book;
  int64_t budget_jpy = 0;
  const std::vector<BudgetRule>& rules;
  const PlanWishes& wishes;
};

// With `caution` above 0 every scenario goes in, else their mean. Actions that cannot act within
// the horizon any more, or whose gain in what is aimed at is nothing and that nothing else needs,
// are kept but can only cost; the solver leaves them out.
PortfolioProblem portfolio_problem(const PlanInputs& inputs, const Aim& aim, double caution);

// Sets of actions of which at most one makes sense: those that stand in the rules as instead of
// each other, for the same artist and territory.
std::vector<std::vector<size_t>> alternatives(const std::vector<Opportunity>& opportunities,
                                              const RuleBook& book);

}  // namespace umikoe::plan
