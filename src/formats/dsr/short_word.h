#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace umikoe::formats::dsr {

// The first eight bytes of a text as one number, zeros behind a shorter one: two loads that may
// overlap, where a copy of unknown length would be a call.
inline uint64_t short_word(std::string_view text) {
  const size_t size = text.size();
  if (size >= sizeof(uint64_t)) {
    uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    return word;
  }
  if (size >= sizeof(uint32_t)) {
    uint32_t front = 0;
    uint32_t back = 0;
    std::memcpy(&front, text.data(), sizeof front);
    std::memcpy(&back, text.data() + size - sizeof back, sizeof back);
    return front | uint64_t{back} << (size - sizeof back) * 8;
  }
  uint64_t word = 0;
  for (size_t i = 0; i < size; ++i) word |= uint64_t{static_cast<unsigned char>(text[i])} << i * 8;
  return word;
}

}  // namespace umikoe::formats::dsr
