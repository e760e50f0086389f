#include "stores/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace umikoe::stores {
namespace {

constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char padding = '=';
constexpr size_t group = 4;  // letters for three bytes

constexpr std::array<int8_t, 256> values = [] {
  std::array<int8_t, 256> table{};
  table.fill(-1);
  for (size_t i = 0; i < letters.size(); ++i) {
    table[static_cast<unsigned char>(letters[i])] = static_cast<int8_t>(i);
  }
  return table;
}();

uint32_t byte_at(std::string_view bytes, size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

}  // namespace

std::string base64_of(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * group);
  for (size_t at = 0; at < bytes.size(); at += 3) {
    const uint32_t bits =
        byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2);
    const size_t used = std::min<size_t>(bytes.size() - at, 3) + 1;
    for (size_t i = 0; i < group; ++i) {
      out += i < used ? letters[bits >> (18 - 6 * i) & 63] : padding;
    }
  }
  return out;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
  if (text.size() % group != 0) return std::nullopt;
  size_t padded = 0;
  while (padded < 2 && padded < text.size() && text[text.size() - 1 - padded] == padding) ++padded;
  std::string out;
  out.reserve(text.size() / group * 3);
  for (size_t at = 0; at < text.size(); at += group) {
    uint32_t bits = 0;
    for (size_t i = 0; i < group; ++i) {
      const bool is_padding = at + i >= text.size() - padded;
      const int8_t value = is_padding ? 0 : values[static_cast<unsigned char>(text[at + i])];
      if (value < 0) return std::nullopt;
      bits = bits << 6 | static_cast<uint32_t>(value);
    }
    for (const int shift : {16, 8, 0}) out += static_cast<char>(bits >> shift & 255);
  }
  out.resize(out.size() - padded);
  // Bits behind the last byte must be nothing, or two texts would mean the same bytes.
  if (base64_of(out) != text) return std::nullopt;
  return out;
}

}  // namespace umikoe::stores
