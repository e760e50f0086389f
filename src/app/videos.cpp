#include "app/videos.h"

#include <algorithm>

namespace umikoe::app {
namespace {

using catalogue::VideoKind;

std::string_view state_of(const std::vector<const JudgedVideo*>& videos) {
  const auto any = [&](std::initializer_list<VideoKind> kinds) {
    return std::ranges::any_of(videos, [&](const JudgedVideo* judged) {
      return std::ranges::find(kinds, judged->video.kind) != kinds.end();
    });
  };
  if (any({VideoKind::official, VideoKind::lyric, VideoKind::live})) return "video";
  if (any({VideoKind::short_version})) return "preview_only";
  if (any({VideoKind::art_track})) return "art_track_only";
  return "unknown";
}

}  // namespace

Result<VideoReport> videos(const LoadedWorld& world, const std::string& isrc) {
  VideoReport report;
  report.as_of = world.as_of();
  std::optional<Isrc> only;
  if (!isrc.empty()) {
    only = Isrc::parse(isrc);
    if (!only) return fail("isrc_malformed_word", {{"isrc", isrc}});
    if (!world.card(*only)) return fail("isrc_unknown", {{"isrc", only->to_string()}});
  }
  std::map<Isrc, std::vector<const JudgedVideo*>> by_recording;
  if (only) by_recording[*only];
  for (const JudgedVideo& judged : world.videos()) {
    // Uploads by others are demand; `leaks` counts them.
    const bool official = judged.video.kind != VideoKind::third_party;
    if (official && judged.video.isrc && (!only || *only == *judged.video.isrc)) {
      by_recording[*judged.video.isrc].push_back(&judged);
    }
    if (!only && !judged.question().empty()) report.questions.push_back(&judged);
  }
  for (auto& [recording, list] : by_recording) {
    report.recordings.push_back({recording, state_of(list), list});
  }
  return report;
}

}  // namespace umikoe::app
