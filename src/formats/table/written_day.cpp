#include "formats/table/written_day.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "formats/table/folded.h"

namespace umikoe::formats::table {
namespace {

using State = WrittenDay::State;

struct Era {
  std::string_view name;
  std::string_view letter;
  int first_year;
  Date first;
  Date last;
};

// Cabinet orders on the era names; the last day of one is the day before the next, except that
// 明治, 大正 and 昭和 ended on the day the next began.
const std::array<Era, 5>& eras() {
  static const std::array<Era, 5> table = {
      Era{"明治", "m", 1868, *Date::of(1868, 1, 25), *Date::of(1912, 7, 30)},
      Era{"大正", "t", 1912, *Date::of(1912, 7, 30), *Date::of(1926, 12, 25)},
      Era{"昭和", "s", 1926, *Date::of(1926, 12, 25), *Date::of(1989, 1, 7)},
      Era{"平成", "h", 1989, *Date::of(1989, 1, 8), *Date::of(2019, 4, 30)},
      Era{"令和", "r", 2019, *Date::of(2019, 5, 1), *Date::of(9999, 12, 31)}};
  return table;
}

constexpr std::array<std::string_view, 12> month_names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> long_month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

WrittenDay day_of(int year, int month, int day) {
  const auto date = Date::of(year, month, day);
  if (!date) return {.state = State::impossible};
  return {.state = State::good, .first = *date, .last = *date};
}

WrittenDay month_of(int year, int month) {
  const auto first = Date::of(year, month, 1);
  if (!first) return {.state = State::impossible};
  const auto next = month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, month + 1, 1);
  return {.state = State::good,
          .first = *first,
          .last = next ? next->plus(-1) : *Date::of(9999, 12, 31)};
}

WrittenDay last_day_of(int year, int month) {
  WrittenDay day = month_of(year, month);
  day.first = day.last;
  return day;
}

// Runs of digits, of letters, and single other characters, without spaces.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  constexpr size_t pieces_max = 12;
  while (!text.empty() && pieces.size() <= pieces_max) {
    const auto kind = [](char c) {
      return is_digit(c) ? 1 : (c >= 'a' && c <= 'z') ? 2 : c == ' ' ? 4 : 3;
    };
    const int first = kind(text.front());
    size_t size = 1;
    while (size < text.size() && kind(text[size]) == first &&
           (first != 3 || (text[size] & 0x80) != 0)) {
      ++size;
    }
    if (first != 4) pieces.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return pieces;
}

// The era's year as a year of the calendar; 元 is the first.
struct EraYear {
  const Era* era = nullptr;
  int year = 0;
};
std::optional<EraYear> take_era(std::string_view& text) {
  for (const Era& era : eras()) {
    const bool by_name = text.starts_with(era.name);
    if (!by_name && !(text.starts_with(era.letter) && text.size() > 1 &&
                      (is_digit(text[1]) || text[1] == '.' || text.substr(1).starts_with("元")))) {
      continue;
    }
    std::string_view rest = text.substr(by_name ? era.name.size() : era.letter.size());
    while (rest.starts_with(' ') || rest.starts_with('.')) rest.remove_prefix(1);
    constexpr std::string_view first_year = "元";
    size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    const bool is_first = digits == 0 && rest.starts_with(first_year);
    const auto year = is_first ? std::optional(1) : number(rest.substr(0, digits));
    if (!year || *year < 1 || *year > 99) continue;
    text = rest.substr(is_first ? first_year.size() : digits);
    return EraYear{&era, era.first_year + *year - 1};
  }
  return std::nullopt;
}

// What stands behind a year: /4/1, .4.1, -04-01, 年4月1日, 年4月, 年4月末日.
WrittenDay after_year(int year, std::string_view rest) {
  const auto p = pieces_of(rest);
  const auto is_sign = [](std::string_view piece) {
    return piece == "/" || piece == "." || piece == "-";
  };
  if (p.size() < 2 || !number(p[1])) return {};
  const int month = *number(p[1]);
  if (p[0] == "年") {
    if (p.size() == 3 && p[2] == "月") return month_of(year, month);
    if (p.size() == 3 && (p[2] == "月末日" || p[2] == "月末")) return last_day_of(year, month);
    if (p.size() == 5 && p[2] == "月" && p[4] == "日" && number(p[3])) {
      return day_of(year, month, *number(p[3]));
    }
    return {};
  }
  if (!is_sign(p[0])) return {};
  if (p.size() == 2) return month_of(year, month);
  if (p.size() == 4 && p[2] == p[0] && number(p[3])) return day_of(year, month, *number(p[3]));
  return {};
}

// 20190401 and 201904; 43556 by the style.
WrittenDay of_digits(std::string_view text, const DayStyle& style) {
  const int value = number(text).value_or(0);
  if (text.size() == 8) return day_of(value / 10000, value / 100 % 100, value % 100);
  if (text.size() == 6) {
    const bool is_month = value / 100 >= 1900 && value / 100 < 2100;
    return is_month ? month_of(value / 100, value % 100) : WrittenDay{};
  }
  if (text.size() != 5) return {};
  if (style.serials == SerialDays::unknown) return {.state = State::serial_unknown};
  const Date zero =
      style.serials == SerialDays::from_1904 ? *Date::of(1904, 1, 1) : *Date::of(1899, 12, 30);
  const Date day = zero.plus(value);
  return {.state = State::good, .first = day, .last = day};
}

// 1/4/2019: both readings, or the one that is possible.
WrittenDay year_last(int a, int b, int year, const DayStyle& style) {
  const bool day_first = Date::of(year, b, a).has_value();
  const bool month_first = Date::of(year, a, b).has_value();
  if (!day_first && !month_first) return {.state = State::impossible};
  if (day_first != month_first) {
    WrittenDay day = day_first ? day_of(year, b, a) : day_of(year, a, b);
    day.order_decided = true;
    day.order = day_first ? DayOrder::day_first : DayOrder::month_first;
    // Another style was settled for this column; then this day does not exist in it.
    if (style.order != DayOrder::unknown && style.order != day.order) day.state = State::impossible;
    return day;
  }
  if (a == b || style.order == DayOrder::day_first) return day_of(year, b, a);
  if (style.order == DayOrder::month_first) return day_of(year, a, b);
  return {.state = State::order_unknown};
}

std::optional<int> month_named(std::string_view word) {
  for (size_t i = 0; i < month_names.size(); ++i) {
    if (word == month_names[i] || word == long_month_names[i] || (i == 8 && word == "sept")) {
      return static_cast<int>(i) + 1;
    }
  }
  return std::nullopt;
}

// 1 Apr 2019, 01-Apr-2019, April 1, 2019, Apr 2019.
WrittenDay with_month_name(std::vector<std::string_view> p) {
  std::erase_if(p, [](std::string_view piece) {
    return piece == "," || piece == "." || piece == "-" || piece == "/";
  });
  if (p.size() == 2) {
    const auto month = month_named(p[0]);
    const auto year = number(p[1]);
    return month && year && p[1].size() == 4 ? month_of(*year, *month) : WrittenDay{};
  }
  if (p.size() != 3 || p[2].size() != 4 || !number(p[2])) return {};
  const auto month = month_named(p[0]) ? month_named(p[0]) : month_named(p[1]);
  const auto day = month_named(p[0]) ? number(p[1]) : number(p[0]);
  return month && day ? day_of(*number(p[2]), *month, *day) : WrittenDay{};
}

// "2019-04-01T00:00:00Z" names an instant; its day is the one in Japan.
std::optional<WrittenDay> of_instant(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = c == 't' ? 'T' : c == 'z' ? 'Z' : c;
  if (const size_t space = upper.find(' '); space == 10) upper[space] = 'T';
  const auto time = WrittenTime::parse(upper);
  if (!time || time->local) return std::nullopt;
  constexpr int64_t japan = 9 * 3600;
  const Date day = day_of_seconds(time->seconds + japan);
  return WrittenDay{.state = State::good, .first = day, .last = day};
}

// Drops a weekday in brackets and a time of day without a zone.
std::string_view day_part(std::string_view text) {
  if (text.ends_with(')')) {
    const size_t open = text.rfind('(');
    constexpr std::string_view weekdays = "月火水木金土日";
    const std::string_view inside =
        open == std::string_view::npos ? "" : text.substr(open + 1, text.size() - open - 2);
    if (inside.size() == 3 && weekdays.find(inside) != std::string_view::npos) {
      text = without_spaces_around(text.substr(0, open));
    }
  }
  const size_t gap = text.find_last_of(" t");
  if (gap == std::string_view::npos || gap + 1 >= text.size()) return text;
  const std::string_view clock = text.substr(gap + 1);
  const bool is_clock = clock.find(':') != std::string_view::npos && is_digit(clock.front()) &&
                        clock.find_first_not_of("0123456789:.") == std::string_view::npos;
  return is_clock ? without_spaces_around(text.substr(0, gap)) : text;
}

}  // namespace

WrittenDay read_written_day(std::string_view written, const DayStyle& style) {
  constexpr size_t bytes_max = 256;
  if (written.size() > bytes_max) return {};
  const std::string text = folded(written);
  if (const auto instant = of_instant(text)) return *instant;
  std::string_view rest = day_part(text);
  if (const auto era = take_era(rest)) {
    WrittenDay day = after_year(era->year, rest);
    day.outside_era =
        day.state == State::good && (day.last < era->era->first || day.first > era->era->last);
    return day;
  }
  const auto p = pieces_of(rest);
  if (p.empty()) return {};
  const bool leading_digits = is_digit(rest.front());
  if (p.size() == 1 && leading_digits) return of_digits(rest, style);
  if (leading_digits && p[0].size() == 4) return after_year(*number(p[0]), rest.substr(4));
  const bool signs = p.size() == 5 && p[1] == p[3] && (p[1] == "/" || p[1] == "." || p[1] == "-");
  if (signs && p[4].size() == 4 && number(p[0]) && number(p[2]) && number(p[4]) &&
      p[0].size() <= 2 && p[2].size() <= 2) {
    return year_last(*number(p[0]), *number(p[2]), *number(p[4]), style);
  }
  return with_month_name(p);
}

}  // namespace umikoe::formats::table
