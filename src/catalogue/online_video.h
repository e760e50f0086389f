#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"

namespace umikoe::catalogue {

// What a video on a service is to a recording. Only official, lyric and live videos let people see
// the song; an art track is the sound with its cover, and a third party's upload is demand.
enum class VideoKind {
  unknown,
  official,
  short_version,
  lyric,
  live,
  behind_the_scenes,
  art_track,
  third_party
};
std::string_view word(VideoKind kind);
std::optional<VideoKind> parse_video_kind(std::string_view word);

enum class Privacy { unknown, open, unlisted, restricted };  // YouTube: public, unlisted, private

// One video on one service as it stood on the day somebody asked.
struct OnlineVideo {
  DeliveryId delivery = {};
  std::string document;
  std::string service;  // "YouTube"
  std::string video_id;
  std::string channel_id;
  std::string channel_name;
  std::optional<Isrc> isrc;  // the recording or video it shows, where a document says so
  std::string asset_id;      // the asset that claims it, of rights::ServiceAsset
  std::string claim_status;  // of that claim: active, inactive, …; empty: no claim stated
  std::string uploader;      // "self" or "third_party" where a document says so
  std::string title;
  // Code words of what the document itself shows of its kind: shorts_tag, topic_channel, …
  std::vector<std::string> marks;
  VideoKind kind = VideoKind::unknown;
  std::string kind_reason;  // code word: why it is taken for this kind
  std::optional<int64_t> duration_ms;
  std::optional<bool> has_captions;
  std::vector<std::string> caption_languages;
  std::vector<std::string> title_languages;  // the default one and every localisation
  Privacy privacy = Privacy::unknown;
  std::string upload_status;  // uploaded, processed, rejected, …; empty: not stated
  std::string rejection_reason;
  std::string published_at;             // ISO 8601, as stated
  std::optional<int64_t> views_so_far;  // since it was published, in all territories together
  // regionRestriction. `allowed`: only there, nowhere when it is empty; `blocked`: all but there.
  std::optional<std::vector<std::string>> allowed;
  std::optional<std::vector<std::string>> blocked;
  Date observed_on;

  bool operator==(const OnlineVideo&) const = default;
};

}  // namespace umikoe::catalogue
