#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace umikoe::app {

// One covariate: the mean of a column over its times.
struct PredictorSpec {
  std::string column;
  std::vector<std::string> times;

  bool operator==(const PredictorSpec&) const = default;
};

// The covariates of a synthetic control as a file says them. Times are labels as panel_time writes
// them. What names the panel's columns and the treated unit may be left to the command line.
struct PredictorsSpec {
  std::vector<std::string> fit = {};
  std::vector<std::string> effect = {};
  std::vector<PredictorSpec> predictors = {};
  struct Training {
    std::vector<std::string> fit;
    std::vector<PredictorSpec> predictors;

    bool operator==(const Training&) const = default;
  };
  std::optional<Training> train = {};
  std::string unit = {}, time = {}, outcome = {};
  std::string treated_unit = {}, treated_from = {};

  bool operator==(const PredictorsSpec&) const = default;
};

// Reads
// {"fit":[…],"effect":[…],"predictors":[{"column","times":[…]}],"train":{"fit","predictors"}?} and,
// where they stand, "unit", "time", "outcome", "treated_unit" and "treated_from". Errors, with the
// place in the document: spec_not_json, spec_field_missing, spec_field_wrong, limit_exceeded.
Result<PredictorsSpec> parse_predictors_spec(std::string_view bytes);

// A time as the label it has in a panel: numbers without a needless fraction (1970.0 is 1970), all
// else as written, without blanks around it.
std::string panel_time(std::string_view written);

}  // namespace umikoe::app
