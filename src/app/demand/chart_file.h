#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "demand/chart_line.h"

namespace umikoe::app {

struct ChartFile {
  std::vector<demand::ChartLine> lines;
  std::vector<Finding> findings;
};

// Reads a chart file of any known layout, or every such file of a folder, without a world. Of a
// folder with several layouts only the first is read, and findings name the others; a territory's
// day that stands in two files is the later one's, by name. Errors: chart_format_needed,
// limit_exceeded (forecast_rows), those of the chart reader.
Result<ChartFile> read_chart_file(const FileSource& files, const std::string& path);

// Days as a person lists them: "2026-01-01,2026-01-08". Errors: date_invalid_word,
// demand_origin_needed, limit_exceeded (forecast_origins).
Result<std::vector<Date>> read_days(const std::string& list);

}  // namespace umikoe::app
