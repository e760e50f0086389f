#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "formats/table/table_reader.h"
#include "formats/xlsx/shared_strings.h"
#include "formats/xlsx/workbook_parts.h"
#include "formats/xlsx/xlsx_reader.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::xlsx {

// Turns the events of a sheet's XML into rows of texts.
class SheetRows {
 public:
  using Sink = std::function<Result<void>(const table::TableRow&)>;

  SheetRows(const WorkbookParts& parts, const SharedStrings& strings,
            const std::vector<MergedCells>& merged, const Sink& sink)
      : parts_(parts), strings_(strings), merged_(merged), sink_(sink) {}

  Result<void> start(std::string_view name, const XmlAttributes& attributes);
  Result<void> end(std::string_view name);
  Result<void> text(std::string_view piece);
  int64_t filled() const { return filled_; }

 private:
  Result<void> start_row(const XmlAttributes& attributes);
  Result<void> start_cell(const XmlAttributes& attributes);
  Result<void> end_cell();
  Result<void> end_row();
  Result<std::string> cell_text();
  void fill_merged();
  std::unexpected<Error> broken(std::string code) const;

  const WorkbookParts& parts_;
  const SharedStrings& strings_;
  const std::vector<MergedCells>& merged_;  // over several rows, by their first row
  const Sink& sink_;

  struct Covered {  // a merged cell whose rows are being read
    MergedCells cells;
    std::string text;
  };
  size_t next_merged_ = 0;
  std::vector<Covered> covered_;
  int64_t filled_ = 0;

  table::TableRow row_;
  long column_ = 0;
  bool in_row_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  bool has_formula_ = false;
  bool has_value_ = false;
  std::string type_;
  int style_ = -1;
  std::string value_;
  RichText inline_;
};

}  // namespace umikoe::formats::xlsx
