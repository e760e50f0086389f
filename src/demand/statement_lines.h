#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "demand/amount_sum.h"
#include "demand/revenue.h"

namespace umikoe::demand {

// Adds up the lines of one statement in one currency, as they pass, in memory that does not grow.
class StatementLines {
 public:
  // `placed`: the line names a recording and one territory and is kept as a row.
  void add(const RevenueRow& line, bool placed);
  int64_t count() const { return lines_; }

  // Writes what the lines add up to into the head. Nothing is returned where a sum leaves the range
  // of an amount. The amounts are `ours` where any line states it, else `gross`.
  std::optional<RevenueStatement> finish(RevenueStatement head) const;

 private:
  struct Column {
    AmountSum sum;
    AmountSum unplaced;
    int64_t stated = 0;
  };
  static void add_to(Column& column, const std::optional<FineAmount>& amount, bool placed);

  Column gross_;
  Column ours_;
  int64_t lines_ = 0;
  int64_t unplaced_ = 0;
  uint64_t digest_high_ = 0;  // sums of hashes do not depend on the order of the lines
  uint64_t digest_low_ = 0;
};

// How the stated total stands to the lines.
enum class Reconciliation {
  not_stated,  // no total on the statement
  exact,       // the lines add up to it, to the last place it states
  rounded,     // off by no more than the declared rounding of every line to whole minor units
  total_only,  // no line states an amount: the money is known of the whole alone
  broken
};
struct Reconciled {
  Reconciliation state = Reconciliation::not_stated;
  AmountSum difference;  // stated total less lines
};
// `decimals`: how many places the total is written with. A total written with fewer than the
// currency's minor digits is taken for whole minor units, since spreadsheets drop trailing zeros.
Reconciled reconcile(const RevenueStatement& statement, int decimals, bool lines_are_rounded);

}  // namespace umikoe::demand
