#include "formats/dsr/dsr_reader.h"

#include <set>

#include "base/identifiers.h"
#include "formats/dsr/line_reader.h"
#include "formats/dsr/record_layout.h"
#include "formats/dsr/summary_money.h"
#include "formats/dsr/usage_block.h"

namespace umikoe::formats::dsr {
namespace {

// FHEA and FFOO are the names of early drafts, SRHE and SRFO those of single-record blocks.
bool is_head(std::string_view type) { return type == "HEAD" || type == "FHEA" || type == "SRHE"; }
bool is_foot(std::string_view type) { return type == "FOOT" || type == "FFOO" || type == "SRFO"; }

class DsrReading {
 public:
  DsrReading(const std::function<void(const demand::UsageRow&)>& sink, const MoneySink& money)
      : sink_(sink), money_sink_(money) {}

  Result<DsrReport> run(const ByteSource& source) {
    LineReader lines(source);
    std::string_view line;
    while (true) {
      UMIKOE_TRY(bool more, lines.next(line));
      if (!more) break;
      if (line.empty()) continue;
      split_cells(line, cells_);
      line_ = lines.line_number();
      UMIKOE_TRY(read_line());
    }
    if (head_.empty()) return fail("dsr_not_a_report", {}, where());
    if (!footed_) return fail("dsr_truncated", {}, where());
    report_.statements = money_.statements(report_, lines_, findings_);
    report_.findings = findings_.take();
    return std::move(report_);
  }

 private:
  Where where(std::string_view element = {}) const {
    return {.file = {}, .line = line_, .element = std::string(element)};
  }

  Result<void> read_line() {
    const std::string_view type = cells_.front();
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
    several_files_ = head.cell({"NumberOfFiles"}) != "1" && !head.cell({"NumberOfFiles"}).empty();
    return {};
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

  Result<void> read_record(const Record& record) {
    const std::string_view type = record.type();
    if (is_foot(type)) return read_foot(record);
    if (type.starts_with("SY")) return read_summary(record);
    const bool body = type.starts_with("RE") || type.starts_with("AS") || type.starts_with("MW") ||
                      type.starts_with("SU") || type.starts_with("RU") || type.starts_with("LI") ||
                      type.starts_with("LC") || type.starts_with("SR");
    if (!body || !layouts_.knows(type)) {
      findings_.add_once("dsr_record_unknown", {{"record", std::string(type)}}, where(type));
    }
    if (!body) return {};
    const std::string_view block = cells_.size() > 1 ? cells_[1] : std::string_view();
    const bool single = type.starts_with("SR");
    if (blocks_ == 0 || single || block != block_id_) {
      finish_block();
      block_id_ = std::string(block);
      ++blocks_;
    }
    return block_.add(record, context_);
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
    SummaryContext context;
    context.territory = std::string(record.cell({"Territory"}));
    context.use_type = std::string(record.cell({"UseType"}));
    if (const auto dpid = record.cell({"DistributionChannelDPID"}); !dpid.empty()) {
      context.service = without_separators(dpid);
      context.service_name = std::string(record.cell({"DistributionChannel"}));
    }
    const std::string id(record.cell({"SummaryRecordId"}));
    UMIKOE_TRY(context.currency, currency_of(record));
    UMIKOE_TRY(money_.add(record, id));
    const auto [found, added] = context_.summaries.try_emplace(id, context);
    if (!added && found->second.territory != context.territory) {
      findings_.add("dsr_summary_contradicts", {{"id", id}}, where("Territory"));
    }
    return {};
  }

  void finish_block() {
    const UsageSinks sinks{
        .usage =
            [this](const demand::UsageRow& row) {
              ++report_.counts.rows;
              report_.counts.territories.insert(row.territory);
              sink_(row);
            },
        .money =
            [this](const demand::RevenueRow& row, const std::string& summary, bool placed) {
              lines_.add(row, summary, placed);
              if (placed && money_sink_) money_sink_(row);
            }};
    block_.finish(context_, findings_, sinks);
  }

  Result<void> read_foot(const Record& record) {
    finish_block();
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

  const std::function<void(const demand::UsageRow&)>& sink_;
  const MoneySink& money_sink_;
  UsageMoneyLines lines_;
  RecordLayouts layouts_;
  Findings findings_;
  DsrReport report_;
  ReportContext context_;
  UsageBlock block_;
  SummaryMoney money_;
  std::string block_id_;
  std::vector<std::string_view> cells_;
  std::vector<std::string> head_;
  long head_line_ = 0;
  long line_ = 0;
  int64_t summaries_ = 0;
  int64_t blocks_ = 0;
  bool head_read_ = false;
  bool footed_ = false;
  bool several_files_ = false;
};

}  // namespace

Result<DsrReport> read_dsr(const ByteSource& source,
                           const std::function<void(const demand::UsageRow&)>& sink,
                           const MoneySink& money) {
  return DsrReading(sink, money).run(source);
}

}  // namespace umikoe::formats::dsr
