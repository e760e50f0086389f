#include "plan/selection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "plan/random_plan_test.h"

namespace umikoe::plan {
namespace {

std::vector<bool> in_the_problem(const FreeChoices& free, const Selection& selection) {
  std::vector<bool> chosen = free.pinned;
  for (const Place i : selection.chosen()) chosen[free.original[i]] = true;
  return chosen;
}

// Budgets, least shares and alternatives, whatever is needed or wished.
bool keeps_rows(PortfolioProblem problem, const std::vector<bool>& chosen) {
  for (Choice& choice : problem.choices) {
    choice.needs.clear();
    choice.wish = Wish::free;
  }
  return check_portfolio(problem, chosen).has_value();
}

RC_GTEST_PROP(Selection, KnowsItsObjectiveAndRowsAfterAnyChanges, (uint64_t seed)) {
  const PortfolioProblem problem = random_plan(seed);
  const auto free = free_choices(problem);
  if (!free || free->size() == 0) return;
  Selection selection(*free);
  Rng rng(seed);
  for (int change = 0; change < 40; ++change) {
    const auto choice = static_cast<Place>(rng.below(free->size()));
    if (rng.below(8) == 0) {
      selection.roll_back(rng.below(selection.mark() + 1));
    } else if (selection.has(choice)) {
      selection.remove(choice);
    } else {
      const double before = selection.value();
      const double added = selection.added(choice);
      selection.add(choice);
      RC_ASSERT(std::abs(selection.value() - before - added) < 1e-9);
    }
    const auto chosen = in_the_problem(*free, selection);
    RC_ASSERT(std::abs(selection.objective() - objective_of(problem, chosen)) < 1e-9);
    RC_ASSERT(selection.keeps_all_rows() == keeps_rows(problem, chosen));
  }
}

TEST(Selection, GoesBackToTheMark) {
  PortfolioProblem problem;
  problem.budgets = {{"fund", 10}};
  for (const int64_t cost : {3, 4}) {
    problem.choices.push_back({.cost_jpy = cost, .rows = {0}, .needs = {}, .gain = {2}});
  }
  const auto free = free_choices(problem);
  ASSERT_TRUE(free);
  Selection selection(*free);
  selection.add(0);
  const size_t mark = selection.mark();
  const double before = selection.objective();
  selection.add(1);
  selection.remove(0);
  selection.roll_back(mark);
  EXPECT_TRUE(selection.has(0));
  EXPECT_FALSE(selection.has(1));
  EXPECT_NEAR(selection.objective(), before, 1e-9);
}

}  // namespace
}  // namespace umikoe::plan
