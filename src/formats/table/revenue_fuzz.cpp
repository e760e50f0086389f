#include <cstddef>
#include <cstdint>
#include <string_view>

#include "demand/amount_sum.h"
#include "formats/table/amount_cell.h"
#include "formats/table/numbers_test_catalogue.h"
#include "formats/table/tables.h"

// A statement that is read adds up: what its lines say is what its head says of them, and nothing
// of a statement with an error has a head.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto currency : {umikoe::yen, *umikoe::CurrencyCode::parse("KWD")}) {
    const auto amount = formats::table::parse_amount(bytes.substr(0, 40), currency);
    if (amount) UMIKOE_ASSERT(amount->decimals >= 0 && amount->decimals <= 9);
  }
  if (const auto month = formats::table::parse_month(bytes.substr(0, 12))) {
    UMIKOE_ASSERT(month->day() == 1);
  }
  int64_t placed = 0;
  const auto [contents, errors] = formats::table::read_table(
      formats::Format::table_revenue, formats::from_memory(bytes),
      [&](const umikoe::demand::RevenueRow&) { ++placed; }, formats::table::test_numbers());
  if (!errors.empty()) {
    UMIKOE_ASSERT(contents.revenue_statements.empty());
    return 0;
  }
  int64_t lines = 0;
  int64_t unplaced = 0;
  for (const auto& statement : contents.revenue_statements) {
    lines += statement.lines;
    unplaced += statement.lines_unplaced;
    UMIKOE_ASSERT(statement.lines_unknown <= statement.lines);
    UMIKOE_ASSERT(!statement.rate || statement.rate->yen_per_unit.billionths > 0);
  }
  UMIKOE_ASSERT(lines == contents.counts.rows && lines == placed + unplaced);
  return 0;
}
