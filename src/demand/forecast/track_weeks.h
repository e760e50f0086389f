#pragma once

#include "demand/forecast/chart_weeks.h"
#include "demand/forecast/week_table.h"

namespace umikoe::demand {

// Adds one series for every territory, artist and title.
void add_track_weeks(const ChartWeeks& charts, WeekTable& table);

}  // namespace umikoe::demand
