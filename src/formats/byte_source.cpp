#include "formats/byte_source.h"

#include <algorithm>

namespace umikoe::formats {

ByteSource from_memory(std::string_view bytes, size_t piece) {
  return [bytes, piece](std::span<char> buffer) mutable -> Result<size_t> {
    const size_t size = std::min({bytes.size(), buffer.size(), piece});
    std::copy_n(bytes.data(), size, buffer.data());
    bytes.remove_prefix(size);
    return size;
  };
}

}  // namespace umikoe::formats
