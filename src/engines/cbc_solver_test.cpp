#include "engines/cbc_solver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

#include "base/rng.h"

namespace umikoe::engines {
namespace {

using plan::MixedModel;
using ::testing::ElementsAre;

constexpr double infinity = std::numeric_limits<double>::infinity();

// A knapsack of three: by gain per weight the first is best, the other two together are better.
MixedModel knapsack() {
  MixedModel model;
  model.columns = {{0, 1, 10, true}, {0, 1, 7, true}, {0, 1, 6, true}};
  model.rows = {{-infinity, 10, {{0, 6}, {1, 5}, {2, 5}}}};
  return model;
}

// Sums that hardly any choice can hit: far more work than a tenth of a second.
MixedModel market_split(uint64_t seed) {
  Rng rng(seed);
  MixedModel model;
  constexpr size_t count = 60;
  for (size_t k = 0; k < count; ++k) model.columns.push_back({0, 1, 0, true});
  for (int row = 0; row < 6; ++row) {
    plan::MixedRow sum;
    double total = 0;
    for (size_t k = 0; k < count; ++k) {
      const auto amount = static_cast<double>(rng.below(100));
      sum.terms.push_back({k, amount});
      total += amount;
    }
    sum.lower = sum.upper = std::floor(total / 2);
    // What is missed of each sum costs.
    for (const double sign : {1.0, -1.0}) {
      sum.terms.push_back({model.columns.size(), sign});
      model.columns.push_back({0, infinity, -1, false});
    }
    model.rows.push_back(std::move(sum));
  }
  return model;
}

TEST(Cbc, FindsTheBestOfATinyModel) {
  const auto cbc = open_cbc();
  const auto answer = cbc->solve(knapsack(), 10);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->proven);
  EXPECT_DOUBLE_EQ(answer->objective, 13);
  EXPECT_DOUBLE_EQ(answer->bound, 13);
  EXPECT_THAT(answer->values, ElementsAre(0, 1, 1));
  EXPECT_TRUE(cbc->name().starts_with("CBC 2."));
}

TEST(Cbc, TakesColumnsThatAreNotWhole) {
  MixedModel model = knapsack();
  model.columns[1].whole = false;
  auto answer = open_cbc()->solve(model, 10);
  ASSERT_TRUE(answer);
  EXPECT_NEAR(answer->objective, 10 + 7 * 0.8, 1e-6);
  for (auto& column : model.columns) column.whole = false;
  answer = open_cbc()->solve(model, 10);
  ASSERT_TRUE(answer);
  EXPECT_NEAR(answer->objective, 10 + 7 * 0.8, 1e-6);
  EXPECT_TRUE(answer->proven);
}

TEST(Cbc, GainsOfAnySizeAreSeen) {
  for (const double size : {1e-6, 1.0, 1e9}) {
    MixedModel model = knapsack();
    for (auto& column : model.columns) column.gain *= size;
    const auto answer = open_cbc()->solve(model, 10);
    ASSERT_TRUE(answer);
    EXPECT_NEAR(answer->objective, 13 * size, 1e-9 * size);
  }
}

TEST(Cbc, SaysWhenThereIsNoWay) {
  MixedModel model = knapsack();
  model.rows.push_back({3, infinity, {{0, 1}, {1, 1}, {2, 1}}});
  const auto answer = open_cbc()->solve(model, 10);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, "solver_found_no_way");
  EXPECT_TRUE(open_cbc()->solve({}, 10)->proven);
}

TEST(Cbc, StopsByTheClockWithItsBestAndABound) {
  const auto start = std::chrono::steady_clock::now();
  const auto answer = open_cbc()->solve(market_split(3), 0.5);
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  EXPECT_LT(spent.count(), 20);  // a busy machine; without a limit it would take hours
  ASSERT_TRUE(answer) << answer.error().code;
  EXPECT_FALSE(answer->proven);
  EXPECT_GE(answer->bound, answer->objective);
  EXPECT_LE(answer->bound, 1e-6);
}

TEST(Cbc, SaysNothingOnTheTerminal) {
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  open_cbc()->solve(knapsack(), 10).value();
  MixedModel impossible = knapsack();
  impossible.rows.push_back({3, infinity, {{0, 1}, {1, 1}, {2, 1}}});
  EXPECT_FALSE(open_cbc()->solve(impossible, 10));
  EXPECT_TRUE(open_cbc()->solve(market_split(4), 0.2));
  EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace umikoe::engines
