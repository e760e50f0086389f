#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/territory.h"

namespace umikoe::formats {

// What a file states, counted; the numbers of the delivery report.
struct DeliveryCounts {
  int64_t sound_recordings = 0;
  int64_t videos = 0;
  int64_t releases = 0;  // ERN 4 Release; 3.x Release that is not of a track type
  // ERN 4 TrackRelease; 3.x Release of type TrackRelease or VideoTrackRelease
  int64_t track_releases = 0;
  int64_t deals = 0;         // one per Deal element
  int64_t rows = 0;          // table, chart and sales-report rows
  TerritorySet territories;  // named in the file; "everywhere" names none
  std::optional<Date> first_date;
  std::optional<Date> last_date;
  std::optional<int64_t> limit;  // chart depth
};

}  // namespace umikoe::formats
