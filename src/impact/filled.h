#pragma once

#include <vector>

#include "impact/matrix.h"
#include "impact/panel.h"

namespace umikoe::impact {

// Units by times, for the given units, whose cells must all be known or bounded. What lies below a
// bound becomes what it held on average: the expected value there of a log-normal around the unit's
// usual share of what all units do at that time (Tobin's censored regression, in a few rounds).
Matrix filled(const Panel& panel, const std::vector<size_t>& units);

}  // namespace umikoe::impact
