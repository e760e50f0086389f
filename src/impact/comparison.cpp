#include "impact/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "impact/predictor_weights.h"

namespace umikoe::impact {
namespace {

constexpr std::array methods = {"sdid", "sc", "did", "bsts"};

// A fit closer than this share of the unit's own steps says more of the number of controls than of
// the fit, and must not make a small effect look large.
constexpr double least_scale = 0.1;

double mean_of(const std::vector<double>& values, size_t from, size_t to) {
  return std::accumulate(values.begin() + static_cast<long>(from),
                         values.begin() + static_cast<long>(to), 0.0) /
         static_cast<double>(to - from);
}

double deviation_of(const std::vector<double>& values, double mean) {
  double square = 0;
  for (const double value : values) square += (value - mean) * (value - mean);
  return std::sqrt(square / static_cast<double>(std::max<size_t>(1, values.size())));
}

double roughness_of(const std::vector<double>& series, size_t before) {
  std::vector<double> steps;
  for (size_t time = 1; time < before; ++time) steps.push_back(series[time] - series[time - 1]);
  return steps.empty() ? 0 : deviation_of(steps, mean_of(steps, 0, steps.size()));
}

// How far the last times before the start lie from the earlier ones, over the earlier ones' spread.
double step_out_of(const std::vector<double>& gaps, size_t before) {
  const size_t last = std::max<size_t>(2, before / 6);
  if (before < 2 * last + 2) return 0;
  const std::vector<double> earlier(gaps.begin(), gaps.begin() + static_cast<long>(before - last));
  const double middle = mean_of(earlier, 0, earlier.size());
  const double spread = deviation_of(earlier, middle);
  return spread > 0 ? std::abs(mean_of(gaps, before - last, before) - middle) / spread : 0;
}

Compared described(const Block& block, const Estimate& estimate) {
  Compared out;
  out.effect = estimate.effect;
  out.pre_fit = estimate.pre_fit;
  out.roughness = roughness_of(block.treated, block.before);
  out.scale = std::hypot(out.pre_fit, least_scale * out.roughness);
  out.step_out = step_out_of(estimate.gaps, block.before);
  out.unit_weights = estimate.unit_weights;
  out.time_weights = estimate.time_weights;
  out.time_weights.resize(block.treated.size(), 0.0);
  Trace trace{.from = block.before, .observed = block.treated, .control = block.treated};
  for (size_t time = 0; time < trace.control.size(); ++time) {
    trace.control[time] -= estimate.gaps[time] - estimate.level;
  }
  out.traces.push_back(std::move(trace));
  return out;
}

Compared described(const Block& block, const SeriesAnswer& answer) {
  Compared out;
  out.effect = answer.effect;
  out.pre_fit = answer.pre_fit;
  out.scale = answer.spread;
  out.roughness = roughness_of(block.treated, block.before);
  out.unit_weights = answer.coefficients;
  out.time_weights.resize(block.treated.size(), 0.0);
  out.series = answer;
  return out;
}

// Adds one start's answer with its share of the treated cells.
void add(Compared& sum, const Compared& part, double share) {
  sum.effect += share * part.effect;
  sum.pre_fit = std::hypot(sum.pre_fit, std::sqrt(share) * part.pre_fit);
  sum.scale = std::hypot(sum.scale, std::sqrt(share) * part.scale);
  sum.roughness = std::hypot(sum.roughness, std::sqrt(share) * part.roughness);
  sum.step_out = std::max(sum.step_out, part.step_out);
  sum.expected += share * part.expected;
  sum.traces.insert(sum.traces.end(), part.traces.begin(), part.traces.end());
  sum.unit_weights.resize(part.unit_weights.size(), 0.0);
  for (size_t i = 0; i < part.unit_weights.size(); ++i) {
    sum.unit_weights[i] += share * part.unit_weights[i];
  }
  sum.time_weights.resize(part.time_weights.size(), 0.0);
  for (size_t i = 0; i < part.time_weights.size(); ++i) {
    sum.time_weights[i] += share * part.time_weights[i];
  }
}

// The posterior of an average of several starts: their controls are the same, so that their errors
// are taken to move together, which can only make the interval wider.
void add_series(Compared& sum, const SeriesAnswer& part, double share) {
  if (!sum.series) sum.series.emplace();
  sum.series->effect += share * part.effect;
  sum.series->low += share * part.low;
  sum.series->high += share * part.high;
  sum.series->spread += share * part.spread;
}

}  // namespace

std::optional<Method> parse_method(std::string_view word) {
  const auto found = std::ranges::find(methods, word);
  if (found == methods.end()) return std::nullopt;
  return static_cast<Method>(found - methods.begin());
}
std::string_view word(Method method) { return methods[static_cast<size_t>(method)]; }

Compared Comparison::cohort(const std::vector<size_t>& units, size_t from,
                            const std::vector<size_t>& controls, bool placebo) const {
  const size_t times = values_.columns;
  const auto level_of = [&](size_t unit) {
    if (!settings_.indexed) return 1.0;
    const double sum = std::accumulate(values_.row(unit), values_.row(unit) + from, 0.0);
    return sum > 0 ? sum / static_cast<double>(from) : 1.0;
  };
  Block block{Matrix(controls.size(), times), std::vector<double>(times, 0.0), from, units.size()};
  for (size_t row = 0; row < controls.size(); ++row) {
    const double level = level_of(controls[row]);
    for (size_t time = 0; time < times; ++time) {
      block.controls(row, time) = values_(controls[row], time) / level;
    }
  }
  for (const size_t unit : units) {
    const double level = level_of(unit) * static_cast<double>(units.size());
    for (size_t time = 0; time < times; ++time) block.treated[time] += values_(unit, time) / level;
  }
  Compared out;
  switch (settings_.method) {
    case Method::sdid:
      out = described(block, synthetic_did(block));
      break;
    case Method::sc:
      out = described(block, synthetic_control(block));
      break;
    case Method::did:
      out = described(block, difference_in_differences(block));
      break;
    case Method::bsts:
      out = described(block, placebo ? structural_series_mode(block)
                                     : structural_series(block, settings_.level));
      break;
  }
  for (Trace& trace : out.traces) trace.units = units;
  out.expected = mean_of(block.treated, from, times) - out.effect;
  return out;
}

Compared Comparison::with_predictors(const Treated& treated, const std::vector<size_t>& controls,
                                     bool placebo) const {
  std::vector<size_t> units = controls;
  units.push_back(treated.unit);
  const auto table = [&](const Matrix& values, const std::vector<size_t>& fit) {
    PredictorTable out{Matrix(values.rows, units.size()), Matrix(fit.size(), units.size())};
    for (size_t column = 0; column < units.size(); ++column) {
      for (size_t row = 0; row < values.rows; ++row) {
        out.predictors(row, column) = values(row, units[column]);
      }
      for (size_t row = 0; row < fit.size(); ++row) {
        out.outcomes(row, column) = values_(units[column], fit[row]);
      }
    }
    return out;
  };
  const PredictorSearch search = placebo ? PredictorSearch::quick : PredictorSearch::full;
  const PredictorTable main = table(predictors_->values, predictors_->fit);
  PredictorFit fit;
  if (predictors_->train) {
    fit = fit_predictors(table(predictors_->train->values, predictors_->train->fit), search);
    fit = fit_with_importance(main, fit.importance);
  } else {
    fit = fit_predictors(main, search);
  }
  std::vector<double> gaps(values_.columns);
  for (size_t time = 0; time < values_.columns; ++time) {
    gaps[time] = values_(treated.unit, time);
    for (size_t i = 0; i < controls.size(); ++i) {
      gaps[time] -= fit.units[i] * values_(controls[i], time);
    }
  }
  Compared out;
  for (const size_t time : predictors_->effect) {
    out.effect += gaps[time] / static_cast<double>(predictors_->effect.size());
    out.expected += (values_(treated.unit, time) - gaps[time]) /
                    static_cast<double>(predictors_->effect.size());
  }
  out.pre_fit = std::sqrt(fit.loss);
  const std::vector<double> series(values_.row(treated.unit),
                                   values_.row(treated.unit) + values_.columns);
  out.roughness = roughness_of(series, treated.from);
  out.scale = std::hypot(out.pre_fit, least_scale * out.roughness);
  Trace trace{{treated.unit}, treated.from, series, series};
  for (size_t time = 0; time < gaps.size(); ++time) trace.control[time] -= gaps[time];
  out.traces.push_back(std::move(trace));
  out.unit_weights = fit.units;
  out.importance = fit.importance;
  out.time_weights.resize(values_.columns, 0.0);
  return out;
}

Compared Comparison::of(const std::vector<Treated>& treated, const std::vector<size_t>& controls,
                        bool placebo) const {
  if (predictors_) return with_predictors(treated.front(), controls, placebo);
  std::map<size_t, std::vector<size_t>> cohorts;
  double cells = 0;
  for (const Treated& one : treated) {
    cohorts[one.from].push_back(one.unit);
    cells += static_cast<double>(values_.columns - one.from);
  }
  Compared out;
  for (const auto& [from, units] : cohorts) {
    const Compared part = cohort(units, from, controls, placebo);
    const double share = static_cast<double>(units.size() * (values_.columns - from)) / cells;
    add(out, part, share);
    if (part.series) add_series(out, *part.series, share);
  }
  return out;
}

}  // namespace umikoe::impact
