#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"

namespace umikoe::rights {

// What a service's rights system holds about one recording or video: an asset of a content-owner
// report. It says who claims ownership where, and what happens to matching uploads.
struct ServiceAsset {
  DeliveryId delivery = {};
  std::string document;
  std::string service;  // "YouTube"
  std::string asset_id;
  std::string type;  // as the service names it: sound_recording, music_video, art_track, …
  std::optional<Isrc> isrc;
  std::string custom_id;
  std::string title;
  std::string artist;
  std::optional<std::vector<std::string>> owned;  // territories we claim; none: not stated
  std::vector<std::string> conflicting;           // territories another party claims too
  std::string conflicting_party;
  std::string policy;  // monetize, track, block; empty: not stated
  Date observed_on;

  bool operator==(const ServiceAsset&) const = default;
};

}  // namespace umikoe::rights
