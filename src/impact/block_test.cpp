#include "impact/block.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace umikoe::impact {
namespace {

Block small_block() {
  Block block;
  block.before = 3;
  block.controls = Matrix(2, 5);
  block.controls.values = {1, 2, 3, 4, 5, 2, 2, 2, 2, 2};
  block.treated = {10, 11, 12, 20, 22};
  return block;
}

TEST(Block, DifferenceInDifferencesIsTheDifferenceOfFourMeans) {
  const Estimate did = difference_in_differences(small_block());
  // Treated: 21 - 11; controls: (4.5 + 2) / 2 - (2 + 2) / 2.
  EXPECT_NEAR(did.effect, 10 - 1.25, 1e-12);
  EXPECT_EQ(did.unit_weights, (Weights{0.5, 0.5}));
  ASSERT_EQ(did.time_weights.size(), 3u);
}

// Controls that share two movements; the treated is the mean of two of them, plus an effect.
Block mixture_block(double effect, double level, uint64_t seed) {
  Rng rng(seed);
  Block block;
  block.before = 30;
  block.controls = Matrix(12, 40);
  std::vector<double> walk(40), wave(40);
  for (size_t t = 1; t < 40; ++t) {
    walk[t] = walk[t - 1] + rng.normal();
    wave[t] = 3 * rng.normal();
  }
  for (size_t unit = 0; unit < 12; ++unit) {
    const double first = rng.normal(), second = rng.normal();
    for (size_t t = 0; t < 40; ++t) {
      block.controls(unit, t) = 50 + first * walk[t] + second * wave[t] + 0.01 * rng.normal();
    }
  }
  for (size_t t = 0; t < 40; ++t) {
    block.treated.push_back((block.controls(0, t) + block.controls(1, t)) / 2 + level +
                            (t >= 30 ? effect : 0));
  }
  return block;
}

TEST(Block, FindsAnEffectOnAMixtureOfControls) {
  EXPECT_NEAR(synthetic_control(mixture_block(7, 0, 1)).effect, 7, 0.2);
  EXPECT_NEAR(synthetic_did(mixture_block(7, 0, 2)).effect, 7, 1);
}

TEST(Block, OnlyTheDifferencesForgiveAnotherLevel) {
  const Block block = mixture_block(7, 100, 3);
  EXPECT_NEAR(synthetic_did(block).effect, 7, 1);
  EXPECT_GT(synthetic_control(block).pre_fit, 50);
  EXPECT_LT(synthetic_did(block).pre_fit, 10);
}

TEST(Block, GapsAreTheTreatedLessItsControl) {
  const Block block = mixture_block(0, 0, 4);
  const Estimate sc = synthetic_control(block);
  ASSERT_EQ(sc.gaps.size(), 40u);
  for (const double gap : sc.gaps) EXPECT_NEAR(gap, 0, 0.5);
  EXPECT_TRUE(sc.time_weights.empty());
}

TEST(Block, TheNoiseLevelIsTheDeviationOfSteps) {
  // Steps before: 1, 1 and 0, 0.
  EXPECT_NEAR(noise_level(small_block()), std::sqrt(1.0 / 3), 1e-12);
}

}  // namespace
}  // namespace umikoe::impact
