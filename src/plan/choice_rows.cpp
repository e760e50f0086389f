#include "plan/choice_rows.h"

#include <algorithm>

namespace umikoe::plan {
namespace {

std::vector<size_t> distinct(std::vector<size_t> members) {
  std::ranges::sort(members);
  const auto [first, last] = std::ranges::unique(members);
  members.erase(first, last);
  return members;
}

// share × everything spent − what is spent on members ≤ 0
RuleRow row_of(const LeastShare& rule, const std::vector<Choice>& choices) {
  RuleRow row{rule.name, 0, {}};
  std::vector<bool> is_member(choices.size());
  for (const size_t i : rule.members) is_member[i] = true;
  for (size_t i = 0; i < choices.size(); ++i) {
    const double part = rule.share - (is_member[i] ? 1 : 0);
    const double amount = part * static_cast<double>(choices[i].cost_jpy);
    if (amount != 0) row.amounts.push_back({i, amount});
  }
  return row;
}

}  // namespace

std::vector<RuleRow> rule_rows(const PortfolioProblem& problem) {
  std::vector<RuleRow> rows;
  for (const BudgetRow& budget : problem.budgets) {
    rows.push_back({budget.name, static_cast<double>(budget.limit_jpy), {}});
  }
  for (size_t i = 0; i < problem.choices.size(); ++i) {
    const Choice& choice = problem.choices[i];
    if (choice.cost_jpy == 0) continue;
    for (const size_t row : choice.rows) {
      rows[row].amounts.push_back({i, static_cast<double>(choice.cost_jpy)});
    }
  }
  for (const LeastShare& rule : problem.least_shares) rows.push_back(row_of(rule, problem.choices));
  for (const auto& set : problem.either_or) {
    RuleRow row{"either_or", 1, {}};
    for (const size_t i : distinct(set)) row.amounts.push_back({i, 1});
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace umikoe::plan
