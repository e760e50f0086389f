#pragma once

#include <span>
#include <vector>

#include "app/demand/alarm_report.h"

namespace umikoe::app {

// What each kind of alarm rests on. `abroad`: the cells the report was made of; `dates`: dates of
// artists on file.
std::vector<AlarmGround> alarm_grounds(const LoadedWorld& world, const AlarmReport& report,
                                       std::span<const demand::Abroad> abroad,
                                       std::span<const demand::Appearance> dates);

}  // namespace umikoe::app
