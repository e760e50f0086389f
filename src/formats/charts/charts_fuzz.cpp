#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/charts/chart_reader.h"

// The first byte chooses the layout. Every row lies within the depth of its day.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  int64_t rows = 0;
  const auto report = formats::charts::read_chart(
      data[0] % 2 == 0 ? formats::Format::chart_kworb_daily : formats::Format::chart_top50_playlist,
      formats::from_memory(bytes), [&](umikoe::demand::ChartRow&& row) {
        ++rows;
        UMIKOE_ASSERT(row.rank >= 1 && row.rank <= row.depth);
        UMIKOE_ASSERT(!row.streams || *row.streams >= 0);
      });
  if (report) UMIKOE_ASSERT(report->counts.rows == rows);
  return 0;
}
