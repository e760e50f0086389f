#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalogue/online_video.h"
#include "catalogue/party.h"
#include "demand/video_views.h"
#include "rights/service_asset.h"
#include "rights/sighting.h"

namespace umikoe::app {

// One video as all documents together show it, its kind told.
struct JudgedVideo {
  catalogue::OnlineVideo video;  // kind and kind_reason are set; isrc through its asset too
  std::optional<bool> own_channel;
  std::vector<Isrc> several;  // where documents name different recordings; none is taken then

  // Where it plays, over the territories asked about; nothing where no document says.
  std::optional<bool> plays_in(TerritoryCode territory) const;
  bool is_public() const;
  // A word of videos.ask.*: what a person has to say; empty where all is known.
  std::string_view question() const;
};

struct VideoDocuments {
  std::span<const catalogue::OnlineVideo> videos;
  std::span<const rights::ServiceAsset> assets;
  std::span<const catalogue::DeclaredParty> parties;
  std::map<Isrc, int64_t> lengths_ms;
};

// In order of video id. Later documents win where they state something.
std::vector<JudgedVideo> judge_videos(const VideoDocuments& documents);

// What official videos show: for each recording, territory and day one sighting, "yes" where any of
// its videos plays. Nothing where no document says.
std::vector<rights::Sighting> sightings_of(std::span<const JudgedVideo> videos,
                                           std::span<const TerritoryCode> territories);

// The recording that views are of, by their asset or their video.
class ViewedRecordings {
 public:
  ViewedRecordings(std::span<const JudgedVideo> videos,
                   std::span<const rights::ServiceAsset> assets);
  std::optional<Isrc> of(const demand::VideoViews& views) const;

 private:
  std::map<std::string, Isrc, std::less<>> by_asset_;
  std::map<std::string, Isrc, std::less<>> by_video_;
};

// Claimed views that no cell can count.
struct LooseViews {
  int64_t of_no_recording = 0;
  int64_t of_no_territory = 0;
};
LooseViews loose_views_of(std::span<const demand::VideoViews> views,
                          const ViewedRecordings& recordings);

}  // namespace umikoe::app
