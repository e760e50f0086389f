#pragma once

#include <vector>

#include "impact/matrix.h"

namespace umikoe::impact {

using Weights = std::vector<double>;  // none below zero, together one

// How Arkhangelsky et al. (2021) find weights: min |a w - b|^2 / rows + ridge |w|^2.
struct FrankWolfe {
  double ridge = 0;         // per row: the square of their zeta
  double min_decrease = 0;  // of the mean square; a smaller gain ends the search
  bool intercept = true;    // columns of `a` and `b` are centred first
};

// Weights of the columns of `a` by Frank-Wolfe with exact line search from equal weights: 100
// steps, columns with at most a quarter of the largest weight dropped, then at most 10,000 more.
// The path is part of the published figures: the optimum itself lies a little elsewhere.
Weights frank_wolfe_weights(const Matrix& a, const std::vector<double>& b,
                            const FrankWolfe& settings);

// The exact minimum of |a w - b|^2 over weights, by an active set; `a` may have more columns than
// rows. Where several weights do equally well, the ones closest to equal.
Weights exact_weights(const Matrix& a, const std::vector<double>& b);

}  // namespace umikoe::impact
