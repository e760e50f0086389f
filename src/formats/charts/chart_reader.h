#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "demand/chart_line.h"
#include "demand/observation.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/recognise.h"

namespace umikoe::formats::charts {

struct ChartReport {
  DeliveryCounts counts;          // of rows of one territory
  int64_t lines = 0;              // of all rows, those of "global" too
  std::vector<Finding> findings;  // stale days, missing days, unknown territories …
};

// Reads a chart file of a known layout, in file order, every row as the file says it. `file_name`
// says region and days where the layout states them nowhere else. Where a layout has no mark for
// them, days that repeat the recorded day before them are told by their rows. Errors:
// chart_day_needed, chart_region_needed, chart_span_needed, column_missing, column_twice,
// row_too_short, date_invalid, number_invalid, table_empty, limit_exceeded, those of the table
// reader.
Result<ChartReport> read_chart_lines(Format format, const ByteSource& source,
                                     std::string_view file_name,
                                     const std::function<void(demand::ChartLine&&)>& sink);

// The same rows as what a world keeps, with the depth their chart shows that day: rows of no one
// territory are left out and counted in a finding.
Result<ChartReport> read_chart(Format format, const ByteSource& source, std::string_view file_name,
                               const std::function<void(demand::ChartRow&&)>& sink);

}  // namespace umikoe::formats::charts
