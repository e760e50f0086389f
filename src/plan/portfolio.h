#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

// Choosing actions under budgets: a binary programme whose size is thousands of actions and tens of
// rows. Numbers only; what an action is and where its figures come from is said by actions.h.
namespace umikoe::plan {

// What spending may not exceed: a fund in a period, a territory, an artist.
struct BudgetRow {
  std::string name;  // for people
  int64_t limit_jpy = 0;
};

enum class Wish : uint8_t { free, in, out };

struct Choice {
  int64_t cost_jpy = 0;       // at least 0; counts in full in each of its rows
  std::vector<size_t> rows;   // places in `budgets`, in order
  std::vector<size_t> needs;  // choices without which this one is not possible; no circles
  std::vector<double> gain;   // one for each scenario, any sign
  Wish wish = Wish::free;     // pinned or already promised; forbidden
};

// What two choices gain together beyond what each gains alone.
struct Synergy {
  size_t first = 0;
  size_t second = 0;
  std::vector<double> gain;  // one for each scenario, at least 0
};

// At least this share of all the money spent goes to the members (small labels, new artists).
struct LeastShare {
  std::string name;
  double share = 0;  // from 0 to 1
  std::vector<size_t> members;
};

// Worth `gain` once, as soon as any member is chosen: breadth of the roster.
struct Coverage {
  double gain = 0;  // at least 0
  std::vector<size_t> members;
};

struct PortfolioProblem {
  std::vector<BudgetRow> budgets;
  std::vector<Choice> choices;
  std::vector<Synergy> synergies;
  std::vector<std::vector<size_t>> either_or;  // at most one of each set
  std::vector<LeastShare> least_shares;
  std::vector<Coverage> coverage;
  size_t scenarios = 1;  // equally likely
  // The objective is (1 - caution) × mean + caution × the mean of the worst tenth of scenarios
  // (conditional value at risk at 0.9, Rockafellar and Uryasev 2000), coverage added to it.
  double caution = 0;
};

// How long to look. Work is counted, so that the same allowance gives the same answer on every
// machine; the clock of the caller only stops early. A step is one look at one choice: what it is
// worth in a round of the multipliers, or what it would add to a set.
struct WorkAllowance {
  uint64_t steps = 0;
  std::function<bool()> out_of_time = {};  // empty: never
};

// What answers within a second at 2,000 choices and within ten at 20,000.
WorkAllowance usual_work(size_t choices);

struct Portfolio {
  std::vector<bool> chosen;
  double objective = 0;
  double bound = 0;            // no choice of actions can have more
  uint64_t steps_used = 0;     // one round over all choices more than allowed where that is too few
  bool stopped_early = false;  // by the caller's clock: the answer may differ next time
};

// (bound - objective) / |objective|; 0 where both are 0.
double gap_to_bound(const Portfolio& portfolio);

// The objective of a set of choices, whatever rows it breaks.
double objective_of(const PortfolioProblem& problem, const std::vector<bool>& chosen);

// The first rule that the set breaks, as an error: budget_exceeded {name}, needs_missing,
// either_or_twice, least_share_missed {name}, wish_missed. Less than a hundredth of a yen does not
// break a least share.
Result<void> check_portfolio(const PortfolioProblem& problem, const std::vector<bool>& chosen);

// A good set and a bound that holds for every set: Lagrangian relaxation for the bound, greedy
// choice by multipliers and seeded large neighbourhood search for the set. Always ends with a set
// that keeps every rule. Error plan_impossible {name, choice} where the pinned choices alone break
// one: the name of the budget or least share, else `needs` or `either_or`; the choice is the pinned
// one whose need is forbidden or whose alternative is pinned too, else empty. A least share that
// the pinned choices miss is met with further members where some are found that fit.
Result<Portfolio> choose(const PortfolioProblem& problem, const WorkAllowance& allowance,
                         uint64_t seed);

}  // namespace umikoe::plan
