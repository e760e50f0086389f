#include "app/demand/watched_totals.h"

#include <map>
#include <utility>

namespace umikoe::app {

std::vector<WatchedBetween> watched_between(std::span<const catalogue::OnlineVideo> videos,
                                            Date as_of) {
  using Video = std::pair<std::string, std::string>;
  std::map<Video, std::map<Date, const catalogue::OnlineVideo*>> seen;
  for (const catalogue::OnlineVideo& video : videos) {
    if (!video.views_so_far || video.observed_on > as_of) continue;
    const catalogue::OnlineVideo*& there = seen[{video.service, video.video_id}][video.observed_on];
    if (there == nullptr || there->delivery <= video.delivery) there = &video;
  }
  std::vector<WatchedBetween> out;
  for (const auto& [id, days] : seen) {
    const catalogue::OnlineVideo* before = nullptr;
    for (const auto& [day, video] : days) {
      const auto* earlier = std::exchange(before, video);
      if (earlier == nullptr || *video->views_so_far < *earlier->views_so_far) continue;
      out.push_back({.service = id.first,
                     .video_id = id.second,
                     .first = earlier->observed_on.plus(1),
                     .last = day,
                     .views = *video->views_so_far - *earlier->views_so_far,
                     .deliveries = {earlier->delivery, video->delivery}});
    }
  }
  return out;
}

}  // namespace umikoe::app
