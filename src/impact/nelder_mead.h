#pragma once

#include <functional>
#include <vector>

namespace umikoe::impact {

struct Minimum {
  std::vector<double> at;
  double value = 0;
};

// The smallest value found from `start` by Nelder and Mead's method (1965) with Gao and Han's
// coefficients for many dimensions, in at most `evaluations` calls.
Minimum nelder_mead(const std::function<double(const std::vector<double>&)>& value,
                    const std::vector<double>& start, int evaluations);

}  // namespace umikoe::impact
