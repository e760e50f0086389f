#pragma once

#include <stddef.h>

#include <vector>

namespace umikoe::plan {

// Mean of the worst tenth of equally likely values; where that is no whole number of them, the last
// one counts in part (Rockafellar and Uryasev 2000).
double worst_tenth_mean(std::vector<double> values);

// (1 - caution) × mean + caution × worst_tenth_mean.
double cautious_mean(const std::vector<double>& values, double caution);

// What each value weighs in that figure. The same weights give no less for any other values, which
// is why every choice of them bounds a cautious plan.
std::vector<double> cautious_weights(const std::vector<double>& values, double caution);

// The largest share of the worst tenth that one of so many scenarios can have.
double largest_tail_weight(size_t scenarios);

}  // namespace umikoe::plan
