#include "demand/forecast/forecast.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "demand/decision_forest.h"

namespace umikoe::demand {
namespace {

constexpr size_t least_examples = 40;
constexpr size_t calibration_examples = 1000;
constexpr uint64_t seed = 20'250'613;

// Outcomes are learnt as ratios to the last value, on a scale where the forest's means make sense:
// logarithms for tracks, which stay above zero; square roots for artists, who may not.
double to_scale(SeriesLevel level, double ratio) {
  if (level == SeriesLevel::track) return std::clamp(std::log(ratio), -1.5, 1.5);
  return std::sqrt(std::min(ratio, 4.0));
}
double from_scale(SeriesLevel level, double scaled) {
  return level == SeriesLevel::track ? std::exp(scaled)
                                     : std::max(scaled, 0.0) * std::max(scaled, 0.0);
}

struct Cases {
  ForestExamples examples;
  std::vector<uint32_t> points;
};

// Every past week whose outcome was known by the origin week. Errors are counted in streams and in
// multiples of a series' usual change, so both give weight.
Cases cases_of(const WeekTable& table, int32_t origin, int32_t horizon) {
  Cases cases;
  double sum = 0;
  for (uint32_t i = 0; i < table.points.size(); ++i) {
    const WeekPoint& point = table.points[i];
    if (point.week + horizon > origin) continue;
    const double* later = table.value(point.series, point.week + horizon);
    if (later == nullptr) continue;
    cases.points.push_back(i);
    sum += point.value;
    ForestExamples& examples = cases.examples;
    examples.width = point.features.size();
    examples.features.insert(examples.features.end(), point.features.begin(), point.features.end());
    examples.outcomes.push_back(static_cast<float>(to_scale(table.level, *later / point.value)));
    examples.blocks.push_back(point.week);
  }
  const double mean = sum / static_cast<double>(std::max<size_t>(cases.points.size(), 1));
  for (const uint32_t i : cases.points) {
    const WeekPoint& point = table.points[i];
    const double changes = point.scale > 0 ? std::min(point.value / point.scale, 50.0) : 1.0;
    cases.examples.weights.push_back(static_cast<float>(point.value / mean + 0.03 * changes + 0.3));
  }
  return cases;
}

using Deciles = std::array<double, 9>;

Deciles ask(const DecisionForest& forest, const WeekPoint& point,
            std::optional<int32_t> unseen_week) {
  Deciles out{};
  const auto answer = forest.quantiles(point.features, deciles, unseen_week);
  if (answer.size() == out.size()) std::ranges::copy(answer, out.begin());
  return out;
}

// The spread around the median, stretched.
Deciles stretched(const Deciles& at, double factor) {
  Deciles out{};
  for (size_t i = 0; i < at.size(); ++i) out[i] = at[4] + factor * (at[i] - at[4]);
  return out;
}

struct Calibration {
  double factor = 1;
  double coverage = 0;
};

// Cases of series with a past of their own, evenly thinned: forecasts are judged on such.
std::vector<size_t> settled_cases(const WeekTable& table, const Cases& cases) {
  std::vector<size_t> settled;
  for (size_t k = 0; k < cases.points.size(); ++k) {
    const WeekPoint& point = table.points[cases.points[k]];
    if (point.weeks_above_zero >= 4 && point.weeks >= 8) settled.push_back(k);
  }
  if (settled.size() < least_examples) {
    settled.resize(cases.points.size());
    std::iota(settled.begin(), settled.end(), size_t{0});
  }
  const size_t step = std::max<size_t>(settled.size() / calibration_examples, 1);
  std::vector<size_t> thinned;
  for (size_t k = 0; k < settled.size(); k += step) thinned.push_back(settled[k]);
  return thinned;
}

// The factor at which 80 % intervals hold closest to 80 % of past outcomes, each asked of trees
// that had not seen its week.
Calibration calibrate(const WeekTable& table, const Cases& cases, const DecisionForest& forest) {
  std::vector<std::pair<Deciles, double>> asked;
  for (const size_t k : settled_cases(table, cases)) {
    const WeekPoint& point = table.points[cases.points[k]];
    asked.emplace_back(ask(forest, point, point.week), cases.examples.outcomes[k]);
  }
  Calibration best;
  double nearest = 2;
  for (int percent = 60; percent <= 160; percent += 2) {
    const double factor = percent / 100.0;
    double inside = 0;
    for (const auto& [at, outcome] : asked) {
      const Deciles spread = stretched(at, factor);
      inside += outcome >= spread.front() - 1e-9 && outcome <= spread.back() + 1e-9 ? 1 : 0;
    }
    const double coverage = inside / static_cast<double>(asked.size());
    if (std::abs(coverage - 0.8) < nearest) {
      nearest = std::abs(coverage - 0.8);
      best = {factor, coverage};
    }
  }
  return best;
}

}  // namespace

int32_t last_whole_week(Date origin, WeekStart start) {
  const int32_t week = week_of(origin, start);
  return last_day_of(week, start) == origin ? week : week - 1;
}

ForecastRun forecast(const WeekTable& table, int32_t origin_week, int32_t horizons) {
  ForecastRun run;
  run.past_coverage.resize(static_cast<size_t>(horizons));
  for (int32_t horizon = 1; horizon <= horizons; ++horizon) {
    const Cases cases = cases_of(table, origin_week, horizon);
    if (cases.points.size() < least_examples) {
      run.horizons_too_short.push_back(horizon);
      continue;
    }
    ForestOptions options;
    options.least_leaf = std::clamp<size_t>(cases.points.size() / 40, 5, 60);
    options.seed = seed + static_cast<uint64_t>(horizon);
    const DecisionForest forest(cases.examples, options);
    const Calibration calibration = calibrate(table, cases, forest);
    run.past_coverage[static_cast<size_t>(horizon - 1)] = calibration.coverage;
    for (const WeekPoint& point : table.points) {
      if (point.week != origin_week) continue;
      Forecast answer{.series = point.series, .horizon = horizon};
      const Deciles spread = stretched(ask(forest, point, std::nullopt), calibration.factor);
      for (size_t i = 0; i < spread.size(); ++i) {
        const double value = point.value * from_scale(table.level, spread[i]);
        answer.quantiles[i] = table.most ? std::min(value, *table.most) : value;
      }
      answer.point = answer.quantiles[4];
      run.forecasts.push_back(answer);
    }
  }
  std::ranges::stable_sort(run.forecasts, {}, &Forecast::series);
  return run;
}

}  // namespace umikoe::demand
