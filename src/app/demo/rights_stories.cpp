#include "app/demo/story_parts.h"
#include "demand/worth.h"

namespace umikoe::app::demo {
namespace {

using Kind = UseScope::Kind;

// Japan is the group's own, the world without Japan a licensee's. Of the licensee nothing is on
// file, but services abroad show the older album everywhere: no gap. The rest is unknown abroad.
void tell_split(Story& story) {
  const auto markets = demand::markets();
  for (size_t place = first_album; place <= single; ++place) {
    Release& release = audio(story.releases, split_artist, place);
    DealPlan deal = world_deal(release);
    deal.codes = {"JP"};
    send_once(release, {deal});
    for (const Track& track : release.tracks) {
      LicenceRow& home = *licences_of(story, track.isrc).front();
      home.document = "C-031 (DEMO)";
      home.territories = "JP";
      LicenceRow abroad = home;
      abroad.party = Company::licensee_world;
      abroad.grantor = Company::own;
      abroad.territories = "";
      abroad.excluded = "JP";
      story.licences.push_back(abroad);
      use_of(story, track.isrc).scope = {Kind::only, {"JP"}};
      if (place != first_album) continue;
      for (const TerritoryCode market : markets.territories) {
        if (market.code() == "JP") continue;
        story.sightings.push_back({Company::stream_abroad, track.isrc, std::string(market.code()),
                                   "2026-11-12", true, "shown as Blue Harbour Records (DEMO)"});
      }
    }
    story.planted.push_back({"short_territory_list", "0" + release.icpn, ""});
  }
}

// The licence for three markets ended in March; the song still streams there.
void tell_lapse(Story& story) {
  const Release& release = audio(story.releases, lapsed_artist, single);
  const std::string isrc = release.tracks.front().isrc;
  LicenceRow& own = *licences_of(story, isrc).front();
  own.document = "C-032 (DEMO)";
  own.territories = "";
  for (const auto market : lapsed_markets) own.excluded += std::string(market) + " ";
  own.excluded.pop_back();
  LicenceRow lapsed = own;
  lapsed.party = Company::licensee_lapsed;
  lapsed.grantor = Company::own;
  lapsed.territories = own.excluded;
  lapsed.excluded = "";
  lapsed.end = "2026-03-31";
  story.licences.push_back(lapsed);
  use_of(story, isrc).scope = {Kind::except, {"MX", "TH", "TW"}};
  int64_t units = 5200;
  for (const auto market : lapsed_markets) {
    story.paid_uses.push_back({isrc, std::string(market), units});
    units -= 700;
    story.planted.push_back({"heard_without_permission", isrc, std::string(market)});
  }
}

// A contract of 2004 knows downloads, ringtones and discs, and is silent on streaming.
void tell_silence(Story& story) {
  Release& release = audio(story.releases, silent_artist, first_album);
  for (const Track& track : release.tracks) {
    LicenceRow& row = *licences_of(story, track.isrc).front();
    row.document = "C-033 of 2004 (DEMO)";
    row.grantor = Company::agency;
    row.uses = "download ringtone physical";
    row.start = "2004-07-01";
    use_of(story, track.isrc).scope = {Kind::nowhere, {}};
  }
}

// Until 30 June 2026 the former owner's, from 1 July the group's, which left out two countries.
void tell_change_of_owner(Story& story) {
  Release& release = audio(story.releases, owner_artist, ep);
  const DealPlan world = world_deal(release);
  DealPlan without_america;
  without_america.excluding = true;
  without_america.codes = {"US", "CA"};
  without_america.periods = {{day(2026, 7, 1), {}}};
  const std::vector<Company> services{Company::stream_home, Company::stream_second,
                                      Company::stream_abroad};
  release.sendings = {
      {Company::former_owner, {}, services, release.sendings.front().created, {world}},
      {Company::own, {}, services, at_noon(2026, 6, 12), {without_america}}};
  for (const Track& track : release.tracks) {
    LicenceRow& now = *licences_of(story, track.isrc).front();
    LicenceRow before = now;
    before.party = Company::former_owner;
    before.document = "C-034 (DEMO)";
    before.end = "2026-06-30";
    now.document = "C-035 (DEMO)";
    now.start = "2026-07-01";
    story.licences.push_back(before);
    use_of(story, track.isrc).scope = {Kind::except, {"US", "CA"}};
  }
}

// Two parties believe to hold Australia alone.
void tell_conflict(Story& story) {
  const std::string isrc = audio(story.releases, conflict_artist, single).tracks.front().isrc;
  LicenceRow rival = *licences_of(story, isrc).front();
  rival.party = Company::licensee_rival;
  rival.territories = "AU";
  rival.document = "C-036 (DEMO)";
  story.licences.push_back(rival);
  use_of(story, isrc).scope = {Kind::except, {"AU"}};
  story.planted.push_back({"licence_conflict", isrc, "AU"});
}

}  // namespace

void tell_rights_stories(Story& story) {
  tell_split(story);
  tell_lapse(story);
  tell_silence(story);
  tell_change_of_owner(story);
  tell_conflict(story);
}

}  // namespace umikoe::app::demo
