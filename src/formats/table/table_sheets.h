#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/table/header_row.h"
#include "formats/table/table_file.h"

namespace umikoe::formats::table {

// What a person answers who wants every sheet with these headers read, and how a mapping keeps it.
inline constexpr const char* all_sheets_answer = "all";
inline constexpr const char* all_sheets = "*";
// The constant that stands for the name of a row's sheet: one ledger for each party is common.
inline constexpr const char* name_of_sheet = "@sheet";

// The sheets of a file that are read as one table: they have the same headers, in whatever order
// and row. For a CSV or a single sheet, just that.
class TableSheets {
 public:
  // At least one header; the first says in which order cells come. The file must outlive it.
  TableSheets(const TableFile& file, std::vector<HeaderRow> headers);

  const HeaderRow& header() const { return headers_.front(); }
  const std::vector<std::string>& labels() const { return labels_; }
  bool several() const { return headers_.size() > 1; }
  // The rows below the headers, sheet after sheet, each with the name of its sheet.
  Result<void> read(const RowSink& row, int64_t* filled = nullptr) const;

 private:
  const TableFile& file_;
  std::vector<HeaderRow> headers_;
  std::vector<std::string> labels_;          // of the first
  std::vector<std::vector<size_t>> places_;  // of each sheet: where the first's columns stand
};

}  // namespace umikoe::formats::table
