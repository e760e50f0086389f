#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::ReleaseKind;

namespace {

void check_main_release(ErnReading& reading) {
  const ErnOutline& outline = reading.outline;
  if (outline.releases.empty() || reading.generation != 3) return;
  const ErnOutline::Release& main = outline.releases[outline.main_release];
  const Findings::Arguments arguments = {{"reference", main.reference->first}};
  const Where where = place_in(reading, "ReleaseList", main.element, main.line);
  if (!main.is_main_release) reading.findings.add("main_release_unmarked", arguments, where);
  if (main.counts_as_track_release) {
    reading.findings.add("main_release_is_track", arguments, where);
  }
}

void check_resources(ErnReading& reading) {
  const ErnOutline& outline = reading.outline;
  if (outline.releases.empty()) return;
  for (const auto* recording : outline.recordings) {
    const auto& [reference, resource] = *recording;
    if (resource.used) continue;
    reading.findings.add_once("resource_unused", {{"reference", reference}},
                              place_in(reading, "ResourceList", resource.element, resource.line));
  }
}

void check_kinds_of_resources(ErnReading& reading) {
  const DeliveryCounts& counts = reading.message.counts;
  if (reading.outline.releases.empty()) return;
  if (counts.sound_recordings + counts.videos == 0) {
    reading.findings.add("message_without_recording", {}, {});
  }
  // A message of videos alone carries stills and not covers.
  if (!reading.outline.has_front_cover && (counts.sound_recordings > 0 || counts.videos == 0)) {
    reading.findings.add("front_cover_missing", {}, {});
  }
}

// A message without any deal takes its releases down; one that deals with some of its tracks and
// not with others has probably forgotten them.
void check_tracks_have_deals(ErnReading& reading) {
  const auto& releases = reading.outline.releases;
  if (reading.message.counts.deals == 0) return;
  for (size_t i = 0; i < releases.size(); ++i) {
    const auto& [reference, note] = *releases[i].reference;
    if (note.dealt || kind_of_release(reading, i) != ReleaseKind::track) continue;
    reading.findings.add("release_without_deal", {{"reference", reference}},
                         place_in(reading, "ReleaseList", releases[i].element, releases[i].line));
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
