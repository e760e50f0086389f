#include "app/delivery_report.h"
#include "app/first_minutes.h"
#include "app/json.h"

#include <array>

namespace umikoe::app {
namespace {

using messages::Language;

Json problem_json(const Error& error, Language language) {
  Json json{{"line", error.where.line > 0 ? Json(error.where.line) : Json(nullptr)},
            {"element", or_null(error.where.element)},
            {"code", error.code},
            {"text", messages::explanation(language, error)}};
  return json;
}

Json problems_json(const std::vector<Error>& errors, Language language) {
  Json list = Json::array();
  for (const auto& error : errors) list.push_back(problem_json(error, language));
  return list;
}

Json as_json(const DeliveryReport& delivery, Language language) {
  const auto& counts = delivery.counts;
  Json territories = Json::array();
  for (const auto territory : counts.territories.members()) {
    territories.push_back(std::string(territory.code()));
  }
  return {{"path", delivery.path},
          {"format", delivery.format},
          {"status", delivery.status},
          {"reason", or_null(delivery.reason)},
          {"sender", or_null(delivery.sender)},
          {"sound_recordings", counts.sound_recordings},
          {"videos", counts.videos},
          {"releases", counts.releases},
          {"track_releases", counts.track_releases},
          {"deals", counts.deals},
          {"rows", counts.rows},
          {"territories", territories},
          {"first_date", counts.first_date ? Json(counts.first_date->to_string()) : Json(nullptr)},
          {"last_date", counts.last_date ? Json(counts.last_date->to_string()) : Json(nullptr)},
          {"limit", counts.limit ? Json(*counts.limit) : Json(nullptr)},
          {"findings", problems_json(delivery.findings, language)},
          {"errors", problems_json(delivery.errors, language)}};
}

Json totals_json(const ImportReport& report) {
  Json totals{{"files", report.deliveries.size()}};
  for (const auto* status : {"accepted", "unchanged", "superseded", "ignored", "rejected"}) {
    totals[status] = 0;
  }
  for (const auto* count :
       {"sound_recordings", "videos", "releases", "track_releases", "deals", "rows"}) {
    totals[count] = 0;
  }
  const auto add = [&](const char* key, int64_t value) {
    totals[key] = totals[key].get<int64_t>() + value;
  };
  for (const auto& delivery : report.deliveries) {
    add(delivery.status.c_str(), 1);
    add("sound_recordings", delivery.counts.sound_recordings);
    add("videos", delivery.counts.videos);
    add("releases", delivery.counts.releases);
    add("track_releases", delivery.counts.track_releases);
    add("deals", delivery.counts.deals);
    add("rows", delivery.counts.rows);
  }
  return totals;
}

// Numbered as `umikoe import --map` numbers them for that file.
Json questions_json(const ImportReport& report) {
  Json list = Json::array();
  for (const auto& delivery : report.deliveries) {
    for (size_t i = 0; i < delivery.questions.size(); ++i) {
      list.push_back({{"path", delivery.path},
                      {"number", i + 1},
                      {"en", delivery.questions[i].first},
                      {"ja", delivery.questions[i].second}});
    }
  }
  return list;
}

}  // namespace

std::string delivery_json(const DeliveryReport& delivery, Language language) {
  return dump(as_json(delivery, language));
}

std::string import_json(const ImportReport& report, Language language, const LoadedWorld* world) {
  Json deliveries = Json::array();
  for (const auto& delivery : report.deliveries) deliveries.push_back(as_json(delivery, language));
  Json out{{"deliveries", deliveries}, {"totals", totals_json(report)}};
  out["questions"] = questions_json(report);
  if (world) out["first_sentence"] = first_minutes_json(first_minutes(*world), *world);
  return dump(out);
}

}  // namespace umikoe::app
