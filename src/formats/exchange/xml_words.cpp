#include "formats/exchange/xml_words.h"

#include "base/utf8.h"

namespace umikoe::formats::exchange {
namespace {

bool is_allowed(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char32_t c : code_points(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\r': out += "&#13;"; break;
      case '\n': out += "&#10;"; break;
      case '\t': out += "&#9;"; break;
      default: append_utf8(out, is_allowed(c) ? c : U'\uFFFD');
    }
  }
  return out;
}

}  // namespace umikoe::formats::exchange
