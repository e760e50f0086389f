#include "plan/mixed_model.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "plan/random_plan_test.h"
#include "plan/tail_mean.h"

namespace umikoe::plan {
namespace {

double activity(const MixedRow& row, const std::vector<double>& values) {
  double sum = 0;
  for (const MixedTerm& term : row.terms) sum += term.amount * values[term.column];
  return sum;
}

bool keeps(const MixedModel& model, const std::vector<double>& values) {
  for (size_t k = 0; k < values.size(); ++k) {
    const MixedColumn& column = model.columns[k];
    if (values[k] < column.lower || values[k] > column.upper) return false;
  }
  return std::ranges::all_of(model.rows, [&](const MixedRow& row) {
    const double sum = activity(row, values);
    return sum >= row.lower - 1e-9 && sum <= row.upper + 1e-9;
  });
}

// The values of all columns that go with a set of choices and gain most.
std::vector<double> completed(const PortfolioProblem& problem, const MixedModel& model,
                              const std::vector<bool>& chosen) {
  std::vector<double> values(chosen.begin(), chosen.end());
  for (const Synergy& pair : problem.synergies) {
    values.push_back(chosen[pair.first] && chosen[pair.second]);
  }
  for (const Coverage& one : problem.coverage) {
    values.push_back(std::ranges::any_of(one.members, [&](size_t i) { return chosen[i]; }));
  }
  if (values.size() == model.columns.size()) return values;
  const size_t level = values.size();
  values.resize(model.columns.size());
  std::vector<double> totals;
  const size_t first = model.rows.size() - problem.scenarios;
  for (size_t s = 0; s < problem.scenarios; ++s) {
    totals.push_back(activity(model.rows[first + s], values));
  }
  std::vector<double> sorted = totals;
  std::ranges::sort(sorted);
  values[level] = sorted[problem.scenarios / 10];
  for (size_t s = 0; s < totals.size(); ++s) {
    values[level + 1 + s] = std::max(0.0, values[level] - totals[s]);
  }
  return values;
}

RC_GTEST_PROP(MixedModel, SaysWhatTheProblemSays, (uint64_t seed)) {
  const PortfolioProblem problem = random_plan(seed);
  const MixedModel model = mixed_model_of(problem);
  std::vector<bool> chosen(problem.choices.size());
  for (uint64_t set = 0; set < uint64_t{1} << chosen.size(); ++set) {
    for (size_t i = 0; i < chosen.size(); ++i) chosen[i] = (set >> i & 1) != 0;
    const auto values = completed(problem, model, chosen);
    const bool kept = check_portfolio(problem, chosen).has_value();
    RC_ASSERT(keeps(model, values) == kept);
    double objective = 0;
    for (size_t k = 0; k < values.size(); ++k) objective += model.columns[k].gain * values[k];
    RC_ASSERT(std::abs(objective - objective_of(problem, chosen)) < 1e-9);
    RC_ASSERT(chosen_in({.values = values}, chosen.size()) == chosen);
  }
}

}  // namespace
}  // namespace umikoe::plan
