#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "formats/byte_source.h"
#include "formats/table/table_reader.h"
#include "formats/xlsx/xlsx_reader.h"

namespace umikoe::formats::table {

// The code of the error with which a sink ends a reading that needs no more rows; nobody sees it.
inline constexpr const char* read_enough = "enough";

using RowSink = std::function<Result<void>(const TableRow&)>;

// A table of somebody else that can be read more than once: a CSV, or the sheets of a workbook.
class TableFile {
 public:
  // `open` gives the bytes from the beginning, decompressed.
  static TableFile of_csv(std::function<Result<ByteSource>()> open);
  static TableFile of_workbook(xlsx::Workbook workbook);
  // By its first bytes; a workbook is read into memory. Errors: those of Workbook::open,
  // xls_legacy, xlsx_encrypted, limit_exceeded.
  static Result<TableFile> open(std::function<Result<ByteSource>()> open);

  bool is_workbook() const { return workbook_.has_value(); }
  // The names of a workbook's sheets; one empty name for a CSV.
  std::vector<std::string> sheet_names() const;
  bool is_hidden(size_t sheet) const;
  Result<std::vector<xlsx::MergedCells>> merged_cells(size_t sheet) const;
  Result<void> read(size_t sheet, const RowSink& row, int64_t* filled = nullptr) const;
  // At most `count` rows from the beginning.
  Result<std::vector<TableRow>> first_rows(size_t sheet, size_t count) const;

 private:
  std::function<Result<ByteSource>()> open_;
  std::optional<xlsx::Workbook> workbook_;
};

}  // namespace umikoe::formats::table
