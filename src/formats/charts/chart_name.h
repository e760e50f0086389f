#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "demand/chart_line.h"

namespace umikoe::formats::charts {

// What the name of a chart file, or a note above its rows, says of it: the region and the days of
// downloads that state them nowhere else.
struct ChartName {
  std::string region;             // a territory word as written, "global" too; empty: not said
  std::optional<Date> first_day;  // of what it shows; set where a week or a range is named
  std::optional<Date> last_day;   // the only day of a daily chart
  std::optional<demand::ChartSpan> span;  // where it says daily or weekly, or names a range
  bool viral = false;
};

// "regional-jp-weekly-2026-03-05.csv", "regional-tw-weekly-2016-12-30--2017-01-06.csv",
// "id_dailytop50_2025-06-21.csv", "Shazam Top 200 United States, Thursday, 24 September 2026". Two
// regions or dates that make no day and no week leave the field empty.
ChartName chart_name(std::string_view text);

}  // namespace umikoe::formats::charts
