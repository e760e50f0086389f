#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/exchange/exchange_file.h"

// What is accepted is written and read back the same in both versions, languages apart: a file of
// version 2 holds one pair.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace exchange = umikoe::formats::exchange;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = exchange::read_xliff(bytes);
  if (!file) {
    UMIKOE_ASSERT(!file.error().code.empty());
    return 0;
  }
  const std::string written = exchange::write_xliff12(file->units);
  const auto again = exchange::read_xliff(written);
  UMIKOE_ASSERT(again && again->units.size() == file->units.size());
  UMIKOE_ASSERT(exchange::write_xliff12(again->units) == written);
  const std::string second = exchange::write_xliff21(file->units);
  const auto of_second = exchange::read_xliff(second);
  UMIKOE_ASSERT(of_second && of_second->units.size() == file->units.size());
  UMIKOE_ASSERT(exchange::write_xliff21(of_second->units) == second);
  return 0;
}
