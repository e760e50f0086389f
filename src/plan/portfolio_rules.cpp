#include <algorithm>
#include <cmath>
#include <string>

#include "plan/portfolio.h"
#include "plan/tail_mean.h"

namespace umikoe::plan {
namespace {

using Chosen = std::vector<bool>;

bool any_of(const std::vector<size_t>& members, const Chosen& chosen) {
  return std::ranges::any_of(members, [&](size_t i) { return chosen[i]; });
}

Result<void> check_wishes_and_needs(const PortfolioProblem& problem, const Chosen& chosen) {
  for (size_t i = 0; i < problem.choices.size(); ++i) {
    const Choice& choice = problem.choices[i];
    if (choice.wish != Wish::free && chosen[i] != (choice.wish == Wish::in)) {
      return fail("wish_missed", {{"choice", std::to_string(i)}});
    }
    if (!chosen[i]) continue;
    if (!std::ranges::all_of(choice.needs, [&](size_t need) { return chosen[need]; })) {
      return fail("needs_missing", {{"choice", std::to_string(i)}});
    }
  }
  return {};
}

Result<void> check_alternatives(const PortfolioProblem& problem, const Chosen& chosen) {
  for (const auto& set : problem.either_or) {
    size_t first = problem.choices.size();
    for (const size_t i : set) {
      if (!chosen[i]) continue;
      if (first < problem.choices.size() && i != first) {
        return fail("either_or_twice", {{"choice", std::to_string(i)}});
      }
      first = i;
    }
  }
  return {};
}

Result<void> check_budgets(const PortfolioProblem& problem, const Chosen& chosen) {
  std::vector<int64_t> spent(problem.budgets.size());
  for (size_t i = 0; i < problem.choices.size(); ++i) {
    if (!chosen[i]) continue;
    for (const size_t row : problem.choices[i].rows) spent[row] += problem.choices[i].cost_jpy;
  }
  for (size_t row = 0; row < spent.size(); ++row) {
    const BudgetRow& budget = problem.budgets[row];
    if (spent[row] > budget.limit_jpy) return fail("budget_exceeded", {{"name", budget.name}});
  }
  return {};
}

Result<void> check_least_shares(const PortfolioProblem& problem, const Chosen& chosen) {
  constexpr double rounding_jpy = 0.01;
  int64_t total = 0;
  for (size_t i = 0; i < problem.choices.size(); ++i) {
    if (chosen[i]) total += problem.choices[i].cost_jpy;
  }
  for (const LeastShare& rule : problem.least_shares) {
    int64_t members = 0;
    for (const size_t i : rule.members) {
      if (chosen[i]) members += problem.choices[i].cost_jpy;
    }
    if (static_cast<double>(members) + rounding_jpy < rule.share * static_cast<double>(total)) {
      return fail("least_share_missed", {{"name", rule.name}});
    }
  }
  return {};
}

}  // namespace

double gap_to_bound(const Portfolio& portfolio) {
  const double gap = portfolio.bound - portfolio.objective;
  return gap == 0 ? 0 : gap / std::abs(portfolio.objective);
}

double objective_of(const PortfolioProblem& problem, const std::vector<bool>& chosen) {
  std::vector<double> totals(problem.scenarios);
  const auto add = [&](const std::vector<double>& gain) {
    for (size_t s = 0; s < totals.size(); ++s) totals[s] += gain[s];
  };
  for (size_t i = 0; i < problem.choices.size(); ++i) {
    if (chosen[i]) add(problem.choices[i].gain);
  }
  for (const Synergy& pair : problem.synergies) {
    if (chosen[pair.first] && chosen[pair.second]) add(pair.gain);
  }
  double coverage = 0;
  for (const Coverage& one : problem.coverage) {
    if (any_of(one.members, chosen)) coverage += one.gain;
  }
  return cautious_mean(totals, problem.caution) + coverage;
}

Result<void> check_portfolio(const PortfolioProblem& problem, const std::vector<bool>& chosen) {
  UMIKOE_TRY(check_budgets(problem, chosen));
  UMIKOE_TRY(check_wishes_and_needs(problem, chosen));
  UMIKOE_TRY(check_alternatives(problem, chosen));
  return check_least_shares(problem, chosen);
}

}  // namespace umikoe::plan
