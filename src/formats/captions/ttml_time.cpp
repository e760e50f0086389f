#include "formats/captions/ttml_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace umikoe::formats::captions {
namespace {

struct Metric {
  std::string_view name;
  double ms;
};
constexpr std::array metrics = {Metric{"ms", 1}, Metric{"h", 3'600'000}, Metric{"m", 60'000},
                                Metric{"s", 1000}};

std::optional<double> in_reach(double ms) {
  return std::isfinite(ms) && ms >= 0 && ms <= latest_ttml_ms ? std::optional(ms) : std::nullopt;
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t colon = text.find(':'); colon != std::string_view::npos && parts.size() < 4;
       colon = text.find(':')) {
    parts.push_back(text.substr(0, colon));
    text.remove_prefix(colon + 1);
  }
  parts.push_back(text);
  return parts;
}

std::optional<double> offset_time(std::string_view text, const TtmlClock& clock) {
  const size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  const auto count = parse_decimal(text.substr(0, end));
  const std::string_view metric = text.substr(end);
  if (!count) return std::nullopt;
  if (metric == "f") return in_reach(*count * 1000 / clock.effective_frame_rate());
  if (metric == "t") return in_reach(*count * 1000 / clock.ticks_per_second());
  if (metric.empty() && clock.bare_seconds) return in_reach(*count * 1000);
  const auto known = std::ranges::find(metrics, metric, &Metric::name);
  return known == metrics.end() ? std::nullopt : in_reach(*count * known->ms);
}

// "12" or "12.3": frames and perhaps sub-frames, as a number of frames.
std::optional<double> frames_of(std::string_view text, const TtmlClock& clock) {
  const size_t stop = text.find('.');
  const auto frames = parse_decimal(text.substr(0, stop));
  if (stop == std::string_view::npos || !frames) return frames;
  const auto sub_frames = parse_decimal(text.substr(stop + 1));
  return sub_frames ? std::optional(*frames + *sub_frames / clock.sub_frame_rate) : std::nullopt;
}

// Frames that drop-frame counting leaves out up to a time: two in every minute but each tenth, or
// four in every second minute but each twentieth (TTML 2, appendix H).
double dropped_frames(double hours, double minutes, DropMode mode) {
  if (mode == DropMode::drop_ntsc) return (hours * 54 + minutes - std::floor(minutes / 10)) * 2;
  if (mode == DropMode::drop_pal) {
    return (hours * 27 + std::floor(minutes / 2) - std::floor(minutes / 20)) * 4;
  }
  return 0;
}

std::optional<double> clock_time(std::string_view text, const TtmlClock& clock) {
  const auto parts = parts_of(text);
  const bool short_form = clock.bare_seconds && parts.size() == 2;
  if (!short_form && parts.size() != 3 && parts.size() != 4) return std::nullopt;
  const auto hours = short_form ? std::optional(0.0) : parse_decimal(parts[0]);
  const auto minutes = parse_decimal(parts[short_form ? 0 : 1]);
  const auto seconds = parse_decimal(parts[short_form ? 1 : 2]);
  const auto frames = parts.size() == 4 ? frames_of(parts[3], clock) : std::optional(0.0);
  if (!hours || !minutes || !seconds || !frames) return std::nullopt;
  const double whole = (*hours * 60 + *minutes) * 60 + *seconds;
  if (clock.smpte && parts.size() == 4) {
    const double counted =
        whole * clock.frame_rate + *frames - dropped_frames(*hours, *minutes, clock.drop_mode);
    return in_reach(counted * 1000 / clock.effective_frame_rate());
  }
  return in_reach(whole * 1000 + *frames * 1000 / clock.effective_frame_rate());
}

}  // namespace

double TtmlClock::ticks_per_second() const {
  if (tick_rate) return *tick_rate;
  return frame_rate_stated ? frame_rate * sub_frame_rate : 1;
}

std::optional<double> parse_decimal(std::string_view text) {
  const bool is_number = !text.empty() && text.front() != '.' && text.back() != '.' &&
                         text.find_first_not_of("0123456789.") == std::string_view::npos &&
                         std::ranges::count(text, '.') <= 1;
  if (!is_number) return std::nullopt;
  double number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<double> parse_ttml_time(std::string_view text, const TtmlClock& clock) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  return text.contains(':') ? clock_time(text, clock) : offset_time(text, clock);
}

std::optional<double> parse_multiplier(std::string_view text) {
  const size_t gap = text.find_first_of(" :");
  if (gap == std::string_view::npos) return std::nullopt;
  const auto numerator = parse_decimal(text.substr(0, gap));
  const auto denominator = parse_decimal(text.substr(text.find_last_of(" :") + 1));
  const bool usable = numerator && denominator && *numerator > 0 && *denominator > 0;
  return usable ? std::optional(*numerator / *denominator) : std::nullopt;
}

}  // namespace umikoe::formats::captions
