#pragma once

#include <functional>
#include <string>
#include <vector>

#include "catalogue/party.h"
#include "demand/observation.h"
#include "demand/revenue.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"

namespace umikoe::formats::dsr {

struct DsrReport {
  std::string profile;
  std::string message_id;
  catalogue::Party sender;  // the service
  catalogue::Party recipient;
  DeliveryCounts counts;
  // What the summary records say the whole is worth, one per currency: no line of it states money.
  std::vector<demand::RevenueStatement> totals;
  std::vector<Finding> findings;  // footer differences, unknown blocks, rows without ISRC …
};

// Reads a DSR flat file (DSRF): tab-separated, no quoting, blocks, comment lines. Usage rows go to
// `sink` in file order while reading. Errors: dsr_not_a_report, dsr_truncated, encoding_invalid,
// limit_exceeded, number_invalid, date_invalid; each with its line.
Result<DsrReport> read_dsr(const ByteSource& source,
                           const std::function<void(const demand::UsageRow&)>& sink);

}  // namespace umikoe::formats::dsr
