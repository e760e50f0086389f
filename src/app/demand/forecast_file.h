#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "demand/forecast/forecast.h"
#include "messages/messages.h"

namespace umikoe::app {

struct ForecastQuestion {
  std::string level;       // "track" (also when empty) or "artist"
  int32_t horizon = 4;     // weeks, 1 to 8
  std::string origins;     // days, comma-separated
  std::string week_start;  // "fri" (also when empty) or "mon"
};

struct ForecastAnswer {
  demand::WeekTable table;
  struct Origin {
    Date day;
    int32_t week = 0;
    demand::ForecastRun run;
  };
  std::vector<Origin> origins;
  std::vector<Finding> findings;
};

// What the series of a chart file come to after each origin, from rows up to it. Errors:
// demand_level_unknown, horizon_invalid, week_start_unknown, demand_history_short (naming the first
// origin with too few weeks before it), those of read_chart_file and read_days.
Result<ForecastAnswer> forecast_file(const FileSource& files, const std::string& path,
                                     const ForecastQuestion& question);

// One object per line: territory, artist, title, origin, h, point, quantiles.
std::string forecast_json(const ForecastAnswer& answer);
std::string forecast_csv(const ForecastAnswer& answer);
// The largest series of the last origin.
std::string forecast_text(const ForecastAnswer& answer, messages::Language language, size_t rows);

}  // namespace umikoe::app
