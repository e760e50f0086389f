#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/services/believe_trends.h"

// Plays are summed by cell: what goes out is of days the report names, and pieces of any size say
// the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<umikoe::demand::UsageRow> rows;
  std::vector<umikoe::demand::UsageRow> again;
  const auto whole = formats::services::read_believe_trends(
      formats::from_memory(bytes), [&](umikoe::demand::UsageRow&& row) { rows.push_back(row); });
  const auto pieces = formats::services::read_believe_trends(
      formats::from_memory(bytes, 5),
      [&](umikoe::demand::UsageRow&& row) { again.push_back(row); });
  UMIKOE_ASSERT(whole.has_value() == pieces.has_value());
  if (!whole) return 0;
  UMIKOE_ASSERT(rows == again && std::ssize(rows) <= whole->counts.rows);
  for (const auto& row : rows) {
    UMIKOE_ASSERT(row.period_start == row.period_end);
    UMIKOE_ASSERT(whole->counts.first_date <= row.period_start);
    UMIKOE_ASSERT(row.period_start <= whole->counts.last_date);
  }
  return 0;
}
