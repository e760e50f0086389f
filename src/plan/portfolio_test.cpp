#include "plan/portfolio.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "plan/random_plan_test.h"

namespace umikoe::plan {
namespace {

using ::testing::ElementsAre;

constexpr uint64_t few_steps = 20'000;

double tolerance(double objective) { return 1e-9 * (1 + std::abs(objective)); }

Choice choice(int64_t cost, double gain, std::vector<size_t> needs = {}) {
  return {.cost_jpy = cost, .rows = {0}, .needs = std::move(needs), .gain = {gain}};
}

// Opening a territory costs and gains nothing by itself; three actions there need it.
PortfolioProblem opening() {
  PortfolioProblem problem;
  problem.budgets = {{"fund", 100}};
  problem.choices = {choice(40, -1),     choice(20, 5, {0}), choice(20, 5, {0}),
                     choice(20, 5, {0}), choice(60, 9),      choice(40, 4)};
  return problem;
}

std::vector<bool> best_set(const PortfolioProblem& problem) {
  return choose(problem, {few_steps}, 1).value().chosen;
}

RC_GTEST_PROP(Portfolio, KeepsEveryRuleAndItsBoundHolds, (uint64_t seed)) {
  const PortfolioProblem problem = random_plan(seed);
  const auto best = best_of_all_sets(problem);
  const auto found = choose(problem, {few_steps}, seed);
  if (!found) {
    RC_ASSERT(found.error().code == "plan_impossible");
    RC_ASSERT(!best);
    return;
  }
  RC_ASSERT(check_portfolio(problem, found->chosen).has_value());
  RC_ASSERT(best.has_value());
  RC_ASSERT(found->objective == objective_of(problem, found->chosen));
  RC_ASSERT(found->objective <= *best + tolerance(*best));
  RC_ASSERT(found->bound >= *best - tolerance(*best));
  RC_ASSERT(gap_to_bound(*found) >= 0);
}

RC_GTEST_PROP(Portfolio, TheBoundHoldsHoweverLittleWasDone, (uint64_t seed)) {
  const PortfolioProblem problem = random_plan(seed);
  const auto found = choose(problem, {seed % 300}, seed);
  if (!found) return;
  const auto best = best_of_all_sets(problem);
  RC_ASSERT(check_portfolio(problem, found->chosen).has_value());
  RC_ASSERT(best && found->bound >= *best - tolerance(*best));
}

TEST(Portfolio, FindsTheBestOfSmallPlans) {
  int best_found = 0, plans = 0;
  double short_of = 0;
  for (uint64_t seed = 0; seed < 400; ++seed) {
    const PortfolioProblem problem = random_plan(1'000'003 * seed + 7);
    const auto found = choose(problem, {few_steps}, seed);
    if (!found) continue;
    const double best = best_of_all_sets(problem).value();
    ++plans;
    best_found += found->objective >= best - tolerance(best);
    short_of += best - found->objective;
  }
  EXPECT_GT(plans, 300);
  EXPECT_GE(best_found, plans - plans / 50);
  EXPECT_LT(short_of / plans, 0.02);  // gains are around ten each
}

TEST(Portfolio, PaysForWhatSeveralNeedTogether) {
  // No single action pays for the opening, two together do better than anything without it.
  EXPECT_THAT(best_set(opening()), ElementsAre(true, true, true, true, false, false));
}

TEST(Portfolio, PinnedChoicesBringTheirNeeds) {
  PortfolioProblem problem = opening();
  problem.budgets[0].limit_jpy = 60;
  EXPECT_THAT(best_set(problem), ElementsAre(false, false, false, false, true, false));
  problem.choices[2].wish = Wish::in;
  EXPECT_THAT(best_set(problem), ElementsAre(true, false, true, false, false, false));
}

TEST(Portfolio, ForbiddenChoicesTakeTheirDependantsOut) {
  PortfolioProblem problem = opening();
  problem.choices[0].wish = Wish::out;
  EXPECT_THAT(best_set(problem), ElementsAre(false, false, false, false, true, true));
}

TEST(Portfolio, EverythingThatIsWorthItWhereMoneyIsNoQuestion) {
  PortfolioProblem problem = opening();
  problem.budgets[0].limit_jpy = 1'000'000;
  const auto found = choose(problem, {few_steps}, 1).value();
  EXPECT_THAT(found.chosen, ElementsAre(true, true, true, true, true, true));
  EXPECT_NEAR(found.bound, found.objective, 1e-6);
  problem.choices[5].gain = {-4};
  EXPECT_FALSE(best_set(problem)[5]);
}

TEST(Portfolio, NothingAtAll) {
  const auto found = choose({}, {few_steps}, 1);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->objective, 0);
  EXPECT_EQ(gap_to_bound(*found), 0);
}

TEST(Portfolio, AMemberIsBroughtInForALeastShare) {
  PortfolioProblem problem = opening();
  problem.choices[4].wish = Wish::in;
  problem.least_shares = {{"new artists", 0.25, {5}}};
  const auto found = choose(problem, {few_steps}, 1).value();
  EXPECT_TRUE(found.chosen[4] && found.chosen[5]);
  EXPECT_TRUE(check_portfolio(problem, found.chosen));
}

std::string refusal(const PortfolioProblem& problem) {
  const auto found = choose(problem, {few_steps}, 1);
  if (found) return "";
  std::string text = found.error().code;
  for (const auto& [name, value] : found.error().arguments) text += " " + name + "=" + value;
  return text;
}

TEST(Portfolio, SaysWhichRulePinnedChoicesBreak) {
  PortfolioProblem problem = opening();
  problem.choices[1].wish = Wish::in;
  problem.budgets[0].limit_jpy = 59;
  EXPECT_EQ(refusal(problem), "plan_impossible name=fund choice=");
  problem = opening();
  problem.choices[0].wish = Wish::out;
  problem.choices[3].wish = Wish::in;
  EXPECT_EQ(refusal(problem), "plan_impossible name=needs choice=3");
  problem = opening();
  problem.choices[4].wish = problem.choices[5].wish = Wish::in;
  problem.either_or = {{1, 4, 5}};
  EXPECT_EQ(refusal(problem), "plan_impossible name=either_or choice=5");
  problem = opening();
  problem.choices[4].wish = Wish::in;
  problem.least_shares = {{"small labels", 0.5, {5}}};
  EXPECT_EQ(refusal(problem), "plan_impossible name=small labels choice=");
}

TEST(Portfolio, TheSameWorkGivesTheSameBytes) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    const PortfolioProblem problem = random_plan(seed);
    const auto one = choose(problem, {few_steps}, seed);
    // A clock that never says stop changes nothing.
    const auto two = choose(problem, {few_steps, [] { return false; }}, seed);
    ASSERT_EQ(one.has_value(), two.has_value());
    if (!one) continue;
    EXPECT_EQ(one->chosen, two->chosen);
    EXPECT_EQ(one->objective, two->objective);
    EXPECT_EQ(one->bound, two->bound);
    EXPECT_EQ(one->steps_used, two->steps_used);
    EXPECT_FALSE(one->stopped_early || two->stopped_early);
  }
}

TEST(Portfolio, TheClockStopsEarlyAndTheAnswerStillHolds) {
  PortfolioProblem problem;
  problem.budgets = {{"fund", 3'000}};
  for (int i = 0; i < 200; ++i) {
    problem.choices.push_back(choice(30 + 7 * (i % 11), 10 + (3 * i) % 17));
  }
  int asked = 0;
  const WorkAllowance hurried{50'000'000, [&asked] { return ++asked > 3; }};
  const auto stopped = choose(problem, hurried, 1).value();
  EXPECT_TRUE(stopped.stopped_early);
  EXPECT_LT(stopped.steps_used, 40'000u);
  EXPECT_TRUE(check_portfolio(problem, stopped.chosen));
  const auto whole = choose(problem, {400'000}, 1).value();
  EXPECT_FALSE(whole.stopped_early);
  EXPECT_GE(whole.objective, stopped.objective);
  EXPECT_GE(stopped.bound, whole.objective);
  EXPECT_LE(gap_to_bound(whole), 0.02);
}

TEST(Portfolio, WorkStaysWithinTheAllowance) {
  const PortfolioProblem problem = random_plan(11);
  for (const uint64_t steps : {1'000u, 10'000u, 100'000u}) {
    const auto found = choose(problem, {steps}, 1);
    ASSERT_TRUE(found);
    EXPECT_LE(found->steps_used, steps + 1'000);
  }
  EXPECT_GE(usual_work(20'000).steps, 2 * usual_work(2'000).steps);
  EXPECT_GT(usual_work(0).steps, 0u);
}

TEST(Portfolio, CautionPrefersWhatHoldsInBadTimes) {
  PortfolioProblem problem;
  problem.budgets = {{"fund", 10}};
  problem.scenarios = 10;
  problem.choices = {choice(10, 0), choice(10, 0)};
  problem.choices[0].gain = {0, 20, 20, 20, 20, 20, 20, 20, 20, 20};
  problem.choices[1].gain = std::vector<double>(10, 10);
  EXPECT_THAT(best_set(problem), ElementsAre(true, false));
  problem.caution = 0.9;
  const auto found = choose(problem, {few_steps}, 1).value();
  EXPECT_THAT(found.chosen, ElementsAre(false, true));
  EXPECT_NEAR(found.objective, 10, 1e-12);
}

}  // namespace
}  // namespace umikoe::plan
