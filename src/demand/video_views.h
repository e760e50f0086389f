#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"

namespace umikoe::demand {

struct ViewsThere {
  std::string territory;  // ISO code; empty where the service does not know it
  int64_t views = 0;

  bool operator==(const ViewsThere&) const = default;
};

// Views of one video over one period as its content owner's report counts them. Demand, never
// availability: what people watch says nothing about what a licence opens.
struct VideoViews {
  DeliveryId delivery = {};
  std::string document;
  std::string service;  // "YouTube"
  std::string video_id;
  std::string asset_id;  // where the report counts by asset
  std::string channel_id;
  std::string uploader;  // "self" or "third_party"; empty where not stated
  bool claimed = false;
  Date first_day;
  Date last_day;                  // inclusive
  std::vector<ViewsThere> there;  // in order of territory

  bool operator==(const VideoViews&) const = default;
};

}  // namespace umikoe::demand
