#include "formats/xlsx/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/date.h"

namespace umikoe::formats::xlsx {
namespace {

// The part of a format for positive numbers, without what only decorates: quoted text, escaped
// characters, [colours] and [$-411] locales. Elapsed [h] keeps its letter.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == ';') break;
    if (c == '"') {
      i = code.find('"', i + 1);
      if (i == std::string_view::npos) break;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const size_t end = code.find(']', i);
      if (end == std::string_view::npos) break;
      const std::string_view inside = code.substr(i + 1, end - i - 1);
      if (inside.find_first_not_of("hHmMsS") == std::string_view::npos) letters += inside;
      i = end;
    } else {
      letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return letters;
}

// "m" is a month unless it stands beside hours or seconds.
bool is_minute(std::string_view letters, size_t at) {
  const size_t before = letters.find_last_of("yegdhs", at);
  size_t after = letters.find_first_not_of('m', at);
  after = after == std::string_view::npos ? after : letters.find_first_of("yegdhs", after);
  return (before != std::string_view::npos && letters[before] == 'h') ||
         (after != std::string_view::npos && letters[after] == 's');
}

std::optional<double> number_of(std::string_view stored) {
  double value = 0;
  const auto [end, error] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (error != std::errc() || end != stored.data() + stored.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::string clock_text(double fraction, const NumberFormat& format) {
  const auto seconds = static_cast<int64_t>(std::llround(fraction * 86'400.0));
  const int64_t hours = seconds / 3600;
  const int64_t minutes = seconds / 60 % 60;
  if (!format.seconds) return fmt::format("{}:{:02}", hours, minutes);
  if (!format.hours && hours == 0) return fmt::format("{}:{:02}", minutes, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", hours, minutes, seconds % 60);
}

// Serial 1 is 1900-01-01, and 60 is a 29 February 1900 that never was, kept for the sake of Lotus
// 1-2-3; the 1904 system counts from 1904-01-01 as 0.
Date day_of(int64_t serial, bool from_1904) {
  if (from_1904) return Date::of(1904, 1, 1)->plus(static_cast<int32_t>(serial));
  const int32_t shift = serial < 60 ? 1 : 2;
  return Date::of(1900, 1, 1)->plus(static_cast<int32_t>(serial) - shift);
}

std::optional<std::string> date_text(double value, const NumberFormat& format, bool from_1904) {
  constexpr double last_serial = 2'958'465;  // 9999-12-31
  if (value < 0 || value > last_serial) return std::nullopt;
  const double whole = std::floor(value);
  const double fraction = value - whole;
  if (whole == 60 && !from_1904) return "1900-02-29";  // no reader of dates takes it for a day
  const auto day = day_of(static_cast<int64_t>(whole), from_1904);
  if (day > *Date::of(9999, 12, 31)) return std::nullopt;
  // "2019/4" typed into a cell is stored as the first of the month and shown as the month.
  if (format.month_only && day.day() == 1) return day.to_string().substr(0, 7);
  std::string text = day.to_string();
  if (format.time && fraction > 0) {
    text += ' ' + clock_text(fraction, {.time = true, .hours = true, .seconds = true});
  }
  return text;
}

}  // namespace

NumberFormat parse_format(std::string_view code) {
  const std::string letters = letters_of(code);
  NumberFormat format;
  if (!letters.empty() && letters.find_first_not_of('0') == std::string::npos) {
    format.zeros = static_cast<int>(letters.size());
    return format;
  }
  if (letters == "general") return format;
  bool month = false;
  bool day = false;
  for (size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    if (c == 'h') format.hours = true;
    if (c == 's') format.seconds = true;
    if (c == 'd') day = true;
    if (c == 'm' && is_minute(letters, i)) format.time = true;
    if (c == 'm' && !is_minute(letters, i)) month = true;
    if (c == 'y' || c == 'e' || c == 'g') format.date = true;
  }
  format.time = format.time || format.hours || format.seconds;
  format.month_only = format.date && month && !day && !format.time;
  format.date = format.date || month || day;
  // "0.00E+00" and the like have letters too; a date format never shows digits of the number.
  if (letters.find_first_of("#?") != std::string::npos || letters.find("0") != std::string::npos) {
    const bool fraction_of_second = format.seconds && letters.find(".0") != std::string::npos;
    if (!fraction_of_second) return {};
  }
  return format;
}

NumberFormat built_in_format(int id) {
  const auto between = [&](int first, int last) { return id >= first && id <= last; };
  if (id == 17 || id == 34 || id == 52 || id == 55) return {.date = true, .month_only = true};
  if (between(14, 16) || between(27, 31) || between(35, 36) || between(50, 58)) {
    return {.date = true};
  }
  if (id == 18 || id == 20 || id == 32) return {.time = true, .hours = true};
  if (id == 19 || id == 21 || id == 33 || id == 46) {
    return {.time = true, .hours = true, .seconds = true};
  }
  if (id == 22) return {.date = true, .time = true, .hours = true};
  if (id == 45 || id == 47) return {.time = true, .seconds = true};
  return {};
}

std::optional<std::string> number_text(std::string_view stored, const NumberFormat& format,
                                       bool from_1904) {
  const auto value = number_of(stored);
  if (!value) return std::nullopt;
  if (format.date) return date_text(*value, format, from_1904);
  if (format.time && *value >= 0 && *value < 10'000) return clock_text(*value, format);
  // Fifteen digits are what Office shows and keeps; the rest is an artefact of binary fractions.
  constexpr double exact_integers = 1e15;
  if (std::floor(*value) == *value && std::abs(*value) < exact_integers) {
    const auto whole = static_cast<int64_t>(*value);
    if (format.zeros > 0 && whole >= 0) {
      return fmt::format("{:0{}}", whole, std::min(format.zeros, 32));
    }
    return fmt::format("{}", whole);
  }
  return fmt::format("{:.15g}", *value);
}

}  // namespace umikoe::formats::xlsx
