#include "catalogue/video_kind.h"

#include <algorithm>
#include <array>
#include <string>

namespace umikoe::catalogue {
namespace {

constexpr std::array words = {
    TitleWord{VideoKind::behind_the_scenes, "behind the scenes"},
    TitleWord{VideoKind::behind_the_scenes, "making of"},
    TitleWord{VideoKind::behind_the_scenes, "making video"},
    TitleWord{VideoKind::behind_the_scenes, "documentary"},
    TitleWord{VideoKind::behind_the_scenes, "メイキング"},
    TitleWord{VideoKind::behind_the_scenes, "ドキュメンタリー"},
    TitleWord{VideoKind::short_version, "teaser"},
    TitleWord{VideoKind::short_version, "trailer"},
    TitleWord{VideoKind::short_version, "short ver"},
    TitleWord{VideoKind::short_version, "ティザー"},
    TitleWord{VideoKind::short_version, "ショートver"},
    TitleWord{VideoKind::short_version, "ショート・バージョン"},
    TitleWord{VideoKind::lyric, "lyric video"},
    TitleWord{VideoKind::lyric, "lyrics video"},
    TitleWord{VideoKind::lyric, "リリックビデオ"},
    TitleWord{VideoKind::live, "live video"},
    TitleWord{VideoKind::live, "live at "},
    TitleWord{VideoKind::live, "live from "},
    TitleWord{VideoKind::live, "live ver"},
    TitleWord{VideoKind::live, "(live)"},
    TitleWord{VideoKind::live, "ライブ映像"},
    TitleWord{VideoKind::live, "ライブver"},
    TitleWord{VideoKind::official, "official video"},
    TitleWord{VideoKind::official, "official music video"},
    TitleWord{VideoKind::official, "music video"},
    TitleWord{VideoKind::official, "ミュージックビデオ"},
    TitleWord{VideoKind::official, "mv"},
    TitleWord{VideoKind::official, "m/v"},
};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Words of Latin letters stand alone; kana and kanji have no gaps between words.
bool says(std::string_view title, std::string_view word) {
  for (size_t at = title.find(word); at != std::string_view::npos; at = title.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool starts = at == 0 || !is_letter(title[at - 1]) || !is_letter(word.front());
    const bool ends = end == title.size() || !is_letter(title[end]) || !is_letter(word.back()) ||
                      word.ends_with("ver");
    if (starts && ends) return true;
  }
  return false;
}

bool marked(const OnlineVideo& video, std::string_view mark) {
  return std::ranges::find(video.marks, mark) != video.marks.end();
}

bool title_says(const OnlineVideo& video, VideoKind kind) {
  const std::string title = lowered(video.title);
  return std::ranges::any_of(words, [&](const TitleWord& word) {
    return word.kind == kind && says(title, word.word);
  });
}

std::optional<JudgedKind> by_origin(const OnlineVideo& video, const VideoSurroundings& around) {
  if (marked(video, "provided_to_youtube")) {
    return JudgedKind{VideoKind::art_track, "provided_to_youtube"};
  }
  if (marked(video, "topic_channel")) return JudgedKind{VideoKind::art_track, "topic_channel"};
  if (around.asset_type == "art_track") return JudgedKind{VideoKind::art_track, "asset_art_track"};
  if (video.uploader == "third_party") {
    return JudgedKind{VideoKind::third_party, "uploader_third_party"};
  }
  const bool own = around.own_channel.value_or(video.uploader == "self");
  if (around.own_channel && !own) {
    return JudgedKind{VideoKind::third_party, "channel_of_another_party"};
  }
  if (!own) return JudgedKind{VideoKind::unknown, "channel_unknown"};
  return std::nullopt;
}

std::optional<JudgedKind> by_length(const OnlineVideo& video, const VideoSurroundings& around) {
  if (!video.duration_ms) return std::nullopt;
  if (*video.duration_ms <= shorts_ms_max) {
    if (marked(video, "shorts_tag")) return JudgedKind{VideoKind::short_version, "shorts_tag"};
    if (marked(video, "vertical")) return JudgedKind{VideoKind::short_version, "vertical"};
  }
  if (around.recording_length_ms &&
      *video.duration_ms * 100 < *around.recording_length_ms * short_percent) {
    return JudgedKind{VideoKind::short_version, "shorter_than_recording"};
  }
  return std::nullopt;
}

}  // namespace

std::span<const TitleWord> title_words() { return words; }

JudgedKind judge_kind(const OnlineVideo& video, const VideoSurroundings& around) {
  if (const auto kind = by_origin(video, around)) return *kind;
  if (title_says(video, VideoKind::behind_the_scenes)) {
    return {VideoKind::behind_the_scenes, "title_word"};
  }
  if (const auto kind = by_length(video, around)) return *kind;
  if (marked(video, "live_broadcast")) return {VideoKind::live, "live_broadcast"};
  for (const auto kind : {VideoKind::short_version, VideoKind::lyric, VideoKind::live,
                          VideoKind::official}) {
    if (title_says(video, kind)) return {kind, "title_word"};
  }
  if (around.asset_type == "music_video") return {VideoKind::official, "asset_music_video"};
  if (video.isrc && video.duration_ms && around.recording_length_ms) {
    return {VideoKind::official, "full_length"};
  }
  return {VideoKind::unknown, "nothing_tells"};
}

}  // namespace umikoe::catalogue
