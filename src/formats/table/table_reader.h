#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "formats/byte_source.h"

namespace umikoe::formats::table {

enum class Encoding { utf8, utf8_bom, utf16_le, utf16_be, cp932 };

struct TableRow {
  long line = 0;                   // of its first character in the file, 1-based
  std::vector<std::string> cells;  // UTF-8
  std::string sheet = {};          // of a workbook, where several are read
};

// Reads RFC 4180 CSV (comma, semicolon or tab, told by the first line), UTF-8 with or without BOM,
// UTF-16 and CP932 recognised by content. Calls `row` for every row; an error of `row` ends the
// reading. Somebody who knows the delimiter says it; 0 asks the first line. Errors:
// encoding_invalid, csv_quote_unclosed, limit_exceeded.
Result<Encoding> read_rows(const ByteSource& source,
                           const std::function<Result<void>(const TableRow&)>& row,
                           char delimiter = 0);

}  // namespace umikoe::formats::table
