#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/result.h"
#include "demand/statement_lines.h"
#include "formats/dsr/record_layout.h"

namespace umikoe::formats::dsr {

// What one usage record says it earned. Prices that consumers paid are not revenue and not read.
struct RecordMoney {
  std::optional<CurrencyCode> currency;
  std::optional<FineAmount> gross;  // the service's net revenue of it
  std::optional<FineAmount> ours;   // allocated to the rights controllers of the report
  bool without_currency = false;    // states an amount, but not of what
};
// Errors: amount_invalid, currency_unknown. `otherwise` is the currency of its summary.
Result<RecordMoney> money_of(const Record& record, std::optional<CurrencyCode> otherwise);
// Of any record: the currency it is reported in, and one amount in it. Errors as above.
Result<std::optional<CurrencyCode>> currency_of(const Record& record);
struct StatedAmount {
  FineAmount amount;
  int decimals = 0;
};
Result<std::optional<StatedAmount>> amount_of(const Record& record,
                                              std::initializer_list<std::string_view> columns,
                                              CurrencyCode currency);

// The money of usage records while they are read: sums stay, rows go on.
class UsageMoneyLines {
 public:
  // `placed`: the row names a recording, one territory and one month.
  void add(const demand::RevenueRow& row, const std::string& summary, bool placed);

  struct OfCurrency {
    demand::StatementLines all;
    std::map<std::string, demand::StatementLines> by_summary;
    bool states_ours = false;
  };
  const std::map<CurrencyCode, OfCurrency>& by_currency() const { return by_currency_; }

 private:
  std::map<CurrencyCode, OfCurrency> by_currency_;
};

}  // namespace umikoe::formats::dsr
