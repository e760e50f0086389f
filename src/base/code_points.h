#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace umikoe {

inline constexpr char32_t replacement_character = U'\uFFFD';

struct DecodedPoint {
  char32_t code_point = replacement_character;
  uint8_t size = 1;  // bytes taken
  bool valid = false;
};

// Decodes the front of a text that is not empty. Overlong forms, surrogates and values beyond
// U+10FFFF are invalid (RFC 3629 section 3); an invalid sequence costs one byte.
inline DecodedPoint decode_front(std::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const uint8_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return {};
  char32_t value = first & (0x7F >> size);
  for (size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    value = value << 6 | (byte(i) & 0x3F);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {};
  return {value, size, true};
}

// The code points of a text one after another, without a copy of them; code_points() of utf8.h
// where places are needed. Invalid bytes become U+FFFD.
class EachCodePoint {
 public:
  class Iterator {
   public:
    using value_type = char32_t;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    explicit Iterator(std::string_view rest) : rest_(rest) { decode(); }
    char32_t operator*() const { return decoded_.code_point; }
    Iterator& operator++() {
      rest_.remove_prefix(decoded_.size);
      decode();
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return rest_.data() == other.rest_.data(); }
    bool operator==(std::default_sentinel_t) const { return rest_.empty(); }

   private:
    void decode() {
      if (!rest_.empty()) decoded_ = decode_front(rest_);
    }

    std::string_view rest_;
    DecodedPoint decoded_;
  };

  explicit EachCodePoint(std::string_view text) : text_(text) {}
  Iterator begin() const { return Iterator(text_); }
  std::default_sentinel_t end() const { return {}; }

 private:
  std::string_view text_;
};

}  // namespace umikoe
