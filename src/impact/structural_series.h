#pragma once

#include "impact/block.h"

namespace umikoe::impact {

// What a Bayesian structural time series says of the average effect.
struct SeriesAnswer {
  double effect = 0;         // the posterior mean
  double low = 0, high = 0;  // the middle `level` of the posterior
  double spread = 0;         // its standard deviation
  double pre_fit = 0;        // root mean square of each time before, told by the others
  std::vector<double> coefficients = {};  // of the controls, in the outcome's unit
};

// Local level, local trend and regression on the controls, as in Brodersen et al. 2015 (Annals of
// Applied Statistics 9). All is normal given the ratios of the variances, so that the posterior is
// worked out exactly on a grid of those ratios: no draws, no seed, the same bytes every time.
SeriesAnswer structural_series(const Block& block, double level);

// Only its most probable point of the grid: enough for a placebo.
SeriesAnswer structural_series_mode(const Block& block);

}  // namespace umikoe::impact
