#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/table/table_file.h"

namespace umikoe::formats::table {

// Where the header of a table stands: below titles, in one row or in two whose upper cells are
// merged over several columns (許諾期間 over 開始 and 終了).
struct HeaderRow {
  size_t sheet = 0;
  long first_line = 0;
  long last_line = 0;
  std::vector<std::string> headers = {};  // one for each column; both rows joined
  int known = 0;                          // how many of them are words of the table of headers

  bool operator==(const HeaderRow&) const = default;
};

// The best header of a sheet among its first rows; nothing when no row looks like one.
Result<std::optional<HeaderRow>> find_header(const TableFile& file, size_t sheet);

// True where the header is a word of header_words.tsv or the name of one of our columns.
bool is_known_header(std::string_view header);

}  // namespace umikoe::formats::table
