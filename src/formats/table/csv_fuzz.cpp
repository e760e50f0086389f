#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"
#include "base/utf8.h"
#include "formats/table/table_reader.h"

// The first byte chooses the size of the pieces; the rows must not depend on it, and must be UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<std::vector<std::string>> whole;
  std::vector<std::vector<std::string>> pieces;
  const auto collect = [](std::vector<std::vector<std::string>>& into) {
    return [&into](const formats::table::TableRow& row) -> umikoe::Result<void> {
      into.push_back(row.cells);
      return {};
    };
  };
  const auto encoding = formats::table::read_rows(formats::from_memory(bytes), collect(whole));
  const auto again =
      formats::table::read_rows(formats::from_memory(bytes, size_t{data[0]} + 1), collect(pieces));
  UMIKOE_ASSERT(encoding.has_value() == again.has_value());
  if (encoding) UMIKOE_ASSERT(*encoding == *again);
  UMIKOE_ASSERT(whole == pieces);
  for (const auto& row : whole) {
    UMIKOE_ASSERT(std::ssize(row) <= umikoe::limits::table_columns.value);
    for (const auto& cell : row) {
      UMIKOE_ASSERT(umikoe::first_invalid_utf8(cell) == std::string_view::npos);
    }
  }
  return 0;
}
