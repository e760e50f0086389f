#include <array>

#include "base/date.h"

namespace umikoe {
namespace {

struct Unit {
  char letter;
  bool in_time_part;
  int64_t ms;
};
constexpr std::array units = {Unit{'D', false, 86'400'000}, Unit{'H', true, 3'600'000},
                              Unit{'M', true, 60'000}, Unit{'S', true, 1000}};
// Nine digits of days are 8.6e16 ms, so that no sum of four parts can overflow.
constexpr size_t digits_max = 9;

// The digits at the front of `text`, taken off it; nothing when there are none or too many.
std::optional<int64_t> take_number(std::string_view& text) {
  int64_t value = 0;
  size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
    if (count == digits_max) return std::nullopt;
    value = value * 10 + (text[count++] - '0');
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

// The thousandths of a fraction such as ".583" at the front of `text`, taken off it.
std::optional<int64_t> take_thousandths(std::string_view& text) {
  text.remove_prefix(1);
  int64_t value = 0;
  int64_t scale = 100;
  size_t count = 0;
  for (; count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count) {
    value += scale * (text[count] - '0');
    scale /= 10;
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

}  // namespace

std::optional<int64_t> parse_duration_ms(std::string_view iso8601) {
  if (!iso8601.starts_with('P')) return std::nullopt;
  iso8601.remove_prefix(1);
  bool time_part = false;
  size_t next_unit = 0;
  int64_t total = 0;
  while (!iso8601.empty()) {
    if (!time_part && iso8601.front() == 'T') {
      time_part = true;
      iso8601.remove_prefix(1);
    }
    const auto number = take_number(iso8601);
    if (!number || iso8601.empty()) return std::nullopt;
    std::optional<int64_t> thousandths = 0;
    const bool has_fraction = iso8601.front() == '.' || iso8601.front() == ',';
    if (has_fraction) thousandths = take_thousandths(iso8601);
    if (!thousandths || iso8601.empty()) return std::nullopt;
    while (next_unit < units.size() && (units[next_unit].letter != iso8601.front() ||
                                        units[next_unit].in_time_part != time_part)) {
      ++next_unit;
    }
    if (next_unit == units.size()) return std::nullopt;
    if (has_fraction && units[next_unit].letter != 'S') return std::nullopt;
    total += *number * units[next_unit++].ms + *thousandths;
    iso8601.remove_prefix(1);
  }
  if (next_unit == 0) return std::nullopt;
  return total;
}

}  // namespace umikoe
