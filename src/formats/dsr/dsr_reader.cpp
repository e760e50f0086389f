#include "formats/dsr/dsr_reader.h"

#include <algorithm>

#include "base/identifiers.h"
#include "formats/dsr/block_ids.h"
#include "formats/dsr/line_reader.h"
#include "formats/dsr/record_layout.h"
#include "formats/dsr/summary_money.h"
#include "formats/dsr/usage_block.h"
#include "formats/dsr/usage_counts.h"

namespace umikoe::formats::dsr {
namespace {

// FHEA and FFOO are the names of early drafts, SRHE and SRFO those of single-record blocks.
bool is_head(std::string_view type) { return type == "HEAD" || type == "FHEA" || type == "SRHE"; }
bool is_foot(std::string_view type) { return type == "FOOT" || type == "FFOO" || type == "SRFO"; }

class DsrReading {
 public:
  using Placed = std::function<void(const PlacedUsage&, const UsageContexts&)>;
  DsrReading(Placed placed, const MoneySink& money)
      : placed_(std::move(placed)), money_sink_(money) {
    sinks_.usage = [this](const PlacedUsage& usage) {
      ++report_.counts.rows;
      report_.counts.territories.insert(usage.territory);
      placed_(usage, context_.contexts);
    };
    sinks_.money = [this](const demand::RevenueRow& row, const std::string& summary, bool whole) {
      lines_.add(row, summary, whole);
      if (whole && money_sink_) money_sink_(row);
    };
  }
  DsrReading(const DsrReading&) = delete;
  DsrReading& operator=(const DsrReading&) = delete;

  const UsageContexts& contexts() const { return context_.contexts; }

  Result<DsrReport> run(const ByteSource& source) {
    LineReader lines(source);
    std::string_view line;
    while (true) {
      UMIKOE_TRY(bool more, lines.next(line));
      if (!more) break;
      if (line.empty()) continue;
      line_ = lines.line_number();
      UMIKOE_TRY(read_line(line));
    }
    if (head_.empty()) return fail("dsr_not_a_report", {}, where());
    if (!footed_) return fail("dsr_truncated", {}, where());
    report_.statements = money_.statements(report_, lines_, findings_);
    if (version_) report_.version = version_->finish();
    report_.findings = findings_.take();
    return std::move(report_);
  }

 private:
  Where where(std::string_view element = {}) const {
    return {.file = {}, .line = line_, .element = std::string(element)};
  }

  Result<void> read_line(std::string_view line) {
    const std::string_view type = line.substr(0, line.find('\t'));
    if (head_read_ && !footed_) {
      if (const BodyRecord kind = body_record(type); kind != BodyRecord::none) {
        return read_body(line, type, kind);
      }
    }
    split_cells(line, cells_);
    if (type.starts_with('#')) {
      layouts_.learn(cells_);
      return {};
    }
    if (head_.empty()) {
      if (!is_head(type)) return fail("dsr_not_a_report", {}, where());
      head_line_ = line_;
      head_.assign(cells_.begin(), cells_.end());
      return {};
    }
    // The header's column names may stand in a comment behind it.
    if (!head_read_) UMIKOE_TRY(read_head());
    if (footed_) {
      findings_.add_once("dsr_rows_after_footer", {}, where());
      return {};
    }
    return read_record(Record{layouts_, cells_, line_});
  }

  Result<void> read_head() {
    head_read_ = true;
    std::vector<std::string_view> cells(head_.begin(), head_.end());
    if (!layouts_.knows(cells.front())) cells.front() = "HEAD";
    const Record head{layouts_, cells, head_line_};
    report_.profile = std::string(head.cell({"Profile"}));
    report_.message_id = std::string(head.cell({"MessageId"}));
    report_.sender = party(head, "SenderPartyId", "SenderName");
    report_.recipient = party(head, "RecipientPartyId", "RecipientName");
    context_.sender_dpid = report_.sender.dpid;
    context_.sender_name = report_.sender.name;
    UMIKOE_TRY(context_.start,
               date_of(head.cell({"UsageStartDate"}), head_line_, "UsageStartDate"));
    UMIKOE_TRY(context_.end, date_of(head.cell({"UsageEndDate"}), head_line_, "UsageEndDate"));
    const std::string_view profile = head.cell({"Profile"});
    context_.user_generated = profile.starts_with("UGC") || profile.starts_with("Ugc");
    report_.counts.first_date = context_.start;
    report_.counts.last_date = context_.end;
    const std::string_view files = head.cell({"NumberOfFiles", "NumberofFiles"});
    several_files_ = files != "1" && !files.empty();
    begin_version(head, files);
    return {};
  }

  // A report is known by who sent it to whom about which time and service; what its summaries are
  // about comes behind.
  void begin_version(const Record& head, std::string_view files) {
    demand::ReportVersion version;
    const auto created = WrittenTime::parse(head.cell({"MessageCreatedDateTime"}));
    const auto number = number_of(head.cell({"FileNumber"}), head_line_, "FileNumber");
    const auto count = number_of(files, head_line_, "NumberOfFiles");
    if (!created || !context_.start || !context_.end || context_.sender_dpid.empty()) return;
    if (report_.message_id.empty() || !number || !count || *number < 1 || *count < *number ||
        *count > INT32_MAX) {
      return;
    }
    version.message_id = report_.message_id;
    version.created = Instant{created->seconds};
    version.file = static_cast<int32_t>(*number);
    version.files = static_cast<int32_t>(*count);
    version_.emplace(
        std::move(version),
        std::vector<std::string>{context_.sender_dpid, std::string(head.cell({"RecipientPartyId"})),
                                 std::string(head.cell({"ServiceDescription"})), report_.profile,
                                 std::string(head.cell({"RepresentedRepertoire"})),
                                 context_.start->to_string(), context_.end->to_string()});
  }

  catalogue::Party party(const Record& head, std::string_view id, std::string_view name) {
    catalogue::Party party;
    party.name = std::string(head.cell({name}));
    const std::string_view written = head.cell({id});
    if (written.empty()) return party;
    const auto dpid = parse_dpid(written);
    if (!dpid) {
      findings_.add("identifier_malformed", {{"kind", "DPID"}, {"text", std::string(written)}},
                    {.file = {}, .line = head_line_, .element = std::string(id)});
    } else if (!dpid->check_digit_ok) {
      findings_.add("identifier_check_digit", {{"kind", "DPID"}, {"text", std::string(written)}},
                    {.file = {}, .line = head_line_, .element = std::string(id)});
    }
    party.dpid = dpid ? dpid->text : without_separators(written);
    return party;
  }

  // What is neither of a block nor comment nor header.
  Result<void> read_record(const Record& record) {
    const std::string_view type = record.type();
    if (is_foot(type)) return read_foot(record);
    if (type.starts_with("SY")) return read_summary(record);
    const BodyRecord kind = body_record(type);
    if (kind != BodyRecord::none) {
      RecordLayouts::Found& found = layouts_.found(type);
      return read_block_record(record, kind, layouts_.body(found));
    }
    findings_.add_once("dsr_record_unknown", {{"record", std::string(type)}}, where(type));
    return {};
  }

  Result<void> read_body(std::string_view line, std::string_view type, BodyRecord kind) {
    RecordLayouts::Found& found = layouts_.found(type);
    const BodyColumns& columns = layouts_.body(found);
    split_cells(line, cells_, columns.cells);
    return read_block_record(Record{layouts_, cells_, line_, &found}, kind, columns);
  }

  Result<void> read_block_record(const Record& record, BodyRecord kind,
                                 const BodyColumns& columns) {
    if (!columns.known) {
      findings_.add_once("dsr_record_unknown", {{"record", std::string(record.type())}},
                         where(record.type()));
    }
    // A single record is a block of its own and has no id of one.
    const std::string_view block =
        kind != BodyRecord::single && cells_.size() > 1 ? cells_[1] : std::string_view();
    const bool begins = blocks_ == 0 || kind == BodyRecord::single || block != block_id_ ||
                        block_.begins_again(record, kind, columns);
    if (begins) UMIKOE_TRY(begin_block(block));
    if (repeated_) return {};
    return block_.add(record, kind, columns, context_);
  }

  Result<void> begin_block(std::string_view block) {
    UMIKOE_TRY(finish_block());
    block_id_ = block;
    ++blocks_;
    repeated_ = !block.empty() && !ids_.insert(block);
    if (repeated_) {
      findings_.add("dsr_block_repeated", {{"block", std::string(block)}}, where("BlockId"));
    }
    if (ids_.full()) findings_.add_once("dsr_blocks_not_compared", {}, where("BlockId"));
    return {};
  }

  Result<void> read_summary(const Record& record) {
    ++summaries_;
    if (!layouts_.knows(record.type())) {
      findings_.add_once("dsr_record_unknown", {{"record", std::string(record.type())}},
                         where(record.type()));
      return {};
    }
    // Several summary records may share an id, one for each rights controller; what is read here is
    // the same in all of them.
    Summary summary;
    SummaryContext& context = summary.context;
    context.territory = std::string(record.cell({"Territory"}));
    context.use_type = std::string(record.cell({"UseType"}));
    if (const auto dpid = record.cell({"DistributionChannelDPID"}); !dpid.empty()) {
      context.service = without_separators(dpid);
      context.service_name = std::string(record.cell({"DistributionChannel"}));
    }
    summary.id = std::string(record.cell({"SummaryRecordId"}));
    UMIKOE_TRY(context.currency, currency_of(record));
    UMIKOE_TRY(money_.add(record, summary.id));
    if (version_) {
      version_->add_summary({context.territory, context.use_type, context.service,
                             std::string(record.cell({"CommercialModel"}))});
    }
    const std::string territory = context.territory;
    UMIKOE_TRY(work_out(summary));
    UMIKOE_TRY(const auto added, context_.summaries.add(std::move(summary)));
    if (!added.fresh && added.standing->context.territory != territory) {
      findings_.add("dsr_summary_contradicts", {{"id", added.standing->id}}, where("Territory"));
    }
    return {};
  }

  // What is the same for every usage of a summary.
  Result<void> work_out(Summary& summary) {
    const SummaryContext& context = summary.context;
    std::string service = context.service.empty() ? context_.sender_dpid : context.service;
    const std::string& name =
        context.service_name.empty() ? context_.sender_name : context.service_name;
    if (service.empty()) service = name;
    summary.territory = single_territory(context.territory);
    UMIKOE_TRY(summary.service, context_.contexts.service(service, name));
    UMIKOE_TRY(summary.use_type, context_.contexts.use_type(context.use_type));
    return {};
  }

  Result<void> finish_block() { return block_.finish(context_, findings_, sinks_); }

  Result<void> read_foot(const Record& record) {
    UMIKOE_TRY(finish_block());
    footed_ = true;
    std::vector<std::string_view> cells = cells_;
    if (!layouts_.knows(cells.front())) cells.front() = "FOOT";
    const Record foot{layouts_, cells, record.line};
    compare(foot, "NumberOfLinesInFile", line_);
    compare(foot, "NumberOfSummaryRecords", summaries_);
    compare(foot, "NumberOfBlocksInFile", blocks_);
    if (!several_files_) {
      compare(foot, "NumberOfLinesInReport", line_);
      compare(foot, "NumberOfBlocksInReport", blocks_);
    }
    return {};
  }

  // A footer that counts otherwise is a finding: public samples of the standard itself are off.
  void compare(const Record& foot, std::string_view field, int64_t found) {
    const std::string_view stated = foot.cell({field});
    if (stated.empty() || stated == std::to_string(found)) return;
    findings_.add("dsr_footer_mismatch",
                  {{"what", std::string(field)},
                   {"stated", std::string(stated)},
                   {"found", std::to_string(found)}},
                  where(field));
  }

  Placed placed_;
  const MoneySink& money_sink_;
  UsageSinks sinks_;
  UsageMoneyLines lines_;
  RecordLayouts layouts_;
  Findings findings_;
  DsrReport report_;
  ReportContext context_;
  UsageBlock block_;
  SummaryMoney money_;
  std::optional<demand::ReportVersionMaker> version_;
  BlockIds ids_;
  std::string block_id_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> head_;
  long head_line_ = 0;
  long line_ = 0;
  int64_t summaries_ = 0;
  int64_t blocks_ = 0;
  bool repeated_ = false;  // the block at hand was counted before
  bool head_read_ = false;
  bool footed_ = false;
  bool several_files_ = false;
};

}  // namespace

Result<DsrReport> read_dsr(const ByteSource& source,
                           const std::function<void(const demand::UsageRow&)>& sink,
                           const MoneySink& money) {
  demand::UsageRow row;
  std::optional<uint32_t> filled;
  const auto tell = [&](const PlacedUsage& usage, const UsageContexts& contexts) {
    if (filled != usage.context) fill_row(row, contexts.at(usage.context));
    filled = usage.context;
    row.isrc = usage.isrc;
    row.territory = usage.territory;
    row.net_units = usage.net_units;
    sink(row);
  };
  return DsrReading(tell, money).run(source);
}

Result<DsrReport> count_dsr(const ByteSource& source,
                            const std::function<void(const demand::UsageRow&)>& sink,
                            const MoneySink& money, size_t cells_max) {
  UsageCounts counts(cells_max, sink);
  DsrReading reading(
      [&](const PlacedUsage& usage, const UsageContexts& contexts) { counts.add(usage, contexts); },
      money);
  UMIKOE_TRY(auto report, reading.run(source));
  counts.hand_over(reading.contexts());
  return report;
}

}  // namespace umikoe::formats::dsr
