#pragma once

#include <string>
#include <vector>

#include "base/rng.h"
#include "impact/comparison.h"

namespace umikoe::impact {

// What the method finds where nothing was done.
struct Placebos {
  std::vector<double> ratios = {};  // |effect| over scale, ascending
  double independent = 0;           // how many placebos they are worth
  double usual_fit = 0;             // median of the fit before, over the unit's own steps
  double usual_step = 0;            // median of how far the last times before lie apart
  size_t poor = 0;                  // left out, because their fit would have been refused
};

// A fit before this many times worse than the placebos' median says that the controls are not like
// the treated.
inline constexpr double poor_fit = 3;

// The controls, one unit (or as many as are treated) at a time, are called treated from the same
// times on; the rest are their controls, without their own group. One treated unit: every control
// once, at most `draws` of them; several: `draws` random choices.
Placebos run_placebos(const Comparison& comparison, const std::vector<Treated>& treated,
                      const std::vector<size_t>& donors, const std::vector<std::string>& groups,
                      size_t draws, Rng& rng);

// The value below which a share of the ratios lies, as if drawn from a continuous law: interpolated
// between order statistics so that one more ratio falls below it with exactly that chance on
// average (Hyndman and Fan 1996, type 6), counting as many ratios as are independent. There must be
// one.
double ratio_quantile(const Placebos& placebos, double share);

// The rank p value of a ratio among those of the placebos and itself.
double placebo_p(const Placebos& placebos, double ratio);

}  // namespace umikoe::impact
