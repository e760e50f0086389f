#include "formats/table/columns.h"

#include <algorithm>

#include "formats/table/csv_dialect.h"

namespace umikoe::formats::table {

Columns Columns::read(const TableRow& header, std::span<const Column> known, Findings& findings,
                      std::vector<Error>& errors) {
  Columns columns;
  columns.width_ = header.cells.size();
  for (size_t i = 0; i < header.cells.size(); ++i) {
    std::string name = header_name(header.cells[i]);
    const Where where{.file = {}, .line = header.line, .element = name};
    if (std::ranges::find(known, name, &Column::name) == known.end()) {
      if (!name.empty()) findings.add("column_unknown", {{"column", name}}, where);
    } else if (!columns.places_.emplace(name, i).second) {
      errors.push_back({"column_twice", {{"column", name}}, where});
    }
  }
  for (const Column& column : known) {
    if (!column.required || columns.has(column.name)) continue;
    const std::string name(column.name);
    errors.push_back(
        {"column_missing", {{"column", name}}, {.file = {}, .line = header.line, .element = name}});
  }
  return columns;
}

std::string_view Columns::cell(const TableRow& row, std::string_view name) const {
  const auto place = places_.find(name);
  if (place == places_.end() || place->second >= row.cells.size()) return {};
  const std::string_view text = row.cells[place->second];
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<size_t> Columns::place(std::string_view name) const {
  const auto place = places_.find(name);
  return place == places_.end() ? std::nullopt : std::optional(place->second);
}

}  // namespace umikoe::formats::table
