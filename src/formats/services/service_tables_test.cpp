#include <gtest/gtest.h>

#include <algorithm>

#include "formats/recognise.h"
#include "formats/services/service_report.h"

namespace umikoe::formats::services {
namespace {

const ReportDay day{*Date::parse("2026-11-15"), false};

ServiceReportResult read(Format format, std::string_view text) {
  EXPECT_EQ(word(recognise(text)), word(format));
  return read_service_table(format, from_memory(text, 13), day);
}

std::string codes(const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors) {
    text += error.code + "@" + std::to_string(error.where.line) + ":" + error.where.element + " ";
  }
  return text;
}

TEST(YoutubeReports, ReadAssetsWithTheirOwnershipAndConflicts) {
  const auto [contents, errors] =
      read(Format::youtube_assets,
           "Asset ID,Asset Type,ISRC,Custom ID,Asset Title,Artist,Ownership,Match Policy,"
           "Conflicting Owner,Conflicting Country Code,Label\n"
           "A1,Sound Recording,JPZZ02600001,C1,遠い波,海音,100%[JP|US],monetize,Other Co,US|BR,L\n"
           "A2,music_video,,,,,100% WW,,,,L\n"
           "A3,art_track,JPZZ02600001,,,,,,,,L\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.assets.size(), 3u);
  EXPECT_EQ(contents.assets[0].type, "sound_recording");
  EXPECT_EQ(contents.assets[0].owned, (std::vector<std::string>{"JP", "US"}));
  EXPECT_EQ(contents.assets[0].conflicting, (std::vector<std::string>{"US", "BR"}));
  EXPECT_EQ(contents.assets[0].conflicting_party, "Other Co");
  EXPECT_EQ(contents.assets[1].owned, std::vector<std::string>{"Worldwide"});
  EXPECT_FALSE(contents.assets[1].isrc);
  EXPECT_FALSE(contents.assets[2].owned);
  EXPECT_EQ(codes(contents.findings), "columns_passed_over@1: ");
}

TEST(YoutubeReports, LeaveOwnershipThatIsNotPlainUnknown) {
  const auto [contents, errors] =
      read(Format::youtube_assets,
           "asset_id,asset_type,ownership\nA1,music_video,most of Asia\n"
           "A2,music_video,0% WW\n");
  ASSERT_TRUE(errors.empty());
  EXPECT_FALSE(contents.assets[0].owned);
  EXPECT_TRUE(contents.assets[1].owned->empty());
  EXPECT_EQ(codes(contents.findings), "ownership_unread@2:ownership ");
}

TEST(YoutubeReports, ReadConflictsAlone) {
  const auto [contents, errors] =
      read(Format::youtube_conflicts, "asset_id,other_owner,conflict_territories\nA1,X,US\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  EXPECT_EQ(contents.assets.at(0).conflicting, std::vector<std::string>{"US"});
}

TEST(YoutubeReports, ReadClaims) {
  const auto [contents, errors] =
      read(Format::youtube_claims,
           "claim_id,claim_status,video_id,asset_id,video_title,video_duration_sec,uploader_type\n"
           "C1,active,v9,A1,my edit,95,thirdParty\nC2,active,v8,A1,MV,240,self\n"
           "C3,inactive,v7,A1,x,0,partner?\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  EXPECT_EQ(contents.videos.at(0).uploader, "third_party");
  EXPECT_EQ(contents.videos.at(0).duration_ms, 95'000);
  EXPECT_EQ(contents.videos.at(1).uploader, "self");
  EXPECT_EQ(contents.videos.at(2).uploader, "");
  EXPECT_FALSE(contents.videos.at(2).duration_ms);
  EXPECT_EQ(codes(contents.findings), "uploader_unknown@4:uploader_type ");
}

TEST(YoutubeReports, GatherViewsByMonth) {
  const auto [contents, errors] = read(
      Format::youtube_views,
      "date,channel_id,video_id,claimed_status,uploader_type,live_or_on_demand,country_code,views\n"
      "20261001,UC9,v9,claimed,thirdParty,onDemand,BR,10\n"
      "20261031,UC9,v9,claimed,thirdParty,onDemand,BR,5\n"
      "20261002,UC9,v9,claimed,thirdParty,live,ZZ,3\n"
      "20261101,UC9,v9,claimed,thirdParty,onDemand,BR,1\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.views.size(), 2u);
  EXPECT_EQ(contents.views[0].there, (std::vector<demand::ViewsThere>{{"", 3}, {"BR", 15}}));
  EXPECT_EQ(contents.views[0].first_day.to_string(), "2026-10-01");
  EXPECT_EQ(contents.views[0].last_day.to_string(), "2026-10-31");
  EXPECT_TRUE(contents.views[0].claimed);
  EXPECT_EQ(contents.views[0].uploader, "third_party");
}

TEST(YoutubeReports, ShowEveryFaultAndKeepNothing) {
  const auto [contents, errors] = read(Format::youtube_views,
                                       "video_id,country_code,views,date\n,BR,1,20261001\n"
                                       "v,XQ,1,20261001\nv,BR,-4,20261001\nv,BR,1,31.10.2026\n"
                                       "v,BR,,2026-10-01\n");
  EXPECT_EQ(codes(errors),
            "cell_required@2:video_id territory_code_invalid@3:country_code number_invalid@4:views "
            "date_invalid@5:date cell_required@6:views ");
  EXPECT_TRUE(contents.views.empty());
  EXPECT_EQ(codes(read(Format::youtube_views, "video_id,country_code,views\nv,BR,1\n").errors),
            "column_missing@1:date ");
}

TEST(AppleReport, IsSightingsByStorefront) {
  const auto [contents, errors] = read(Format::apple_catalogue,
                                       "Apple ID,ISRC,Title,Storefront,Status,Reason\n"
                                       "1,JPZZ02600001,T,JP|US,On Store,\n"
                                       "1,JPZZ02600001,T,BR,Hidden,Missing rights\n"
                                       "1,JPZZ02600001,T,DE,Not On Store,\n");
  ASSERT_TRUE(errors.empty()) << codes(errors);
  ASSERT_EQ(contents.sightings.size(), 4u);
  EXPECT_EQ(contents.sightings[0].seen, rights::Seen::yes);
  EXPECT_EQ(contents.sightings[0].service.name, "Apple Music");
  EXPECT_EQ(contents.sightings[2].seen, rights::Seen::no);
  EXPECT_EQ(rights::state_of(contents.sightings[2]), rights::SightingState::hidden);
  EXPECT_TRUE(contents.sightings[2].detail.contains("Missing rights"));
  EXPECT_EQ(rights::state_of(contents.sightings[3]), rights::SightingState::none);
  EXPECT_EQ(contents.sightings[3].observed_on, day.day);
}

TEST(AppleReport, RefusesAStateItDoesNotKnow) {
  EXPECT_EQ(codes(read(Format::apple_catalogue,
                       "isrc,storefront,status\nJPZZ02600001,JP,Somehow\nX,JP,Hidden\n")
                      .errors),
            "word_unknown@2:status isrc_malformed@3:isrc ");
}

TEST(Availability, ReadsListsAndMatrices) {
  const auto list = read(Format::service_availability,
                         "service,isrc,territory,state,reason\n"
                         "Spotify,JPZZ02600001,BR,greyed,\nSpotify,JPZZ02600001,JP US,playable,\n"
                         "Spotify,JPZZ02600001,DE,unknown,\n");
  ASSERT_TRUE(list.errors.empty()) << codes(list.errors);
  EXPECT_EQ(list.contents.sightings.size(), 3u);
  const auto matrix = read(Format::service_availability,
                           "service,isrc,title,JP,BR,US\nSpotify,JPZZ02600001,T,○,×,\n"
                           "Spotify,JPZZ02600002,T,配信中,審査中,年齢制限\n");
  ASSERT_TRUE(matrix.errors.empty()) << codes(matrix.errors);
  ASSERT_EQ(matrix.contents.sightings.size(), 5u);
  EXPECT_EQ(matrix.contents.sightings[1].seen, rights::Seen::no);
  EXPECT_EQ(rights::state_of(matrix.contents.sightings[3]), rights::SightingState::in_review);
  EXPECT_EQ(matrix.contents.sightings[4].seen, rights::Seen::yes);
  EXPECT_EQ(
      codes(read(Format::service_availability, "service,isrc,JP,BR,US\n,JPZZ02600001,maybe,×,\n")
                .errors),
      "cell_required@2:service word_unknown@2:JP ");
}

}  // namespace
}  // namespace umikoe::formats::services
