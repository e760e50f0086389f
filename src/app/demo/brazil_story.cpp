#include <algorithm>

#include "app/demo/story_parts.h"
#include "base/territory.h"

namespace umikoe::app::demo {
namespace {

// "Japan and Asia" as the contract lists it.
std::string japan_and_asia() {
  std::string list;
  for (const TerritoryCode territory : territories_in_region("Asia").members()) {
    list += (list.empty() ? "" : " ") + std::string(territory.code());
  }
  return list;
}

std::vector<std::string> asian_codes() {
  std::vector<std::string> codes;
  for (const TerritoryCode territory : territories_in_region("Asia").members()) {
    codes.emplace_back(territory.code());
  }
  return codes;
}

void name_the_song(Release& release) {
  release.titles = {{"星の音", "ja-Jpan", true, true},
                    {"ほしのおと", "ja-Hrkt"},
                    {"Hoshi-no-Oto", "ja-Latn"},
                    {"The Sound of Stars", "en"}};
  release.tracks.front().titles = release.titles;
}

}  // namespace

// The star's nine newest recordings are under the committee's contract: Japan and Asia, to be
// renewed on 1 April 2027. Brazil heard them under the contract before, and fans still put them
// under their own videos there. Fourteen of the artist's 31 videos were sent for Japan only.
void tell_wanted_in_brazil(Story& story) {
  Release& song = audio(story.releases, star, single);
  name_the_song(song);
  int64_t fans_in_brazil = 420'000;
  std::string first_of_contract;
  for (const size_t place : {ep, double_single, single}) {
    for (const Track& track : audio(story.releases, star, place).tracks) {
      LicenceRow& row = *licences_of(story, track.isrc).front();
      row.document = "C-030 (DEMO)";
      row.grantor = Company::committee;
      row.territories = japan_and_asia();
      row.end = "2027-03-31";
      if (first_of_contract.empty()) first_of_contract = track.isrc;
      first_of_contract = std::min(first_of_contract, track.isrc);
      use_of(story, track.isrc).scope = {UseScope::Kind::only, asian_codes()};
      const bool is_song = place == single;
      story.fan_uses.push_back({track.isrc, "BR", is_song ? 2'900'000 : fans_in_brazil});
      fans_in_brazil -= 41'000;
    }
  }
  story.planted.push_back({"licence_expiring", first_of_contract, ""});
  const auto videos = videos_of(story.releases, star);
  // The first video is of the song itself and belongs to it.
  videos.front()->titles = song.titles;
  videos.front()->tracks.front().titles = song.titles;
  constexpr size_t japan_only_count = 14;
  for (size_t i = 1; i <= japan_only_count; ++i) {
    Release& video = *videos[i];
    DealPlan deal = world_deal(video);
    deal.codes = {"JP"};
    video.sendings.front().deals = {deal};
    use_of(story, video.tracks.front().isrc).scope = {UseScope::Kind::only, {"JP"}};
    story.planted.push_back({"short_territory_list", "0" + video.icpn, ""});
  }
  story.fan_uses.push_back({videos[1]->tracks.front().isrc, "MX", 1'120'000});
  story.fan_uses.push_back({videos[2]->tracks.front().isrc, "FR", 310'000});
}

}  // namespace umikoe::app::demo
