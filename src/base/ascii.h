#pragma once

#include <algorithm>
#include <string_view>

namespace umikoe {

// A to Z as a to z; every other byte stays.
constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Whether the part stands in the text, in any ASCII case; an empty one stands in every text.
inline bool holds_part(std::string_view text, std::string_view part) {
  return part.empty() || !std::ranges::search(text, part, {}, ascii_lower, ascii_lower).empty();
}

}  // namespace umikoe
