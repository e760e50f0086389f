#include "demand/decision_forest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

namespace umikoe::demand {
namespace {

// The outcome is uniform on [x, x + 1]; a second feature says nothing.
ForestExamples staircase(size_t size) {
  std::mt19937_64 random(5);
  const auto share = [&] { return static_cast<float>(random() % 10'000) / 10'000; };
  ForestExamples examples;
  examples.width = 2;
  for (size_t i = 0; i < size; ++i) {
    const auto x = static_cast<float>(random() % 10);
    examples.features.insert(examples.features.end(), {x, share()});
    examples.outcomes.push_back(x + share());
    examples.weights.push_back(1);
    examples.blocks.push_back(static_cast<int32_t>(i % 20));
  }
  return examples;
}

ForestOptions usual() {
  ForestOptions options;
  options.features_per_split = 2;
  options.least_leaf = 20;
  return options;
}

TEST(DecisionForest, FindsTheQuantilesOfWhatIsLike) {
  const DecisionForest forest(staircase(8'000), usual());
  constexpr std::array levels = {0.1, 0.5, 0.9};
  for (const float x : {1.0F, 4.0F, 8.0F}) {
    const auto at = forest.quantiles(std::array{x, 0.3F}, levels);
    ASSERT_EQ(at.size(), 3U);
    for (size_t i = 0; i < at.size(); ++i) EXPECT_NEAR(at[i], x + levels[i], 0.12) << x;
  }
}

TEST(DecisionForest, QuantilesNeverFall) {
  const DecisionForest forest(staircase(500), usual());
  const auto at = forest.quantiles(std::array{3.0F, 0.5F}, std::array{0.0, 0.2, 0.2, 0.7, 1.0});
  EXPECT_TRUE(std::ranges::is_sorted(at));
}

TEST(DecisionForest, TheSameSeedGivesTheSameForestAndAnotherDoesNot) {
  const auto ask = [](uint64_t seed) {
    ForestOptions options = usual();
    options.seed = seed;
    const DecisionForest forest(staircase(400), options);
    return forest.quantiles(std::array{5.0F, 0.1F}, std::array{0.15, 0.35, 0.65});
  };
  EXPECT_EQ(ask(1), ask(1));
  EXPECT_NE(ask(1), ask(2));
}

TEST(DecisionForest, AnswersForABlockComeFromTreesThatHaveNotSeenIt) {
  ForestExamples examples = staircase(1'000);
  // One block knows better: its outcomes are a hundred times the others'.
  for (size_t i = 0; i < examples.size(); ++i) {
    if (examples.blocks[i] == 7) examples.outcomes[i] = 1'000;
  }
  const DecisionForest forest(examples, usual());
  const std::array features = {5.0F, 0.5F};
  EXPECT_LT(forest.quantiles(features, std::array{1.0}, 7).front(), 100);
  EXPECT_GT(forest.quantiles(features, std::array{1.0}).front(), 100);
}

TEST(DecisionForest, NothingToLearnFromIsNoAnswer) {
  EXPECT_TRUE(DecisionForest({}, usual()).quantiles({}, std::array{0.5}).empty());
}

}  // namespace
}  // namespace umikoe::demand
