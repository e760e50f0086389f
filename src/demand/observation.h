#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "base/territory.h"
#include "demand/chart_line.h"

namespace umikoe::demand {

// One row of a chart. A chart that shows 50 rows says "below the 50th" about all others, so the
// chart's depth is part of every row.
struct ChartRow {
  std::string chart;  // e.g. "spotify-daily-top-50"
  TerritoryCode territory;
  Date day;                         // the first day the figure is about
  ChartSpan span = ChartSpan::day;  // how long its figures count, from that day on
  int32_t rank = 0;                 // 1-based
  int32_t depth = 0;                // rows the chart shows that day
  std::string artist;
  std::string title;
  std::optional<Isrc> isrc;
  std::optional<int64_t> streams;  // nothing when the layout has none
  bool stale = false;              // repeats the day before

  bool operator==(const ChartRow&) const = default;
};

// One line of a sales report: net units of one recording in one territory over one period.
struct UsageRow {
  std::string service;  // DPID of the sender where given, else its name
  std::string service_name;
  Isrc isrc;
  TerritoryCode territory;
  Date period_start;
  Date period_end;       // inclusive, as reports state it
  std::string use_type;  // DDEX UseType as written
  bool user_generated = false;
  int64_t net_units = 0;  // sales or streams less returns

  bool operator==(const UsageRow&) const = default;
};

}  // namespace umikoe::demand
