#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "formats/services/apple_reports.h"
#include "formats/table/numbers_test_catalogue.h"

// The first byte chooses: a table of plays, one of a chart, Apple's streams or its content. A file
// with an error gives nothing but rows its owner drops; pieces of any size say the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  namespace demand = umikoe::demand;
  using formats::Format;
  constexpr std::array kinds = {Format::table_plays, Format::table_chart, Format::apple_streams,
                                Format::apple_content};
  if (size == 0) return 0;
  const Format format = kinds[data[0] % kinds.size()];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const bool apple = format == Format::apple_streams || format == Format::apple_content;
  const auto read = [&](size_t piece, int64_t& rows) {
    formats::table::RowSinks sinks;
    sinks.usage = [&](const demand::UsageRow& row) {
      ++rows;
      UMIKOE_ASSERT(row.period_start <= row.period_end && !row.service.empty());
    };
    sinks.chart = [&](const demand::ChartRow& row) {
      ++rows;
      UMIKOE_ASSERT(row.rank >= 1 && row.rank <= row.depth && !row.chart.empty());
      UMIKOE_ASSERT(!row.streams || *row.streams >= 0);
    };
    const auto source = formats::from_memory(bytes, piece);
    const auto numbers = formats::table::test_numbers();
    return apple ? formats::services::read_apple_report(format, source, sinks, numbers)
                 : formats::table::read_table(format, source, sinks, numbers);
  };
  int64_t rows = 0;
  int64_t again = 0;
  const auto whole = read(64 * 1024, rows);
  const auto pieces = read(7, again);
  UMIKOE_ASSERT(rows == again && whole.errors == pieces.errors);
  UMIKOE_ASSERT(std::ssize(whole.errors) <= umikoe::limits::errors_kept.value);
  if (!whole.errors.empty()) UMIKOE_ASSERT(whole.contents.recordings.empty());
  return 0;
}
