#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "base/limits.h"
#include "formats/findings.h"
#include "formats/over_limit.h"
#include "formats/services/json_pieces.h"
#include "formats/services/service_report.h"

namespace umikoe::formats::services {
namespace {

using catalogue::OnlineVideo;
using catalogue::Privacy;
using Json = nlohmann::json;

// The service's own spelling, which this project does not use for itself.
constexpr std::string_view localised_titles =
    "localiz"
    "ations";

const Json* member(const Json& json, std::string_view name) {
  if (!json.is_object()) return nullptr;
  const auto at = json.find(name);
  return at == json.end() || at->is_null() ? nullptr : &*at;
}

std::string text(const Json& json, std::string_view name) {
  const Json* value = member(json, name);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool holds(std::string_view text, std::string_view part) {
  return !std::ranges::search(text, part, {}, lower, lower).empty();
}

bool is_alphanumeric(char c) {
  const char l = lower(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9');
}

// Every code that the word ISRC announces: "ISRC: JP-ZZ0-26-00001", "ISRC:JPZZ02600001".
void add_isrcs(std::string_view text, std::set<Isrc>& found) {
  constexpr std::string_view word = "isrc";
  while (true) {
    const auto at = std::ranges::search(text, word, {}, lower, lower);
    if (at.empty()) return;
    text.remove_prefix(static_cast<size_t>(at.end() - text.begin()));
    const size_t first = text.find_first_not_of(" :=\t");
    if (first == std::string_view::npos || first > 4) continue;
    size_t end = first;
    while (end < text.size() && (is_alphanumeric(text[end]) || text[end] == '-')) ++end;
    if (const auto isrc = Isrc::parse(text.substr(first, end - first))) found.insert(*isrc);
  }
}

class VideoReading {
 public:
  explicit VideoReading(ReportDay day) : day_(day) {}

  void video(const Json& item, long line) {
    line_ = line;
    OnlineVideo video;
    video.service = "YouTube";
    video.video_id = text(item, "id");
    if (video.video_id.empty() || video.video_id.size() > id_bytes_max) {
      error("video_without_id", "id", video.video_id);
      return;
    }
    static const Json nothing = Json::object();
    const auto part = [&](const char* name) -> const Json& {
      const Json* value = member(item, name);
      return value && value->is_object() ? *value : nothing;
    };
    read_snippet(part("snippet"), video);
    read_details(part("contentDetails"), video);
    read_status(part("status"), video);
    read_statistics(part("statistics"), video);
    read_languages(item, part("snippet"), video);
    if (member(item, "liveStreamingDetails")) video.marks.emplace_back("live_broadcast");
    read_shape(part("player"), video);
    ++contents_.counts.videos;
    ++contents_.counts.rows;
    contents_.videos.push_back(std::move(video));
    if (std::ssize(contents_.videos) > limits::videos_per_file.value) {
      errors_.push_back(over_limit(limits::videos_per_file, where("id")));
    }
  }

  void observed_on(const std::string& written) {
    const auto day = Date::parse(std::string_view(written).substr(0, 10));
    if (day)
      day_ = {*day, false};
    else
      error("date_invalid", "observed_on", written);
  }

  bool full() const { return std::ssize(errors_) >= limits::errors_kept.value; }
  void add(Error error) { errors_.push_back(std::move(error)); }

  ServiceReportResult finish() {
    if (contents_.videos.empty() && errors_.empty()) errors_.push_back({"json_without_videos"});
    for (auto& video : contents_.videos) video.observed_on = day_.day;
    contents_.counts.first_date = contents_.counts.last_date = day_.day;
    if (day_.assumed) findings_.add("day_assumed", {{"day", day_.day.to_string()}}, {});
    contents_.findings = findings_.take();
    if (!errors_.empty()) contents_ = {};
    return {std::move(contents_), std::move(errors_)};
  }

 private:
  static constexpr size_t id_bytes_max = 64;
  static constexpr size_t number_bytes_shown = 40;

  Where where(std::string_view element) const {
    return {.file = {}, .line = line_, .element = std::string(element)};
  }

  void error(std::string code, std::string_view element, const std::string& value) {
    if (!full()) errors_.push_back({std::move(code), {{"text", value}}, where(element)});
  }

  void read_snippet(const Json& snippet, OnlineVideo& video) {
    video.title = text(snippet, "title");
    video.channel_id = text(snippet, "channelId");
    video.channel_name = text(snippet, "channelTitle");
    video.published_at = text(snippet, "publishedAt");
    const std::string description = text(snippet, "description");
    std::set<Isrc> isrcs;
    add_isrcs(description, isrcs);
    if (const Json* tags = member(snippet, "tags"); tags && tags->is_array()) {
      for (const Json& tag : *tags) {
        if (tag.is_string()) add_isrcs(tag.get_ref<const std::string&>(), isrcs);
      }
    }
    if (isrcs.size() == 1) video.isrc = *isrcs.begin();
    if (isrcs.size() > 1) {
      findings_.add("video_several_isrcs", {{"id", video.video_id}}, where("description"));
    }
    if (holds(description, "Provided to YouTube by")) {
      video.marks.emplace_back("provided_to_youtube");
    }
    if (video.channel_name.ends_with(" - Topic")) video.marks.emplace_back("topic_channel");
    if (holds(video.title, "#shorts") || holds(description, "#shorts")) {
      video.marks.emplace_back("shorts_tag");
    }
    const std::string live = text(snippet, "liveBroadcastContent");
    if (live == "live" || live == "upcoming") video.marks.emplace_back("live_broadcast");
  }

  void read_details(const Json& details, OnlineVideo& video) {
    if (const std::string written = text(details, "duration"); !written.empty()) {
      video.duration_ms = parse_duration_ms(written);
      if (!video.duration_ms) error("duration_invalid", "contentDetails.duration", written);
      // Nothing that is zero long was measured: a broadcast to come, or still in the making.
      if (video.duration_ms == 0) video.duration_ms.reset();
    }
    if (const std::string caption = text(details, "caption"); caption == "true") {
      video.has_captions = true;
    } else if (caption == "false") {
      video.has_captions = false;
    }
    if (const Json* restriction = member(details, "regionRestriction")) {
      video.allowed = codes(*restriction, "allowed");
      video.blocked = codes(*restriction, "blocked");
    }
    if (const Json* rating = member(details, "contentRating")) {
      if (text(*rating, "ytRating") == "ytAgeRestricted") {
        video.marks.emplace_back("age_restricted");
      }
    }
  }

  // An empty list says something: allowed nowhere, or blocked nowhere.
  std::optional<std::vector<std::string>> codes(const Json& restriction, std::string_view name) {
    const Json* list = member(restriction, name);
    if (!list) return std::nullopt;
    std::vector<std::string> out;
    if (!list->is_array()) {
      error("json_invalid", "regionRestriction", "");
      return out;
    }
    for (const Json& code : *list) {
      const std::string written = code.is_string() ? code.get<std::string>() : std::string();
      const auto territory = TerritoryCode::parse(written);
      if (territory) {
        contents_.counts.territories.insert(*territory);
        out.push_back(written);
      } else {
        // A territory we do not know is none of those anybody asks about.
        findings_.add_once("territory_unknown", {{"text", written}}, where("regionRestriction"));
      }
    }
    return out;
  }

  void read_status(const Json& status, OnlineVideo& video) {
    video.upload_status = text(status, "uploadStatus");
    video.rejection_reason = text(status, "rejectionReason");
    const std::string privacy = text(status, "privacyStatus");
    if (privacy == "public")
      video.privacy = Privacy::open;
    else if (privacy == "unlisted")
      video.privacy = Privacy::unlisted;
    else if (privacy == "private")
      video.privacy = Privacy::restricted;
    else if (!privacy.empty())
      findings_.add_once("video_privacy_unknown", {{"text", privacy}}, where("privacyStatus"));
  }

  void read_languages(const Json& item, const Json& snippet, OnlineVideo& video) {
    std::set<std::string> languages;
    if (const std::string tag = text(snippet, "defaultLanguage"); !tag.empty()) {
      languages.insert(tag);
    }
    const Json* localised = member(item, localised_titles);
    if (localised && localised->is_object()) {
      for (const auto& [tag, titles] : localised->items()) languages.insert(tag);
    }
    video.title_languages.assign(languages.begin(), languages.end());
  }

  // A count that an owner hides is not stated.
  void read_statistics(const Json& statistics, OnlineVideo& video) {
    const Json* count = member(statistics, "viewCount");
    if (count == nullptr) return;
    const std::string written = count->is_string() ? count->get<std::string>() : count->dump();
    int64_t views = 0;
    const char* const end = written.data() + written.size();
    const auto [stopped, failed] = std::from_chars(written.data(), end, views);
    if (failed != std::errc() || stopped != end || views < 0) {
      error("number_invalid", "statistics.viewCount", written.substr(0, number_bytes_shown));
      return;
    }
    video.views_so_far = views;
  }

  void read_shape(const Json& player, OnlineVideo& video) {
    const auto size = [&](const char* name) -> int64_t {
      const Json* value = member(player, name);
      if (value && value->is_number_integer()) return value->get<int64_t>();
      const std::string written = text(player, name);
      int64_t out = 0;
      for (const char c : written) {
        if (c < '0' || c > '9' || out > 100'000) return 0;
        out = out * 10 + (c - '0');
      }
      return out;
    };
    const int64_t width = size("embedWidth");
    const int64_t height = size("embedHeight");
    if (width > 0 && height > width) video.marks.emplace_back("vertical");
  }

  ReportDay day_;
  long line_ = 0;
  Findings findings_;
  std::vector<Error> errors_;
  ServiceReport contents_;
};

Error broken_at(long line) {
  return {"json_invalid", {}, {.file = {}, .line = line, .element = {}}};
}

bool is_video(const Json& json) {
  if (!json.is_object()) return false;
  if (const std::string kind = text(json, "kind"); !kind.empty()) return kind == "youtube#video";
  return json.contains("id") && (json.contains("contentDetails") || json.contains("status"));
}

}  // namespace

ServiceReportResult read_youtube_videos(const ByteSource& source, ReportDay day) {
  VideoReading reading(day);
  JsonPieces pieces(source, static_cast<int>(limits::json_depth.value),
                    limits::json_value_bytes.value);
  const auto on_event = [&](int, Json::parse_event_t event, Json& value) {
    if (event != Json::parse_event_t::object_end) return true;
    if (is_video(value)) {
      reading.video(value, pieces.line());
      pieces.forget();
      return false;  // one video at a time is in memory
    }
    if (const std::string on = text(value, "observed_on"); !on.empty()) reading.observed_on(on);
    return true;
  };
  while (!reading.full() && pieces.begin_document()) {
    try {
      [[maybe_unused]] const Json rest =
          Json::parse(PieceIterator(pieces), PieceIterator(), on_event);
    } catch (const Json::exception&) {
      if (!pieces.failed()) reading.add(broken_at(pieces.line()));
      break;
    }
    if (pieces.failed()) break;
  }
  if (pieces.failed()) reading.add(pieces.error());
  return reading.finish();
}

}  // namespace umikoe::formats::services
