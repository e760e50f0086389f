#pragma once

#include <span>
#include <string_view>

#include "base/time_zone.h"

namespace umikoe {

// data/territory_offsets.tsv, by territory index.
std::span<const std::span<const ZoneOffsets>> zone_table();

}  // namespace umikoe
