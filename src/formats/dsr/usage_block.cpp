#include "formats/dsr/usage_block.h"

#include <algorithm>
#include <charconv>

#include "formats/over_limit.h"
#include "rights/use.h"

namespace umikoe::formats::dsr {
namespace {

std::string_view first_value(std::string_view cell) { return cell.substr(0, cell.find('|')); }

Date month_of(Date day) { return day.plus(1 - day.day()); }

Where at(long line, std::string_view column) {
  return {.file = {}, .line = line, .element = std::string(column)};
}

// The sum of a cell's values, which a bar parts ("4323|2334").
Result<int64_t> sum_of(std::string_view cell, long line, std::string_view column) {
  int64_t sum = 0;
  while (true) {
    const std::string_view value = first_value(cell);
    UMIKOE_TRY(int64_t number, number_of(value, line, column));
    if (__builtin_add_overflow(sum, number, &sum)) {
      return fail("number_invalid", {{"text", std::string(cell)}}, at(line, column));
    }
    if (value.size() == cell.size()) return sum;
    cell.remove_prefix(value.size() + 1);
  }
}

// The territory of a usage; a report says one place, never a group.
std::optional<TerritoryCode> single_territory(const std::string& written) {
  if (const auto territory = TerritoryCode::parse(written)) return territory;
  const auto expanded = expand_territory(written, *Date::of(9999, 12, 31));
  if (!expanded || expanded->size() != 1) return std::nullopt;
  return expanded->members().front();
}

const SummaryContext* summary_of(const ReportContext& report, const std::string& id, long line,
                                 Findings& findings) {
  const auto found = report.summaries.find(id);
  if (found != report.summaries.end()) return &found->second;
  findings.add_once("dsr_summary_unknown", {{"id", id}}, at(line, "SummaryRecordId"));
  // A report with one context can mean no other, whatever it calls it.
  const auto& all = report.summaries;
  const bool one = std::ranges::all_of(
      all, [&](const auto& entry) { return entry.second == all.begin()->second; });
  return !all.empty() && one ? &all.begin()->second : nullptr;
}

}  // namespace

Result<int64_t> number_of(std::string_view text, long line, std::string_view column) {
  if (text.empty()) return 0;
  int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string_view rest(end, static_cast<size_t>(text.data() + text.size() - end));
  if (rest.starts_with('.')) rest.remove_prefix(1);  // spreadsheets write 12.0
  const bool whole = rest.find_first_not_of('0') == std::string_view::npos;
  // A tenth of the range, so that sums over a file cannot overflow.
  constexpr int64_t largest = INT64_MAX / 1'000'000;
  if (error != std::errc() || !whole || number > largest || number < -largest) {
    return fail("number_invalid", {{"text", std::string(text)}}, at(line, column));
  }
  return number;
}

Result<std::optional<Date>> date_of(std::string_view text, long line, std::string_view column) {
  if (text.empty()) return std::optional<Date>();
  auto date = Date::parse(text.substr(0, 10));
  if (!date && text.size() == 8) {  // 20151001
    const std::string dashed = std::string(text.substr(0, 4)) + "-" +
                               std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6));
    date = Date::parse(dashed);
  }
  if (!date) return fail("date_invalid", {{"text", std::string(text)}}, at(line, column));
  return date;
}

Result<UsageBlock::Usage> UsageBlock::usage_of(const Record& record,
                                               const ReportContext& report) const {
  Usage usage;
  usage.line = record.line;
  usage.resource = std::string(first_value(
      record.cell({"TransactedResource", "ResourceReference", "DspResourceId", "DspReleaseId"})));
  usage.isrc = Isrc::parse(first_value(record.cell({"ISRC"})));
  usage.summary = std::string(record.cell({"SummaryRecordId"}));
  usage.territory = std::string(record.cell({"Territory"}));
  usage.use_type = std::string(record.cell({"UseType"}));
  UMIKOE_TRY(usage.start,
             date_of(record.cell({"ValidityPeriodStart"}), record.line, "ValidityPeriodStart"));
  UMIKOE_TRY(usage.end,
             date_of(record.cell({"ValidityPeriodEnd"}), record.line, "ValidityPeriodEnd"));
  UMIKOE_TRY(int64_t sold, sum_of(record.cell({"NumberOfStreams", "Usages", "NumberOfUsages",
                                               "NumberOfConsumerSalesGross"}),
                                  record.line, "Usages"));
  UMIKOE_TRY(int64_t returned,
             sum_of(record.cell({"Returns", "NumberOfUnitsReturned"}), record.line, "Returns"));
  usage.net_units = sold - returned;
  const auto summary = report.summaries.find(usage.summary);
  UMIKOE_TRY(usage.money,
             money_of(record,
                      summary == report.summaries.end() ? std::nullopt : summary->second.currency));
  return usage;
}

Result<void> UsageBlock::add(const Record& record, const ReportContext& report) {
  if (static_cast<int64_t>(++records_) > limits::dsr_block_records.value) {
    return std::unexpected(over_limit(limits::dsr_block_records, at(record.line, {})));
  }
  const std::string_view type = record.type();
  if (type.starts_with("AS")) {
    const auto isrc = Isrc::parse(first_value(record.cell({"ISRC"})));
    if (!isrc) return {};
    for (const char* name : {"ResourceReference", "DspResourceId"}) {
      const std::string_view key = record.cell({name});
      if (!key.empty()) resources_.emplace(std::string(key), *isrc);
    }
    if (std::ranges::find(isrcs_, *isrc) == isrcs_.end()) isrcs_.push_back(*isrc);
  } else if (type.starts_with("SU") || type.starts_with("SR")) {
    UMIKOE_TRY(Usage usage, usage_of(record, report));
    usages_.push_back(std::move(usage));
  } else if (type.starts_with("RU")) {
    UMIKOE_TRY(Usage usage, usage_of(record, report));
    release_usages_.push_back(std::move(usage));
  }
  return {};
}

std::optional<Isrc> UsageBlock::isrc_of(const Usage& usage) const {
  if (usage.isrc) return usage.isrc;
  const auto named = resources_.find(usage.resource);
  if (named != resources_.end()) return named->second;
  // Usage of a release that holds one recording is usage of that recording. Of an album nobody can
  // say which tracks were heard.
  if (isrcs_.size() == 1) return isrcs_.front();
  return std::nullopt;
}

// Nothing, with a finding, where the usage cannot be placed.
std::optional<demand::UsageRow> UsageBlock::row_of(const Usage& usage, const ReportContext& report,
                                                   Findings& findings) const {
  const auto isrc = isrc_of(usage);
  if (!isrc) {
    findings.add(isrcs_.empty() ? "dsr_row_without_isrc" : "dsr_usage_of_whole_release", {},
                 at(usage.line, {}));
    return std::nullopt;
  }
  static const SummaryContext nothing;
  const SummaryContext* summary = summary_of(report, usage.summary, usage.line, findings);
  const SummaryContext& context = summary ? *summary : nothing;
  const std::string& written = usage.territory.empty() ? context.territory : usage.territory;
  const auto territory = single_territory(written);
  const auto start = usage.start ? usage.start : report.start;
  const auto end = usage.end ? usage.end : report.end;
  if (!territory) {
    findings.add_once("territory_unknown", {{"text", written}}, at(usage.line, "Territory"));
    return std::nullopt;
  }
  if (!start || !end || *end < *start) {
    findings.add_once("dsr_usage_without_period", {}, at(usage.line, "UsageStartDate"));
    return std::nullopt;
  }
  demand::UsageRow row;
  row.service = context.service.empty() ? report.sender_dpid : context.service;
  row.service_name = context.service_name.empty() ? report.sender_name : context.service_name;
  if (row.service.empty()) row.service = row.service_name;
  row.isrc = *isrc;
  row.territory = *territory;
  row.period_start = *start;
  row.period_end = *end;
  row.use_type = usage.use_type.empty() ? context.use_type : usage.use_type;
  row.user_generated =
      report.user_generated || !release_usages_.empty() ||
      rights::uses_of_type(row.use_type).value_or(0) == bit(rights::Use::user_generated);
  row.net_units = usage.net_units;
  return row;
}

void UsageBlock::finish(const ReportContext& report, Findings& findings, const UsageSinks& sinks) {
  for (const Usage& usage : usages_.empty() ? release_usages_ : usages_) {
    const auto row = row_of(usage, report, findings);
    if (row) sinks.usage(*row);
    if (usage.money.without_currency) {
      findings.add_once("dsr_money_without_currency", {}, at(usage.line, "Currency"));
    }
    if (!usage.money.currency || (!usage.money.gross && !usage.money.ours)) continue;
    demand::RevenueRow money;
    money.currency = *usage.money.currency;
    money.gross = usage.money.gross;
    money.ours = usage.money.ours;
    money.units = usage.net_units;
    bool placed = row.has_value();
    if (row) {
      money.service = row->service;
      money.service_name = row->service_name;
      money.isrc = row->isrc;
      money.territory = row->territory;
      money.use_type = row->use_type;
      money.user_generated = row->user_generated;
      money.usage_month = month_of(row->period_start);
      // Of which month the money of a quarter is, nobody can say.
      placed = money.usage_month == month_of(row->period_end);
    }
    sinks.money(money, usage.summary, placed);
  }
  // Emptied, not made anew: most blocks are of one recording, and there are millions.
  resources_.clear();
  isrcs_.clear();
  usages_.clear();
  release_usages_.clear();
  records_ = 0;
}

}  // namespace umikoe::formats::dsr
