#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/recognise.h"

namespace umikoe::formats::table {

// Tables with a column for each country say in its cells what others say in a column of their own:
// ○ below 韓国 is scope = yes for KR. Such a column's target is "scope@KR".
std::string wide_target(std::string_view value_column, std::string_view territory);
// "scope" of "scope@KR"; any other target itself.
std::string_view value_column(std::string_view target);
// "KR" of "scope@KR"; empty for any other target.
std::string_view territory_of_target(std::string_view target);

// How a kind of table can be wide; nothing for kinds that name no territories.
struct WideKind {
  Format kind;
  std::string_view territories;                 // our column, of one territory or of a list
  bool one_territory = false;                   // each row names one
  std::vector<std::string_view> value_columns;  // the first whose words all cells are
};
const WideKind* wide_kind(Format kind);

// The territory a header names, where it can mean nothing else.
std::string territory_of_header(std::string_view header);

// With fewer such columns a table is none with a column for each country.
inline constexpr size_t wide_columns_min = 3;

}  // namespace umikoe::formats::table
