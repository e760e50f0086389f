#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::xlsx {

struct Sheet {
  std::string name;
  bool hidden = false;

  bool operator==(const Sheet&) const = default;
};

// A rectangle of cells shown as one; rows and columns from 1, all inclusive.
struct MergedCells {
  long first_row = 0;
  long last_row = 0;
  long first_column = 0;
  long last_column = 0;

  bool operator==(const MergedCells&) const = default;
};

// An Excel workbook (ECMA-376, .xlsx or .xlsm), read like a CSV: cells as the texts a person sees.
// Formulas are read by their stored values, numbers without a trailing .0, days of a date format as
// YYYY-MM-DD in both date systems, rich text joined and phonetic guides left out. Macros, links,
// comments and pictures are not looked at.
class Workbook {
 public:
  // The bytes of the whole file. Errors: zip_broken, zip_not_workbook, xlsx_encrypted,
  // xlsx_part_missing, xml_not_well_formed, xml_doctype_refused, limit_exceeded.
  static Result<Workbook> open(std::shared_ptr<const std::string> bytes);

  const std::vector<Sheet>& sheets() const;
  Result<std::vector<MergedCells>> merged_cells(size_t sheet) const;
  // Rows with a text in some cell, in the order of the file; `line` is the row's number. The text
  // of cells merged over several rows stands in the first column of each of them; `filled` counts
  // the cells that got it so. Errors besides those of open: xlsx_formula_unsaved and
  // xlsx_sheet_broken with line and cell.
  Result<void> read_rows(size_t sheet,
                         const std::function<Result<void>(const table::TableRow&)>& row,
                         int64_t* filled = nullptr) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

// True for the bytes a ZIP archive begins with, which every workbook is.
bool is_zip(std::string_view head);
// True for the container of Excel's old .xls and of protected workbooks ([MS-CFB]).
bool is_compound_file(std::string_view head);
// True where such a container names the stream in which Office keeps a protected workbook.
bool is_protected_workbook(std::string_view head);

// The column number of a reference such as "AB12", from 1; 0 when it is none.
long column_of(std::string_view reference);
// "AB" for 28.
std::string column_name(long column);

}  // namespace umikoe::formats::xlsx
