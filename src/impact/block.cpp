#include "impact/block.h"

#include <cmath>
#include <numeric>

namespace umikoe::impact {
namespace {

// R: sd(apply(Y[1:N0, 1:T0], 1, diff)), with n - 1 below.
constexpr double time_ridge = 1e-6;
constexpr double control_ridge = 1e-6;
constexpr double decrease = 1e-5;

double mean_of(const double* from, size_t count) {
  return std::accumulate(from, from + count, 0.0) / static_cast<double>(count);
}

// Times before by controls.
Matrix before_by_control(const Block& block) {
  Matrix out(block.before, block.controls.rows);
  for (size_t time = 0; time < block.before; ++time) {
    for (size_t unit = 0; unit < block.controls.rows; ++unit) {
      out(time, unit) = block.controls(unit, time);
    }
  }
  return out;
}

std::vector<double> treated_before(const Block& block) {
  return {block.treated.begin(), block.treated.begin() + static_cast<long>(block.before)};
}

Weights unit_weights(const Block& block, double zeta, double least_gain, bool intercept) {
  return frank_wolfe_weights(before_by_control(block), treated_before(block),
                             {zeta * zeta, least_gain * least_gain, intercept});
}

Weights time_weights(const Block& block, double zeta, double least_gain) {
  Matrix before(block.controls.rows, block.before);
  std::vector<double> after(block.controls.rows);
  for (size_t unit = 0; unit < block.controls.rows; ++unit) {
    for (size_t time = 0; time < block.before; ++time)
      before(unit, time) = block.controls(unit, time);
    after[unit] = mean_of(block.controls.row(unit) + block.before, block.after());
  }
  return frank_wolfe_weights(before, after, {zeta * zeta, least_gain * least_gain, true});
}

}  // namespace

double noise_level(const Block& block) {
  std::vector<double> steps;
  for (size_t unit = 0; unit < block.controls.rows; ++unit) {
    for (size_t time = 1; time < block.before; ++time) {
      steps.push_back(block.controls(unit, time) - block.controls(unit, time - 1));
    }
  }
  if (steps.size() < 2) return 0;
  const double mean = mean_of(steps.data(), steps.size());
  double square = 0;
  for (const double step : steps) square += (step - mean) * (step - mean);
  return std::sqrt(square / static_cast<double>(steps.size() - 1));
}

Estimate estimate_with(const Block& block, Weights units, Weights times) {
  Estimate out{.unit_weights = std::move(units), .time_weights = std::move(times)};
  out.gaps = block.treated;
  for (size_t time = 0; time < out.gaps.size(); ++time) {
    for (size_t unit = 0; unit < block.controls.rows; ++unit) {
      out.gaps[time] -= out.unit_weights[unit] * block.controls(unit, time);
    }
  }
  for (size_t time = 0; time < out.time_weights.size(); ++time) {
    out.level += out.time_weights[time] * out.gaps[time];
  }
  out.effect = mean_of(out.gaps.data() + block.before, block.after()) - out.level;
  // A difference in level is no bad fit where the method allows one.
  const double usual = out.time_weights.empty() ? 0 : mean_of(out.gaps.data(), block.before);
  double square = 0;
  for (size_t time = 0; time < block.before; ++time) {
    square += (out.gaps[time] - usual) * (out.gaps[time] - usual);
  }
  out.pre_fit = std::sqrt(square / static_cast<double>(block.before));
  return out;
}

Estimate synthetic_did(const Block& block) {
  const double noise = noise_level(block);
  const double cells = static_cast<double>(block.treated_units * block.after());
  const double zeta = std::pow(cells, 0.25) * noise;
  return estimate_with(block, unit_weights(block, zeta, decrease * noise, true),
                       time_weights(block, time_ridge * noise, decrease * noise));
}

Estimate synthetic_control(const Block& block) {
  const double noise = noise_level(block);
  return estimate_with(block, unit_weights(block, control_ridge * noise, decrease * noise, false),
                       {});
}

Estimate difference_in_differences(const Block& block) {
  return estimate_with(block,
                       Weights(block.controls.rows, 1.0 / static_cast<double>(block.controls.rows)),
                       Weights(block.before, 1.0 / static_cast<double>(block.before)));
}

}  // namespace umikoe::impact
