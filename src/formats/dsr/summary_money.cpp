#include "formats/dsr/summary_money.h"

#include "formats/dsr/dsr_reader.h"
#include "formats/table/amount_cell.h"

namespace umikoe::formats::dsr {
namespace {

Result<std::optional<FineAmount>> amount_of(const Record& record, std::string_view column,
                                            CurrencyCode currency) {
  const std::string_view written = record.cell({column});
  if (written.empty()) return std::optional<FineAmount>();
  const auto amount = table::parse_amount(written, currency);
  if (!amount) {
    return fail("amount_invalid", {{"column", std::string(column)}, {"text", std::string(written)}},
                {.file = {}, .line = record.line, .element = std::string(column)});
  }
  return std::optional(amount->amount);
}

}  // namespace

Result<void> SummaryMoney::add(const Record& record, const std::string& summary_id) {
  const std::string_view written = record.cell({"CurrencyOfReporting", "Currency"});
  if (written.empty()) return {};
  const auto currency = CurrencyCode::parse(written);
  if (!currency) {
    return fail("currency_unknown", {{"text", std::string(written)}},
                {.file = {}, .line = record.line, .element = "Currency"});
  }
  UMIKOE_TRY(const auto allocated, amount_of(record, "AllocatedNetRevenue", *currency));
  UMIKOE_TRY(const auto net, amount_of(record, "NetRevenue", *currency));
  if (!allocated && !net) return {};
  Sums& sums = sums_[*currency];
  if (allocated) {
    sums.allocated += *allocated;
    sums.any_allocated = true;
  }
  // Records of one summary repeat its revenue, one for each rights controller.
  if (net && counted_.insert(summary_id).second) {
    sums.net += *net;
    sums.any_net = true;
  }
  return {};
}

std::vector<demand::RevenueStatement> SummaryMoney::totals(const DsrReport& report) const {
  std::vector<demand::RevenueStatement> out;
  for (const auto& [currency, sums] : sums_) {
    const auto total = sums.any_allocated ? sums.allocated.fine() : sums.net.fine();
    // Public samples fill the column with zeros; that says nothing of money.
    if (!total || *total == FineAmount{}) continue;
    demand::RevenueStatement statement;
    statement.sender = report.sender.name;
    statement.number = report.message_id;
    statement.currency = currency;
    statement.stated_total = *total;
    statement.lines = statement.lines_unknown = report.counts.rows;
    statement.lines_digest = "dsr " + report.message_id + " " + total->to_string();
    out.push_back(std::move(statement));
  }
  return out;
}

}  // namespace umikoe::formats::dsr
