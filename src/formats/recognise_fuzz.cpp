#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "formats/recognise.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view head(reinterpret_cast<const char*>(data), size);
  const auto format = umikoe::formats::recognise(head);
  UMIKOE_ASSERT(!umikoe::formats::word(format).empty());
  UMIKOE_ASSERT(size != 0 || format == umikoe::formats::Format::empty);
  return 0;
}
