#include "base/date.h"

#include <fmt/format.h>

#include <array>

namespace umikoe {
namespace {

constexpr int32_t first_day = -719'162;  // 0001-01-01
constexpr int32_t last_day = 2'932'896;  // 9999-12-31

struct Civil {
  int year;
  int month;
  int day;
};

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

// Years are counted from March so that the leap day comes last; 146,097 days make 400 years.
int32_t days_from_civil(int year, int month, int day) {
  const int shifted_year = month <= 2 ? year - 1 : year;
  const int era = (shifted_year >= 0 ? shifted_year : shifted_year - 399) / 400;
  const int year_of_era = shifted_year - era * 400;
  const int month_from_march = (month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146'097 + day_of_era - 719'468;
}

Civil civil_from_days(int32_t days) {
  const int64_t shifted = int64_t{days} + 719'468;
  const int64_t era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const int day_of_era = static_cast<int>(shifted - era * 146'097);
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int year = year_of_era + static_cast<int>(era) * 400 + (month <= 2 ? 1 : 0);
  return {year, month, day};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads from the front of a text; every step fails for good once one has failed.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  int digits(size_t count) {
    int value = 0;
    for (size_t i = 0; i < count; ++i) {
      if (at_ >= text_.size() || !is_digit(text_[at_])) return fail();
      value = value * 10 + (text_[at_++] - '0');
    }
    return value;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!take(c)) fail();
  }
  bool next_is_digit() const { return at_ < text_.size() && is_digit(text_[at_]); }
  // The rest of a run of digits; true when all were zero.
  bool skip_digits() {
    bool zero = true;
    if (!next_is_digit()) fail();
    while (next_is_digit()) zero = text_[at_++] == '0' && zero;
    return zero;
  }
  bool finished() const { return ok_ && at_ == text_.size(); }
  bool ok() const { return ok_; }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }
  std::string_view text_;
  size_t at_ = 0;
  bool ok_ = true;
};

std::optional<Date> read_date(Reader& reader) {
  const int year = reader.digits(4);
  reader.expect('-');
  const int month = reader.digits(2);
  reader.expect('-');
  const int day = reader.digits(2);
  if (!reader.ok()) return std::nullopt;
  return Date::of(year, month, day);
}

// Seconds of the day; 24:00:00 is the end of the day, as XML Schema allows.
std::optional<int64_t> read_time_of_day(Reader& reader) {
  const int hour = reader.digits(2);
  reader.expect(':');
  const int minute = reader.digits(2);
  int second = 0;
  bool fraction_is_zero = true;
  if (reader.take(':')) {
    second = reader.digits(2);
    if (reader.take('.') || reader.take(',')) fraction_is_zero = reader.skip_digits();
  }
  if (!reader.ok() || hour > 24 || minute > 59 || second > 59) return std::nullopt;
  if (hour == 24 && (minute != 0 || second != 0 || !fraction_is_zero)) return std::nullopt;
  return hour * 3600 + minute * 60 + second;
}

// ±hh:mm, ±hhmm or ±hh; XML Schema's bound of 14 hours is also that of the world's zones.
std::optional<int64_t> read_offset(Reader& reader, int sign) {
  const int hour = reader.digits(2);
  int minute = 0;
  if (reader.take(':') || reader.next_is_digit()) minute = reader.digits(2);
  if (!reader.ok() || minute > 59 || hour * 60 + minute > 14 * 60) return std::nullopt;
  return sign * (hour * 3600 + minute * 60);
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{days_from_civil(year, month, day)};
}

std::optional<Date> Date::parse(std::string_view iso8601) {
  Reader reader(iso8601);
  const auto date = read_date(reader);
  if (!reader.finished()) return std::nullopt;
  return date;
}

std::string Date::to_string() const {
  const Civil civil = civil_from_days(days);
  return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

int Date::year() const { return civil_from_days(days).year; }
int Date::month() const { return civil_from_days(days).month; }
int Date::day() const { return civil_from_days(days).day; }

Date day_of_seconds(int64_t seconds) {
  int64_t days = seconds / seconds_per_day;
  if (seconds % seconds_per_day < 0) --days;
  return Date{static_cast<int32_t>(days)};
}

namespace {
std::string wall_clock(int64_t seconds) {
  const Date day = day_of_seconds(seconds);
  const int64_t rest = seconds - day.days * seconds_per_day;
  return fmt::format("{}T{:02}:{:02}:{:02}", day.to_string(), rest / 3600, rest / 60 % 60,
                     rest % 60);
}
}  // namespace

std::string Instant::to_string() const { return wall_clock(seconds) + "Z"; }

std::optional<WrittenTime> WrittenTime::parse(std::string_view iso8601) {
  Reader reader(iso8601);
  const auto date = read_date(reader);
  reader.expect('T');
  if (!date || !reader.ok()) return std::nullopt;
  const auto time_of_day = read_time_of_day(reader);
  if (!time_of_day) return std::nullopt;
  WrittenTime written{date->days * seconds_per_day + *time_of_day, true};
  const int sign = reader.take('+') ? 1 : reader.take('-') ? -1 : 0;
  if (sign != 0) {
    // -00:00 is UTC as well: RFC 3339 section 4.3 says only that the place is not known.
    const auto offset = read_offset(reader, sign);
    if (!offset) return std::nullopt;
    written = {written.seconds - *offset, false};
  } else if (reader.take('Z')) {
    written.local = false;
  }
  const bool in_range = written.seconds >= first_day * seconds_per_day &&
                        written.seconds < (last_day + 1) * seconds_per_day;
  if (!reader.finished() || !in_range) return std::nullopt;
  return written;
}

WrittenTime WrittenTime::at_local_midnight(Date date) {
  return {date.days * seconds_per_day, true};
}

std::string WrittenTime::to_string() const { return wall_clock(seconds) + (local ? "" : "Z"); }

}  // namespace umikoe
