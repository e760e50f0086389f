#pragma once

#include <functional>

#include "demand/chart_line.h"
#include "formats/byte_source.h"

namespace umikoe::formats::charts {

// Apple's feed of most played songs of one storefront (JSON): `feed` with `country`, `updated` and
// `results` in order of rank. It states no plays. Errors: chart_feed_invalid, date_invalid,
// limit_exceeded, those of `line`.
Result<void> read_apple_feed(const ByteSource& source,
                             const std::function<Result<void>(demand::ChartLine&&)>& line);

}  // namespace umikoe::formats::charts
