#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "formats/dsr/dsr_reader.h"

namespace {

// Wraps around like the counts of a hostile file might, in the same way on both sides.
void add_to(std::map<std::string, int64_t>& cells, const umikoe::demand::UsageRow& row) {
  auto& sum = cells[row.isrc.to_string() + "\n" + std::string(row.territory.code()) + "\n" +
                    row.service + "\n" + row.service_name + "\n" + row.use_type + "\n" +
                    std::to_string(row.user_generated) + row.period_start.to_string() +
                    row.period_end.to_string()];
  sum = static_cast<int64_t>(static_cast<uint64_t>(sum) + static_cast<uint64_t>(row.net_units));
}

}  // namespace

// The first byte chooses the size of the pieces; the rows must not depend on it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<umikoe::demand::UsageRow> whole;
  std::vector<umikoe::demand::UsageRow> pieces;
  std::vector<umikoe::demand::RevenueRow> money;
  const auto report =
      formats::dsr::read_dsr(formats::from_memory(text),
                             [&](const umikoe::demand::UsageRow& row) { whole.push_back(row); });
  const auto again = formats::dsr::read_dsr(
      formats::from_memory(text, size_t{data[0]} + 1),
      [&](const umikoe::demand::UsageRow& row) { pieces.push_back(row); },
      [&](const umikoe::demand::RevenueRow& row) { money.push_back(row); });
  UMIKOE_ASSERT(report.has_value() == again.has_value());
  std::map<std::string, int64_t> added;
  std::map<std::string, int64_t> counted;
  for (const auto& row : whole) add_to(added, row);
  const auto counts = formats::dsr::count_dsr(
      formats::from_memory(text),
      [&](const umikoe::demand::UsageRow& row) { add_to(counted, row); }, {},
      size_t{data[0]} / 16 + 1);
  UMIKOE_ASSERT(report.has_value() == counts.has_value());
  if (report) UMIKOE_ASSERT(added == counted);
  UMIKOE_ASSERT(whole == pieces);
  if (report) UMIKOE_ASSERT(report->counts.rows == std::ssize(whole));
  for (const auto& row : money) {
    UMIKOE_ASSERT(row.usage_month.day() == 1 && row.currency.known());
    UMIKOE_ASSERT(row.gross || row.ours);
  }
  for (const auto& row : whole) UMIKOE_ASSERT(row.period_start <= row.period_end);
  return 0;
}
