#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plan/portfolio.h"
#include "plan/tail_mean.h"

namespace umikoe::plan {
namespace {

using ::testing::ElementsAre;

PortfolioProblem three() {
  PortfolioProblem problem;
  problem.budgets = {{"all", 100}, {"Brazil", 50}};
  problem.choices = {{.cost_jpy = 40, .rows = {0, 1}, .needs = {}, .gain = {5}},
                     {.cost_jpy = 30, .rows = {0, 1}, .needs = {0}, .gain = {7}},
                     {.cost_jpy = 60, .rows = {0}, .needs = {}, .gain = {9}}};
  return problem;
}

std::string broken(const PortfolioProblem& problem, const std::vector<bool>& chosen) {
  const auto kept = check_portfolio(problem, chosen);
  if (kept) return "";
  return kept.error().code + " " + kept.error().arguments.front().second;
}

TEST(PortfolioRules, EachIsNamedWhereItIsBroken) {
  PortfolioProblem problem = three();
  EXPECT_EQ(broken(problem, {true, false, true}), "");
  EXPECT_EQ(broken(problem, {true, true, true}), "budget_exceeded all");
  problem.budgets[0].limit_jpy = 1'000;
  EXPECT_EQ(broken(problem, {true, true, true}), "budget_exceeded Brazil");
  EXPECT_EQ(broken(problem, {false, true, false}), "needs_missing 1");
  problem.either_or = {{0, 2}, {2, 2}};
  EXPECT_EQ(broken(problem, {true, false, true}), "either_or_twice 2");
  EXPECT_EQ(broken(problem, {false, false, true}), "");  // one member named twice is one
  problem.least_shares = {{"new artists", 0.4, {0}}};
  problem.either_or.clear();
  EXPECT_EQ(broken(problem, {true, false, true}), "");  // 40 of 100: exactly enough
  problem.least_shares[0].share = 0.41;
  EXPECT_EQ(broken(problem, {true, false, true}), "least_share_missed new artists");
  EXPECT_EQ(broken(problem, {false, false, false}), "");
  problem.choices[2].wish = Wish::in;
  EXPECT_EQ(broken(problem, {false, false, false}), "wish_missed 2");
  problem.choices[2].wish = Wish::out;
  EXPECT_EQ(broken(problem, {false, false, true}), "wish_missed 2");
}

TEST(PortfolioRules, TheObjectiveCountsPairsAndCoverageOnce) {
  PortfolioProblem problem = three();
  problem.synergies = {{0, 2, {3}}};
  problem.coverage = {{10, {0, 1}}, {100, {1}}};
  EXPECT_DOUBLE_EQ(objective_of(problem, {true, false, false}), 15);
  EXPECT_DOUBLE_EQ(objective_of(problem, {true, false, true}), 27);
  EXPECT_DOUBLE_EQ(objective_of(problem, {true, true, false}), 122);
  EXPECT_DOUBLE_EQ(objective_of(problem, {false, false, false}), 0);
}

TEST(PortfolioRules, CoverageIsBesideTheScenarios) {
  PortfolioProblem problem = three();
  problem.scenarios = 20;
  problem.caution = 0.5;
  for (Choice& choice : problem.choices) choice.gain.assign(20, 1);
  for (size_t s = 0; s < 20; ++s) problem.choices[0].gain[s] = static_cast<double>(s);
  problem.coverage = {{10, {0}}};
  // Mean 9.5, worst tenth (0 + 1) / 2.
  EXPECT_DOUBLE_EQ(objective_of(problem, {true, false, false}), 0.5 * 9.5 + 0.5 * 0.5 + 10);
}

TEST(PortfolioRules, TheGapIsRelativeToTheObjective) {
  EXPECT_DOUBLE_EQ(gap_to_bound({.chosen = {}, .objective = 200, .bound = 210}), 0.05);
  EXPECT_DOUBLE_EQ(gap_to_bound({.chosen = {}, .objective = -10, .bound = -8}), 0.2);
  EXPECT_DOUBLE_EQ(gap_to_bound({.chosen = {}, .objective = 0, .bound = 0}), 0);
}

TEST(TailMean, AScenarioMayCountInPart) {
  EXPECT_DOUBLE_EQ(worst_tenth_mean({5}), 5);
  EXPECT_DOUBLE_EQ(worst_tenth_mean({7, 3, 5}), 3);
  std::vector<double> fifteen;
  for (int i = 15; i >= 1; --i) fifteen.push_back(i);
  EXPECT_DOUBLE_EQ(worst_tenth_mean(fifteen), (1 + 0.5 * 2) / 1.5);
}

TEST(TailMean, ItsWeightsGiveItAndNoLessForOthers) {
  const std::vector<double> values = {4, 1, 8, 3, 9, 2, 7, 5, 6, 10, 12, 11};
  const auto weights = cautious_weights(values, 0.7);
  double sum = 0, mean = 0, turned = 0;
  for (size_t s = 0; s < values.size(); ++s) {
    sum += weights[s];
    mean += weights[s] * values[s];
    turned += weights[s] * -values[s];
  }
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_NEAR(mean, cautious_mean(values, 0.7), 1e-12);
  std::vector<double> negative;
  for (const double value : values) negative.push_back(-value);
  EXPECT_GE(turned, cautious_mean(negative, 0.7));
}

}  // namespace
}  // namespace umikoe::plan
