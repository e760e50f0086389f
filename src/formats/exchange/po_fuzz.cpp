#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/exchange/exchange_file.h"

// What is accepted is written and read back the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace exchange = umikoe::formats::exchange;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = exchange::read_po(bytes);
  if (!file) {
    UMIKOE_ASSERT(!file.error().code.empty());
    return 0;
  }
  const std::string written = exchange::write_po(file->units);
  const auto again = exchange::read_po(written);
  UMIKOE_ASSERT(again && again->units.size() == file->units.size());
  for (size_t i = 0; i < file->units.size(); ++i) {
    UMIKOE_ASSERT(again->units[i].id == file->units[i].id);
    UMIKOE_ASSERT(again->units[i].source == file->units[i].source);
    UMIKOE_ASSERT(again->units[i].target == file->units[i].target);
    UMIKOE_ASSERT(again->units[i].stage == file->units[i].stage);
  }
  return 0;
}
