#include "plan/effect.h"

#include <algorithm>
#include <cmath>

namespace umikoe::plan {
namespace {

double hypotenuse(double a, double b) { return std::sqrt(a * a + b * b); }

}  // namespace

EffectScale scale_of(Closes closes) {
  const bool addition =
      closes == Closes::names || closes == Closes::subtitles || closes == Closes::demand;
  return addition ? EffectScale::addition : EffectScale::chance;
}

double to_scale(EffectScale scale, double share) {
  return scale == EffectScale::chance ? std::log(share / (1 - share)) : std::log1p(share);
}

double from_scale(EffectScale scale, double value) {
  return scale == EffectScale::chance ? 1 / (1 + std::exp(-value)) : std::expm1(value);
}

double EffectBelief::low() const {
  return from_scale(scale, mean - z_80 * hypotenuse(uncertainty, spread));
}

double EffectBelief::high() const {
  return from_scale(scale, mean + z_80 * hypotenuse(uncertainty, spread));
}

EffectBelief prior_belief(const ActionRule& rule) {
  EffectBelief out;
  out.scale = scale_of(rule.closes);
  out.mean = to_scale(out.scale, rule.figure(RuleFigure::effect_middle));
  const double low = to_scale(out.scale, rule.figure(RuleFigure::effect_low));
  const double high = to_scale(out.scale, rule.figure(RuleFigure::effect_high));
  const double width = (high - low) / (2 * z_80);
  out.spread = std::min(rule.figure(RuleFigure::effect_spread), width * std::sqrt(0.9));
  out.uncertainty = std::sqrt(std::max(0.0, width * width - out.spread * out.spread));
  return out;
}

EffectBelief updated(EffectBelief belief, std::span<const MeasuredEffect> measured) {
  if (belief.uncertainty <= 0) return belief;
  double precision = 1 / (belief.uncertainty * belief.uncertainty);
  double weighted = belief.mean * precision;
  for (const MeasuredEffect& one : measured) {
    const double low = to_scale(belief.scale, one.low);
    const double high = to_scale(belief.scale, one.high);
    const double middle = to_scale(belief.scale, one.effect);
    if (!std::isfinite(low) || !std::isfinite(high) || !std::isfinite(middle) || high < low) {
      continue;
    }
    const double error = (high - low) / (2 * z_of_level(one.level));
    const double variance = error * error + belief.spread * belief.spread;
    if (variance <= 0) continue;
    precision += 1 / variance;
    weighted += middle / variance;
    ++belief.measured;
  }
  belief.mean = weighted / precision;
  belief.uncertainty = 1 / std::sqrt(precision);
  return belief;
}

double z_of_level(double level) {
  // Bisection over the error function: exact enough, and no table of quantiles to keep.
  double low = 0;
  double high = 10;
  for (int i = 0; i < 80; ++i) {
    const double middle = (low + high) / 2;
    (std::erf(middle / std::sqrt(2.0)) < level ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace umikoe::plan
