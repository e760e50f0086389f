#include "app/demo/story_parts.h"

namespace umikoe::app::demo {
namespace {

constexpr const char* song_of_owner = "DEMO song of the change of owner";
constexpr const char* song_of_conflict = "DEMO song of the conflict";

using Kind = UseScope::Kind;

// The first recording of an artist's EP; no other story happens there.
std::string quiet_recording(Story& story, size_t artist) {
  return audio(story.releases, artist, ep).tracks.front().isrc;
}

// Contracts that go on, may be taken up or go back: each is due within half a year.
void tell_what_comes_due(Story& story) {
  LicenceRow& renewing = *licences_of(story, quiet_recording(story, fault_first)).front();
  renewing.end = "2027-02-28";
  renewing.auto_renewal_months = 12;
  renewing.notice_months = 3;
  story.planted.push_back({"licence_notice_due", renewing.isrc, ""});
  LicenceRow& optional = *licences_of(story, quiet_recording(story, fault_first + 1)).front();
  optional.option = "two more years";
  optional.option_until = "2027-01-31";
  story.planted.push_back({"licence_option_due", optional.isrc, ""});
  LicenceRow& reverting = *licences_of(story, quiet_recording(story, fault_first + 2)).front();
  reverting.reversion_on = "2027-04-30";
  story.planted.push_back({"licence_reverting", reverting.isrc, ""});
}

// The agency agreed to the artist's image everywhere but in Korea; on France the contract with the
// committee says nothing.
void tell_consents(Story& story) {
  const std::string isrc = quiet_recording(story, conflict_artist);
  LicenceRow row = *licences_of(story, isrc).front();
  const auto consent = [&](const char* right, Company party, const char* scope,
                           const char* territories, const char* excluded) {
    row.right = right;
    row.party = party;
    row.scope = scope;
    row.territories = territories;
    row.excluded = excluded;
    story.licences.push_back(row);
  };
  consent("talent_image", Company::agency, "yes", "", "KR");
  consent("talent_image", Company::agency, "no", "KR", "");
  consent("production_committee", Company::committee, "yes", "", "FR");
  consent("production_committee", Company::committee, "silent", "FR", "");
  use_of(story, isrc).scope = {Kind::except, {"KR", "FR"}};
}

// The last song of the EP that the new owner left out of North America is on the single as well,
// where it is open; a form for television is another version.
void tell_versions(Story& story) {
  const auto join = [&](const char* group, Track& track, const Track& of, const char* relation) {
    track.titles = of.titles;
    story.groups.push_back({of.isrc, group, ""});
    story.groups.push_back({track.isrc, group, relation});
  };
  join(song_of_owner, audio(story.releases, owner_artist, ep).tracks.back(),
       audio(story.releases, owner_artist, single).tracks.front(), "same_performance");
  join(song_of_conflict, audio(story.releases, conflict_artist, double_single).tracks.back(),
       audio(story.releases, conflict_artist, single).tracks.front(), "tv_size");
}

}  // namespace

void tell_terms_stories(Story& story) {
  tell_what_comes_due(story);
  tell_consents(story);
  tell_versions(story);
}

}  // namespace umikoe::app::demo
