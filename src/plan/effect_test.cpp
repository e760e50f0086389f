#include "plan/effect.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace umikoe::plan {
namespace {

EffectBelief belief_of(ActionKind kind) { return prior_belief(shipped_rules().of(kind)); }

TEST(Effect, AnIntervalIsWhatTheRuleSays) {
  const EffectBelief promote = belief_of(ActionKind::promote);
  EXPECT_NEAR(promote.middle(), 0.06, 1e-12);
  // The rule's two ends together: the width on the scale is kept, whatever share of it is spread.
  const double width = std::log1p(promote.high()) - std::log1p(promote.low());
  EXPECT_NEAR(width, std::log1p(0.15) - std::log1p(0.0), 1e-12);
  EXPECT_GT(promote.uncertainty, 0);
  const EffectBelief negotiate = belief_of(ActionKind::negotiate);
  EXPECT_NEAR(negotiate.middle(), 0.5, 1e-12);
  EXPECT_NEAR(negotiate.low(), 0.3, 1e-9);
  EXPECT_NEAR(negotiate.high(), 0.7, 1e-9);
}

TEST(Effect, QuantilesAreTheNormalOnes) {
  EXPECT_NEAR(z_of_level(0.8), z_80, 1e-12);
  EXPECT_NEAR(z_of_level(0.9), 1.6448536269514722, 1e-12);
  EXPECT_NEAR(z_of_level(0.95), 1.959963984540054, 1e-12);
}

// The closed form of a normal mean with known variance, by hand.
TEST(Effect, OneMeasurementMovesTheMeanByItsPrecision) {
  EffectBelief prior{EffectScale::addition, 0.05, 0.04, 0.03, 0};
  const double error = 0.02;
  const MeasuredEffect one{std::expm1(0.3), std::expm1(0.3 - z_of_level(0.9) * error),
                           std::expm1(0.3 + z_of_level(0.9) * error), 0.9};
  const EffectBelief after = updated(prior, std::vector{one});
  const double of_prior = 1 / (0.04 * 0.04);
  const double of_one = 1 / (error * error + 0.03 * 0.03);
  EXPECT_NEAR(after.mean, (0.05 * of_prior + 0.3 * of_one) / (of_prior + of_one), 1e-12);
  EXPECT_NEAR(after.uncertainty, 1 / std::sqrt(of_prior + of_one), 1e-12);
  EXPECT_EQ(after.measured, 1u);
}

// One lucky campaign, however precisely measured, is one draw: it moves the mean less than the
// spread alone allows, and ten of them rule.
TEST(Effect, OneLuckyCampaignDoesNotRule) {
  const EffectBelief prior = belief_of(ActionKind::promote);
  const MeasuredEffect lucky{0.6, 0.5999, 0.6001, 0.9};
  const EffectBelief once = updated(prior, std::vector{lucky});
  EXPECT_LT(once.middle(), 0.3);
  EXPECT_GT(once.middle(), prior.middle());
  const EffectBelief often = updated(prior, std::vector(10, lucky));
  EXPECT_GT(often.middle(), 0.45);
  EXPECT_LT(often.uncertainty, once.uncertainty);
}

TEST(Effect, WhatCannotBeIsLeftOut) {
  const EffectBelief prior = belief_of(ActionKind::promote);
  const std::vector<MeasuredEffect> impossible{{-1.5, -2, -1, 0.9}, {0.1, 0.3, 0.2, 0.9}};
  const EffectBelief after = updated(prior, impossible);
  EXPECT_EQ(after.measured, 0u);
  EXPECT_EQ(after.mean, prior.mean);
}

}  // namespace
}  // namespace umikoe::plan
