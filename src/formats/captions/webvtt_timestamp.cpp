#include "formats/captions/webvtt_timestamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace umikoe::formats::captions {
namespace {

constexpr double ms_per_hour = 3'600'000;

bool takes(std::string_view input, size_t& position, char wanted) {
  if (position >= input.size() || input[position] != wanted) return false;
  ++position;
  return true;
}

std::optional<double> exactly(std::string_view input, size_t& position, size_t count) {
  const std::string_view digits = collect_digits(input, position);
  if (digits.size() != count) return std::nullopt;
  return number_of_digits(digits);
}

// The hours that are read as these milliseconds: dividing may miss them by the last place.
double hours_of(double ms) {
  const double hours = ms / ms_per_hour;
  for (const double near : {std::nextafter(hours, 0.0), std::nextafter(hours, ms)}) {
    if (near * ms_per_hour == ms) return near;
  }
  return hours;
}

}  // namespace

std::string_view collect_digits(std::string_view input, size_t& position) {
  const size_t begin = position;
  while (position < input.size() && input[position] >= '0' && input[position] <= '9') ++position;
  return input.substr(begin, position - begin);
}

double number_of_digits(std::string_view digits) {
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool fits = read.ec == std::errc() && std::isfinite(number);
  return fits ? number : std::numeric_limits<double>::max();
}

std::optional<double> collect_timestamp(std::string_view input, size_t& position) {
  const std::string_view first = collect_digits(input, position);
  if (first.empty()) return std::nullopt;
  double value1 = number_of_digits(first);
  bool has_hours = first.size() != 2 || value1 > 59;
  if (!takes(input, position, ':')) return std::nullopt;
  auto value2 = exactly(input, position, 2);
  if (!value2) return std::nullopt;
  std::optional<double> value3;
  if (has_hours || (position < input.size() && input[position] == ':')) {
    if (!takes(input, position, ':')) return std::nullopt;
    value3 = exactly(input, position, 2);
    if (!value3) return std::nullopt;
  } else {
    value3 = value2;
    value2 = value1;
    value1 = 0;
  }
  if (!takes(input, position, '.')) return std::nullopt;
  const auto value4 = exactly(input, position, 3);
  if (!value4 || *value2 > 59 || *value3 > 59) return std::nullopt;
  const double ms = value1 * ms_per_hour + *value2 * 60'000 + *value3 * 1000 + *value4;
  return std::min(ms, std::numeric_limits<double>::max());
}

std::string write_timestamp(double ms, char mark, int hour_digits) {
  const double whole = std::clamp(std::round(ms), 0.0, latest_exact_ms);
  const auto in_hour = static_cast<int>(std::fmod(whole, ms_per_hour));
  const double hours = std::round((whole - in_hour) / ms_per_hour);
  return fmt::format("{:0{}.0f}:{:02}:{:02}{}{:03}", hours, hour_digits, in_hour / 60'000,
                     in_hour / 1000 % 60, mark, in_hour % 1000);
}

std::string write_timestamp(double ms) {
  if (ms > latest_exact_ms) return fmt::format("{:.0f}:00:00.000", hours_of(ms));
  return write_timestamp(ms, '.', 2);
}

}  // namespace umikoe::formats::captions
