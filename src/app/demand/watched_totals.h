#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "catalogue/online_video.h"

namespace umikoe::app {

// How often a video was watched between two days on which its views so far were seen.
struct WatchedBetween {
  std::string service;
  std::string video_id;
  Date first;  // the day after the earlier of the two
  Date last;   // the later
  int64_t views = 0;
  std::set<DeliveryId> deliveries;  // both

  bool operator==(const WatchedBetween&) const = default;
};

// A count that only grows says nothing of any period by itself: what lies between two neighbouring
// days does, up to a day. Of several counts of one day the last delivered stands. Where a count has
// fallen, because views were taken back, nothing is said.
std::vector<WatchedBetween> watched_between(std::span<const catalogue::OnlineVideo> videos,
                                            Date as_of);

}  // namespace umikoe::app
