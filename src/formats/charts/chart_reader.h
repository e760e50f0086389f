#pragma once

#include <functional>
#include <vector>

#include "demand/observation.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/recognise.h"

namespace umikoe::formats::charts {

struct ChartReport {
  DeliveryCounts counts;
  std::vector<Finding> findings;  // stale days, missing days, unknown territories …
};

// Reads a chart file of a known layout. Rows go to `sink` in file order while reading.
Result<ChartReport> read_chart(Format format, const ByteSource& source,
                               const std::function<void(demand::ChartRow&&)>& sink);

}  // namespace umikoe::formats::charts
