#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/party.h"
#include "demand/observation.h"
#include "demand/report_version.h"
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
  // Which report it is, for a later or repeated one to be known by. Nothing where the header does
  // not say who sent it about which time.
  std::optional<demand::ReportVersion> version;
};

// Takes the lines of money that name a recording, one territory and one month. Whether they add up
// is known at the end: read once without it, and again with it where `statements` has their
// currency.
using MoneySink = std::function<void(const demand::RevenueRow&)>;

// Reads a DSR flat file (DSRF): tab-separated, no quoting, blocks, comment lines. Usage rows go to
// `sink` in file order while reading. Errors: dsr_not_a_report, dsr_truncated, encoding_invalid,
// limit_exceeded, number_invalid, date_invalid, amount_invalid, currency_unknown; each with its
// line. A block that comes again is named in a finding and counted once.
Result<DsrReport> read_dsr(const ByteSource& source,
                           const std::function<void(const demand::UsageRow&)>& sink,
                           const MoneySink& money = {});

// The same, with the usage of one recording, territory, use and period added up into one row: of
// as many of them at a time as `cells_max`, so that memory does not grow with the report. What a
// processor's cache holds is counted fastest, and a report repeats cells close by or not at all.
inline constexpr size_t dsr_cells_held = 65'536;
Result<DsrReport> count_dsr(const ByteSource& source,
                            const std::function<void(const demand::UsageRow&)>& sink,
                            const MoneySink& money = {}, size_t cells_max = dsr_cells_held);

}  // namespace umikoe::formats::dsr
