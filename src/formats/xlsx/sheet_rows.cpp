#include "formats/xlsx/sheet_rows.h"

#include <algorithm>
#include <charconv>

#include "formats/over_limit.h"

namespace umikoe::formats::xlsx {
namespace {

std::optional<long> whole(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// 2019-04-01T00:00:00 of a cell of type "d"; a time of midnight says nothing.
std::string iso_day(std::string text) {
  const size_t t = text.find('T');
  if (t == std::string::npos) return text;
  const std::string_view clock = std::string_view(text).substr(t + 1);
  if (clock.find_first_not_of("0:.Z") == std::string_view::npos) return text.substr(0, t);
  text[t] = ' ';
  return text;
}

}  // namespace

std::unexpected<Error> SheetRows::broken(std::string code) const {
  return fail(std::move(code), {{"cell", column_name(column_) + std::to_string(row_.line)}},
              {.file = {}, .line = row_.line, .element = {}});
}

Result<void> SheetRows::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") return start_row(attributes);
  if (name == "c" && in_row_) return start_cell(attributes);
  if (!in_cell_) return {};
  if (name == "v") in_value_ = has_value_ = true;
  if (name == "f") has_formula_ = true;
  inline_.start(name);
  return {};
}

Result<void> SheetRows::end(std::string_view name) {
  if (name == "row" && in_row_) return end_row();
  if (!in_cell_) return {};
  if (name == "c") return end_cell();
  if (name == "v") in_value_ = false;
  inline_.end(name);
  return {};
}

Result<void> SheetRows::text(std::string_view piece) {
  if (!in_cell_) return {};
  if (in_value_) {
    value_ += piece;
  } else {
    inline_.text(piece);
  }
  const int64_t bytes = std::max(std::ssize(value_), static_cast<ptrdiff_t>(inline_.bytes()));
  if (bytes > limits::table_cell_bytes.value) {
    return std::unexpected(
        over_limit(limits::table_cell_bytes, {.file = {}, .line = row_.line, .element = {}}));
  }
  return {};
}

Result<void> SheetRows::start_row(const XmlAttributes& attributes) {
  const std::string_view number = attributes.value("r");
  const auto line = number.empty() ? std::optional(row_.line + 1) : whole(number);
  column_ = 0;
  // Excel has no row beyond its last, and rows that go back would be read twice.
  if (!line || *line <= row_.line) return broken("xlsx_sheet_broken");
  if (*line > limits::xlsx_rows.value) return std::unexpected(over_limit(limits::xlsx_rows));
  row_.line = *line;
  row_.cells.clear();
  in_row_ = true;
  return {};
}

Result<void> SheetRows::start_cell(const XmlAttributes& attributes) {
  const std::string_view reference = attributes.value("r");
  const long column = reference.empty() ? column_ + 1 : column_of(reference);
  if (column <= column_) return broken("xlsx_sheet_broken");
  column_ = column;
  in_cell_ = true;
  in_value_ = has_formula_ = has_value_ = false;
  type_ = std::string(attributes.value("t"));
  style_ = static_cast<int>(whole(attributes.value("s")).value_or(-1));
  value_.clear();
  inline_.take();
  return {};
}

Result<std::string> SheetRows::cell_text() {
  if (type_ == "inlineStr") return inline_.take();
  if (!has_value_ || value_.empty()) {
    // A program that never calculates wrote the formula; nobody knows what it would show.
    if (has_formula_ && !has_value_) return broken("xlsx_formula_unsaved");
    return std::string();
  }
  if (type_ == "s") {
    const auto index = whole(value_);
    if (!index || *index < 0 || static_cast<size_t>(*index) >= strings_.size()) {
      return broken("xlsx_sheet_broken");
    }
    return std::string(strings_.at(static_cast<size_t>(*index)));
  }
  if (type_ == "b") return std::string(value_ == "1" ? "true" : "false");
  if (type_ == "d") return iso_day(value_);
  if (type_ == "str" || type_ == "e") return unescaped(value_);
  const auto style = static_cast<size_t>(style_);
  const NumberFormat format =
      style_ >= 0 && style < parts_.styles.size() ? parts_.styles[style] : NumberFormat{};
  return number_text(value_, format, parts_.from_1904).value_or(value_);
}

Result<void> SheetRows::end_cell() {
  in_cell_ = false;
  UMIKOE_TRY(std::string text, cell_text());
  if (text.empty()) return {};
  // Cells far to the right that only carry a style are common, so the limit is for texts.
  if (column_ > limits::table_columns.value) {
    return std::unexpected(
        over_limit(limits::table_columns, {.file = {}, .line = row_.line, .element = {}}));
  }
  row_.cells.resize(static_cast<size_t>(column_));
  row_.cells.back() = std::move(text);
  return {};
}

// A text merged over several rows is shown for all of them. A row without a text of its own stays
// no row: the merged block reached past the table's end.
void SheetRows::fill_merged() {
  std::erase_if(covered_, [&](const Covered& c) { return c.cells.last_row < row_.line; });
  for (const Covered& covered : covered_) {
    const auto column = static_cast<size_t>(covered.cells.first_column);
    if (covered.text.empty()) continue;
    if (row_.cells.size() < column) row_.cells.resize(column);
    std::string& cell = row_.cells[column - 1];
    if (!cell.empty()) continue;
    cell = covered.text;
    ++filled_;
  }
  for (; next_merged_ < merged_.size() && merged_[next_merged_].first_row <= row_.line;
       ++next_merged_) {
    const MergedCells& cells = merged_[next_merged_];
    const auto column = static_cast<size_t>(cells.first_column);
    if (cells.first_row != row_.line || column > row_.cells.size()) continue;
    covered_.push_back({cells, row_.cells[column - 1]});
  }
}

Result<void> SheetRows::end_row() {
  in_row_ = false;
  if (std::ranges::all_of(row_.cells, &std::string::empty)) return {};
  fill_merged();
  return sink_(row_);
}

}  // namespace umikoe::formats::xlsx
