#include "impact/filled.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace umikoe::impact {
namespace {

constexpr int rounds = 4;
constexpr double least_spread = 0.05;  // of logarithms; a series that was never seen to vary does

double normal_below(double at) { return std::erfc(-at / std::numbers::sqrt2) / 2; }

// The mean of a log-normal, given that it lies below the bound.
double expected_below(double middle, double spread, double bound) {
  const double at = (std::log(bound) - middle) / spread;
  const double chance = normal_below(at);
  if (chance < 1e-12) return bound;  // far above it in the model, below it in truth: just below
  const double mean = std::exp(middle + spread * spread / 2) * normal_below(at - spread) / chance;
  return std::clamp(mean, 0.0, bound);
}

// Unit, time and spread of the logarithms: value = unit + time + spread * normal.
struct TwoWay {
  std::vector<double> unit, time, spread;
};

TwoWay fit(const Matrix& values) {
  TwoWay out{std::vector<double>(values.rows, 0.0), std::vector<double>(values.columns, 0.0),
             std::vector<double>(values.rows, 0.0)};
  const auto log_of = [&](size_t unit, size_t time) {
    return std::log(std::max(values(unit, time), 1e-9));
  };
  const auto times = static_cast<double>(values.columns);
  for (size_t unit = 0; unit < values.rows; ++unit) {
    for (size_t time = 0; time < values.columns; ++time) {
      out.unit[unit] += log_of(unit, time) / times;
    }
  }
  // The middle one, because one unit's bound far from its truth must not move all others.
  std::vector<double> lefts(values.rows);
  const auto middle = lefts.begin() + static_cast<long>(values.rows / 2);
  for (size_t time = 0; time < values.columns; ++time) {
    for (size_t unit = 0; unit < values.rows; ++unit) {
      lefts[unit] = log_of(unit, time) - out.unit[unit];
    }
    std::ranges::nth_element(lefts, middle);
    out.time[time] = *middle;
  }
  for (size_t unit = 0; unit < values.rows; ++unit) {
    double square = 0;
    for (size_t time = 0; time < values.columns; ++time) {
      const double left = log_of(unit, time) - out.unit[unit] - out.time[time];
      square += left * left;
    }
    out.spread[unit] = std::max(least_spread, std::sqrt(square / times));
  }
  return out;
}

}  // namespace

Matrix filled(const Panel& panel, const std::vector<size_t>& units) {
  Matrix out(units.size(), panel.times.size());
  std::vector<std::pair<size_t, size_t>> below;
  for (size_t row = 0; row < units.size(); ++row) {
    for (size_t time = 0; time < panel.times.size(); ++time) {
      const Observation& cell = panel.at(units[row], time);
      out(row, time) = cell.value;
      if (cell.seen != Seen::below) continue;
      below.emplace_back(row, time);
      out(row, time) = cell.value / 2;
    }
  }
  if (below.empty()) return out;
  for (int round = 0; round < rounds; ++round) {
    const TwoWay model = fit(out);
    for (const auto& [row, time] : below) {
      const double bound = panel.at(units[row], time).value;
      if (bound <= 0) continue;
      out(row, time) = expected_below(model.unit[row] + model.time[time], model.spread[row], bound);
    }
  }
  return out;
}

}  // namespace umikoe::impact
