#pragma once

#include "app/recording_demand.h"

namespace umikoe::app {

// Foreign-to-home ratios of the recordings that are open abroad on the world's day, so that a
// closed door is not taken for indifference.
demand::ForeignToHome open_ratios(const LoadedWorld& world, const RecordingDemand& demand);

}  // namespace umikoe::app
