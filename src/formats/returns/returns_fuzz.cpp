#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/returns/return_file.h"

// What is accepted reads back as itself.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace returns = umikoe::formats::returns;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto file = returns::parse_return(bytes);
  if (!file) {
    UMIKOE_ASSERT(!file.error().code.empty());
    return 0;
  }
  const auto again = returns::parse_return(returns::write_return(*file));
  UMIKOE_ASSERT(again && *again == *file);
  return 0;
}
