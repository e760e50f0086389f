#include "formats/table/facts_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/language_tag.h"
#include "base/limits.h"
#include "base/unicode_text.h"
#include "formats/over_limit.h"
#include "formats/table/folded.h"
#include "formats/table/territory_words.h"
#include "formats/table/word_tables.h"
#include "formats/table/written_day.h"
#include "formats_data.h"

namespace umikoe::formats::table {
namespace {

using demand::ArtistFact;
using demand::FactKind;

constexpr std::array<std::string_view, 3> columns_needed = {"artist", "kind", "value"};

// What a header or a word for a kind stands for; empty where it is not known.
std::string_view meaning_of(std::string_view what, std::string_view written) {
  static const auto lines = read_word_lines(data::fact_words, 2, folded_header);
  const std::string word = folded_header(written);
  for (const WordLine& line : lines) {
    if (line.columns[0] == what && std::ranges::find(line.words, word) != line.words.end()) {
      return line.columns[1];
    }
  }
  return {};
}

using Places = std::map<std::string, size_t, std::less<>>;

Places places_of(const TableRow& header) {
  Places places;
  for (size_t i = 0; i < header.cells.size(); ++i) {
    const std::string_view column = meaning_of("column", header.cells[i]);
    if (!column.empty()) places.emplace(column, i);
  }
  return places;
}

struct Header {
  size_t sheet = 0;
  long line = 0;
  Places places = {};
};

size_t needed_in(const Places& places) {
  return static_cast<size_t>(std::ranges::count_if(
      columns_needed, [&](std::string_view column) { return places.contains(column); }));
}

Result<Header> header_of(const TableFile& file) {
  std::optional<Header> best;
  for (size_t sheet = 0; sheet < file.sheet_names().size(); ++sheet) {
    UMIKOE_TRY(const auto rows,
               file.first_rows(sheet, static_cast<size_t>(limits::table_header_rows.value)));
    for (const TableRow& row : rows) {
      Header header{.sheet = sheet, .line = row.line, .places = places_of(row)};
      if (needed_in(header.places) == columns_needed.size()) return header;
      if (!best || needed_in(header.places) > needed_in(best->places)) best = std::move(header);
    }
  }
  if (!best) return fail("table_empty");
  for (const std::string_view column : columns_needed) {
    if (best->places.contains(column)) continue;
    return fail("column_missing", {{"column", std::string(column)}},
                {.file = {}, .line = best->line, .element = std::string(column)});
  }
  return *best;
}

class FactRows {
 public:
  explicit FactRows(Header header) : header_(std::move(header)) {}

  Result<void> add(const TableRow& row) {
    if (row.line <= header_.line) return {};
    row_ = &row;
    if (std::ranges::all_of(row.cells, [](const std::string& cell) {
          return without_spaces_around(cell).empty();
        })) {
      return {};
    }
    if (++rows_ > limits::presence_rows.value) {
      return std::unexpected(over_limit(limits::presence_rows, at("artist")));
    }
    ArtistFact fact{.artist = cell("artist"), .value = cell("value"), .source = cell("source")};
    if (fact.artist.empty()) return fail("presence_artist_missing", {}, at("artist"));
    UMIKOE_TRY(fact.kind, kind());
    UMIKOE_TRY(required("value"));
    UMIKOE_TRY(fact.territories, territories());
    UMIKOE_TRY(fact.day, day());
    UMIKOE_TRY(finish(fact));
    keep(std::move(fact));
    return {};
  }

  FactsTable take() { return std::move(table_); }

 private:
  Where at(std::string_view column) const {
    const std::string sheet = row_->sheet.empty() ? "" : row_->sheet + "!";
    return {.file = {}, .line = row_->line, .element = sheet + std::string(column)};
  }

  std::string cell(std::string_view column) const {
    const auto place = header_.places.find(column);
    if (place == header_.places.end() || place->second >= row_->cells.size()) return {};
    return std::string(without_spaces_around(row_->cells[place->second]));
  }

  Result<void> required(std::string_view column) const {
    if (!cell(column).empty()) return {};
    return fail("cell_required", {{"column", std::string(column)}}, at(column));
  }

  Result<FactKind> kind() const {
    UMIKOE_TRY(required("kind"));
    const auto kind = demand::fact_kind_of(meaning_of("kind", cell("kind")));
    if (kind) return *kind;
    std::string allowed;
    for (const FactKind each : demand::fact_kinds) {
      allowed += (allowed.empty() ? "" : ", ") + std::string(demand::word(each));
    }
    return fail("word_unknown", {{"text", cell("kind")}, {"column", "kind"}, {"allowed", allowed}},
                at("kind"));
  }

  Result<std::vector<TerritoryCode>> territories() const {
    std::string written = cell("territory");
    std::ranges::replace(written, '|', ',');  // as presence tables part them
    const TerritoryReading reading = read_territories(written, {});
    if (!reading.open.empty()) return unknown_territory(reading.open.front().word);
    TerritorySet all;
    TerritorySet without;
    for (const std::string& part : split(reading.codes, " ")) {
      if (part.empty()) continue;
      const bool minus = part.starts_with('-');
      // The day chooses the members of dated groups alone.
      const auto members = expand_territory(minus ? part.substr(1) : part, *Date::of(9999, 12, 31));
      if (!members) return unknown_territory(part);
      (minus ? without : all) = (minus ? without : all) | *members;
    }
    if (all.empty() && !without.empty()) all = TerritorySet::all();
    return (all - without).members();
  }

  std::unexpected<Error> unknown_territory(const std::string& text) const {
    return fail("territory_code_invalid", {{"text", text}}, at("territory"));
  }

  // A month counts as its last day: by then what it says was so.
  Result<std::optional<Date>> day() const {
    const std::string written = cell("day");
    if (written.empty()) return std::nullopt;
    const WrittenDay day = read_written_day(written, {});
    if (day.state == WrittenDay::State::good) return day.last;
    const bool unclear = day.state == WrittenDay::State::order_unknown ||
                         day.state == WrittenDay::State::serial_unknown;
    return fail(unclear ? "fact_day_unclear" : "date_invalid", {{"text", written}}, at("day"));
  }

  // What only this kind asks for.
  Result<void> finish(ArtistFact& fact) const {
    if (fact.kind == FactKind::language) {
      const ParsedLanguageTag parsed = parse_language_tag(fact.value);
      const std::string language(parsed.tag.language());
      const bool known = parsed.state != LanguageTagState::malformed &&
                         parsed.state != LanguageTagState::unknown_subtag && language != "und";
      if (!known) return fail("fact_language_unknown", {{"text", fact.value}}, at("value"));
      fact.value = language;
    }
    if (fact.kind == FactKind::tie_in) fact.medium = cell("medium");
    if (fact.kind != FactKind::convention) return {};
    UMIKOE_TRY(required("territory"));
    return required("day");
  }

  void keep(ArtistFact&& fact) {
    std::string territories;
    for (const TerritoryCode territory : fact.territories) territories += territory.code();
    const auto [place, fresh] = seen_.emplace(
        folded_text(fact.artist), fact.kind, folded_text(fact.value), folded_text(fact.medium),
        std::move(territories), fact.day ? fact.day->days : INT32_MIN);
    if (fresh) {
      table_.facts.push_back(std::move(fact));
    } else {
      ++table_.repeated;
    }
  }

  Header header_;
  const TableRow* row_ = nullptr;
  int64_t rows_ = 0;
  std::set<std::tuple<std::string, FactKind, std::string, std::string, std::string, int32_t>> seen_;
  FactsTable table_;
};

}  // namespace

Result<FactsTable> read_facts(const TableFile& file) {
  UMIKOE_TRY(Header header, header_of(file));
  const size_t sheet = header.sheet;
  FactRows rows(std::move(header));
  UMIKOE_TRY(file.read(sheet, [&](const TableRow& row) { return rows.add(row); }));
  FactsTable table = rows.take();
  if (table.facts.empty()) return fail("table_empty");
  return table;
}

}  // namespace umikoe::formats::table
