#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "localisation/captions/cue.h"

namespace umikoe::formats::captions {

// Where in a track the last region of an identifier stands.
using RegionIds = std::map<std::string, size_t, std::less<>>;

// "Parse a percentage string": a number from 0 to 100 with a percent sign; else nothing.
std::optional<double> parse_percentage(std::string_view text);

// Collects WebVTT cue timings and settings (W3C WebVTT, section 6.3) from a line with an arrow into
// the cue; false where the timings cannot be read. Settings that cannot be read are passed over.
bool collect_timings_and_settings(std::string_view line, const RegionIds& regions,
                                  localisation::Cue& cue);

// Collects WebVTT region settings (section 6.2).
localisation::CaptionRegion collect_region(std::string_view text);

}  // namespace umikoe::formats::captions
