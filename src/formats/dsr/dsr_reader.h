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
  // One per currency: of the lines where usage records state money that adds up to what their
  // summaries state, else of what the summaries say the whole is worth.
  std::vector<demand::RevenueStatement> statements;
  std::vector<Finding> findings;  // footer differences, unknown blocks, rows without ISRC …
};

// Takes the lines of money that name a recording, one territory and one month. Whether they add up
// is known at the end: read once without it, and again with it where `statements` has their
// currency.
using MoneySink = std::function<void(const demand::RevenueRow&)>;

// Reads a DSR flat file (DSRF): tab-separated, no quoting, blocks, comment lines. Usage rows go to
// `sink` in file order while reading. Errors: dsr_not_a_report, dsr_truncated, encoding_invalid,
// limit_exceeded, number_invalid, date_invalid, amount_invalid, currency_unknown; each with its
// line.
Result<DsrReport> read_dsr(const ByteSource& source,
                           const std::function<void(const demand::UsageRow&)>& sink,
                           const MoneySink& money = {});

}  // namespace umikoe::formats::dsr
