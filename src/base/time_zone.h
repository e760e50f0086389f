#pragma once

#include <span>
#include <string_view>

#include "base/date.h"
#include "base/territory.h"

namespace umikoe {

// From `from` on, local time is UTC plus `offset_seconds`.
struct OffsetChange {
  Instant from;
  int32_t offset_seconds = 0;
};

// One zone's changes in order of time; the first holds since the beginning of time.
using ZoneOffsets = std::span<const OffsetChange>;

// The distinct zones of a territory, never empty; made from a named tzdata release, see
// data/README.md. No zone data is read at run time.
std::span<const ZoneOffsets> zones_of(TerritoryCode territory);

// The release of the tz database the table was made from, such as "2025b". Before 1990 the offset
// of the beginning of 1990 is used, after 2045 that of the end of 2045.
std::string_view tzdata_release();

// The first instant whose local time in the zone is at or after `local_seconds`.
Instant local_to_instant(ZoneOffsets zone, int64_t local_seconds);
// The first instant of that calendar day in that zone; the day ends where the next begins.
Instant day_start(ZoneOffsets zone, Date day);
// The instant a written time means in a zone.
Instant instant_of(ZoneOffsets zone, WrittenTime written);
// The calendar day of an instant in a zone.
Date date_in(ZoneOffsets zone, Instant instant);

}  // namespace umikoe
