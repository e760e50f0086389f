#pragma once

#include <optional>
#include <string_view>

namespace umikoe::formats::captions {

// Times beyond this are no times of a recording; it keeps sums of them finite.
inline constexpr double latest_ttml_ms = 1e15;

enum class DropMode { none, drop_ntsc, drop_pal };

// The parameters of a TTML document that times depend on (TTML 2, section 7.2).
struct TtmlClock {
  double frame_rate = 30;
  double sub_frame_rate = 1;
  double multiplier = 1;
  std::optional<double> tick_rate;
  bool frame_rate_stated = false;
  bool smpte = false;  // ttp:timeBase="smpte": hh:mm:ss:ff counts frames
  DropMode drop_mode = DropMode::none;
  bool bare_seconds = false;  // "9.729" and "1:02.3", as lyrics of Apple have them

  double effective_frame_rate() const { return frame_rate * multiplier; }
  double ticks_per_second() const;
};

// A time expression (TTML 2, section 12.3) in milliseconds: clock time with fractions or frames, or
// an offset in h, m, s, ms, f or t. Nothing where it is none.
std::optional<double> parse_ttml_time(std::string_view text, const TtmlClock& clock);

// ttp:frameRateMultiplier: "1000 1001", or "1000:1001" of older documents.
std::optional<double> parse_multiplier(std::string_view text);

// A decimal number and nothing else.
std::optional<double> parse_decimal(std::string_view text);

}  // namespace umikoe::formats::captions
