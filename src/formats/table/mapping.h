#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/recognise.h"
#include "formats/table/territory_words.h"
#include "formats/table/written_day.h"

namespace umikoe::formats::table {

// Where one of our columns is taken from.
struct ColumnSource {
  std::string target;    // our column, or "period" for start and end in one cell
  std::string header;    // of the file, as written; empty for a constant
  std::string constant;  // said for every row

  bool operator==(const ColumnSource&) const = default;
};

// How a table of somebody else becomes one of our kinds of table; what a person confirmed once.
struct TableMapping {
  Format kind = Format::unknown;
  std::string sheet;  // empty: the first that has these headers
  std::vector<ColumnSource> columns;
  DayStyle days;
  TerritoryAnswers territories;                           // folded word -> codes
  std::map<std::string, std::string, std::less<>> words;  // word_key() -> our value

  bool operator==(const TableMapping&) const = default;
};

// The key of a value's meaning: 配信中 in one column may mean something else in another.
std::string word_key(std::string_view target, std::string_view written);

// What a column's cells hold, by its name: one name means one thing in every kind of table.
enum class CellType {
  text,
  isrc,
  first_day,
  last_day,
  day,
  month,
  period,
  territories,
  territory,
  uses,
  closed,
  number,
  duration,
  gtin
};
CellType type_of(Format kind, std::string_view target);

// The names of headers in a form that shuffling columns and changing spaces or widths leave alone;
// two files of one layout have the same.
std::string header_fingerprint(const std::vector<std::string>& headers);

// Headers as people and mappings name them: the second of two equal ones gets " (2)", one without a
// text the letter of its column.
std::vector<std::string> column_labels(const std::vector<std::string>& headers);

}  // namespace umikoe::formats::table
