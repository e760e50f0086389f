#pragma once

#include <optional>
#include <string_view>

namespace umikoe::formats::captions {

struct LooseTiming {
  double start_ms = 0;
  double end_ms = 0;
};

// A time as people write it in SRT and SBV: hours may be missing, the fraction is led by a comma or
// a full stop, has any number of digits or is missing. Moves past what it read.
std::optional<double> collect_loose_time(std::string_view text, size_t& position);

// "TIME --> TIME" with anything behind it.
std::optional<LooseTiming> arrow_timing(std::string_view line);
// "TIME,TIME" and nothing else.
std::optional<LooseTiming> comma_timing(std::string_view line);

}  // namespace umikoe::formats::captions
