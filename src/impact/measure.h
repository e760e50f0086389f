#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/rng.h"
#include "impact/comparison.h"
#include "impact/donors.h"
#include "impact/panel.h"

namespace umikoe::impact {

enum class Verdict : uint8_t { worked, no_evidence, harmed, cannot_tell };
std::string_view word(Verdict verdict);

struct MeasureSettings {
  Method method = Method::sdid;
  bool indexed = false;
  bool lower_is_better = false;
  double level = 0.9;
  size_t placebos = 200;
  std::optional<double> matters = {};      // the smallest effect somebody would act on
  std::vector<std::string> excluded = {};  // units kept out of the controls
};

// Fewer controls than this leave no placebo distribution to speak of.
inline constexpr size_t least_donors = 10;
// Fewer times before the start show no fit.
inline constexpr size_t least_before = 5;
// Larger values leave squares that mean nothing any more.
inline constexpr double largest_value = 1e15;
// Without `matters`: the share of what would have been below which an effect counts as too small
// to have been missed.
inline constexpr double matters_share = 0.25;
// With this chance an effect of the "smallest seen" size leads to an interval without zero.
inline constexpr double power = 0.8;

// A trace under the names of its panel.
struct NamedTrace {
  std::vector<std::string> units;
  std::string from;
  std::vector<std::string> times;
  std::vector<double> observed;
  std::vector<double> control;
};

using NamedWeights = std::vector<std::pair<std::string, double>>;

// What was measured. Where `refused` says why not, there is no effect and no interval.
struct Measurement {
  Method method = Method::sdid;
  std::optional<double> effect = {};
  std::optional<std::pair<double, double>> interval = {};
  double level = 0.9;
  NamedWeights unit_weights = {};  // largest first; zeros are left out
  NamedWeights time_weights = {};
  NamedWeights importance = {};  // of predictors
  std::optional<double> pre_fit = {};
  std::optional<double> placebo_p = {};
  size_t placebos = 0;
  std::optional<double> expected = {};  // what it would have been without, on average
  std::optional<double> smallest = {};  // the smallest effect it could have seen
  Verdict verdict = Verdict::cannot_tell;
  std::vector<Error> refused = {};
  std::vector<std::pair<std::string, NoDonor>> dropped = {};
  std::vector<std::string> treated = {};
  size_t donors = 0;
  std::vector<NamedTrace> traces = {};
  size_t below_chart = 0;  // cells of the treated and the controls known only by their bound
};

// Measures the average effect on the treated units from their starts on. Errors: panel_no_treated,
// panel_all_treated, predictors_one_treated, predictors_only_sc.
Result<Measurement> measure(const Panel& panel, const MeasureSettings& settings,
                            const std::optional<Predictors>& predictors, Rng& rng);

}  // namespace umikoe::impact
