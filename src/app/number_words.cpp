#include "app/number_words.h"

#include <fmt/format.h>

#include <cmath>

#include "base/utf8.h"

namespace umikoe::app {
namespace {

// East Asian Wide and Fullwidth ranges that names in this field use (Unicode UAX #11).
size_t width_of(char32_t c) {
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
                    (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                    (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
                    (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

}  // namespace

std::string grouped(int64_t number) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return number < 0 ? "−" + digits : digits;
}

std::string percent(int64_t part, int64_t whole) {
  if (whole == 0) return "—";
  const int64_t rounded = (part * 200 + whole) / (whole * 2);
  if (part > 0 && rounded == 0) return "<1 %";
  if (part < whole && rounded == 100) return ">99 %";
  return std::to_string(rounded) + " %";
}

std::string signed_percent(double share) {
  const double percent = std::round(share * 1000) / 10;
  if (percent == 0) return "0.0";
  return fmt::format("{}{:.1f}", percent < 0 ? "−" : "+", std::abs(percent));
}

size_t display_width(std::string_view text) {
  size_t columns = 0;
  for (const char32_t c : code_points(text)) columns += width_of(c);
  return columns;
}

std::string fitted(std::string_view text, size_t columns) {
  if (display_width(text) <= columns) {
    return std::string(text) + std::string(columns - display_width(text), ' ');
  }
  std::string out;
  size_t used = 0;
  for (const char32_t c : code_points(text)) {
    if (used + width_of(c) > columns - 1) break;
    append_utf8(out, c);
    used += width_of(c);
  }
  out += "…";
  return out + std::string(columns - used - 1, ' ');
}

}  // namespace umikoe::app
