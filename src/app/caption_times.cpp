#include "app/caption_times.h"

#include <fmt/format.h>

#include <cmath>

namespace umikoe::app {

Json plain_json(double number) {
  constexpr double exact = 9007199254740992.0;  // whole numbers are exact in a double up to here
  if (std::abs(number) <= exact && number == std::floor(number)) {
    return static_cast<int64_t>(number);
  }
  return number;
}

Json seconds_json(std::optional<double> ms) { return ms ? plain_json(*ms / 1000) : Json(nullptr); }

std::string time_words(std::optional<double> ms) {
  if (!ms) return {};
  const double whole = std::round(*ms);
  const auto in_minute = static_cast<int>(std::fmod(whole, 60'000));
  const double minutes = std::round((whole - in_minute) / 60'000);
  return fmt::format("{:.0f}:{:02}.{:03}", minutes, in_minute / 1000, in_minute % 1000);
}

std::string figure_words(double number) {
  std::string out = fmt::format("{:.2f}", number);
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string on_one_line(std::string text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string(" / ") : std::string(1, c);
  return out;
}

}  // namespace umikoe::app
