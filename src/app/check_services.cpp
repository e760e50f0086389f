#include "app/check_services.h"

#include <algorithm>

#include "app/leaks.h"
#include "app/videos.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

using catalogue::RuleFinding;
using catalogue::VideoKind;

std::string listed(const std::vector<TerritoryCode>& territories) {
  std::string out;
  for (const TerritoryCode territory : territories) {
    out += (out.empty() ? "" : " ") + std::string(territory.code());
  }
  return out;
}

// One territory stands in its own column, several are the detail.
RuleFinding breach_of(const char* rule, std::string subject,
                      const std::vector<TerritoryCode>& territories, std::string document) {
  RuleFinding out{rule, std::move(subject), "", "", "", std::move(document)};
  if (territories.size() == 1)
    out.territory = territories.front().code();
  else
    out.detail = listed(territories);
  return out;
}

// A main market is blocked when every official video that says anything blocks it.
std::vector<TerritoryCode> blocked_markets(const RecordingVideos& recording) {
  std::vector<TerritoryCode> out;
  for (const TerritoryCode territory : demand::main_markets().territories) {
    bool blocked = false;
    bool open = false;
    for (const JudgedVideo* judged : recording.videos) {
      if (judged->video.kind != VideoKind::official || !judged->is_public()) continue;
      const auto plays = judged->plays_in(territory);
      open = open || plays == true;
      blocked = blocked || plays == false;
    }
    if (blocked && !open) out.push_back(territory);
  }
  return out;
}

void check_videos(const LoadedWorld& world, std::vector<RuleFinding>& found) {
  const auto report = videos(world, "");
  if (!report) return;
  for (const RecordingVideos& recording : report->recordings) {
    if (recording.state == "art_track_only") {
      const auto& video = recording.videos.front()->video;
      found.push_back({"video_art_track_only", recording.isrc.to_string(), "", "", video.video_id,
                       video.document});
    }
    const auto blocked = blocked_markets(recording);
    if (blocked.empty()) continue;
    found.push_back(breach_of("video_blocked", recording.isrc.to_string(), blocked,
                              recording.videos.front()->video.document));
  }
}

// Where contracts on file let us use the recording today.
TerritorySet held_by_us(const LoadedWorld& world, const Isrc& isrc) {
  TerritorySet held;
  TerritorySet refused;
  for (const rights::Licence& licence : world.file(isrc).licences) {
    if (!world.parties().is_own(world.parties().find(licence.party))) continue;
    const bool master =
        licence.right == rights::Right::master || licence.right == rights::Right::video_master;
    const Date today = world.as_of();
    const bool in_force =
        (!licence.start || *licence.start <= today) && (!licence.end || today < *licence.end);
    if (!master || !in_force) continue;
    const auto there = rights::territories_of(licence, today);
    if (licence.scope == rights::Scope::yes) held = held | there;
    if (licence.scope == rights::Scope::no) refused = refused | there;
  }
  return held - refused;
}

void check_assets(const LoadedWorld& world, std::vector<RuleFinding>& found) {
  for (const rights::ServiceAsset& asset : world.assets()) {
    const std::string subject = asset.isrc ? asset.isrc->to_string() : asset.asset_id;
    if (!asset.conflicting.empty()) {
      std::vector<TerritoryCode> there;
      for (const auto& code : asset.conflicting) {
        if (const auto territory = TerritoryCode::parse(code)) there.push_back(*territory);
      }
      RuleFinding conflict = breach_of("asset_conflict", subject, there, asset.document);
      if (!asset.conflicting_party.empty()) {
        conflict.detail =
            asset.conflicting_party + (conflict.detail.empty() ? "" : ": " + conflict.detail);
      }
      found.push_back(std::move(conflict));
    }
    if (!asset.isrc || !asset.owned) continue;
    TerritorySet owned;
    for (const auto& code : *asset.owned) {
      owned = owned | expand_territory(code, world.as_of()).value_or(TerritorySet{});
    }
    TerritorySet wanted;
    for (const TerritoryCode territory : demand::markets().territories) wanted.insert(territory);
    const auto missing = ((held_by_us(world, *asset.isrc) & wanted) - owned).members();
    if (missing.empty()) continue;
    found.push_back(breach_of("asset_ownership", subject, missing, asset.document));
  }
}

void check_leaks(const LoadedWorld& world, std::vector<RuleFinding>& found) {
  const auto report = leaks(world, {});
  if (!report) return;
  for (const Leak& leak : report->leaks) {
    if (leak.views < leaking_views_min) continue;
    if (leak.official.answer != rights::LinkState::closed) continue;
    found.push_back({"views_while_closed", leak.isrc.to_string(), "",
                     std::string(leak.territory.code()), std::to_string(leak.views), ""});
  }
}

}  // namespace

std::vector<RuleFinding> check_services(const LoadedWorld& world) {
  std::vector<RuleFinding> found;
  check_videos(world, found);
  check_assets(world, found);
  check_leaks(world, found);
  return found;
}

}  // namespace umikoe::app
