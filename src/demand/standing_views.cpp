#include "demand/standing_views.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace umikoe::demand {
namespace {

// The days that one export covers of one month.
struct Window {
  Date first;
  Date last;
  DeliveryId delivery;

  int32_t length() const { return last.days - first.days; }
  bool overlaps(const Window& other) const { return first <= other.last && other.first <= last; }
  auto operator<=>(const Window&) const = default;
};

using Months = std::map<std::tuple<DeliveryId, std::string, int32_t, int32_t>, Window>;

Months months_of(std::span<const VideoViews> views) {
  Months months;
  for (const VideoViews& row : views) {
    const Window window{row.first_day, row.last_day, row.delivery};
    const auto key =
        std::tuple(row.delivery, row.service, row.first_day.year(), row.first_day.month());
    const auto [at, fresh] = months.try_emplace(key, window);
    at->second.first = std::min(at->second.first, row.first_day);
    at->second.last = std::max(at->second.last, row.last_day);
  }
  return months;
}

std::set<Window> standing(const std::set<Window>& windows) {
  std::vector<Window> in_order(windows.begin(), windows.end());
  std::ranges::sort(in_order, std::ranges::greater(), [](const Window& window) {
    return std::tuple(window.length(), window.delivery, window.first);
  });
  std::set<Window> out;
  for (const Window& window : in_order) {
    const bool taken =
        std::ranges::any_of(out, [&](const Window& other) { return other.overlaps(window); });
    if (!taken) out.insert(window);
  }
  return out;
}

}  // namespace

std::vector<VideoViews> standing_views(std::span<const VideoViews> views, Date as_of) {
  const Months months = months_of(views);
  using Video = std::tuple<std::string, std::string, std::string>;
  const auto video_of = [](const VideoViews& row) {
    return Video{row.service, row.video_id, row.asset_id};
  };
  std::map<Video, std::set<Window>> windows;
  std::vector<VideoViews> out;
  for (const VideoViews& row : views) {
    const Window& month = months.at(
        std::tuple(row.delivery, row.service, row.first_day.year(), row.first_day.month()));
    if (month.last > as_of) continue;
    windows[video_of(row)].insert(month);
    out.push_back(row);
    out.back().first_day = month.first;
    out.back().last_day = month.last;
  }
  for (auto& [video, all] : windows) all = standing(all);
  std::erase_if(out, [&](const VideoViews& row) {
    return !windows.at(video_of(row)).contains({row.first_day, row.last_day, row.delivery});
  });
  return out;
}

}  // namespace umikoe::demand
