#include "formats/charts/chart_layout.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "formats/table/csv_dialect.h"

namespace umikoe::formats::charts {
namespace {

using table::Column;

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

// The columns of a file without a header, in order.
constexpr std::array kworb_raw_columns = {
    Column{"date", true},  Column{"rank", true},        Column{"move"},
    Column{"title", true}, Column{"days_on_chart"},     Column{"peak"},
    Column{"peak_times"},  Column{"streams", true},     Column{"streams_change"},
    Column{"streams_7d"},  Column{"streams_7d_change"}, Column{"total"}};

constexpr std::array playlist_columns = {
    Column{"date", true},   Column{"territory", true}, Column{"rank", true},
    Column{"track", true},  Column{"artists", true},   Column{"popularity"},
    Column{"duration_ms"},  Column{"album_type"},      Column{"total_tracks"},
    Column{"release_date"}, Column{"explicit"},        Column{"cover"},
    Column{"isrc"}};

constexpr std::array spotify_columns = {Column{"rank", true},
                                        Column{"uri"},
                                        Column{"artist_names", true},
                                        Column{"track_name", true},
                                        Column{"source"},
                                        Column{"peak_rank"},
                                        Column{"previous_rank"},
                                        Column{"weeks_on_chart"},
                                        Column{"days_on_chart"},
                                        Column{"streams"}};

constexpr std::array spotify_2017_columns = {Column{"position", true}, Column{"track name", true},
                                             Column{"artist", true}, Column{"streams"},
                                             Column{"url"}};

constexpr std::array compilation_columns = {Column{"date", true},
                                            Column{"country", true},
                                            Column{"rank", true},
                                            Column{"uri"},
                                            Column{"artist_names", true},
                                            Column{"track_name", true},
                                            Column{"label"},
                                            Column{"source"},
                                            Column{"peak_rank"},
                                            Column{"previous_rank"},
                                            Column{"days_on_chart"},
                                            Column{"weeks_on_chart"},
                                            Column{"streams"},
                                            Column{"consecutive_days"},
                                            Column{"consecutive_weeks"},
                                            Column{"entry_status"},
                                            Column{"peak_date"},
                                            Column{"entry_rank"},
                                            Column{"entry_date"},
                                            Column{"release_date"},
                                            Column{"artist_uris"},
                                            Column{"isrc"}};

constexpr std::array shazam_columns = {Column{"rank", true}, Column{"artist", true},
                                       Column{"title", true}};

constexpr std::array layouts = {
    ChartLayout{.format = Format::chart_kworb_daily,
                .service = "spotify-daily-top-50",
                .day = "date",
                .region = "territory",
                .rank = "rank",
                .artist = "artist",
                .title = "title",
                .streams = "streams",
                .columns = kworb_columns,
                .days_behind = 2},
    ChartLayout{.format = Format::chart_kworb_raw,
                .service = "spotify-daily-top-50",
                .day = "date",
                .rank = "rank",
                .title = "title",
                .streams = "streams",
                .columns = kworb_raw_columns,
                .days_behind = 2},
    ChartLayout{.format = Format::chart_top50_playlist,
                .service = "spotify-top-50-playlist",
                .day = "date",
                .region = "territory",
                .rank = "rank",
                .artist = "artists",
                .title = "track",
                .columns = playlist_columns},
    ChartLayout{.format = Format::chart_spotify,
                .service = "spotify",
                .rank = "rank",
                .artist = "artist_names",
                .title = "track_name",
                .streams = "streams",
                .week_mark = "weeks_on_chart",
                .day_mark = "days_on_chart",
                .columns = spotify_columns},
    ChartLayout{.format = Format::chart_spotify_2017,
                .service = "spotify",
                .rank = "position",
                .artist = "artist",
                .title = "track name",
                .streams = "streams",
                .columns = spotify_2017_columns},
    ChartLayout{.format = Format::chart_spotify_countries,
                .service = "spotify",
                .day = "date",
                .region = "country",
                .rank = "rank",
                .artist = "artist_names",
                .title = "track_name",
                .streams = "streams",
                .week_mark = "weeks_on_chart",
                .day_mark = "days_on_chart",
                .columns = compilation_columns},
    ChartLayout{.format = Format::chart_apple_feed, .service = "apple-music-most-played"},
    ChartLayout{.format = Format::chart_shazam,
                .service = "shazam-top",
                .rank = "rank",
                .artist = "artist",
                .title = "title",
                .columns = shazam_columns}};

// A kind of chart is told by columns that only it has; a file that lacks another is of that kind
// with a missing column, and its reader says which.
struct Mark {
  Format format;
  std::array<std::string_view, 3> headers;
};
constexpr std::array marks = {
    Mark{Format::chart_spotify_countries, {"country", "rank", "artist_names"}},
    Mark{Format::chart_spotify, {"rank", "artist_names", "track_name"}},
    Mark{Format::chart_spotify_2017, {"position", "track name", "artist"}}};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "=", "+12", "-3", "NEW", "RE": how the rank moved.
bool is_move(std::string_view text) {
  if (text == "=" || text == "new" || text == "re") return true;
  return (text.starts_with('+') || text.starts_with('-')) && all_digits(text.substr(1));
}

// The source without a header is told by the shape of its first row.
bool is_kworb_row(const std::vector<std::string>& cells) {
  return cells.size() == kworb_raw_columns.size() && Date::parse(cells[0]) &&
         all_digits(cells[1]) && is_move(cells[2]) && all_digits(cells[4]) && all_digits(cells[5]);
}

}  // namespace

const ChartLayout& chart_layout(Format format) {
  const auto layout = std::ranges::find(layouts, format, &ChartLayout::format);
  UMIKOE_ASSERT(layout != layouts.end());
  return *layout;
}

Format chart_format(std::span<const std::vector<std::string>> first_lines) {
  constexpr size_t notes_max = 3;  // Shazam's two, and a blank
  if (!first_lines.empty() && is_kworb_row(first_lines.front())) return Format::chart_kworb_raw;
  for (const auto& line : first_lines.first(std::min(first_lines.size(), notes_max + 1))) {
    const auto has = [&](std::string_view name) {
      return std::ranges::find(line, name) != line.end();
    };
    for (const Mark& mark : marks) {
      if (std::ranges::all_of(mark.headers, has)) return mark.format;
    }
    // Three columns and no fourth, below notes: else it is a table of somebody's own.
    const bool noted = &line != &first_lines.front();
    if (noted && line == std::vector<std::string>{"rank", "artist", "title"})
      return Format::chart_shazam;
  }
  return Format::unknown;
}

bool is_chart_header(const ChartLayout& layout, const table::TableRow& row) {
  return std::ranges::any_of(
      row.cells, [&](const std::string& cell) { return table::header_name(cell) == layout.rank; });
}

}  // namespace umikoe::formats::charts
