#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "impact/block.h"
#include "impact/structural_series.h"

namespace umikoe::impact {

enum class Method : uint8_t { sdid, sc, did, bsts };
std::optional<Method> parse_method(std::string_view word);
std::string_view word(Method method);

// Covariates of a synthetic control: predictors by units of the panel, and the times over which the
// outcome is fitted and the effect averaged. `train` is the setting whose importances are used.
struct Predictors {
  std::vector<std::string> names = {};
  Matrix values = {};
  std::vector<size_t> fit = {};
  std::vector<size_t> effect = {};
  struct Training {
    Matrix values;
    std::vector<size_t> fit;
  };
  std::optional<Training> train = {};
};

// One unit with the time its treatment begins.
struct Treated {
  size_t unit = 0;
  size_t from = 0;

  bool operator==(const Treated&) const = default;
};

// What was seen of the treated beside what their controls say, time by time: the row a figure rests
// on. Of a series there is none.
struct Trace {
  std::vector<size_t> units = {};
  size_t from = 0;
  std::vector<double> observed = {};
  std::vector<double> control = {};
};

// What comparing the treated with the controls says.
struct Compared {
  double effect = 0;
  double pre_fit = 0;
  double scale = 0;      // what the effect is divided by to be compared with placebos
  double roughness = 0;  // deviation of the treated's own steps before
  double step_out = 0;   // the last times before less the earlier, over what is usual: disturbed?
  double expected = 0;   // what the treated would have been, on average
  Weights unit_weights = {};
  std::vector<double> time_weights = {};  // by times of the panel
  std::vector<double> importance = {};    // of predictors
  std::optional<SeriesAnswer> series = {};
  std::vector<Trace> traces = {};  // one for each start
};

struct ComparisonSettings {
  Method method = Method::sdid;
  bool indexed = false;  // each unit as a multiple of its own mean before
  double level = 0.9;    // of the posterior interval of a series
};

// The same comparison made for the treated units and for every placebo. Units that start together
// are compared together; the starts are averaged by treated cells (staggered adoption). `values`
// has one row for each unit of the panel.
class Comparison {
 public:
  Comparison(Matrix values, ComparisonSettings settings, std::optional<Predictors> predictors)
      : values_(std::move(values)), settings_(settings), predictors_(std::move(predictors)) {}

  Compared of(const std::vector<Treated>& treated, const std::vector<size_t>& controls,
              bool placebo) const;
  const std::optional<Predictors>& predictors() const { return predictors_; }

 private:
  Compared cohort(const std::vector<size_t>& units, size_t from,
                  const std::vector<size_t>& controls, bool placebo) const;
  Compared with_predictors(const Treated& treated, const std::vector<size_t>& controls,
                           bool placebo) const;

  Matrix values_;
  ComparisonSettings settings_;
  std::optional<Predictors> predictors_;
};

}  // namespace umikoe::impact
