#include "formats/dsr/usage_block.h"

#include <algorithm>
#include <charconv>

#include "formats/over_limit.h"

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

// The service that usages without a channel of their own are of.
const std::string& sender_of(const ReportContext& report) {
  return report.sender_dpid.empty() ? report.sender_name : report.sender_dpid;
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

BodyRecord body_record(std::string_view type) {
  const std::string_view family = type.substr(0, 2);
  if (family == "AS") return BodyRecord::resource;
  if (family == "SU") return BodyRecord::usage;
  // SRHE and SRFO are the header and footer of single-record blocks.
  const bool frame = type.starts_with("SRHE") || type.starts_with("SRFO");
  if (family == "SR") return frame ? BodyRecord::none : BodyRecord::single;
  if (family == "RU") return BodyRecord::release_usage;
  const bool other = family == "RE" || family == "MW" || family == "LI" || family == "LC";
  return other ? BodyRecord::other : BodyRecord::none;
}

UsageBlock::Text UsageBlock::keep(std::string_view text) {
  if (text.empty()) return {};
  const Text kept{static_cast<uint32_t>(texts_.size()), static_cast<uint32_t>(text.size())};
  texts_ += text;
  return kept;
}

Result<void> UsageBlock::add(const Record& record, BodyRecord kind, const BodyColumns& columns,
                             ReportContext& report) {
  if (static_cast<int64_t>(++records_) > limits::dsr_block_records.value ||
      static_cast<int64_t>(texts_.size()) > limits::dsr_block_bytes.value) {
    const bool many = static_cast<int64_t>(records_) > limits::dsr_block_records.value;
    return std::unexpected(over_limit(many ? limits::dsr_block_records : limits::dsr_block_bytes,
                                      at(record.line, {})));
  }
  switch (kind) {
    case BodyRecord::resource:
      add_resource(record.cells, columns);
      return {};
    case BodyRecord::usage:
    case BodyRecord::single:
      return add_usage(record, columns, report, usages_);
    case BodyRecord::release_usage:
      return add_usage(record, columns, report, release_usages_);
    case BodyRecord::none:
    case BodyRecord::other:
      break;
  }
  return {};
}

void UsageBlock::add_resource(std::span<const std::string_view> cells, const BodyColumns& columns) {
  const auto isrc = Isrc::parse(first_value(columns.isrc.of(cells)));
  if (!isrc) return;
  for (const ColumnChoice* choice : {&columns.resource_reference, &columns.resource_of_service}) {
    const std::string_view key = choice->of(cells);
    if (!key.empty()) resources_.push_back({keep(key), *isrc});
  }
  ordered_ = false;
  several_isrcs_ = several_isrcs_ || (first_isrc_ && *first_isrc_ != *isrc);
  if (!first_isrc_) first_isrc_ = isrc;
}

bool UsageBlock::begins_again(const Record& record, BodyRecord kind,
                              const BodyColumns& columns) const {
  if (kind != BodyRecord::resource || resources_.empty()) return false;
  if (usages_.empty() && release_usages_.empty()) return false;
  const std::string_view key = columns.resource_reference.of(record.cells);
  return !key.empty() && key == view(resources_.front().key);
}

Result<void> UsageBlock::add_usage(const Record& record, const BodyColumns& columns,
                                   ReportContext& report, std::vector<Usage>& usages) {
  const auto cells = record.cells;
  Usage& usage = usages.emplace_back();
  usage.line = record.line;
  if (const auto isrc = columns.isrc.of(cells); !isrc.empty()) {
    usage.isrc = Isrc::parse(first_value(isrc));
  }
  if (!usage.isrc) {
    // The first resource stands whatever follows, and most blocks have no other.
    const std::string_view used = first_value(columns.used.of(cells));
    if (!resources_.empty() && used == view(resources_.front().key))
      usage.isrc = resources_.front().isrc;
    else
      usage.resource = keep(used);
  }
  const std::string_view summary = columns.summary.of(cells);
  usage.summary_number = report.summaries.find(summary);
  if (!usage.summary_number || columns.money) usage.summary = keep(summary);
  usage.territory = keep(columns.territory.of(cells));
  if (const auto use = columns.use_type.of(cells); !use.empty()) {
    UMIKOE_TRY(usage.use_type, report.contexts.use_type(use));
  }
  if (const auto start = columns.start.of(cells); !start.empty()) {
    UMIKOE_TRY(usage.start, date_of(start, record.line, "ValidityPeriodStart"));
  }
  if (const auto end = columns.end.of(cells); !end.empty()) {
    UMIKOE_TRY(usage.end, date_of(end, record.line, "ValidityPeriodEnd"));
  }
  UMIKOE_TRY(usage.net_units, sum_of(columns.sold.of(cells), record.line, "Usages"));
  if (const auto back = columns.returned.of(cells); !back.empty()) {
    UMIKOE_TRY(const int64_t returned, sum_of(back, record.line, "Returns"));
    usage.net_units -= returned;
  }
  if (!columns.money) return {};
  UMIKOE_TRY(usage.money,
             money_of(record, usage.summary_number
                                  ? report.summaries.at(*usage.summary_number).context.currency
                                  : std::nullopt));
  return {};
}

// Most blocks are searched from the front; one of very many resources is put in order once.
void UsageBlock::order_resources() {
  constexpr size_t searched_from_the_front = 16;
  ordered_ = resources_.size() > searched_from_the_front;
  // Stable: the first of a key stands.
  if (ordered_) {
    std::ranges::stable_sort(resources_, {}, [&](const Resource& r) { return view(r.key); });
  }
}

std::optional<Isrc> UsageBlock::isrc_of(const Usage& usage) const {
  if (usage.isrc) return usage.isrc;
  const std::string_view key = view(usage.resource);
  const auto key_of = [&](const Resource& r) { return view(r.key); };
  const auto named = ordered_ ? std::ranges::lower_bound(resources_, key, {}, key_of)
                              : std::ranges::find(resources_, key, key_of);
  if (named != resources_.end() && view(named->key) == key) return named->isrc;
  // Usage of a release that holds one recording is usage of that recording. Of an album nobody can
  // say which tracks were heard.
  return several_isrcs_ ? std::nullopt : first_isrc_;
}

const Summary* UsageBlock::summary_of(const Usage& usage, const ReportContext& report,
                                      Findings& findings) const {
  if (usage.summary_number) return &report.summaries.at(*usage.summary_number);
  const std::string_view id = view(usage.summary);
  if (const auto found = report.summaries.find(id)) return &report.summaries.at(*found);
  findings.add_once("dsr_summary_unknown", {{"id", std::string(id)}},
                    at(usage.line, "SummaryRecordId"));
  // A report with one context can mean no other, whatever it calls it.
  return report.summaries.only();
}

// Nothing, with a finding, where the usage cannot be placed.
Result<std::optional<PlacedUsage>> UsageBlock::place(const Usage& usage, ReportContext& report,
                                                     Findings& findings) const {
  const auto isrc = isrc_of(usage);
  if (!isrc) {
    findings.add(first_isrc_ ? "dsr_usage_of_whole_release" : "dsr_row_without_isrc", {},
                 at(usage.line, {}));
    return std::nullopt;
  }
  const Summary* summary = summary_of(usage, report, findings);
  const std::string_view written = view(usage.territory);
  const auto territory = !written.empty() ? single_territory(written)
                         : summary        ? summary->territory
                                          : std::nullopt;
  const auto start = usage.start ? usage.start : report.start;
  const auto end = usage.end ? usage.end : report.end;
  if (!territory) {
    const std::string_view of_summary = summary ? std::string_view(summary->context.territory) : "";
    findings.add_once("territory_unknown",
                      {{"text", std::string(written.empty() ? of_summary : written)}},
                      at(usage.line, "Territory"));
    return std::nullopt;
  }
  if (!start || !end || *end < *start) {
    findings.add_once("dsr_usage_without_period", {}, at(usage.line, "UsageStartDate"));
    return std::nullopt;
  }
  UsageContexts::Key key{.start = *start, .end = *end};
  key.user_generated = report.user_generated || !release_usages_.empty();
  if (summary) {
    key.service = summary->service;
    key.use_type = usage.use_type.value_or(summary->use_type);
  } else {
    UMIKOE_TRY(key.service, report.contexts.service(sender_of(report), report.sender_name));
    UMIKOE_TRY(const uint32_t nothing, report.contexts.use_type({}));
    key.use_type = usage.use_type.value_or(nothing);
  }
  UMIKOE_TRY(const uint32_t context, report.contexts.context(key));
  return PlacedUsage{*isrc, *territory, context, usage.net_units};
}

void UsageBlock::tell_money(const Usage& usage, const std::optional<PlacedUsage>& placed,
                            const UsageContexts& contexts, const UsageSinks& sinks) const {
  demand::RevenueRow money;
  money.currency = *usage.money.currency;
  money.gross = usage.money.gross;
  money.ours = usage.money.ours;
  money.units = usage.net_units;
  bool in_one_month = false;
  if (placed) {
    const UsageContext& context = contexts.at(placed->context);
    money.service = context.service;
    money.service_name = context.service_name;
    money.isrc = placed->isrc;
    money.territory = placed->territory;
    money.use_type = context.use_type;
    money.user_generated = context.user_generated;
    money.usage_month = month_of(context.start);
    // Of which month the money of a quarter is, nobody can say.
    in_one_month = money.usage_month == month_of(context.end);
  }
  sinks.money(money, std::string(view(usage.summary)), in_one_month);
}

Result<void> UsageBlock::finish(ReportContext& report, Findings& findings,
                                const UsageSinks& sinks) {
  order_resources();
  for (const Usage& usage : usages_.empty() ? release_usages_ : usages_) {
    UMIKOE_TRY(const auto placed, place(usage, report, findings));
    if (placed) sinks.usage(*placed);
    if (usage.money.without_currency) {
      findings.add_once("dsr_money_without_currency", {}, at(usage.line, "Currency"));
    }
    if (!usage.money.currency || (!usage.money.gross && !usage.money.ours)) continue;
    tell_money(usage, placed, report.contexts, sinks);
  }
  texts_.clear();
  resources_.clear();
  first_isrc_.reset();
  several_isrcs_ = false;
  usages_.clear();
  release_usages_.clear();
  records_ = 0;
  return {};
}

}  // namespace umikoe::formats::dsr
