#pragma once

#include <optional>

#include "plan/portfolio.h"

namespace umikoe::plan {

// A small problem with every kind of rule, often tight, sometimes impossible.
PortfolioProblem random_plan(uint64_t seed);

// The best objective over every set that keeps the rules; absent where none does. For up to some
// twenty choices.
std::optional<double> best_of_all_sets(const PortfolioProblem& problem);

}  // namespace umikoe::plan
