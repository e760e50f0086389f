#include "app/judged_videos.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "catalogue/video_kind.h"

namespace umikoe::app {
namespace {

using catalogue::OnlineVideo;
using catalogue::PartyRole;
using catalogue::Privacy;
using catalogue::VideoKind;

constexpr std::string_view channel_namespace = "YOUTUBE:";

std::string channel_key(std::string_view written) {
  std::string key;
  for (const char c : written) {
    if (c != '-') key += c;  // party ids are kept without hyphens
  }
  return key;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

// Channels that parties tables name: ours and our partners' are official, all others are not.
std::map<std::string, bool> channels_of(std::span<const catalogue::DeclaredParty> parties) {
  std::map<std::string, bool> out;
  for (const auto& declared : parties) {
    const bool ours = declared.role == PartyRole::own || declared.role == PartyRole::licensee ||
                      declared.role == PartyRole::distributor ||
                      declared.role == PartyRole::agency || declared.role == PartyRole::committee ||
                      declared.role == PartyRole::rights_holder;
    for (const std::string& id : declared.party.party_ids) {
      if (!upper(id).starts_with(channel_namespace)) continue;
      out.insert_or_assign(channel_key(id.substr(channel_namespace.size())), ours);
    }
  }
  return out;
}

template <class T>
void take(T& held, const T& fresh) {
  if (!(fresh == T{})) held = fresh;
}

// `fresh` is of the later document: what it states replaces what was stated before.
void merge(OnlineVideo& held, const OnlineVideo& fresh) {
  take(held.delivery, fresh.delivery);
  take(held.document, fresh.document);
  take(held.channel_id, fresh.channel_id);
  take(held.channel_name, fresh.channel_name);
  take(held.asset_id, fresh.asset_id);
  take(held.claim_status, fresh.claim_status);
  take(held.uploader, fresh.uploader);
  take(held.title, fresh.title);
  take(held.duration_ms, fresh.duration_ms);
  take(held.has_captions, fresh.has_captions);
  take(held.caption_languages, fresh.caption_languages);
  take(held.title_languages, fresh.title_languages);
  take(held.published_at, fresh.published_at);
  if (fresh.privacy != Privacy::unknown || !fresh.upload_status.empty()) {
    // Availability is one snapshot: a block that is no longer stated is gone.
    held.privacy = fresh.privacy;
    held.upload_status = fresh.upload_status;
    held.rejection_reason = fresh.rejection_reason;
    held.allowed = fresh.allowed;
    held.blocked = fresh.blocked;
    held.observed_on = fresh.observed_on;
    held.marks = fresh.marks;
  } else if (held.privacy == Privacy::unknown && held.upload_status.empty()) {
    take(held.observed_on, fresh.observed_on);
  }
}

bool lists(const std::vector<std::string>& codes, TerritoryCode territory) {
  return std::ranges::any_of(codes, [&](const std::string& code) {
    const auto granted = expand_territory(code, *Date::of(9999, 12, 31));
    return granted && granted->contains(territory);
  });
}

struct Gathered {
  JudgedVideo judged;
  std::set<Isrc> isrcs;
};

std::map<std::string, Gathered> gather(std::span<const OnlineVideo> videos) {
  std::vector<const OnlineVideo*> in_order;
  for (const auto& video : videos) in_order.push_back(&video);
  std::ranges::stable_sort(in_order, {}, [](const OnlineVideo* v) {
    return std::tuple(v->observed_on, v->delivery);
  });
  std::map<std::string, Gathered> out;
  for (const OnlineVideo* video : in_order) {
    auto& gathered = out[video->video_id];
    if (gathered.judged.video.video_id.empty()) {
      gathered.judged.video.video_id = video->video_id;
      gathered.judged.video.service = video->service;
    }
    merge(gathered.judged.video, *video);
    if (video->isrc) gathered.isrcs.insert(*video->isrc);
  }
  return out;
}

// Assets by id; a later report of the same asset wins where it states something.
std::map<std::string, std::pair<std::optional<Isrc>, std::string>> assets_by_id(
    std::span<const rights::ServiceAsset> assets) {
  std::map<std::string, std::pair<std::optional<Isrc>, std::string>> out;
  for (const auto& asset : assets) {
    auto& [isrc, type] = out[asset.asset_id];
    if (asset.isrc) isrc = asset.isrc;
    if (!asset.type.empty()) type = asset.type;
  }
  return out;
}

std::optional<rights::Sighting> sighting_at(const JudgedVideo& judged, TerritoryCode territory) {
  const OnlineVideo& video = judged.video;
  if (video.kind != VideoKind::official || !video.isrc) return std::nullopt;
  const auto plays = judged.plays_in(territory);
  if (!plays) return std::nullopt;
  rights::Sighting sighting;
  sighting.delivery = video.delivery;
  sighting.document = video.document;
  sighting.service.name = video.service;
  sighting.isrc = *video.isrc;
  sighting.territory = territory;
  sighting.observed_from = sighting.observed_on = video.observed_on;
  sighting.seen = *plays ? rights::Seen::yes : rights::Seen::no;
  using rights::SightingState;
  auto state = SightingState::none;
  if (video.upload_status == "rejected") state = SightingState::rejected;
  else if (!*plays && !judged.is_public()) state = SightingState::hidden;
  else if (*plays && std::ranges::find(video.marks, "age_restricted") != video.marks.end())
    state = SightingState::age_limited;
  sighting.detail = state == SightingState::none
                        ? video.video_id
                        : rights::detail_of(state, video.rejection_reason.empty()
                                                       ? video.video_id
                                                       : video.rejection_reason);
  sighting.method = "video_list";
  return sighting;
}

}  // namespace

bool JudgedVideo::is_public() const {
  const bool shown = video.upload_status.empty() || video.upload_status == "processed" ||
                     video.upload_status == "uploaded";
  return video.privacy == Privacy::open && shown;
}

std::optional<bool> JudgedVideo::plays_in(TerritoryCode territory) const {
  if (video.privacy == Privacy::restricted || video.upload_status == "rejected" ||
      video.upload_status == "deleted" || video.upload_status == "failed") {
    return false;
  }
  // An unlisted video plays for those who were sent its address; nobody finds it.
  if (video.privacy != Privacy::open || video.upload_status == "uploaded") return std::nullopt;
  if (video.allowed) return lists(*video.allowed, territory);
  return !video.blocked || !lists(*video.blocked, territory);
}

std::string_view JudgedVideo::question() const {
  const bool ours = video.kind != VideoKind::third_party && video.kind != VideoKind::art_track;
  if (!ours) return {};
  if (video.kind_reason == "channel_unknown" && !video.channel_id.empty()) return "whose_channel";
  if (!video.isrc && video.kind != VideoKind::behind_the_scenes) return "which_recording";
  return {};
}

std::vector<JudgedVideo> judge_videos(const VideoDocuments& documents) {
  const auto channels = channels_of(documents.parties);
  const auto assets = assets_by_id(documents.assets);
  std::vector<JudgedVideo> out;
  for (auto& [id, gathered] : gather(documents.videos)) {
    JudgedVideo& judged = gathered.judged;
    catalogue::VideoSurroundings around;
    std::string asset_type;
    if (const auto asset = assets.find(judged.video.asset_id); asset != assets.end()) {
      asset_type = asset->second.second;
      if (gathered.isrcs.empty() && asset->second.first) {
        gathered.isrcs.insert(*asset->second.first);
      }
    }
    around.asset_type = asset_type;
    if (gathered.isrcs.size() == 1) judged.video.isrc = *gathered.isrcs.begin();
    if (gathered.isrcs.size() > 1) {
      judged.video.isrc.reset();
      judged.several.assign(gathered.isrcs.begin(), gathered.isrcs.end());
    }
    const auto channel = channels.find(channel_key(judged.video.channel_id));
    if (channel != channels.end()) around.own_channel = channel->second;
    judged.own_channel = around.own_channel;
    if (judged.video.isrc) {
      const auto length = documents.lengths_ms.find(*judged.video.isrc);
      if (length != documents.lengths_ms.end()) around.recording_length_ms = length->second;
    }
    const auto kind = catalogue::judge_kind(judged.video, around);
    judged.video.kind = kind.kind;
    judged.video.kind_reason = kind.reason;
    out.push_back(std::move(judged));
  }
  return out;
}

std::vector<rights::Sighting> sightings_of(std::span<const JudgedVideo> videos,
                                           std::span<const TerritoryCode> territories) {
  std::map<std::tuple<Isrc, Date, TerritoryCode>, rights::Sighting> best;
  for (const JudgedVideo& judged : videos) {
    for (const TerritoryCode territory : territories) {
      auto sighting = sighting_at(judged, territory);
      if (!sighting) continue;
      const auto key = std::tuple(sighting->isrc, sighting->observed_on, territory);
      const bool yes = sighting->seen == rights::Seen::yes;
      const auto [at, fresh] = best.try_emplace(key, *sighting);
      if (!fresh && yes) at->second = std::move(*sighting);
    }
  }
  std::vector<rights::Sighting> out;
  for (auto& [key, sighting] : best) out.push_back(std::move(sighting));
  return out;
}

ViewedRecordings::ViewedRecordings(std::span<const JudgedVideo> videos,
                                   std::span<const rights::ServiceAsset> assets) {
  for (const auto& asset : assets) {
    if (asset.isrc) by_asset_.insert_or_assign(asset.asset_id, *asset.isrc);
  }
  for (const auto& judged : videos) {
    if (judged.video.isrc) by_video_.emplace(judged.video.video_id, *judged.video.isrc);
  }
}

std::optional<Isrc> ViewedRecordings::of(const demand::VideoViews& views) const {
  if (const auto asset = by_asset_.find(views.asset_id); asset != by_asset_.end()) {
    return asset->second;
  }
  const auto video = by_video_.find(views.video_id);
  return video == by_video_.end() ? std::nullopt : std::optional(video->second);
}

LooseViews loose_views_of(std::span<const demand::VideoViews> views,
                          const ViewedRecordings& recordings) {
  LooseViews out;
  for (const auto& row : views) {
    if (!row.claimed || row.uploader != "third_party") continue;
    const bool placed = recordings.of(row).has_value();
    for (const auto& there : row.there) {
      if (!placed) out.of_no_recording += there.views;
      else if (!TerritoryCode::parse(there.territory)) out.of_no_territory += there.views;
    }
  }
  return out;
}

}  // namespace umikoe::app
