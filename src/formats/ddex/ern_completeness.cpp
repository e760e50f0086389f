#include <algorithm>
#include <set>

#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::Release;
using catalogue::ReleaseKind;

namespace {

void check_main_release(ErnReading& reading) {
  const auto& releases = reading.message.contents.releases;
  if (releases.empty() || reading.generation != 3) return;
  const Release& main = releases[reading.main_release];
  const ReleaseNote& note = reading.release_notes[reading.main_release];
  const Findings::Arguments arguments = {{"reference", main.reference}};
  if (!note.is_main_release) reading.findings.add("main_release_unmarked", arguments, note.where);
  if (main.counts_as_track_release) {
    reading.findings.add("main_release_is_track", arguments, note.where);
  }
}

void check_resources(ErnReading& reading) {
  const auto& contents = reading.message.contents;
  if (contents.releases.empty()) return;
  std::set<std::string_view> used(reading.used_resources.begin(), reading.used_resources.end());
  for (const Release& release : contents.releases) {
    used.insert(release.resource_references.begin(), release.resource_references.end());
    used.insert(release.linked_resource_references.begin(),
                release.linked_resource_references.end());
  }
  for (const catalogue::Recording& recording : contents.recordings) {
    if (used.contains(recording.reference)) continue;
    const auto place = reading.resources.find(recording.reference);
    reading.findings.add_once("resource_unused", {{"reference", recording.reference}},
                              place == reading.resources.end() ? Where() : place->second);
  }
}

void check_kinds_of_resources(ErnReading& reading) {
  const DeliveryCounts& counts = reading.message.counts;
  const auto& images = reading.message.contents.images;
  if (reading.message.contents.releases.empty()) return;
  if (counts.sound_recordings + counts.videos == 0) {
    reading.findings.add("message_without_recording", {}, {});
  }
  const bool has_cover =
      std::ranges::find(images, "FrontCoverImage", &catalogue::Image::type) != images.end();
  // A message of videos alone carries stills and not covers.
  if (!has_cover && (counts.sound_recordings > 0 || counts.videos == 0)) {
    reading.findings.add("front_cover_missing", {}, {});
  }
}

// A message without any deal takes its releases down; one that deals with some of its tracks and
// not with others has probably forgotten them.
void check_tracks_have_deals(ErnReading& reading) {
  const auto& statement = reading.message.statement;
  if (statement.deals.empty()) return;
  std::set<std::string_view> dealt;
  for (const rights::Deal& deal : statement.deals) {
    dealt.insert(deal.release_references.begin(), deal.release_references.end());
  }
  const auto& releases = reading.message.contents.releases;
  for (size_t i = 0; i < releases.size(); ++i) {
    if (releases[i].kind != ReleaseKind::track || dealt.contains(releases[i].reference)) continue;
    reading.findings.add("release_without_deal", {{"reference", releases[i].reference}},
                         reading.release_notes[i].where);
  }
}

}  // namespace

void check_completeness(ErnReading& reading) {
  check_main_release(reading);
  check_resources(reading);
  check_kinds_of_resources(reading);
  check_tracks_have_deals(reading);
}

}  // namespace umikoe::formats::ddex
