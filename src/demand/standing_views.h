#pragma once

#include <span>
#include <vector>

#include "demand/video_views.h"

namespace umikoe::demand {

// The views that count of what exports state up to a day, each day of a video once. Exports of the
// same days come again, longer or corrected: of those that overlap, the longest stands, and of
// equally long ones the last that came. All rows of one export and month get the days which it
// covers of that month, since a video without a row on a day had no views.
std::vector<VideoViews> standing_views(std::span<const VideoViews> views, Date as_of);

}  // namespace umikoe::demand
