#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace umikoe {

// A calendar day of the proleptic Gregorian calendar, counted from 1970-01-01. Four bytes, because
// whole catalogues of deals are made of them. Valid from 0001-01-01 to 9999-12-31.
struct Date {
  int32_t days = 0;

  auto operator<=>(const Date&) const = default;
  static std::optional<Date> of(int year, int month, int day);
  static std::optional<Date> parse(std::string_view iso8601);  // YYYY-MM-DD only
  std::string to_string() const;                               // YYYY-MM-DD
  int year() const;
  int month() const;
  int day() const;
  Date plus(int32_t count) const { return Date{days + count}; }
};

// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
struct Instant {
  int64_t seconds = 0;

  auto operator<=>(const Instant&) const = default;
  std::string to_string() const;  // YYYY-MM-DDThh:mm:ssZ
};

// A date and time as a document writes it: with a zone it is one instant, without one it is the
// local wall time of every territory it is applied in (DDEX: "local time in each territory").
struct WrittenTime {
  int64_t seconds = 0;  // of UTC when !local, of the wall clock when local
  bool local = false;

  bool operator==(const WrittenTime&) const = default;
  // ISO 8601 date-time with optional fraction (dropped) and optional zone; seconds may be absent.
  static std::optional<WrittenTime> parse(std::string_view iso8601);
  static WrittenTime at_local_midnight(Date date);
  std::string to_string() const;
};

inline constexpr int64_t seconds_per_day = 86'400;
// The day a number of seconds since 1970-01-01T00:00:00 falls on, before that year too: of UTC for
// an instant, of the calendar for a wall clock.
Date day_of_seconds(int64_t seconds);

// ISO 8601 duration such as PT4M23.583S, in milliseconds; no years, months or weeks.
std::optional<int64_t> parse_duration_ms(std::string_view iso8601);

}  // namespace umikoe
