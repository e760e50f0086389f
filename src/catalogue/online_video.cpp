#include "catalogue/online_video.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::catalogue {
namespace {

constexpr std::array<std::string_view, 8> kind_words{
    "unknown", "official",          "short_version", "lyric",
    "live",    "behind_the_scenes", "art_track",     "third_party"};

}  // namespace

std::string_view word(VideoKind kind) { return kind_words[std::to_underlying(kind)]; }

std::optional<VideoKind> parse_video_kind(std::string_view word) {
  const auto at = std::ranges::find(kind_words, word);
  if (at == kind_words.end()) return std::nullopt;
  return static_cast<VideoKind>(at - kind_words.begin());
}

}  // namespace umikoe::catalogue
