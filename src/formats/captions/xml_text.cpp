#include "formats/captions/xml_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace umikoe::formats::captions {
namespace {

bool is_xml_char(char32_t c) {
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char32_t c : code_points(text)) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      append_utf8(out, is_xml_char(c) ? c : 0xFFFD);
    }
  }
  return out;
}

bool is_xml_id(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return false;
  return std::ranges::all_of(
      text, [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}

}  // namespace umikoe::formats::captions
