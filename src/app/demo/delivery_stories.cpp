#include "app/demo/invented_ids.h"
#include "app/demo/story_parts.h"

namespace umikoe::app::demo {
namespace {

using Kind = UseScope::Kind;

// Seven old albums, 84 recordings: held for the whole world, sent with "Japan only".
void tell_back_catalogue(Story& story) {
  for (size_t i = 0; i < back_catalogue_count; ++i) {
    Release& release = audio(story.releases, back_catalogue_first + i, first_album);
    release.label = Company::label_fifth;
    DealPlan deal = world_deal(release);
    deal.codes = {"JP"};
    send_once(release, {deal});
    for (const Track& track : release.tracks) {
      use_of(story, track.isrc).scope = {Kind::only, {"JP"}};
    }
    story.planted.push_back({"short_territory_list", "0" + release.icpn, ""});
  }
  const auto& tracks = audio(story.releases, back_catalogue_first, first_album).tracks;
  story.fan_uses.push_back({tracks[3].isrc, "ID", 1'480'000});
  story.fan_uses.push_back({tracks[0].isrc, "US", 930'000});
  story.fan_uses.push_back({tracks[7].isrc, "KR", 120'000});
}

// Of eight videos only the short version was ever delivered.
void tell_short_versions(Story& story) {
  for (const size_t artist : {preview_first, preview_first + 1}) {
    const auto videos = videos_of(story.releases, artist);
    for (size_t i = 0; i < 4; ++i) {
      Track& track = videos[i]->tracks.front();
      track.asset_seconds = 90;
      use_of(story, track.isrc).scope = {Kind::nowhere, {}};
    }
  }
}

// One single is taken down in the words of 3.8.2, one by a message without deals, one purged.
void tell_takedowns(Story& story) {
  const std::vector<Company> services{Company::stream_home, Company::stream_second,
                                      Company::stream_abroad};
  Release& taken = audio(story.releases, takedown_artist, double_single);
  taken.version = "382";
  send_once(taken, {world_deal(taken)});
  DealPlan down;
  down.takedown = true;
  down.periods = {{day(2026, 9, 1), {}}};
  taken.sendings.push_back({Company::own, {}, services, at_noon(2026, 8, 25), {down}});

  Release& purged = audio(story.releases, takedown_artist, single);
  send_once(purged, {world_deal(purged)});
  purged.sendings.push_back({Company::own, {}, services, at_noon(2026, 5, 18), {}, true});

  Release& silent = audio(story.releases, takedown_artist + 1, single);
  send_once(silent, {world_deal(silent)});
  silent.sendings.push_back({Company::own, {}, services, at_noon(2026, 7, 3), {}});
  for (const Release* release : {&taken, &purged, &silent}) {
    for (const Track& track : release->tracks) {
      use_of(story, track.isrc).scope = {Kind::nowhere, {}};
    }
  }
  story.fan_uses.push_back({taken.tracks.front().isrc, "PH", 260'000});
}

// Delivered, but two services do not show it in Germany and France; and one single still to come.
void tell_unseen(Story& story) {
  const Release& unseen = audio(story.releases, unseen_artist, double_single);
  for (const Track& track : unseen.tracks) {
    for (const char* market : {"DE", "FR"}) {
      story.sightings.push_back({Company::stream_abroad, track.isrc, market, "2026-11-10", false,
                                 "not found by search, nor by its address"});
    }
    use_of(story, track.isrc).scope = {Kind::except, {"DE", "FR"}};
  }
  Release& coming = audio(story.releases, unseen_artist, single);
  coming.released = day(2026, 12, 11);
  coming.first_released = coming.released;
  for (Sending& sending : coming.sendings) {
    sending.created = at_noon(2026, 11, 2);
    sending.deals = {world_deal(coming)};
  }
  use_of(story, coming.tracks.front().isrc).scope = {Kind::nowhere, {}};
}

}  // namespace

void tell_delivery_stories(Story& story) {
  tell_back_catalogue(story);
  tell_short_versions(story);
  tell_takedowns(story);
  tell_unseen(story);
}

}  // namespace umikoe::app::demo
