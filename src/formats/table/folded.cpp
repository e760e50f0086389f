#include "formats/table/folded.h"

#include <array>
#include <optional>

#include "base/utf8.h"

namespace umikoe::formats::table {
namespace {

// Half-width U+FF61 to U+FF9F in order.
constexpr std::u32string_view wide_kana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
    U"マミムメモヤユヨラリルレロワン゛゜";

char32_t widened(char32_t c) {
  constexpr char32_t first = 0xFF61;
  if (c < first || c >= first + wide_kana.size()) return c;
  return wide_kana[c - first];
}

// A half-width voicing mark is a character of its own behind its kana.
std::optional<char32_t> voiced(char32_t kana, char32_t mark) {
  constexpr std::u32string_view voiced_kana = U"カキクケコサシスセソタチツテトハヒフヘホ";
  if (mark == U'゛' && kana == U'ウ') return U'ヴ';
  if (voiced_kana.find(kana) == std::u32string_view::npos) return std::nullopt;
  if (mark == U'゛') return kana + 1;
  const bool h = kana >= U'ハ' && kana <= U'ホ';
  return mark == U'゜' && h ? std::optional<char32_t>(kana + 2) : std::nullopt;
}

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + U'!';
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  switch (c) {
    case U'　':
    case U'\t':
    case U'\r':
    case U'\n':
    case 0xA0:
      return U' ';
    case U'〜':
    case U'～':
      return U'~';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return U'-';
    case U'〔':
    case U'【':
      return U'(';
    case U'〕':
    case U'】':
      return U')';
    case U'’':
      return U'\'';
    default:
      return widened(c);
  }
}

}  // namespace

std::string folded(std::string_view text) {
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    const char32_t p = plain(c);
    const auto joined = out.empty() ? std::nullopt : voiced(out.back(), p);
    if (joined) {
      out.back() = *joined;
    } else if (p != U' ' || (!out.empty() && out.back() != U' ')) {
      out += p;
    }
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  std::string result;
  for (const char32_t c : out) append_utf8(result, c);
  return result;
}

std::string folded_header(std::string_view text) {
  constexpr std::u32string_view decoration = U" _-.:*#'\"/・※、,()[]「」?";
  std::string result;
  for (const char32_t c : code_points(folded(text))) {
    if (decoration.find(c) == std::u32string_view::npos) append_utf8(result, c);
  }
  return result;
}

std::string_view without_spaces_around(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (true) {
    const size_t at = text.find(separator);
    parts.emplace_back(without_spaces_around(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + separator.size());
  }
}

}  // namespace umikoe::formats::table
