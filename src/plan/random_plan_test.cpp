#include "plan/random_plan_test.h"

#include <algorithm>

#include "base/rng.h"

namespace umikoe::plan {
namespace {

std::vector<double> random_gain(Rng& rng, size_t scenarios, double mean, double spread) {
  std::vector<double> gain;
  for (size_t s = 0; s < scenarios; ++s) gain.push_back(mean + spread * rng.normal());
  return gain;
}

std::vector<size_t> random_members(Rng& rng, size_t count, double share) {
  std::vector<size_t> members;
  for (size_t i = 0; i < count; ++i) {
    if (rng.uniform() < share) members.push_back(i);
  }
  return members;
}

Choice random_choice(Rng& rng, size_t number, const PortfolioProblem& problem) {
  Choice choice;
  choice.cost_jpy = rng.below(8) == 0 ? 0 : static_cast<int64_t>(1 + rng.below(50));
  for (size_t row = 0; row < problem.budgets.size(); ++row) {
    if (row == 0 || rng.below(2) == 0) choice.rows.push_back(row);
  }
  for (size_t other = 0; other < number; ++other) {
    if (rng.below(2 * number) == 0) choice.needs.push_back(other);
  }
  choice.gain = random_gain(rng, problem.scenarios, 20 * rng.uniform() - 3, 5);
  const uint64_t wish = rng.below(20);
  choice.wish = wish == 0 ? Wish::in : wish == 1 ? Wish::out : Wish::free;
  return choice;
}

void add_rules(Rng& rng, PortfolioProblem& problem) {
  const size_t count = problem.choices.size();
  for (uint64_t k = rng.below(count); k > 0 && count > 1; --k) {
    const size_t first = rng.below(count);
    const size_t second = (first + 1 + rng.below(count - 1)) % count;
    auto gain = random_gain(rng, problem.scenarios, 4, 3);
    for (double& one : gain) one = std::max(0.0, one);
    problem.synergies.push_back({first, second, gain});
  }
  for (uint64_t k = rng.below(3); k > 0; --k) {
    problem.either_or.push_back(random_members(rng, count, 0.3));
  }
  for (uint64_t k = rng.below(3); k > 0; --k) {
    // In twentieths, so that whole yen never come closer to a share than a rounding.
    const double share = 0.05 * static_cast<double>(rng.below(13));
    problem.least_shares.push_back({"share", share, random_members(rng, count, 0.4)});
  }
  for (uint64_t k = rng.below(4); k > 0; --k) {
    problem.coverage.push_back({8 * rng.uniform(), random_members(rng, count, 0.3)});
  }
}

}  // namespace

PortfolioProblem random_plan(uint64_t seed) {
  Rng rng(seed);
  PortfolioProblem problem;
  problem.scenarios = rng.below(2) == 0 ? 1 : 1 + rng.below(25);
  problem.caution = rng.below(2) == 0 ? 0 : rng.uniform();
  const size_t count = 2 + rng.below(11);
  for (uint64_t row = 1 + rng.below(3); row > 0; --row) problem.budgets.push_back({"budget", 0});
  int64_t total = 0;
  for (size_t i = 0; i < count; ++i) {
    problem.choices.push_back(random_choice(rng, i, problem));
    total += problem.choices.back().cost_jpy;
  }
  for (BudgetRow& budget : problem.budgets) {
    budget.limit_jpy =
        static_cast<int64_t>((0.1 + 0.6 * rng.uniform()) * static_cast<double>(total));
  }
  add_rules(rng, problem);
  return problem;
}

std::optional<double> best_of_all_sets(const PortfolioProblem& problem) {
  const size_t count = problem.choices.size();
  std::optional<double> best;
  std::vector<bool> chosen(count);
  for (uint64_t set = 0; set < uint64_t{1} << count; ++set) {
    for (size_t i = 0; i < count; ++i) chosen[i] = (set >> i & 1) != 0;
    if (!check_portfolio(problem, chosen)) continue;
    const double objective = objective_of(problem, chosen);
    if (!best || objective > *best) best = objective;
  }
  return best;
}

}  // namespace umikoe::plan
