#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe {

// The position of the first byte that is not valid UTF-8 (RFC 3629), or npos.
size_t first_invalid_utf8(std::string_view text);
// How many bytes at the front are ASCII.
size_t ascii_prefix(std::string_view text);
// The code points of valid UTF-8; invalid bytes become U+FFFD.
std::vector<char32_t> code_points(std::string_view text);
void append_utf8(std::string& text, char32_t code_point);

// The scripts the export rules tell apart.
struct ScriptsInText {
  bool kanji = false;
  bool kana = false;
  bool hangul = false;
  bool latin = false;
};
ScriptsInText scripts_in(std::string_view text);

}  // namespace umikoe
