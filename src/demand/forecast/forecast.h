#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "demand/forecast/week_table.h"

namespace umikoe::demand {

inline constexpr std::array<double, 9> deciles = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

struct Forecast {
  uint32_t series = 0;                   // of the table
  int32_t horizon = 0;                   // weeks after the origin week
  double point = 0;                      // the median, which is what absolute errors ask for
  std::array<double, 9> quantiles = {};  // ascending, never below zero
};

struct ForecastRun {
  std::vector<Forecast> forecasts;          // by series and horizon
  std::vector<int32_t> horizons_too_short;  // the file has too few past weeks to learn from
  std::vector<std::optional<double>> past_coverage;  // by horizon: of the 80 % interval, as found
                                                     // on past weeks each tree had not seen
};

// The last week that is over on that day, Thursday evening for weeks from Friday.
int32_t last_whole_week(Date origin, WeekStart start);

// What every series that is on its chart in the origin week comes to `1..horizons` weeks later.
// Decay is learnt across series: a forest finds past weeks of any series that looked like this
// one (growth, age, place above the chart's lowest row, growth elsewhere …) and answers with what
// became of them, as a multiple of the last value. A track's forecast holds while it stays on the
// chart; an artist may fall to zero. The spread is set so that 80 % intervals held 80 % of past
// outcomes. Uses weeks up to the origin week only.
ForecastRun forecast(const WeekTable& table, int32_t origin_week, int32_t horizons);

}  // namespace umikoe::demand
