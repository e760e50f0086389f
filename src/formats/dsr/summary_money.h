#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "demand/amount_sum.h"
#include "demand/revenue.h"
#include "formats/dsr/record_layout.h"

namespace umikoe::formats::dsr {

struct DsrReport;

// The money of summary records, where their columns are named: the part allocated to the rights
// controllers of the report, else the net revenue, once for each summary. It is never spread over
// recordings, because the report does not say how.
class SummaryMoney {
 public:
  // Errors: amount_invalid, currency_unknown.
  Result<void> add(const Record& record, const std::string& summary_id);
  std::vector<demand::RevenueStatement> totals(const DsrReport& report) const;

 private:
  struct Sums {
    demand::AmountSum allocated;
    demand::AmountSum net;
    bool any_allocated = false;
    bool any_net = false;
  };
  std::map<CurrencyCode, Sums> sums_;
  std::set<std::string> counted_;
};

}  // namespace umikoe::formats::dsr
