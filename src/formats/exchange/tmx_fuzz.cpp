#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/exchange/exchange_file.h"

// What is accepted is written and read back as the same pairs.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace exchange = umikoe::formats::exchange;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = exchange::read_tmx(bytes);
  if (!file) {
    UMIKOE_ASSERT(!file.error().code.empty());
    return 0;
  }
  const auto again = exchange::read_tmx(exchange::write_tmx(file->units));
  UMIKOE_ASSERT(again && again->units.size() == file->units.size());
  for (size_t i = 0; i < file->units.size(); ++i) {
    UMIKOE_ASSERT(again->units[i].source == file->units[i].source ||
                  again->units[i].source == file->units[i].target);
  }
  return 0;
}
