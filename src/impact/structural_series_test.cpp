#include "impact/structural_series.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace umikoe::impact {
namespace {

// The first example of the CausalImpact package: a control that hardly returns to its mean, an
// outcome that follows it, and ten more in the last twelve of 52 times.
Block causal_impact_example(uint64_t seed) {
  Rng rng(seed);
  Block block;
  block.before = 40;
  block.controls = Matrix(1, 52);
  double state = rng.normal() / std::sqrt(1 - 0.999 * 0.999);
  for (size_t t = 0; t < 52; ++t) {
    state = 0.999 * state + rng.normal();
    block.controls(0, t) = 100 + state;
    block.treated.push_back(1.2 * block.controls(0, t) + rng.normal() + (t >= 40 ? 10 : 0));
  }
  return block;
}

TEST(StructuralSeries, IsRightOnAverageAndCoversWhatItSays) {
  constexpr int seeds = 400;
  int covered = 0;
  double sum = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    const SeriesAnswer answer = structural_series(causal_impact_example(1000 + seed), 0.95);
    sum += answer.effect;
    covered += answer.low <= 10 && 10 <= answer.high;
    ASSERT_LT(answer.low, answer.effect);
    ASSERT_LT(answer.effect, answer.high);
  }
  EXPECT_NEAR(sum / seeds, 10, 0.6);
  EXPECT_GE(covered, 0.93 * seeds);
  EXPECT_LE(covered, 0.97 * seeds);
}

TEST(StructuralSeries, FindsTheCoefficientOfItsControl) {
  const SeriesAnswer answer = structural_series(causal_impact_example(5), 0.9);
  ASSERT_EQ(answer.coefficients.size(), 1u);
  EXPECT_NEAR(answer.coefficients[0], 1.2, 0.15);
  EXPECT_NEAR(answer.pre_fit, 1, 0.3);
}

TEST(StructuralSeries, AHigherLevelGivesAWiderInterval) {
  const Block block = causal_impact_example(6);
  const SeriesAnswer narrow = structural_series(block, 0.5);
  const SeriesAnswer wide = structural_series(block, 0.99);
  EXPECT_LT(wide.low, narrow.low);
  EXPECT_GT(wide.high, narrow.high);
  EXPECT_NEAR(wide.effect, narrow.effect, 1e-12);
}

TEST(StructuralSeries, IsTheSameInAnyUnit) {
  const Block block = causal_impact_example(7);
  Block yen = block;
  for (double& value : yen.treated) value = 1000 * value + 5;
  for (double& value : yen.controls.values) value = 0.01 * value - 3;
  EXPECT_NEAR(structural_series(yen, 0.9).effect, 1000 * structural_series(block, 0.9).effect,
              1e-3);
}

TEST(StructuralSeries, AControlThatSaysNothingGetsNoWeight) {
  Rng rng(8);
  Block block;
  block.before = 60;
  block.controls = Matrix(1, 72);
  for (size_t t = 0; t < 72; ++t) {
    block.controls(0, t) = rng.normal();
    block.treated.push_back(20 + rng.normal());
  }
  const SeriesAnswer answer = structural_series(block, 0.9);
  EXPECT_NEAR(answer.coefficients[0], 0, 0.3);
  EXPECT_LE(answer.low, 0);
  EXPECT_GE(answer.high, 0);
}

}  // namespace
}  // namespace umikoe::impact
