#include <gtest/gtest.h>

#include <algorithm>

#include "base/limits.h"
#include "formats/services/service_report.h"

namespace umikoe::formats::services {
namespace {

const ReportDay day{*Date::parse("2026-11-15"), false};

ServiceReportResult read(std::string_view text, ReportDay on = day) {
  return read_youtube_videos(from_memory(text, 7), on);
}

std::string item(std::string_view id, std::string_view more) {
  return "{\"kind\":\"youtube#video\",\"id\":\"" + std::string(id) + "\"" + std::string(more) + "}";
}

catalogue::OnlineVideo only(std::string_view more) {
  const auto result = read("{\"items\":[" + item("v1", more) + "]}");
  EXPECT_TRUE(result.errors.empty()) << (result.errors.empty() ? "" : result.errors[0].code);
  return result.contents.videos.empty() ? catalogue::OnlineVideo{} : result.contents.videos[0];
}

std::string code(const ServiceReportResult& result) {
  return result.errors.empty() ? "" : result.errors[0].code;
}

TEST(YoutubeVideos, ReadsWhatAResponseSays) {
  const auto video = only(
      ",\"snippet\":{\"title\":\"遠い波 MV\",\"channelId\":\"UC-1_a\",\"channelTitle\":\"海音\","
      "\"publishedAt\":\"2026-01-02T03:04:05Z\",\"description\":\"ISRC: JP-ZZ0-26-00001\","
      "\"defaultLanguage\":\"ja\"},\"localiz"
      "ations\":{\"en\":{\"title\":\"Far Waves\"}},"
      "\"contentDetails\":{\"duration\":\"P1DT2H0M3S\",\"caption\":\"true\","
      "\"regionRestriction\":{\"blocked\":[\"BR\",\"DE\"]},"
      "\"contentRating\":{\"ytRating\":\"ytAgeRestricted\"}},"
      "\"status\":{\"uploadStatus\":\"processed\",\"privacyStatus\":\"public\"}");
  EXPECT_EQ(video.video_id, "v1");
  EXPECT_EQ(video.channel_id, "UC-1_a");
  EXPECT_EQ(video.isrc->view(), "JPZZ02600001");
  EXPECT_EQ(video.duration_ms, (26 * 3600 + 3) * 1000);
  EXPECT_EQ(video.has_captions, true);
  EXPECT_EQ(video.blocked, (std::vector<std::string>{"BR", "DE"}));
  EXPECT_FALSE(video.allowed);
  EXPECT_EQ(video.privacy, catalogue::Privacy::open);
  EXPECT_EQ(video.title_languages, (std::vector<std::string>{"en", "ja"}));
  EXPECT_EQ(video.marks, std::vector<std::string>{"age_restricted"});
  EXPECT_EQ(video.observed_on, day.day);
}

TEST(YoutubeVideos, ReadsHowOftenAVideoWasWatchedSoFar) {
  EXPECT_EQ(only(",\"statistics\":{\"viewCount\":\"1234567\"}").views_so_far, 1'234'567);
  EXPECT_EQ(only(",\"statistics\":{\"viewCount\":0}").views_so_far, 0);
  EXPECT_EQ(only(",\"statistics\":{\"likeCount\":\"9\"}").views_so_far, std::nullopt);
  for (const char* count : {"\"-1\"", "\"12a\"", "\"\"", "1.5", "\"99999999999999999999\"", "{}"}) {
    const auto broken =
        read("{\"items\":[" +
             item("v1", ",\"statistics\":{\"viewCount\":" + std::string(count) + "}") + "]}");
    EXPECT_EQ(code(broken), "number_invalid") << count;
  }
}

TEST(YoutubeVideos, AnEmptyListSaysSomething) {
  const auto nowhere = only(",\"contentDetails\":{\"regionRestriction\":{\"allowed\":[]}}");
  ASSERT_TRUE(nowhere.allowed);
  EXPECT_TRUE(nowhere.allowed->empty());
  const auto everywhere = only(",\"contentDetails\":{\"regionRestriction\":{\"blocked\":[]}}");
  ASSERT_TRUE(everywhere.blocked);
  EXPECT_TRUE(everywhere.blocked->empty());
  EXPECT_FALSE(only("").allowed);
  EXPECT_FALSE(only("").has_captions);
}

TEST(YoutubeVideos, MarksWhatTellsItsKind) {
  const auto marks = [](std::string_view more) { return only(more).marks; };
  using Marks = std::vector<std::string>;
  EXPECT_EQ(marks(",\"snippet\":{\"description\":\"Provided to YouTube by X\"}"),
            Marks{"provided_to_youtube"});
  EXPECT_EQ(marks(",\"snippet\":{\"channelTitle\":\"海音 - Topic\"}"), Marks{"topic_channel"});
  EXPECT_EQ(marks(",\"snippet\":{\"title\":\"x #Shorts\"}"), Marks{"shorts_tag"});
  EXPECT_EQ(marks(",\"liveStreamingDetails\":{}"), Marks{"live_broadcast"});
  EXPECT_EQ(marks(",\"player\":{\"embedWidth\":\"360\",\"embedHeight\":640}"), Marks{"vertical"});
}

TEST(YoutubeVideos, NeverGuessesARecording) {
  EXPECT_FALSE(only(",\"snippet\":{\"title\":\"JPZZ02600001\"}").isrc);
  EXPECT_FALSE(only(",\"snippet\":{\"description\":\"JPZZ02600001 and isrc\"}").isrc);
  EXPECT_EQ(only(",\"snippet\":{\"tags\":[\"x\",\"isrc:JPZZ02600001\"]}").isrc->view(),
            "JPZZ02600001");
  const auto two =
      read(item("v1", ",\"snippet\":{\"description\":\"ISRC JPZZ02600001\\nISRC JPZZ02600002\"}"));
  ASSERT_EQ(two.contents.videos.size(), 1u);
  EXPECT_FALSE(two.contents.videos[0].isrc);
  EXPECT_EQ(two.contents.findings.at(0).code, "video_several_isrcs");
}

TEST(YoutubeVideos, TakesOneResponseManyAndLines) {
  const std::string one = item("a", "");
  const std::string two = item("b", "");
  const std::string response = "{\"kind\":\"youtube#videoListResponse\",\"items\":[" + one + "]}";
  for (const std::string& text :
       {"[" + one + "," + two + "]", one + "\n" + two + "\n", response + "\r\n" + two,
        "[" + response + "," + two + "]", "\xef\xbb\xbf" + one + two}) {
    EXPECT_EQ(read(text).contents.videos.size(), 2u) << text;
  }
  const auto dated = read("{\"items\":[" + one + "],\"observed_on\":\"2026-10-01\"}");
  EXPECT_EQ(dated.contents.videos.at(0).observed_on.to_string(), "2026-10-01");
}

TEST(YoutubeVideos, SaysWhenTheDayIsAssumed) {
  const auto result = read(item("v1", ""), {day.day, true});
  EXPECT_EQ(result.contents.findings.at(0).code, "day_assumed");
}

TEST(YoutubeVideos, RefusesWhatIsNoAnswer) {
  EXPECT_EQ(code(read("{\"items\":[")), "json_invalid");
  EXPECT_EQ(code(read("{\"items\":}")), "json_invalid");
  EXPECT_EQ(code(read("{\"items\":[]}")), "json_without_videos");
  EXPECT_EQ(code(read("")), "json_without_videos");
  EXPECT_EQ(code(read("12")), "json_without_videos");
  EXPECT_EQ(code(read("{\"a\":\"\xff\"}")), "json_invalid");
  EXPECT_EQ(code(read(item("", ""))), "video_without_id");
  EXPECT_EQ(code(read(item("v1", ",\"contentDetails\":{\"duration\":\"4:13\"}"))),
            "duration_invalid");
  EXPECT_EQ(code(read("{\"observed_on\":\"soon\",\"items\":[" + item("v1", "") + "]}")),
            "date_invalid");
  EXPECT_TRUE(read("{\"items\":[").contents.videos.empty());
}

TEST(YoutubeVideos, KeepsItsLimits) {
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "[";
  EXPECT_EQ(code(read(deep)), "limit_exceeded");
  const std::string huge(static_cast<size_t>(limits::json_value_bytes.value) + 1, 'x');
  EXPECT_EQ(code(read_youtube_videos(from_memory("{\"a\":\"" + huge + "\"}"), day)),
            "limit_exceeded");
}

TEST(YoutubeVideos, ManyVideosNeedNoMoreRoomThanOne) {
  std::string text = "[";
  const std::string padding(2000, 'x');
  for (int i = 0; i < 3000; ++i) {
    text += (i ? "," : "") +
            item("v" + std::to_string(i), ",\"snippet\":{\"description\":\"" + padding + "\"}");
  }
  const auto result = read_youtube_videos(from_memory(text + "]"), day);
  EXPECT_EQ(code(result), "");
  EXPECT_EQ(result.contents.videos.size(), 3000u);
}

}  // namespace
}  // namespace umikoe::formats::services
