#include "app/json.h"
#include "app/number_words.h"
#include "app/videos.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

using messages::Language;

struct There {
  int open = 0;
  int blocked = 0;
  int unknown = 0;
};

There there_of(const JudgedVideo& judged) {
  There there;
  for (const TerritoryCode territory : demand::markets().territories) {
    const auto plays = judged.plays_in(territory);
    ++(plays ? (*plays ? there.open : there.blocked) : there.unknown);
  }
  return there;
}

std::string ask(const JudgedVideo& judged, Language language) {
  const auto& video = judged.video;
  return messages::text(language, "videos.ask." + std::string(judged.question()),
                        {{"id", video.video_id},
                         {"title", video.title},
                         {"channel", video.channel_id},
                         {"name", video.channel_name}});
}

Json codes(const std::optional<std::vector<std::string>>& list) {
  return list ? Json(*list) : Json(nullptr);
}

Json video_json(const JudgedVideo& judged, Language language) {
  const auto& video = judged.video;
  const There there = there_of(judged);
  Json json{
      {"video_id", video.video_id},
      {"service", video.service},
      {"title", or_null(video.title)},
      {"channel_id", or_null(video.channel_id)},
      {"channel", or_null(video.channel_name)},
      {"isrc", video.isrc ? Json(video.isrc->to_string()) : Json(nullptr)},
      {"kind", std::string(word(video.kind))},
      {"kind_reason", video.kind_reason},
      {"duration_ms", video.duration_ms ? Json(*video.duration_ms) : Json(nullptr)},
      {"captions", video.has_captions ? Json(*video.has_captions) : Json(nullptr)},
      {"title_languages", video.title_languages},
      {"allowed", codes(video.allowed)},
      {"blocked", codes(video.blocked)},
      {"markets", {{"open", there.open}, {"blocked", there.blocked}, {"unknown", there.unknown}}},
      {"observed_on",
       video.observed_on == Date{} ? Json(nullptr) : Json(video.observed_on.to_string())},
      {"document", video.document}};
  json["question"] = judged.question().empty() ? Json(nullptr) : Json(ask(judged, language));
  return json;
}

std::string there_words(const JudgedVideo& judged, Language language) {
  const There there = there_of(judged);
  const int total = there.open + there.blocked + there.unknown;
  if (there.unknown == total) return messages::text(language, "videos.there.unknown");
  if (there.open == total) return messages::text(language, "videos.there.all");
  if (there.open == 0) {
    return messages::text(language,
                          judged.is_public() ? "videos.there.none" : "videos.there.hidden");
  }
  return messages::text(language, "videos.there.some",
                        {{"open", std::to_string(there.open)}, {"total", std::to_string(total)}});
}

}  // namespace

std::string videos_json(const VideoReport& report, const LoadedWorld& world, Language language) {
  Json list = Json::array();
  for (const auto& recording : report.recordings) {
    const RecordingCard* card = world.card(recording.isrc);
    Json videos = Json::array();
    for (const JudgedVideo* judged : recording.videos) {
      videos.push_back(video_json(*judged, language));
    }
    list.push_back({{"isrc", recording.isrc.to_string()},
                    {"title", card ? or_null(card->title) : Json(nullptr)},
                    {"artist", card ? or_null(card->artist) : Json(nullptr)},
                    {"state", std::string(recording.state)},
                    {"videos", std::move(videos)}});
  }
  Json questions = Json::array();
  for (const JudgedVideo* judged : report.questions) {
    questions.push_back(video_json(*judged, language));
  }
  return dump({{"as_of", report.as_of.to_string()},
               {"recordings", std::move(list)},
               {"questions", std::move(questions)}});
}

std::string videos_text(const VideoReport& report, const LoadedWorld& world, Language language) {
  std::string out;
  if (report.recordings.empty() && report.questions.empty()) {
    return messages::text(language, "videos.none") + "\n";
  }
  for (const auto& recording : report.recordings) {
    const RecordingCard* card = world.card(recording.isrc);
    out +=
        messages::text(
            language, "videos.recording",
            {{"title", card ? card->title : ""},
             {"artist", card ? card->artist : ""},
             {"isrc", recording.isrc.to_string()},
             {"state", messages::text(language, "videos.state." + std::string(recording.state))}}) +
        "\n";
    for (const JudgedVideo* judged : recording.videos) {
      const std::string kind(word(judged->video.kind));
      out += "  " +
             messages::text(language, "videos.row",
                            {{"id", judged->video.video_id},
                             {"kind", messages::text(language, "videos.kind." + kind)},
                             {"reason", judged->video.kind_reason},
                             {"there", there_words(*judged, language)}}) +
             "\n";
    }
  }
  for (const JudgedVideo* judged : report.questions) out += "? " + ask(*judged, language) + "\n";
  return out;
}

}  // namespace umikoe::app
