#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace umikoe::formats::captions {

// Whole milliseconds are exact in a double up to here, which is 285,000 years. Later times are
// read, because the standard bounds no hours, but only their hours are written.
inline constexpr double latest_exact_ms = 9007199254740992.0;

// Collects a WebVTT timestamp (W3C WebVTT, section 6.3) from the position on, which it moves; in
// milliseconds. Nothing where the standard says to return an error.
std::optional<double> collect_timestamp(std::string_view input, size_t& position);

// hh:mm:ss.mmm, to the nearest millisecond, with more digits of hours where they are needed.
std::string write_timestamp(double ms);

// The same with another mark before the milliseconds, as SRT has it, and no time later than is
// exact.
std::string write_timestamp(double ms, char mark, int hour_digits);

// Reads ASCII digits from the position on, which it moves past them.
std::string_view collect_digits(std::string_view input, size_t& position);
// The number that digits write; the greatest double where there are too many.
double number_of_digits(std::string_view digits);

}  // namespace umikoe::formats::captions
