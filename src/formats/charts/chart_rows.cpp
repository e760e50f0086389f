#include "formats/charts/chart_rows.h"

#include <algorithm>
#include <charconv>

#include "base/blanks.h"
#include "base/limits.h"
#include "formats/table/csv_dialect.h"

namespace umikoe::formats::charts {
namespace {

constexpr int64_t longest_stay_weeks = 100'000;

using demand::ChartLine;
using demand::ChartSpan;
using table::TableRow;

std::string_view cell(const TableRow& row, std::optional<size_t> place) {
  return place && *place < row.cells.size() ? trimmed(row.cells[*place], " \t\r\n")
                                            : std::string_view();
}

// 2025-06-21, 20250621 or 2025/6/21.
std::optional<Date> written_day(std::string_view text) {
  if (const auto date = Date::parse(text)) return date;
  const auto part = [](std::string_view digits) -> int {
    int value = -1;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return parsed.ec == std::errc() && parsed.ptr == digits.data() + digits.size() ? value : -1;
  };
  std::string_view month, day;
  if (text.size() == 8 && !text.contains('/')) {
    month = text.substr(4, 2);
    day = text.substr(6);
  } else {
    const size_t second = text.find('/', 5);
    if (text.size() < 8 || text[4] != '/' || second == std::string_view::npos) return std::nullopt;
    month = text.substr(5, second - 5);
    day = text.substr(second + 1);
  }
  const int m = part(month);
  const int d = part(day);
  if (m < 1 || m > 12 || d < 1 || d > 31) return std::nullopt;
  return Date::of(part(text.substr(0, 4)), m, d);
}

// "Fourtwnty - Mangu (w/ Charita Utami)": the title may hold further dashes.
void split_artist(ChartLine& line, std::string_view both) {
  const size_t dash = both.find(" - ");
  line.artist = dash == std::string_view::npos ? "" : both.substr(0, dash);
  line.title = dash == std::string_view::npos ? both : both.substr(dash + 3);
}

}  // namespace

std::unexpected<Error> ChartRows::invalid(const TableRow& row, std::string code,
                                          size_t place) const {
  std::string column;
  for (const table::Column& known : layout_.columns) {
    if (columns_->place(known.name) == place) column = known.name;
  }
  return fail(std::move(code), {{"column", column}, {"text", std::string(cell(row, place))}},
              {.file = {}, .line = row.line, .element = column});
}

// Shazam's notes name region and day; those of others are prose.
void ChartRows::read_note(const TableRow& row) {
  if (layout_.format != Format::chart_shazam) return;
  std::string note;
  for (const std::string& part : row.cells) note += part + " ";
  const ChartName said = chart_name(note);
  if (said.last_day) name_.last_day = said.last_day;
  if (!said.region.empty()) name_.region = said.region;
}

Result<void> ChartRows::read_header(const TableRow& row) {
  std::vector<Error> errors;
  TableRow header = row;
  if (layout_.format == Format::chart_kworb_raw) {
    header.cells.clear();
    for (const table::Column& column : layout_.columns) header.cells.emplace_back(column.name);
  }
  columns_ = table::Columns::read(header, layout_.columns, findings_, errors);
  if (!errors.empty()) return std::unexpected(std::move(errors.front()));
  at_ = {.day = columns_->place(layout_.day),
         .region = columns_->place(layout_.region),
         .rank = columns_->place(layout_.rank),
         .artist = columns_->place(layout_.artist),
         .title = columns_->place(layout_.title),
         .streams = columns_->place(layout_.streams),
         .streams_7d = columns_->place("streams_7d"),
         .popularity = columns_->place("popularity"),
         .days_on_chart = columns_->place("days_on_chart"),
         .weeks_on_chart = columns_->place("weeks_on_chart"),
         .stale = columns_->place("stale"),
         .isrc = columns_->place("isrc")};
  for (const table::Column& column : layout_.columns) {
    if (column.required) at_.needed = std::max(at_.needed, *columns_->place(column.name) + 1);
  }
  return settle_name(row.line);
}

// What the rows do not state has to be known from the name by now.
Result<void> ChartRows::settle_name(long line) {
  const Where where{.file = {}, .line = line, .element = {}};
  const bool weekly = columns_->place(layout_.week_mark).has_value();
  const bool daily = columns_->place(layout_.day_mark).has_value();
  if (!at_.day && !name_.last_day) return fail("chart_day_needed", {}, where);
  if (!at_.region && !is_region_word(name_.region)) return fail("chart_region_needed", {}, where);
  if (weekly != daily) {
    span_ = weekly ? ChartSpan::week : ChartSpan::day;
  } else if (name_.span) {
    span_ = *name_.span;
  } else if (layout_.format == Format::chart_spotify_2017) {
    return fail("chart_span_needed", {}, where);
  }
  return {};
}

Result<Date> ChartRows::day_of(const TableRow& row) {
  if (!at_.day) return *name_.last_day;
  const std::string_view text = cell(row, at_.day);
  if (text == last_day_text_ && !text.empty()) return last_day_;
  const auto day = written_day(text);
  if (!day) return invalid(row, "date_invalid", *at_.day);
  last_day_text_ = text;
  last_day_ = *day;
  return *day;
}

// Whole numbers, with the separators some exports write ("1,913,993").
Result<int64_t> ChartRows::number_of(const TableRow& row, size_t place) const {
  const std::string_view text = cell(row, place);
  int64_t value = 0;
  bool good = !text.empty() && text.front() != ',';
  for (const char c : text) {
    if (c == ',') continue;
    good = good && c >= '0' && c <= '9' && !__builtin_mul_overflow(value, 10, &value) &&
           !__builtin_add_overflow(value, c - '0', &value);
  }
  if (!good) return invalid(row, "number_invalid", place);
  return value;
}

Result<std::optional<int64_t>> ChartRows::optional_number(const TableRow& row,
                                                          std::optional<size_t> place) const {
  if (cell(row, place).empty()) return std::nullopt;
  UMIKOE_TRY(const int64_t value, number_of(row, *place));
  return value;
}

Result<std::optional<ChartLine>> ChartRows::line(const TableRow& row) {
  if (!columns_) {
    const bool raw = layout_.format == Format::chart_kworb_raw;
    // Notes stand only above layouts that leave their days to the name.
    if (!raw && layout_.day.empty() && !is_chart_header(layout_, row)) {
      read_note(row);
      return std::nullopt;
    }
    UMIKOE_TRY(read_header(row));
    if (!raw) return std::nullopt;
  }
  if (row.cells.size() < at_.needed) {
    return fail("row_too_short", {{"count", std::to_string(row.cells.size())}},
                {.file = {}, .line = row.line, .element = {}});
  }
  ChartLine line;
  UMIKOE_TRY(line.file_day, day_of(row));
  UMIKOE_TRY(const int64_t rank, number_of(row, *at_.rank));
  if (rank < 1 || rank > limits::chart_rows_per_day.value) {
    return invalid(row, "number_invalid", *at_.rank);
  }
  line.rank = static_cast<int32_t>(rank);
  line.span = span_;
  line.day = line.file_day.plus(1 - demand::days_of(span_) - layout_.days_behind);
  line.territory = at_.region ? cell(row, at_.region) : std::string_view(name_.region);
  line.code = regions_.of(line.territory).code;
  if (at_.artist) {
    line.artist = cell(row, at_.artist);
    line.title = cell(row, at_.title);
  } else {
    split_artist(line, cell(row, at_.title));
  }
  if (at_.isrc) line.isrc = Isrc::parse(cell(row, at_.isrc));
  UMIKOE_TRY(line.streams, optional_number(row, at_.streams));
  UMIKOE_TRY(line.streams_7d, optional_number(row, at_.streams_7d));
  UMIKOE_TRY(const auto popularity, optional_number(row, at_.popularity));
  if (popularity) line.popularity = static_cast<double>(*popularity);
  UMIKOE_TRY(line.days_on_chart, optional_number(row, at_.days_on_chart));
  if (!line.days_on_chart) {
    UMIKOE_TRY(const auto weeks, optional_number(row, at_.weeks_on_chart));
    if (weeks) line.days_on_chart = std::min(*weeks, longest_stay_weeks) * 7;
  }
  line.stale = cell(row, at_.stale) == "1";
  return line;
}

}  // namespace umikoe::formats::charts
