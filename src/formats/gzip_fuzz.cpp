#include <array>
#include <cstddef>
#include <cstdint>

#include "base/limits.h"
#include "formats/gzip.h"

// Whatever the bytes are, what comes out stays within the limits.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace formats = umikoe::formats;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const formats::ByteSource source = formats::gunzip(formats::from_memory(bytes, 1000));
  static std::array<char, 64 * 1024> buffer;
  int64_t out = 0;
  while (true) {
    const auto got = source(buffer);
    if (!got || *got == 0) break;
    UMIKOE_ASSERT(*got <= buffer.size());
    out += static_cast<int64_t>(*got);
  }
  const int64_t most = static_cast<int64_t>(size) * (umikoe::limits::gzip_expansion.value + 1) +
                       umikoe::limits::mib + std::ssize(buffer);
  UMIKOE_ASSERT(out <= most);
  return 0;
}
