#include "base/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/code_points.h"

namespace umikoe {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <size_t count>
bool in(const Range (&ranges)[count], char32_t c) {
  return std::ranges::any_of(ranges, [c](Range r) { return c >= r.first && c <= r.last; });
}

// From the Unicode Scripts property. The long vowel mark is counted as kana although Unicode calls
// it common; the middle dot is not, because it also stands between Latin names.
constexpr Range kanji[] = {
    {0x3005, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};
constexpr Range kana[] = {{0x3041, 0x3096}, {0x309D, 0x309F}, {0x30A1, 0x30FA},  {0x30FC, 0x30FF},
                          {0x31F0, 0x31FF}, {0xFF66, 0xFF9D}, {0x1AFF0, 0x1B16F}};
constexpr Range hangul[] = {{0x1100, 0x11FF}, {0x3131, 0x318E}, {0xA960, 0xA97C},
                            {0xAC00, 0xD7A3}, {0xD7B0, 0xD7FB}, {0xFFA0, 0xFFDC}};
constexpr Range latin[] = {{'A', 'Z'},       {'a', 'z'},       {0x00AA, 0x00AA}, {0x00BA, 0x00BA},
                           {0x00C0, 0x00D6}, {0x00D8, 0x00F6}, {0x00F8, 0x02AF}, {0x1E00, 0x1EFF},
                           {0x2C60, 0x2C7F}, {0xA722, 0xA7FF}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}};

}  // namespace

size_t ascii_prefix(std::string_view text) {
  // Eight bytes at once: files of charts and reports are ASCII by the gigabyte.
  constexpr uint64_t high_bits = 0x8080808080808080;
  size_t at = 0;
  for (uint64_t words[4]; at + sizeof words <= text.size(); at += sizeof words) {
    std::memcpy(words, text.data() + at, sizeof words);
    if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
  }
  for (uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

namespace {

// Three bytes that are one code point whatever their lower bits say: kana, kanji, most of hangul.
bool is_plain_three(const char* bytes) {
  const auto byte = [&](int i) { return static_cast<unsigned char>(bytes[i]); };
  const bool lead = (byte(0) & 0xF0) == 0xE0 && byte(0) != 0xE0 && byte(0) != 0xED;
  return lead && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
}

}  // namespace

size_t first_invalid_utf8(std::string_view text) {
  for (size_t at = ascii_prefix(text); at < text.size(); at += ascii_prefix(text.substr(at))) {
    const size_t begin = at;
    while (text.size() - at >= 3 && is_plain_three(text.data() + at)) at += 3;
    if (at > begin) continue;
    const DecodedPoint decoded = decode_front(text.substr(at));
    if (!decoded.valid) return at;
    at += decoded.size;
  }
  return std::string_view::npos;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> found;
  found.reserve(text.size());
  for (const char32_t c : EachCodePoint(text)) found.push_back(c);
  return found;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = replacement_character;
  }
  const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    push(code_point);
    return;
  }
  const int more = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  constexpr char32_t leads[] = {0, 0xC0, 0xE0, 0xF0};
  push(leads[more] | code_point >> 6 * more);
  for (int i = more - 1; i >= 0; --i) push(0x80 | (code_point >> 6 * i & 0x3F));
}

ScriptsInText scripts_in(std::string_view text) {
  ScriptsInText scripts;
  for (const char32_t c : EachCodePoint(text)) {
    scripts.kanji = scripts.kanji || in(kanji, c);
    scripts.kana = scripts.kana || in(kana, c);
    scripts.hangul = scripts.hangul || in(hangul, c);
    scripts.latin = scripts.latin || in(latin, c);
  }
  return scripts;
}

}  // namespace umikoe
