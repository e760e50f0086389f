#pragma once

#include <functional>

#include "app/recording_demand.h"

namespace umikoe::app {

// Foreign-to-home ratios of the recordings that are open abroad on the world's day, so that a
// closed door is not taken for indifference.
demand::ForeignToHome open_ratios(const LoadedWorld& world, const RecordingDemand& demand);
// The same by answers at hand, for a world without its records of rights.
using IsOpen = std::function<bool(const Isrc& isrc, TerritoryCode territory)>;
demand::ForeignToHome open_ratios(const LoadedWorld& world, const RecordingDemand& demand,
                                  const IsOpen& is_open);

}  // namespace umikoe::app
