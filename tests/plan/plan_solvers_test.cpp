#include <gtest/gtest.h>

#include <cmath>

#include "engines/cbc_solver.h"
#include "plan/mixed_model.h"
#include "plan/random_plan_test.h"
#include "plan_world.h"

namespace umikoe::plan {
namespace {

TEST(PlanSolvers, CbcFindsTheBestOfAllSets) {
  const auto cbc = engines::open_cbc();
  int compared = 0;
  for (uint64_t seed = 0; seed < 60; ++seed) {
    const PortfolioProblem problem = random_plan(seed);
    const auto best = best_of_all_sets(problem);
    const auto answer = cbc->solve(mixed_model_of(problem), 20);
    ASSERT_EQ(answer.has_value(), best.has_value()) << seed;
    if (!answer) {
      EXPECT_EQ(answer.error().code, "solver_found_no_way");
      continue;
    }
    const auto chosen = chosen_in(*answer, problem.choices.size());
    EXPECT_TRUE(check_portfolio(problem, chosen)) << seed;
    EXPECT_NEAR(objective_of(problem, chosen), *best, 1e-4) << seed;
    EXPECT_NEAR(answer->objective, *best, 1e-4) << seed;
    EXPECT_TRUE(answer->proven) << seed;
    ++compared;
  }
  EXPECT_GT(compared, 40);
}

TEST(PlanSolvers, OursIsWithinAPerCentOfCbc) {
  const auto cbc = engines::open_cbc();
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    bench::PlanShape shape = bench::drawn_shape(seed);
    shape.territories = 5;
    shape.acts = 6;
    if (seed % 3 == 0) {
      shape.scenarios = 20;
      shape.caution = 0.3;
    }
    const PortfolioProblem problem = bench::make_plan(shape, seed);
    const auto ours = choose(problem, usual_work(problem.choices.size()), seed);
    const auto theirs = cbc->solve(mixed_model_of(problem), 30);
    ASSERT_TRUE(ours && theirs) << seed;
    EXPECT_TRUE(check_portfolio(problem, ours->chosen)) << seed;
    const auto chosen = chosen_in(*theirs, problem.choices.size());
    EXPECT_TRUE(check_portfolio(problem, chosen)) << seed;
    const double best = objective_of(problem, chosen);
    EXPECT_NEAR(best, theirs->objective, 1e-6 * best);
    EXPECT_GE(ours->objective, 0.99 * best) << seed;
    EXPECT_GE(ours->bound, best * (1 - 1e-9)) << seed;
    EXPECT_LE(ours->objective, theirs->bound * (1 + 1e-6)) << seed;
  }
}

}  // namespace
}  // namespace umikoe::plan
