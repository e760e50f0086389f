#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/table/cell_conversion.h"
#include "formats/table/header_row.h"
#include "formats/table/mapping.h"
#include "formats/table/table_sheets.h"
#include "formats/table/tables.h"
#include "formats/table/wide_columns.h"

namespace umikoe::formats::table {

// The rows of somebody's table as rows of our kind. The header row comes first, with line 0.
class MappedRows {
 public:
  MappedRows(const TableSheets& sheets, const TableMapping& mapping);

  Result<void> read(const RowSink& row);
  // Our columns, in the order of the rows' cells.
  const std::vector<std::string>& targets() const { return targets_; }
  // The header of the file a column of ours is taken from; the column itself for a constant.
  std::string header_of(std::string_view target) const;
  // Worth saying once the rows are read: merged cells, totals and notes passed over, eras that had
  // ended.
  Findings& findings() { return findings_; }

 private:
  struct Taken {
    size_t cell = 0;  // of the file's row
    bool constant = false;
    const ColumnSource* source = nullptr;
    size_t until = 0;  // of a period: where its end goes; 0 elsewhere
    bool split = false;
    std::string_view wide = {};  // the territories that the column is about, of a wide table
  };
  // Of a wide row: each value with its territories, in order of the columns.
  using WideCells = std::vector<std::pair<std::string, std::vector<std::string>>>;

  Result<void> read_row(const TableRow& row, const RowSink& sink);
  Result<void> hand_over(TableRow& ours, std::optional<size_t> split_at, const RowSink& sink);
  static void add_wide(WideCells& wide, const std::string& value, std::string_view territories);
  Result<void> hand_over_wide(TableRow& ours, const WideCells& wide, const RowSink& sink);
  std::string_view written(const Taken& taken, const TableRow& row) const;
  bool passed_over(const TableRow& row);
  std::string_view cell(const TableRow& row, size_t i) const;
  Where where(const TableRow& row, const std::string& header) const;

  const TableSheets& sheets_;
  const TableMapping& mapping_;
  CellConversion conversion_;
  std::vector<std::string> targets_;
  std::vector<Taken> taken_;
  const WideKind* wide_ = nullptr;  // of a table with a column for each country
  size_t wide_territories_ = 0;     // our columns that such columns fill
  size_t wide_value_ = 0;
  std::vector<size_t> id_cells_;  // of what names a row's recording
  Findings findings_;
};

// Reads a table by its mapping: the rules, errors and findings of its kind, with the sheet, line
// and header of the file itself. Errors: header_changed where a header of the mapping is not there.
TableResult read_mapped(const TableSheets& sheets, const TableMapping& mapping,
                        const RowSinks& sinks = {}, const NumbersSource& numbers = {});
// The same of one sheet.
TableResult read_mapped(const TableFile& file, const HeaderRow& header, const TableMapping& mapping,
                        const RowSinks& sinks = {}, const NumbersSource& numbers = {});

}  // namespace umikoe::formats::table
