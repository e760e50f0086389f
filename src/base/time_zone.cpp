#include "base/time_zone.h"

#include <algorithm>

#include "base/result.h"
#include "base/zone_table.h"

namespace umikoe {
namespace {

// No zone is more than this ahead of UTC (Kiritimati), with room for a release that changes it.
constexpr int64_t offset_max = 15 * 3600;

// The last change at or before an instant; the first change holds since ever.
size_t change_at(ZoneOffsets zone, Instant instant) {
  const auto after = std::ranges::upper_bound(zone, instant, {}, &OffsetChange::from);
  return after == zone.begin() ? 0 : after - zone.begin() - 1;
}

}  // namespace

std::span<const ZoneOffsets> zones_of(TerritoryCode territory) {
  return zone_table()[territory.index];
}

// Within one offset, local time is at or after the wanted one from `local - offset` on; the answer
// is the first such instant that the offset is still in force at. Earlier offsets than the one in
// force offset_max before cannot reach the wanted time.
Instant local_to_instant(ZoneOffsets zone, int64_t local_seconds) {
  UMIKOE_ASSERT(!zone.empty());
  size_t i = change_at(zone, Instant{local_seconds - offset_max});
  for (; i + 1 < zone.size(); ++i) {
    const Instant reached = std::max(zone[i].from, Instant{local_seconds - zone[i].offset_seconds});
    if (reached < zone[i + 1].from) return reached;
  }
  return std::max(zone[i].from, Instant{local_seconds - zone[i].offset_seconds});
}

Instant day_start(ZoneOffsets zone, Date day) {
  return local_to_instant(zone, day.days * seconds_per_day);
}

Instant instant_of(ZoneOffsets zone, WrittenTime written) {
  return written.local ? local_to_instant(zone, written.seconds) : Instant{written.seconds};
}

Date date_in(ZoneOffsets zone, Instant instant) {
  UMIKOE_ASSERT(!zone.empty());
  const int64_t local = instant.seconds + zone[change_at(zone, instant)].offset_seconds;
  return day_of_seconds(local);
}

}  // namespace umikoe
