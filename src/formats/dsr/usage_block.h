#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "demand/observation.h"
#include "demand/revenue.h"
#include "formats/dsr/record_layout.h"
#include "formats/dsr/usage_money.h"
#include "formats/findings.h"

namespace umikoe::formats::dsr {

// What a summary record says about the usage records that refer to it.
struct SummaryContext {
  std::string territory;
  std::string use_type;
  std::string service;  // DPID of the distribution channel where given, else of the sender
  std::string service_name;
  std::optional<CurrencyCode> currency;  // of the money that usage records state

  bool operator==(const SummaryContext&) const = default;
};

// What the header says about every usage of the file.
struct ReportContext {
  std::string sender_dpid;
  std::string sender_name;
  std::optional<Date> start;
  std::optional<Date> end;
  bool user_generated = false;  // the profile is for user-generated content
  std::map<std::string, SummaryContext, std::less<>> summaries;
};

// Who takes what usage records say. Money names its summary, and whether it can be placed: in a
// recording, one territory and one month.
struct UsageSinks {
  std::function<void(const demand::UsageRow&)> usage;
  std::function<void(const demand::RevenueRow&, const std::string& summary, bool placed)> money;
};

// Collects the records of one block: a block names its resources first and says what was used of
// them afterwards, so its usage can be told only at its end.
class UsageBlock {
 public:
  Result<void> add(const Record& record, const ReportContext& report);
  // Hands over the usage rows of the block and their money, and empties it.
  void finish(const ReportContext& report, Findings& findings, const UsageSinks& sinks);

 private:
  struct Usage {
    long line = 0;
    std::string resource;      // a reference of the block or of the service; empty: of the release
    std::optional<Isrc> isrc;  // single-record blocks state it beside the usage
    std::string summary;
    std::string territory;
    std::string use_type;
    std::optional<Date> start;
    std::optional<Date> end;
    int64_t net_units = 0;
    RecordMoney money;
  };
  Result<Usage> usage_of(const Record& record, const ReportContext& report) const;
  std::optional<demand::UsageRow> row_of(const Usage& usage, const ReportContext& report,
                                         Findings& findings) const;
  std::optional<Isrc> isrc_of(const Usage& usage) const;

  std::map<std::string, Isrc, std::less<>> resources_;  // by ResourceReference and DspResourceId
  std::vector<Isrc> isrcs_;
  std::vector<Usage> usages_;
  std::vector<Usage> release_usages_;  // RU records; used where the block has no other
  size_t records_ = 0;
};

// The reading of one cell. Errors: number_invalid, date_invalid.
Result<int64_t> number_of(std::string_view text, long line, std::string_view column);
Result<std::optional<Date>> date_of(std::string_view text, long line, std::string_view column);

}  // namespace umikoe::formats::dsr
