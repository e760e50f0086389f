#pragma once

#include <optional>
#include <span>

#include "plan/action_rule.h"

namespace umikoe::plan {

// How an effect is distributed. Chances are normal on the log-odds scale, additions on the scale of
// log(1 + share), so that neither can leave its range.
enum class EffectScale : uint8_t { chance, addition };
EffectScale scale_of(Closes closes);
double to_scale(EffectScale scale, double share);
double from_scale(EffectScale scale, double value);

// What is believed of the actions of one kind: their mean on the scale, how sure that is, and how
// far single ones lie from it.
struct EffectBelief {
  EffectScale scale = EffectScale::addition;
  double mean = 0;
  double uncertainty = 0;  // deviation of `mean`
  double spread = 0;       // deviation of single actions around it
  size_t measured = 0;     // campaigns it has learnt from

  double middle() const { return from_scale(scale, mean); }
  // The 80 % interval of one more action.
  double low() const;
  double high() const;
};

// The rule's middle and 80 % interval of one action. What of its width lies between actions is the
// rule's effect_spread; the rest is what nobody knows of their mean, and at least a tenth of it.
EffectBelief prior_belief(const ActionRule& rule);

// One measured effect as a share, with its interval at that level.
struct MeasuredEffect {
  double effect = 0;
  double low = 0;
  double high = 0;
  double level = 0.9;
};

// The belief after measurements. Normal hierarchical model with known spread: every campaign counts
// with the precision of its own interval and of the spread between campaigns together, so that one
// precise and lucky campaign never counts for more than one draw (Gelman and others, Bayesian Data
// Analysis, 3rd edition, section 5.4). Measurements outside the scale's range are left out.
EffectBelief updated(EffectBelief belief, std::span<const MeasuredEffect> measured);

// Normal quantiles the intervals are made with.
inline constexpr double z_80 = 1.2815515655446004;  // half width of 80 %
double z_of_level(double level);

}  // namespace umikoe::plan
