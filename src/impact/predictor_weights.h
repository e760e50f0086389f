#pragma once

#include <cstdint>
#include <vector>

#include "impact/matrix.h"
#include "impact/simplex_weights.h"

namespace umikoe::impact {

// Predictors by units and outcomes (of the times to fit) by units; the last unit is the treated
// one.
struct PredictorTable {
  Matrix predictors;
  Matrix outcomes;
};

struct PredictorFit {
  std::vector<double> importance;  // of each predictor (V), together one
  Weights units;                   // of the controls (W)
  double loss = 0;                 // mean square error of the outcome over the times to fit
};

// How long to search: the figure itself, or one of many placebos beside it.
enum class PredictorSearch : uint8_t { full, quick };

// The importances whose unit weights fit the outcome best (Abadie and Gardeazabal 2003): predictors
// are divided by their standard deviation over all units, and the weights minimise their
// importance-weighted distance. As in the Synth package, two searches begin at equal importances
// and at those of a regression of the outcomes on the predictors, and the better end is kept. What
// lies beyond both is left alone: the published figures are such ends, not the best fit of all, and
// the best fit of many importances tends to be one of chance.
PredictorFit fit_predictors(const PredictorTable& table, PredictorSearch search);

// The weights of units under given importances, as when these come from a training period.
PredictorFit fit_with_importance(const PredictorTable& table, std::vector<double> importance);

}  // namespace umikoe::impact
