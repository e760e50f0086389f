#pragma once

#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "messages/messages.h"

namespace umikoe::app {

// One recording and its videos. `state`: video (official, lyric or live), preview_only,
// art_track_only, or unknown: that no video is on file does not say there is none.
struct RecordingVideos {
  Isrc isrc;
  std::string_view state;
  std::vector<const JudgedVideo*> videos;
};

struct VideoReport {
  Date as_of;
  std::vector<RecordingVideos> recordings;    // in order of ISRC; those with any video
  std::vector<const JudgedVideo*> questions;  // what a person has to say
};

// Error: isrc_malformed_word, isrc_unknown. Empty: every recording that has a video on file.
Result<VideoReport> videos(const LoadedWorld& world, const std::string& isrc);

std::string videos_json(const VideoReport& report, const LoadedWorld& world,
                        messages::Language language);
std::string videos_text(const VideoReport& report, const LoadedWorld& world,
                        messages::Language language);

}  // namespace umikoe::app
