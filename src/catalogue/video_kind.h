#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "catalogue/online_video.h"

namespace umikoe::catalogue {

// What is known around a video besides the video itself.
struct VideoSurroundings {
  std::optional<bool> own_channel;             // none: nobody said whose channel it is
  std::optional<int64_t> recording_length_ms;  // of the recording it shows
  std::string_view asset_type;                 // of the asset that claims it
};

struct JudgedKind {
  VideoKind kind = VideoKind::unknown;
  std::string_view reason;  // a word of a closed list
};

// A video shorter than this part of its recording does not show the song.
inline constexpr int64_t short_percent = 70;
// The longest Short, in milliseconds (YouTube Help 15424877: up to three minutes since 2024-10-15).
inline constexpr int64_t shorts_ms_max = 180'000;

// The words in titles that tell a kind, as data: how channels name their videos.
struct TitleWord {
  VideoKind kind;
  std::string_view word;  // lower case; "mv" is met as a whole word only
};
std::span<const TitleWord> title_words();

// Tells the kinds apart; in doubt it stays unknown. The recording is never guessed from a title.
JudgedKind judge_kind(const OnlineVideo& video, const VideoSurroundings& around);

}  // namespace umikoe::catalogue
