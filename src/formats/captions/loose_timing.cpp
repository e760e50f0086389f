#include "formats/captions/loose_timing.h"

#include <algorithm>
#include <array>

#include "formats/captions/webvtt_timestamp.h"

namespace umikoe::formats::captions {
namespace {

void skip_blanks(std::string_view text, size_t& position) {
  position = std::min(text.find_first_not_of(" \t", position), text.size());
}

// 0.5 of "5", 0.123 of "123": as a share of a second, in milliseconds.
double fraction_ms(std::string_view digits) {
  double ms = 0;
  double unit = 100;
  for (const char digit : digits.substr(0, 18)) {
    ms += (digit - '0') * unit;
    unit /= 10;
  }
  return ms;
}

// A mark with a digit behind it; a lone comma at the end of a time is punctuation.
bool begins_fraction(std::string_view text, size_t position) {
  if (position + 1 >= text.size()) return false;
  const char next = text[position + 1];
  return (text[position] == '.' || text[position] == ',') && next >= '0' && next <= '9';
}

}  // namespace

std::optional<double> collect_loose_time(std::string_view text, size_t& position) {
  std::array<double, 3> parts = {};
  size_t count = 0;
  size_t at = position;
  while (count < parts.size()) {
    const std::string_view digits = collect_digits(text, at);
    if (digits.empty()) return std::nullopt;
    parts[count++] = number_of_digits(digits);
    if (at >= text.size() || text[at] != ':' || count == parts.size()) break;
    ++at;
  }
  if (count < 2) return std::nullopt;
  double ms = 0;
  for (size_t i = 0; i < count; ++i) ms = ms * 60 + parts[i];
  ms *= 1000;
  if (begins_fraction(text, at)) {
    ++at;
    ms += fraction_ms(collect_digits(text, at));
  }
  if (ms > latest_exact_ms) return std::nullopt;  // no time of a recording
  position = at;
  return ms;
}

std::optional<LooseTiming> arrow_timing(std::string_view line) {
  size_t position = 0;
  skip_blanks(line, position);
  const auto start = collect_loose_time(line, position);
  if (!start) return std::nullopt;
  skip_blanks(line, position);
  if (!line.substr(position).starts_with("-->")) return std::nullopt;
  position += 3;
  skip_blanks(line, position);
  const auto end = collect_loose_time(line, position);
  if (!end) return std::nullopt;
  return LooseTiming{*start, *end};
}

std::optional<LooseTiming> comma_timing(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  const size_t comma = line.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view first = line.substr(0, comma);
  const std::string_view second = line.substr(comma + 1);
  size_t first_end = 0;
  size_t second_end = 0;
  const auto start = collect_loose_time(first, first_end);
  const auto end = collect_loose_time(second, second_end);
  const bool whole = start && end && first_end == first.size() && second_end == second.size();
  return whole ? std::optional(LooseTiming{*start, *end}) : std::nullopt;
}

}  // namespace umikoe::formats::captions
