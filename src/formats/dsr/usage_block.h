#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demand/observation.h"
#include "demand/revenue.h"
#include "formats/dsr/record_layout.h"
#include "formats/dsr/summaries.h"
#include "formats/dsr/usage_contexts.h"
#include "formats/dsr/usage_money.h"
#include "formats/findings.h"

namespace umikoe::formats::dsr {

// What the header says about every usage of the file.
struct ReportContext {
  std::string sender_dpid;
  std::string sender_name;
  std::optional<Date> start;
  std::optional<Date> end;
  bool user_generated = false;  // the profile is for user-generated content
  Summaries summaries;
  UsageContexts contexts;
};

// Who takes what usage records say. Money names its summary, and whether it can be placed: in a
// recording, one territory and one month.
struct UsageSinks {
  std::function<void(const PlacedUsage&)> usage;
  std::function<void(const demand::RevenueRow&, const std::string& summary, bool placed)> money;
};

// Which records of a block say what.
enum class BodyRecord : uint8_t { none, other, resource, usage, single, release_usage };
BodyRecord body_record(std::string_view type);

// Collects the records of one block: a block names its resources first and says what was used of
// them afterwards, so its usage can be told only at its end. Blocks come by the million, most of
// them of one recording: texts lie in one buffer, and nothing is made anew for a block.
class UsageBlock {
 public:
  Result<void> add(const Record& record, BodyRecord kind, const BodyColumns& columns,
                   ReportContext& report);
  // True where a resource record names again, after usages, the resource the block began with: the
  // block itself is being repeated.
  bool begins_again(const Record& record, BodyRecord kind, const BodyColumns& columns) const;
  // Hands over the usage rows of the block and their money, and empties it. Error limit_exceeded.
  Result<void> finish(ReportContext& report, Findings& findings, const UsageSinks& sinks);

 private:
  struct Text {  // in texts_
    uint32_t at = 0;
    uint32_t size = 0;
  };
  struct Resource {
    Text key;
    Isrc isrc;
  };
  struct Usage {
    long line = 0;
    Text resource;             // a reference of the block or of the service; empty: of the release
    std::optional<Isrc> isrc;  // single-record blocks state it beside the usage
    Text summary;
    std::optional<uint32_t> summary_number;
    Text territory;
    std::optional<uint32_t> use_type;  // where the record has one
    std::optional<Date> start;
    std::optional<Date> end;
    int64_t net_units = 0;
    RecordMoney money;
  };
  void add_resource(std::span<const std::string_view> cells, const BodyColumns& columns);
  Result<void> add_usage(const Record& record, const BodyColumns& columns, ReportContext& report,
                         std::vector<Usage>& usages);
  Text keep(std::string_view text);
  std::string_view view(Text text) const { return {texts_.data() + text.at, text.size}; }
  std::optional<Isrc> isrc_of(const Usage& usage) const;
  const Summary* summary_of(const Usage& usage, const ReportContext& report,
                            Findings& findings) const;
  Result<std::optional<PlacedUsage>> place(const Usage& usage, ReportContext& report,
                                           Findings& findings) const;
  void tell_money(const Usage& usage, const std::optional<PlacedUsage>& placed,
                  const UsageContexts& contexts, const UsageSinks& sinks) const;
  void order_resources();

  std::string texts_;
  std::vector<Resource> resources_;  // by ResourceReference and DspResourceId
  bool ordered_ = false;             // by key, for blocks of very many
  std::optional<Isrc> first_isrc_;
  bool several_isrcs_ = false;
  std::vector<Usage> usages_;
  std::vector<Usage> release_usages_;  // RU records; used where the block has no other
  size_t records_ = 0;
};

// The reading of one cell. Errors: number_invalid, date_invalid.
Result<int64_t> number_of(std::string_view text, long line, std::string_view column);
Result<std::optional<Date>> date_of(std::string_view text, long line, std::string_view column);

}  // namespace umikoe::formats::dsr
