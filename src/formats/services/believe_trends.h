#pragma once

#include <functional>
#include <vector>

#include "demand/observation.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/findings.h"

namespace umikoe::formats::services {

struct TrendsReport {
  DeliveryCounts counts;
  std::vector<Finding> findings;
};

// Believe's daily trends (LabelCamp), one JSON object a line: plays with ISRC, territory, service
// and day. Days come late: a file holds events of days before it, which count on their own day. Of
// the listeners (user, gender, year of birth) nothing is read. Plays are summed by service,
// recording, territory and day before they go to `sink`. Errors: jsonl_invalid, date_invalid,
// number_invalid, isrc_malformed, limit_exceeded, table_empty.
Result<TrendsReport> read_believe_trends(const ByteSource& source,
                                         const std::function<void(demand::UsageRow&&)>& sink);

}  // namespace umikoe::formats::services
