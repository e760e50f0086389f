#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "demand/amount_sum.h"
#include "demand/revenue.h"
#include "formats/dsr/record_layout.h"
#include "formats/dsr/usage_money.h"
#include "formats/findings.h"

namespace umikoe::formats::dsr {

struct DsrReport;

// The money of summary records, where their columns are named: the part allocated to the rights
// controllers of the report, else the net revenue, once for each summary. It is never spread over
// recordings, because the report does not say how; where usage records state money of their own, it
// is what theirs must add up to.
class SummaryMoney {
 public:
  // Errors: amount_invalid, currency_unknown.
  Result<void> add(const Record& record, const std::string& summary_id);
  // One statement per currency: of the lines where every summary's lines add up to what it states,
  // else of the total alone, with a finding that says the difference.
  std::vector<demand::RevenueStatement> statements(const DsrReport& report,
                                                   const UsageMoneyLines& lines,
                                                   Findings& findings) const;

 private:
  struct Sum {
    demand::AmountSum amount;
    bool stated = false;
    int decimals = 0;
    void add(const StatedAmount& more);
  };
  struct Sums {
    Sum allocated_net;
    Sum net;
    Sum allocated;  // to the rights controllers, after their share
    const Sum& total() const { return allocated_net.stated ? allocated_net : net; }
    // What lines that state our share, or the service's revenue, must add up to.
    const Sum& expected(bool ours) const { return ours ? allocated : total(); }
  };
  using BySummary = std::map<std::string, Sums>;
  static Sum sum_of(const BySummary& summaries);
  static std::optional<demand::RevenueStatement> statement_of_lines(
      const DsrReport& report, CurrencyCode currency, const BySummary& summaries,
      const UsageMoneyLines::OfCurrency& lines, Findings& findings);

  std::map<CurrencyCode, BySummary> sums_;
};

}  // namespace umikoe::formats::dsr
