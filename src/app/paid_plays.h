#pragma once

#include <vector>

#include "app/loaded_world.h"
#include "app/yen_rates.h"
#include "demand/yen_per_thousand.h"

namespace umikoe::app {

// Our share of on-demand streams as statements state it, in yen: lines whose use is not named, made
// by others, or without a known amount or rate, are left out, since they are no price of a play.
std::vector<demand::PaidPlays> paid_plays(const LoadedWorld& world, const YenRates& rates);

}  // namespace umikoe::app
