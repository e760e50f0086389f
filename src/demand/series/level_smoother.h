#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace umikoe::demand {

// What one source says of the plays of some days: exactly, or between two bounds.
struct LevelObservation {
  size_t first_week = 0;       // place in the series
  std::vector<double> shares;  // of each week from there on: the part of it that is spoken of
  double low = 0;              // plays of those days; 0: nothing is known from below
  double high = 0;             // above 0 and at least `low`; equal to it: exact
  double spread = 0;           // standard deviation of its logarithm about the truth; above 0
};

struct LevelEstimate {
  double log_mean = 0;
  double log_spread = 0;  // standard deviation

  // In plays a week, `deviations` of the standard deviation from the middle.
  double plays(double deviations) const;
};

// A local level: the logarithm of a week's plays is last week's plus a normal step. How large steps
// are is learnt from the series itself, held near what charted series do. Bounds enter by
// expectation propagation (Minka 2001), sums over several weeks by linearising them about the
// present answer until it stays. Needs at least one observation.
std::vector<LevelEstimate> smooth_level(size_t weeks,
                                        std::span<const LevelObservation> observations);

}  // namespace umikoe::demand
