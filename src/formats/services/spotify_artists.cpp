#include "formats/services/spotify_artists.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "formats/table/cells.h"
#include "formats/table/table_reader.h"

namespace umikoe::formats::services {
namespace {

using table::Cells;
using table::Column;

constexpr std::array timeline_columns = {Column{"date", true}, Column{"listeners", true},
                                         Column{"streams", true}, Column{"followers"}};
constexpr std::array songs_columns = {Column{"song", true}, Column{"listeners", true},
                                      Column{"streams", true}, Column{"saves"},
                                      Column{"release_date"}};
constexpr std::array playlists_columns = {Column{"title", true}, Column{"author", true},
                                          Column{"listeners", true}, Column{"streams", true},
                                          Column{"date_added"}};

struct Layout {
  Format format;
  std::span<const Column> columns;
};
constexpr std::array<Layout, 3> layouts = {{{Format::spotify_timeline, timeline_columns},
                                            {Format::spotify_songs, songs_columns},
                                            {Format::spotify_playlists, playlists_columns}}};

class Reading {
 public:
  explicit Reading(Format format) : layout_(*std::ranges::find(layouts, format, &Layout::format)) {}

  Result<void> row(const table::TableRow& row) {
    if (!columns_) {
      columns_ = table::Columns::read(row, layout_.columns, findings_, errors_);
      return first_error();
    }
    ++out_.counts.rows;
    Cells cells(*columns_, row, findings_, errors_);
    for (const Column& column : layout_.columns) {
      if (column.required) cells.required(column.name);
    }
    for (const char* count : {"listeners", "followers", "saves"}) cells.number(count);
    const auto streams = cells.number("streams");
    if (streams && __builtin_add_overflow(out_.streams, *streams, &out_.streams)) {
      cells.error("number_invalid", "streams");
    }
    cells.date("release_date");
    if (const auto day = cells.date("date")) {
      DeliveryCounts& counts = out_.counts;
      counts.first_date = std::min(counts.first_date.value_or(*day), *day);
      counts.last_date = std::max(counts.last_date.value_or(*day), *day);
    }
    if (layout_.format == Format::spotify_songs) out_.songs.emplace_back(cells.text("song"));
    return first_error();
  }

  Result<SpotifyArtistsExport> finish() {
    if (!columns_) return fail("table_empty");
    out_.findings = findings_.take();
    return std::move(out_);
  }

 private:
  Result<void> first_error() const {
    return errors_.empty() ? Result<void>() : std::unexpected(errors_.front());
  }

  const Layout& layout_;
  std::optional<table::Columns> columns_;
  Findings findings_;
  std::vector<Error> errors_;
  SpotifyArtistsExport out_;
};

}  // namespace

Result<SpotifyArtistsExport> read_spotify_artists(Format format, const ByteSource& source) {
  Reading reading(format);
  auto read =
      table::read_rows(source, [&](const table::TableRow& row) { return reading.row(row); });
  if (!read) return std::unexpected(std::move(read).error());
  return reading.finish();
}

Format spotify_artists_format(const std::vector<std::string>& headers) {
  for (const Layout& layout : layouts) {
    const auto known = [&](const std::string& header) {
      return std::ranges::find(layout.columns, header, &Column::name) != layout.columns.end();
    };
    const auto there = [&](const Column& column) {
      return !column.required || std::ranges::find(headers, column.name) != headers.end();
    };
    // One column more (a country, an ISRC) and it is another table, whose rows may say more.
    if (std::ranges::all_of(layout.columns, there) && std::ranges::all_of(headers, known)) {
      return layout.format;
    }
  }
  return Format::unknown;
}

}  // namespace umikoe::formats::services
