#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/findings.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::table {

struct Column {
  std::string_view name;
  bool required = false;
};

// Where the columns of one file stand; their order is free.
class Columns {
 public:
  // Required columns that are missing, and headers given twice, are errors; headers nobody knows
  // are findings, because their cells are passed over.
  static Columns read(const TableRow& header, std::span<const Column> known, Findings& findings,
                      std::vector<Error>& errors);

  bool has(std::string_view name) const { return places_.contains(name); }
  // The cell without surrounding spaces; empty where the column or the cell is missing.
  std::string_view cell(const TableRow& row, std::string_view name) const;
  // Which cell of a row it is, for readers of millions of rows.
  std::optional<size_t> place(std::string_view name) const;
  size_t width() const { return width_; }

 private:
  std::map<std::string, size_t, std::less<>> places_;
  size_t width_ = 0;
};

}  // namespace umikoe::formats::table
