#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "formats/table/folded.h"
#include "formats/table/written_day.h"

namespace umikoe::formats::table {
namespace {

using State = WrittenDay::State;

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text = without_spaces_around(text.substr(prefix.size()));
  return true;
}

bool drop_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text = without_spaces_around(text.substr(0, text.size() - suffix.size()));
  return true;
}

// 5年間, 6ヶ月, 3 years: how many months; 0 when it is none.
int months_in(std::string_view text) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  constexpr int months_max = 1200;
  if (error != std::errc() || count < 1 || count > months_max) return 0;
  std::string_view unit =
      without_spaces_around(text.substr(static_cast<size_t>(end - text.data())));
  drop_suffix(unit, "間");
  if (unit == "年" || unit == "ヵ年" || unit == "カ年" || unit == "ケ年" || unit == "か年" ||
      unit == "ヶ年" || unit == "year" || unit == "years") {
    return count * 12;
  }
  const bool months = unit == "ヶ月" || unit == "ヵ月" || unit == "カ月" || unit == "ケ月" ||
                      unit == "か月" || unit == "箇月" || unit == "month" || unit == "months";
  return months ? count : 0;
}

// A term of years or months ends on the day before the one that corresponds to its first day, or on
// the month's last day where there is none (Civil Code of Japan, article 143).
Date end_of_term(Date first, int months) {
  const int index = first.year() * 12 + first.month() - 1 + months;
  const auto same_day = Date::of(index / 12, index % 12 + 1, first.day());
  if (same_day) return same_day->plus(-1);
  const int next = index + 1;
  const auto after = Date::of(next / 12, next % 12 + 1, 1);
  return after ? after->plus(-1) : *Date::of(9999, 12, 31);
}

// Both halves around one separator; nothing when they are no days.
WrittenPeriod halves(std::string_view left, std::string_view right, const DayStyle& style) {
  left = without_spaces_around(left);
  right = without_spaces_around(right);
  drop_prefix(left, "自");
  drop_prefix(right, "至");
  drop_suffix(right, "まで");
  drop_suffix(right, "迄");
  if (left.empty() && right.empty()) return {};
  WrittenPeriod period{.state = State::good};
  const auto worse = [&](const WrittenDay& day) {
    period.outside_era = period.outside_era || day.outside_era;
    if (day.state != State::good) period.state = std::max(period.state, day.state);
  };
  if (!left.empty()) {
    const WrittenDay day = read_written_day(left, style);
    worse(day);
    period.first = day.first;
  }
  if (const int months = right.empty() ? 0 : months_in(right); months > 0) {
    if (left.empty()) return {};
    if (period.state == State::good) period.last = end_of_term(*period.first, months);
  } else if (!right.empty()) {
    const WrittenDay day = read_written_day(right, style);
    worse(day);
    period.last = day.last;
  }
  if (period.state == State::good) return period;
  return {.state = period.state};
}

}  // namespace

WrittenPeriod read_written_period(std::string_view written, const DayStyle& style) {
  // A longer text is none, and every dash in it would be tried.
  constexpr size_t bytes_max = 256;
  if (written.size() > bytes_max) return {};
  const std::string text = folded(written);
  // A dash stands inside days too, so every place it stands in is tried.
  static constexpr std::array<std::string_view, 9> separators = {"~",    "から", "より", "→", "->",
                                                                 " to ", "至",   " - ",  "-"};
  WrittenPeriod best;
  for (const std::string_view separator : separators) {
    for (size_t at = text.find(separator); at != std::string::npos;
         at = text.find(separator, at + 1)) {
      const std::string_view whole = text;
      const auto period = halves(whole.substr(0, at), whole.substr(at + separator.size()), style);
      const bool open = !period.first || !period.last;
      // "2019-04-" is no month with an open end.
      if (period.state == State::good && open && separator == "-") continue;
      if (period.state == State::good) return period;
      if (period.state != State::unreadable && best.state == State::unreadable) best = period;
    }
  }
  return best;
}

}  // namespace umikoe::formats::table
