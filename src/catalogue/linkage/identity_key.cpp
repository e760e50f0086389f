#include "catalogue/linkage/identity_key.h"

#include <algorithm>
#include <array>

#include "base/unicode_text.h"
#include "base/utf8.h"
#include "catalogue/linkage/title_parts.h"

namespace umikoe::catalogue {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};
// What is no letter, digit or mark of either in NFKC: controls, punctuation, symbols, pictographs.
constexpr std::array signs = {
    Range{0x00, 0x2F},     Range{0x3A, 0x40},      Range{0x5B, 0x60},     Range{0x7B, 0xA9},
    Range{0xAB, 0xB4},     Range{0xB6, 0xB9},      Range{0xBB, 0xBF},     Range{0xD7, 0xD7},
    Range{0xF7, 0xF7},     Range{0x2000, 0x206F},  Range{0x2190, 0x2BFF}, Range{0x3000, 0x3004},
    Range{0x3008, 0x3020}, Range{0x3030, 0x3030},  Range{0x303D, 0x303F}, Range{0x30FB, 0x30FB},
    Range{0xFE00, 0xFE0F}, Range{0x1F000, 0x1FAFF}};

bool is_sign(char32_t c) {
  return std::ranges::any_of(signs, [c](Range r) { return c >= r.first && c <= r.last; });
}

// What parts a credit. A bare slash, hyphen or "and" belongs to names (HUNTR/X, Kis-My-Ft2).
constexpr std::array<std::string_view, 19> separators = {
    "|",      ", ",     " & ",    ";",    "、",   "，",   "；",          " x ",    " X ", " × ",
    " feat.", " Feat.", " feat ", " ft.", " Ft.", " ft ", " featuring ", " with ", " w/"};

}  // namespace

std::string name_key(std::string_view name) {
  const std::string folded = folded_text(name);
  std::string key;
  for (const char32_t c : code_points(without_diacritics(folded))) {
    if (!is_sign(c)) append_utf8(key, c);
  }
  return key.empty() ? folded : key;
}

std::string_view first_credit(std::string_view artist) {
  size_t end = artist.size();
  for (const std::string_view separator : separators) {
    const size_t at = artist.find(separator);
    if (at != std::string_view::npos && at > 0) end = std::min(end, at);
  }
  std::string_view first = artist.substr(0, end);
  while (first.ends_with(' ')) first.remove_suffix(1);
  while (first.starts_with(' ')) first.remove_prefix(1);
  return first.empty() ? artist : first;
}

std::string identity_key(std::string_view artist, std::string_view title) {
  const TitleParts parts = title_parts(title);
  std::string key = name_key(first_credit(title_parts(artist).name)) + "\n" + name_key(parts.name);
  std::vector<std::string> versions;
  for (const Qualifier& qualifier : parts.qualifiers) {
    const bool credit =
        qualifier.kind == QualifierKind::guest || qualifier.kind == QualifierKind::tie_in;
    if (!credit) versions.push_back(name_key(qualifier.text));
  }
  std::ranges::sort(versions);
  for (const std::string& version : versions) key += "\n" + version;
  return key;
}

}  // namespace umikoe::catalogue
