#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/charts/chart_name.h"
#include "formats/charts/chart_reader.h"

// The first byte chooses the layout, the second the file's name. Every row lies within the depth of
// its day; the lines of a file are its rows and those of no territory; days and spans agree.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  namespace demand = umikoe::demand;
  using formats::Format;
  constexpr std::array layouts = {Format::chart_kworb_daily,       Format::chart_top50_playlist,
                                  Format::chart_kworb_raw,         Format::chart_spotify,
                                  Format::chart_spotify_2017,      Format::chart_shazam,
                                  Format::chart_spotify_countries, Format::chart_apple_feed};
  constexpr std::array<std::string_view, 4> names = {
      "regional-jp-weekly-2016-12-30--2017-01-06.csv", "id_dailytop50_2025-06-21.csv",
      "viral-global-daily-2026-03-05.csv.gz", "chart.csv"};
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const Format format = layouts[data[0] % layouts.size()];
  const std::string_view name = names[data[1] % names.size()];
  int64_t rows = 0;
  const auto report = formats::charts::read_chart(
      format, formats::from_memory(bytes), name, [&](demand::ChartRow&& row) {
        ++rows;
        UMIKOE_ASSERT(row.rank >= 1 && row.rank <= row.depth);
        UMIKOE_ASSERT(!row.streams || *row.streams >= 0);
      });
  int64_t lines = 0;
  int64_t placed = 0;
  const auto again = formats::charts::read_chart_lines(
      format, formats::from_memory(bytes, 7), name, [&](demand::ChartLine&& line) {
        ++lines;
        placed += line.code.has_value();
        UMIKOE_ASSERT(line.day.plus(demand::days_of(line.span) - 1) <= line.file_day);
      });
  UMIKOE_ASSERT(report.has_value() == again.has_value());
  if (report) UMIKOE_ASSERT(report->counts.rows == rows && placed == rows);
  if (again) UMIKOE_ASSERT(again->lines == lines && again->findings == report->findings);
  const auto said = formats::charts::chart_name(bytes);
  UMIKOE_ASSERT(!said.first_day || said.last_day);
  return 0;
}
