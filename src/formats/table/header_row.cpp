#include "formats/table/header_row.h"

#include <algorithm>

#include "base/identifiers.h"
#include "base/limits.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/folded.h"
#include "formats/table/tables.h"
#include "formats/table/word_tables.h"
#include "formats/table/written_day.h"

namespace umikoe::formats::table {
namespace {

std::string cell_of(const TableRow& row, size_t column) {
  return column < row.cells.size() ? std::string(without_spaces_around(row.cells[column])) : "";
}

int known_in(const std::vector<std::string>& headers) {
  std::vector<std::string> seen;
  for (const std::string& header : headers) {
    if (!is_known_header(header)) continue;
    std::string word = folded_header(header);
    if (std::ranges::find(seen, word) == seen.end()) seen.push_back(std::move(word));
  }
  return static_cast<int>(seen.size());
}

HeaderRow single(const TableRow& row, size_t sheet) {
  HeaderRow header{.sheet = sheet, .first_line = row.line, .last_line = row.line, .headers = {}};
  for (size_t i = 0; i < row.cells.size(); ++i) header.headers.push_back(cell_of(row, i));
  header.known = known_in(header.headers);
  return header;
}

// Two rows as one header, where cells of the upper one are merged over several columns.
std::optional<HeaderRow> pair_of(const TableRow& upper, const TableRow& lower, size_t sheet,
                                 const std::vector<xlsx::MergedCells>& merged) {
  if (lower.line != upper.line + 1) return std::nullopt;
  TableRow spread = upper;
  bool any = false;
  for (const auto& cells : merged) {
    if (cells.first_row != upper.line || cells.last_row != upper.line ||
        cells.last_column == cells.first_column) {
      continue;
    }
    const std::string text = cell_of(upper, static_cast<size_t>(cells.first_column) - 1);
    const auto last = std::min<size_t>(static_cast<size_t>(cells.last_column), lower.cells.size());
    if (text.empty()) continue;
    if (spread.cells.size() < last) spread.cells.resize(last);
    for (auto i = static_cast<size_t>(cells.first_column); i < last; ++i) spread.cells[i] = text;
    any = true;
  }
  if (!any) return std::nullopt;
  HeaderRow header{
      .sheet = sheet, .first_line = upper.line, .last_line = lower.line, .headers = {}};
  const size_t width = std::max(spread.cells.size(), lower.cells.size());
  for (size_t i = 0; i < width; ++i) {
    std::string above = cell_of(spread, i);
    const std::string below = cell_of(lower, i);
    // A cell merged over both rows stands in both; the lower word alone may already be one.
    if (above.empty() || above == below) {
      header.headers.push_back(below);
    } else if (below.empty()) {
      header.headers.push_back(above);
    } else {
      const std::string joined = above + " " + below;
      header.headers.push_back(!is_known_header(joined) && is_known_header(below) ? below : joined);
    }
  }
  header.known = known_in(header.headers);
  return header;
}

// A row of words and no values: what a header without a single known word looks like.
bool looks_like_header(const TableRow& row) {
  int texts = 0;
  for (size_t i = 0; i < row.cells.size(); ++i) {
    const std::string cell = cell_of(row, i);
    if (cell.empty()) continue;
    ++texts;
    const bool digits = cell.find_first_not_of("0123456789.,-") == std::string::npos;
    if (digits || Isrc::parse(cell) ||
        read_written_day(cell, {}).state == WrittenDay::State::good) {
      return false;
    }
  }
  return texts >= 2;
}

}  // namespace

bool is_known_header(std::string_view header) {
  if (header.empty()) return false;
  if (!meanings_of_header(header).empty()) return true;
  const std::string name = header_name(header);
  return std::ranges::any_of(table_formats(), [&](Format kind) {
    return std::ranges::find(columns_of(kind), name, &Column::name) != columns_of(kind).end();
  });
}

Result<std::optional<HeaderRow>> find_header(const TableFile& file, size_t sheet) {
  UMIKOE_TRY(const auto rows,
             file.first_rows(sheet, static_cast<size_t>(limits::table_header_rows.value) + 1));
  UMIKOE_TRY(const auto merged, file.merged_cells(sheet));
  std::optional<HeaderRow> best;
  for (size_t i = 0; i < rows.size(); ++i) {
    const HeaderRow one = single(rows[i], sheet);
    if (one.known > (best ? best->known : 1)) best = one;
    if (i + 1 == rows.size()) break;
    const auto two = pair_of(rows[i], rows[i + 1], sheet, merged);
    // A title merged over the whole table adds nothing to the header below it.
    const int below = two ? single(rows[i + 1], sheet).known : 0;
    if (two && two->known > below && two->known >= (best ? best->known : 2)) best = *two;
  }
  if (best) return best;
  for (size_t i = 0; i + 1 < rows.size(); ++i) {
    if (looks_like_header(rows[i]) && !looks_like_header(rows[i + 1]))
      return single(rows[i], sheet);
  }
  return best;
}

}  // namespace umikoe::formats::table
