#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "demand/statement_lines.h"
#include "formats/findings.h"
#include "formats/table/cells.h"
#include "formats/table/tables.h"

namespace umikoe::formats::table {

// The lines of one statement while they are read: rows go on at once, sums and the head stay.
class RevenueLines {
 public:
  explicit RevenueLines(RevenueSink sink) : sink_(std::move(sink)) {}

  void add(Cells& cells);
  // One statement per currency, reconciled with the total it states. Errors:
  // statement_not_reconciled, amount_out_of_range.
  std::vector<demand::RevenueStatement> finish(Findings& findings, std::vector<Error>& errors);

 private:
  struct Head {
    demand::RevenueStatement statement;
    demand::StatementLines lines;
    std::map<std::string, std::string, std::less<>> stated;  // what the head columns said so far
    long first_line = 0;
    int total_decimals = 0;
    bool lines_are_rounded = false;
  };
  Head& head_of(Cells& cells, CurrencyCode currency);
  void read_head(Cells& cells, Head& head);
  void read_head_cell(Cells& cells, Head& head, std::string_view column);
  void read_rate(Cells& cells, Head& head);
  std::optional<FineAmount> amount(Cells& cells, std::string_view column, CurrencyCode currency);
  bool place(Cells& cells, demand::RevenueRow& row);

  RevenueSink sink_;
  std::map<CurrencyCode, Head> heads_;
  std::map<std::string, std::string, std::less<>> of_file_;  // number, sender and payment month
  std::string only_service_;
  bool several_services_ = false;
  int64_t amounts_rounded_ = 0;
};

}  // namespace umikoe::formats::table
