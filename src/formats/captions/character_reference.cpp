#include "formats/captions/character_reference.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/utf8.h"
#include "formats_data.h"

namespace umikoe::formats::captions {
namespace {

struct Named {
  std::string_view name;
  std::string text;
};

// "name TAB code points", as data/character_references.tsv has them, in order of the name.
std::vector<Named> read_table() {
  std::vector<Named> table;
  std::string_view rest = data::character_references;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    Named named{line.substr(0, tab), {}};
    for (size_t at = tab + 1; at < line.size(); ++at) {
      uint32_t code_point = 0;
      const auto read =
          std::from_chars(line.data() + at, line.data() + line.size(), code_point, 16);
      append_utf8(named.text, code_point);
      at = static_cast<size_t>(read.ptr - line.data());
    }
    table.push_back(std::move(named));
  }
  std::ranges::sort(table, {}, &Named::name);
  return table;
}

const std::vector<Named>& table() {
  static const std::vector<Named> names = read_table();
  return names;
}

size_t longest_name() {
  static const size_t longest = std::ranges::max(table(), {}, [](const Named& named) {
                                  return named.name.size();
                                }).name.size();
  return longest;
}

CharacterReference named_reference(std::string_view text) {
  const auto is_name_char = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  size_t length = 0;
  while (length < text.size() && length < longest_name() && is_name_char(text[length])) ++length;
  if (length < text.size() && text[length] == ';') ++length;
  // The longest name wins: "&notin;" before "&not".
  for (; length > 0; --length) {
    const auto found = std::ranges::lower_bound(table(), text.substr(0, length), {}, &Named::name);
    if (found != table().end() && found->name == text.substr(0, length)) {
      return {found->text, length};
    }
  }
  return {};
}

// HTML's table for numbers that meant Windows-1252 and never the control characters they name.
char32_t as_html_reads(char32_t number) {
  constexpr char32_t windows[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number >= 0x80 && number <= 0x9F) return windows[number - 0x80];
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  if (number == 0 || is_surrogate || number > 0x10FFFF) return 0xFFFD;
  return number;
}

CharacterReference numeric_reference(std::string_view text) {
  const bool hexadecimal = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  const size_t begin = hexadecimal ? 2 : 1;
  const char* digits = text.data() + begin;
  const char* end = text.data() + text.size();
  uint32_t number = 0;
  if (digits >= end || *digits == '-' || *digits == '+') return {};
  const auto read = std::from_chars(digits, end, number, hexadecimal ? 16 : 10);
  if (read.ptr == digits) return {};
  if (read.ec == std::errc::result_out_of_range) number = UINT32_MAX;
  size_t length = static_cast<size_t>(read.ptr - text.data());
  if (length < text.size() && text[length] == ';') ++length;
  CharacterReference reference{{}, length};
  append_utf8(reference.text, as_html_reads(number));
  return reference;
}

}  // namespace

CharacterReference consume_character_reference(std::string_view text, char additional_allowed) {
  if (text.empty()) return {};
  constexpr std::string_view ends = "\t\n\f <&";
  const char first = text.front();
  if (ends.contains(first) || (additional_allowed != '\0' && first == additional_allowed))
    return {};
  return first == '#' ? numeric_reference(text) : named_reference(text);
}

}  // namespace umikoe::formats::captions
