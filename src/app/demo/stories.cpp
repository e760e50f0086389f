#include "app/demo/stories.h"

#include <algorithm>

#include "app/demo/story_parts.h"
#include "app/demo/translation_story.h"

namespace umikoe::app::demo {

// How much each recording is heard: newest singles most, the star's before all others.
namespace {

size_t popularity(const Release& release, size_t place_of_track) {
  const int age = 2026 - release.released.year();
  const size_t base = release.artist_index == star ? 0 : 20 + release.artist_index * 3;
  return base + static_cast<size_t>(age) * 12 + place_of_track * 9;
}

Date month_after(Date released) {
  const int year = released.month() == 12 ? released.year() + 1 : released.year();
  return day(year, released.month() % 12 + 1, 1);
}

}  // namespace

void write_contracts(Story& story) {
  for (const Release& release : story.releases) {
    for (size_t i = 0; i < release.tracks.size(); ++i) {
      const Track& track = release.tracks[i];
      LicenceRow row;
      row.isrc = track.isrc;
      row.start = release.released.to_string();
      row.document = release.contract;
      story.licences.push_back(row);
      story.uses.push_back({track.isrc, {}, month_after(release.released), popularity(release, i),
                            track.is_video});
    }
  }
}

Story tell() {
  Story story;
  story.releases = clean_catalogue();
  write_contracts(story);
  tell_rights_stories(story);
  tell_terms_stories(story);
  tell_delivery_stories(story);
  tell_wanted_in_brazil(story);
  tell_stages_abroad(story);
  // What fans upload is heard where nothing is open: every planned use of theirs is a leak.
  for (const PlannedUse& use : story.fan_uses) {
    story.planted.push_back({"views_while_closed", use.isrc, use.territory});
  }
  plant_faults(story);
  for (auto& planted : planted_in_translations()) story.planted.push_back(std::move(planted));
  std::ranges::sort(story.planted);
  return story;
}

StoryIsrcs story_isrcs(Story& story) {
  auto& all = story.releases;
  const auto first = [&](size_t artist, size_t place) {
    return audio(all, artist, place).tracks.front().isrc;
  };
  return {first(star, single),
          first(split_artist, first_album),
          first(lapsed_artist, single),
          first(back_catalogue_first, first_album),
          first(silent_artist, first_album),
          videos_of(all, preview_first).front()->tracks.front().isrc,
          first(owner_artist, ep),
          first(takedown_artist, double_single),
          first(takedown_artist, single),
          first(unseen_artist, double_single),
          first(conflict_artist, single),
          first(unseen_artist, single)};
}

}  // namespace umikoe::app::demo
