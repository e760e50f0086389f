#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/territory.h"

namespace umikoe::demand {

// How long one row of a chart counts.
enum class ChartSpan : uint8_t { day, week };
inline int32_t days_of(ChartSpan span) { return span == ChartSpan::week ? 7 : 1; }

// One row of a chart file, as the file says it: what forecasts of a file and the import both read.
struct ChartLine {
  std::string territory;              // as written: "KR", "kr", "South Korea", "global"
  std::optional<TerritoryCode> code;  // nothing for charts of no territory, and unknown words
  Date file_day;                      // the day the file states; of a week its last day
  Date day;                           // the (first) day the figure is about
  ChartSpan span = ChartSpan::day;
  int32_t rank = 0;    // 1-based
  std::string artist;  // as written
  std::string title;   // as written
  std::optional<Isrc> isrc;
  std::optional<int64_t> streams;        // of the span
  std::optional<int64_t> streams_7d;     // of the seven days that end with it, where stated
  std::optional<double> popularity;      // an index of the service without a unit, 0–100
  std::optional<int64_t> days_on_chart;  // since it first entered, as the service counts
  bool stale = false;                    // repeats the day before

  bool operator==(const ChartLine&) const = default;
};

}  // namespace umikoe::demand
