#include "formats/charts/presence_table.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "base/blanks.h"
#include "base/limits.h"
#include "base/unicode_text.h"
#include "formats/over_limit.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::charts {
namespace {

constexpr std::string_view artist_column = "artist";
constexpr std::string_view territories_column = "countries";

struct Places {
  size_t artist = 0;
  size_t territories = 0;
};

Result<Places> places_of(const table::TableRow& header) {
  Places places;
  for (const auto& [name, place] : {std::pair(artist_column, &places.artist),
                                    std::pair(territories_column, &places.territories)}) {
    const auto at = std::ranges::find_if(
        header.cells, [&](const std::string& cell) { return folded_text(cell) == name; });
    if (at == header.cells.end()) {
      return fail("column_missing", {{"column", std::string(name)}},
                  {.file = {}, .line = header.line, .element = std::string(name)});
    }
    *place = static_cast<size_t>(at - header.cells.begin());
  }
  return places;
}

std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find('|'), cell.size());
    const std::string_view word = trimmed(cell.substr(0, end));
    if (!word.empty()) words.emplace_back(word);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return words;
}

}  // namespace

Result<std::vector<std::pair<std::string, std::vector<std::string>>>> read_presence(
    const ByteSource& source) {
  std::optional<Places> places;
  std::vector<std::pair<std::string, std::vector<std::string>>> rows;
  std::set<std::string> territories;
  UMIKOE_TRY(table::read_rows(source, [&](const table::TableRow& row) -> Result<void> {
    if (!places) {
      UMIKOE_TRY(places, places_of(row));
      return {};
    }
    if (std::ranges::all_of(row.cells, &std::string::empty)) return {};
    const Where where{.file = {}, .line = row.line, .element = std::string(artist_column)};
    if (row.cells.size() <= places->artist || trimmed(row.cells[places->artist]).empty()) {
      return fail("presence_artist_missing", {}, where);
    }
    if (std::ssize(rows) >= limits::presence_rows.value) {
      return std::unexpected(over_limit(limits::presence_rows, where));
    }
    const bool given = row.cells.size() > places->territories;
    auto words = words_of(given ? row.cells[places->territories] : std::string());
    territories.insert(words.begin(), words.end());
    if (std::ssize(territories) > limits::presence_territories.value) {
      return std::unexpected(over_limit(limits::presence_territories, where));
    }
    rows.emplace_back(row.cells[places->artist], std::move(words));
    return {};
  }));
  if (rows.empty()) return fail("table_empty");
  return rows;
}

}  // namespace umikoe::formats::charts
