#pragma once

#include "demand/forecast/chart_weeks.h"
#include "demand/forecast/week_table.h"

namespace umikoe::demand {

// Adds one series for every territory and artist as written.
void add_artist_weeks(const ChartWeeks& charts, WeekTable& table);

}  // namespace umikoe::demand
