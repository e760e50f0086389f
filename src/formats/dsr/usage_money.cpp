#include "formats/dsr/usage_money.h"

#include "formats/table/amount_cell.h"

namespace umikoe::formats::dsr {
namespace {

Where at(long line, std::string_view column) {
  return {.file = {}, .line = line, .element = std::string(column)};
}

}  // namespace

Result<std::optional<CurrencyCode>> currency_of(const Record& record) {
  const std::string_view written =
      record.cell({"CurrencyOfAccounting", "CurrencyOfReporting", "Currency"});
  if (written.empty()) return std::optional<CurrencyCode>();
  const auto currency = CurrencyCode::parse(written);
  if (!currency) {
    return fail("currency_unknown", {{"text", std::string(written)}}, at(record.line, "Currency"));
  }
  return currency;
}

Result<std::optional<StatedAmount>> amount_of(const Record& record,
                                              std::initializer_list<std::string_view> columns,
                                              CurrencyCode currency) {
  const std::string_view written = record.cell(columns);
  if (written.empty()) return std::optional<StatedAmount>();
  const auto amount = table::parse_amount(written, currency);
  if (!amount) {
    return fail("amount_invalid",
                {{"column", std::string(*columns.begin())}, {"text", std::string(written)}},
                at(record.line, *columns.begin()));
  }
  return std::optional(StatedAmount{amount->amount, amount->decimals});
}

Result<RecordMoney> money_of(const Record& record, std::optional<CurrencyCode> otherwise) {
  RecordMoney money;
  UMIKOE_TRY(money.currency, currency_of(record));
  if (!money.currency) money.currency = otherwise;
  if (!money.currency) {
    money.without_currency = !record
                                  .cell({"AllocatedNetRevenueInCurrencyOfAccounting",
                                         "AllocatedRevenueInCurrencyOfAccounting",
                                         "AllocatedNetRevenue", "AllocatedRevenue", "NetRevenue"})
                                  .empty();
    return money;
  }
  UMIKOE_TRY(const auto gross, amount_of(record,
                                         {"AllocatedNetRevenueInCurrencyOfAccounting",
                                          "AllocatedNetRevenue", "NetRevenue"},
                                         *money.currency));
  UMIKOE_TRY(const auto ours,
             amount_of(record, {"AllocatedRevenueInCurrencyOfAccounting", "AllocatedRevenue"},
                       *money.currency));
  if (gross) money.gross = gross->amount;
  if (ours) money.ours = ours->amount;
  return money;
}

void UsageMoneyLines::add(const demand::RevenueRow& row, const std::string& summary, bool placed) {
  OfCurrency& of = by_currency_[row.currency];
  of.all.add(row, placed);
  of.by_summary[summary].add(row, placed);
  of.states_ours = of.states_ours || row.ours.has_value();
}

}  // namespace umikoe::formats::dsr
