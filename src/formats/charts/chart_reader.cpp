#include "formats/charts/chart_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

#include "formats/charts/chart_days.h"
#include "formats/findings.h"
#include "formats/over_limit.h"
#include "formats/table/columns.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::charts {
namespace {

using table::Column;
using table::Columns;
using table::TableRow;

struct Layout {
  Format format;
  std::string_view chart;
  std::string_view artist;
  std::string_view title;
  std::span<const Column> columns;
};

constexpr std::array kworb_columns = {Column{"date", true},
                                      Column{"territory", true},
                                      Column{"rank", true},
                                      Column{"move"},
                                      Column{"artist", true},
                                      Column{"title", true},
                                      Column{"days_on_chart"},
                                      Column{"peak"},
                                      Column{"peak_times"},
                                      Column{"streams", true},
                                      Column{"streams_change"},
                                      Column{"streams_7d"},
                                      Column{"streams_7d_change"},
                                      Column{"total"},
                                      Column{"stale"},
                                      Column{"isrc"}};

constexpr std::array playlist_columns = {
    Column{"date", true},   Column{"territory", true}, Column{"rank", true},
    Column{"track", true},  Column{"artists", true},   Column{"popularity"},
    Column{"duration_ms"},  Column{"album_type"},      Column{"total_tracks"},
    Column{"release_date"}, Column{"explicit"},        Column{"cover"},
    Column{"isrc"}};

constexpr std::array layouts = {
    Layout{Format::chart_kworb_daily, "spotify-daily-top-50", "artist", "title", kworb_columns},
    Layout{Format::chart_top50_playlist, "spotify-top-50-playlist", "artists", "track",
           playlist_columns}};

class ChartReading {
 public:
  ChartReading(const Layout& layout, const std::function<void(demand::ChartRow&&)>& sink)
      : layout_(layout), sink_(sink) {}

  Result<void> row(const TableRow& row) {
    if (!columns_) return read_header(row);
    UMIKOE_TRY(Date day, day_of(row));
    UMIKOE_TRY(int64_t rank, number_of(row, "rank"));
    if (rank < 1 || rank > limits::chart_rows_per_day.value)
      return invalid(row, "number_invalid", "rank");
    const auto territory = TerritoryCode::parse(upper(columns_->cell(row, "territory")));
    if (!territory) {  // "WW" and "global" are charts of no territory
      days_.skip_row(columns_->cell(row, "territory"));
      return {};
    }
    begin_day(*territory, day, row.line);
    demand::ChartRow read{.chart = std::string(layout_.chart),
                          .territory = *territory,
                          .day = day,
                          .rank = static_cast<int32_t>(rank),
                          .depth = 0,
                          .artist = std::string(columns_->cell(row, layout_.artist)),
                          .title = std::string(columns_->cell(row, layout_.title)),
                          .isrc = Isrc::parse(columns_->cell(row, "isrc")),
                          .streams = std::nullopt,
                          .stale = columns_->cell(row, "stale") == "1"};
    if (!columns_->cell(row, "streams").empty()) {
      UMIKOE_TRY(read.streams, number_of(row, "streams"));
    }
    if (read.stale) days_.note_stale(*territory, day);
    if (!ranks_.insert(read.rank).second) {
      findings_.add("chart_rank_twice", {{"rank", std::to_string(read.rank)}}, where(row, "rank"));
    }
    if (std::ssize(pending_) >= limits::chart_rows_per_day.value) {
      return std::unexpected(over_limit(limits::chart_rows_per_day, where(row, "rank")));
    }
    pending_.push_back(std::move(read));
    return {};
  }

  Result<ChartReport> finish() {
    if (!columns_) return fail("table_empty");
    end_day();
    days_.report(findings_);
    report_.findings = findings_.take();
    return std::move(report_);
  }

 private:
  static Where where(const TableRow& row, std::string_view column) {
    return {.file = {}, .line = row.line, .element = std::string(column)};
  }
  std::unexpected<Error> invalid(const TableRow& row, std::string code,
                                 std::string_view column) const {
    return fail(
        std::move(code),
        {{"column", std::string(column)}, {"text", std::string(columns_->cell(row, column))}},
        where(row, column));
  }
  static std::string upper(std::string_view text) {
    std::string raised(text);
    std::ranges::transform(raised, raised.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return raised;
  }

  Result<void> read_header(const TableRow& row) {
    std::vector<Error> errors;
    columns_ = Columns::read(row, layout_.columns, findings_, errors);
    if (!errors.empty()) return std::unexpected(std::move(errors.front()));
    return {};
  }

  Result<Date> day_of(const TableRow& row) const {
    const auto day = Date::parse(columns_->cell(row, "date"));
    if (!day) return invalid(row, "date_invalid", "date");
    return *day;
  }

  // Whole numbers, with the separators some exports write ("1,913,993").
  Result<int64_t> number_of(const TableRow& row, std::string_view column) const {
    std::string text(columns_->cell(row, column));
    std::erase(text, ',');
    int64_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || value < 0) {
      return invalid(row, "number_invalid", column);
    }
    return value;
  }

  void begin_day(TerritoryCode territory, Date day, long line) {
    if (!pending_.empty() && pending_.front().territory == territory &&
        pending_.front().day == day) {
      return;
    }
    end_day();
    if (!days_.begin(territory, day)) {
      findings_.add_once("chart_day_split",
                         {{"territory", std::string(territory.code())}, {"day", day.to_string()}},
                         {.file = {}, .line = line, .element = "date"});
    }
    DeliveryCounts& counts = report_.counts;
    counts.territories.insert(territory);
    if (!counts.first_date || day < *counts.first_date) counts.first_date = day;
    if (!counts.last_date || day > *counts.last_date) counts.last_date = day;
  }

  // The depth of a chart is known when its day is over: what it does not show is below that.
  void end_day() {
    if (pending_.empty()) return;
    int32_t depth = 0;
    for (const demand::ChartRow& row : pending_) depth = std::max(depth, row.rank);
    for (demand::ChartRow& row : pending_) {
      row.depth = depth;
      sink_(std::move(row));
    }
    report_.counts.rows += std::ssize(pending_);
    report_.counts.limit = std::max<int64_t>(report_.counts.limit.value_or(0), depth);
    pending_.clear();
    ranks_.clear();
  }

  const Layout& layout_;
  const std::function<void(demand::ChartRow&&)>& sink_;
  std::optional<Columns> columns_;
  ChartReport report_;
  Findings findings_;
  ChartDays days_;
  std::vector<demand::ChartRow> pending_;  // of one day and territory
  std::set<int32_t> ranks_;
};

}  // namespace

Result<ChartReport> read_chart(Format format, const ByteSource& source,
                               const std::function<void(demand::ChartRow&&)>& sink) {
  const auto layout = std::ranges::find(layouts, format, &Layout::format);
  UMIKOE_ASSERT(layout != layouts.end());
  ChartReading reading(*layout, sink);
  UMIKOE_TRY(table::read_rows(source, [&](const TableRow& row) { return reading.row(row); }));
  return reading.finish();
}

}  // namespace umikoe::formats::charts
