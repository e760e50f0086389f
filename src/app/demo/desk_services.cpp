#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/demo/desk.h"

// What services say of themselves: YouTube's answer and its content-owner reports, Apple's
// catalogue.
namespace umikoe::app::demo {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view own_channel = "風町レコード（DEMO）";
constexpr std::string_view own_channel_id = "UCdemoKazemachi0000000000";
constexpr int art_track = 0;    // what an upload shows: a video of the label by its number, or
constexpr int fan_upload = -1;  // one of these

struct OnlineVideo {
  std::string_view id;
  int asset = 0;
  std::string_view title;
  std::string_view duration;
  Json region = nullptr;  // regionRestriction
  std::string_view channel = own_channel;
  std::string_view channel_id = own_channel_id;
  std::string_view privacy = "public";
};

std::vector<OnlineVideo> videos() {
  return {
      {"demoKZM0001", 1, "雨あがりの汽車 [Official Video]", "PT4M10S", {{"blocked", {"BR"}}}},
      {"demoKZM0002", 2, "雨あがりの手紙 [Official Video]", "PT4M10S", nullptr, own_channel,
       own_channel_id, "private"},
      {"demoKZM0003", art_track, "遠い手紙", "PT3M26S", nullptr, "灯台守 - Topic",
       "UCdemoTopic000000000000"},
      {"demoKZM0004", 3, "雨あがりの灯台 (Short Version)", "PT1M30S"},
      {"demoKZM0005", 4, "雨あがりの約束 [Lyric Video]", "PT3M50S"},
      {"demoKZM0006", 5, "雨あがりの合図 (Live)", "PT4M40S"},
      {"demoKZM0007", 6, "海辺の汽車 メイキング映像", "PT6M05S"},
      {"demoKZM0008", fan_upload, "雨あがりの汽車 歌ってみた", "PT4M02S", nullptr, "踊る猫（DEMO）",
       "UCdemoDancingCat0000000"},
      {"demoKZM0009", 7, "海辺の手紙 [Official Video]", "PT4M10S", {{"allowed", {"JP"}}}},
      {"demoKZM0010", 8, "海辺の灯台 [Official Video]", "PT4M10S", {{"allowed", Json::array()}}},
      {"demoKZM0011", 9, "海辺の約束 [Official Video]", "PT4M10S", {{"blocked", Json::array()}}},
      {"demoKZM0012", 10, "海辺の合図 [Official Video]", "PT4M10S"},
  };
}

Json as_json(const OnlineVideo& video) {
  Json content{{"duration", video.duration},
               {"dimension", "2d"},
               {"definition", "hd"},
               {"caption", "false"},
               {"licensedContent", true}};
  if (!video.region.is_null()) content["regionRestriction"] = video.region;
  content["projection"] = "rectangular";
  return {{"kind", "youtube#video"},
          {"id", video.id},
          {"snippet",
           {{"publishedAt", "2025-04-01T03:00:00Z"},
            {"channelId", video.channel_id},
            {"title", video.title},
            {"channelTitle", video.channel},
            {"categoryId", "10"},
            {"defaultLanguage", "ja"}}},
          {"contentDetails", content},
          {"status", {{"uploadStatus", "processed"}, {"privacyStatus", video.privacy}}}};
}

std::string asset_of(int video) { return fmt::format("ADEMO00000001{:02}", video); }

}  // namespace

// Sound recording 35 is claimed by somebody else too.
DeskTable desk_assets() {
  DeskTable table{
      .file = "08_youtube_assets_2026-11-15",
      .headers = {"Asset ID", "Asset Type", "ISRC", "Custom ID", "Asset Title", "Artist",
                  "Ownership", "Match Policy", "Conflicting Owner", "Conflicting Country Code"},
      .rows = {}};
  table.rows.push_back({"ADEMO0000000035", "Sound Recording", desk_isrc(35), "", desk_title(35), "",
                        "100% WW", "monetize", "Southern Pier Music (DEMO)", "DE"});
  table.rows.push_back({"ADEMO0000000032", "Art Track", desk_isrc(32), "", desk_title(32), "",
                        "100% WW", "monetize", "", ""});
  for (int i = 1; i <= desk_videos_owned; ++i) {
    table.rows.push_back({asset_of(i), "Music Video", desk_video_isrc(i), "",
                          desk_title(10 + i) + " MV", "", "100% WW", "monetize", "", ""});
  }
  return table;
}

// Which upload shows which asset. All but two are the label's own.
DeskTable desk_claims() {
  DeskTable table{.file = "09_youtube_claims_2026-11-15",
                  .headers = {"claim_id", "claim_status", "video_id", "asset_id", "video_title",
                              "video_duration_sec", "uploader_type", "channel_id"},
                  .rows = {}};
  for (const OnlineVideo& video : videos()) {
    const bool theirs = video.asset == fan_upload;
    const std::string asset =
        video.asset == art_track ? "ADEMO0000000032" : asset_of(theirs ? 1 : video.asset);
    table.rows.push_back({fmt::format("CDEMO{:04}", table.rows.size() + 1), "active",
                          std::string(video.id), asset, std::string(video.title), "",
                          theirs ? "thirdParty" : "self", std::string(video.channel_id)});
  }
  return table;
}

// What fans watch of video 1, whose official upload is blocked in Brazil.
DeskTable desk_views() {
  DeskTable table{.file = "10_youtube_views_2026-10",
                  .headers = {"date", "channel_id", "video_id", "asset_id", "claimed_status",
                              "uploader_type", "country_code", "views"},
                  .rows = {}};
  const auto add = [&](const char* day, const char* country, int views) {
    table.rows.push_back({day, "UCdemoDancingCat0000000", "demoKZM0008", asset_of(1), "claimed",
                          "thirdParty", country, std::to_string(views)});
  };
  for (const char* day : {"20261003", "20261017", "20261031"}) {
    add(day, "BR", 310'000);
    add(day, "MX", 42'000);
    add(day, "ZZ", 900);
  }
  return table;
}

DeskTable desk_apple() {
  DeskTable table{.file = "11_apple_catalogue_2026-11-17",
                  .headers = {"Apple ID", "ISRC", "Title", "Storefront", "Status", "Reason"},
                  .rows = {}};
  const auto add = [&](int number, const char* storefronts, const char* status,
                       const char* reason) {
    table.rows.push_back({fmt::format("{}", 900'000 + number), desk_isrc(number),
                          desk_title(number), storefronts, status, reason});
  };
  add(14, "FR", "Hidden", "Missing artwork");
  add(14, "JP|US", "On Store", "");
  add(20, "JP|US|GB", "On Store", "");
  return table;
}

DemoFile desk_videos() {
  Json items = Json::array();
  for (const OnlineVideo& video : videos()) items.push_back(as_json(video));
  const Json answer{{"kind", "youtube#videoListResponse"},
                    {"items", items},
                    {"pageInfo", {{"totalResults", items.size()}, {"resultsPerPage", 50}}}};
  return {"07_youtube_videos_2026-11-15.json", answer.dump(2) + "\n"};
}

}  // namespace umikoe::app::demo
