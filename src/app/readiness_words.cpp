#include <algorithm>
#include <array>

#include "app/csv.h"
#include "app/json.h"
#include "app/kept_captions.h"
#include "app/number_words.h"
#include "app/world_readiness.h"

namespace umikoe::app {
namespace {

using localisation::Readiness;
using localisation::ReadinessItem;
using messages::Language;
using messages::text;

constexpr size_t rows_for_people = 25;

std::string missing_words(const Readiness& readiness, Language language) {
  std::string words;
  for (const localisation::Need need : readiness.missing()) {
    words += (words.empty() ? "" : (language == Language::ja ? "、" : ", ")) +
             text(language, "need." + std::string(localisation::word(need)));
  }
  return words;
}

}  // namespace

std::string readiness_json(const ReadinessReport& report, const LoadedWorld& world) {
  Json rows = Json::array();
  const auto kept = current_captions(world);
  for (const auto& [isrc, readiness] : report.rows) {
    const RecordingCard* card = world.card(isrc);
    Json items = Json::array();
    for (const ReadinessItem& item : readiness.items) {
      items.push_back({{"need", std::string(localisation::word(item.need))},
                       {"state", std::string(localisation::word(item.state))},
                       {"weight", item.weight}});
    }
    Json captions = Json::array();
    if (const auto at = kept.find(isrc); at != kept.end()) {
      for (const KeptCaptions* file : at->second) captions.push_back(file->language);
    }
    rows.push_back({{"isrc", isrc.to_string()},
                    {"title", card ? card->title : ""},
                    {"artist", card ? card->artist : ""},
                    {"score", readiness.score},
                    {"understood", readiness.understood},
                    {"items", std::move(items)},
                    {"captions", std::move(captions)}});
  }
  return dump(Json{{"language", report.language},
                   {"recordings", report.rows.size()},
                   {"understood", report.understood},
                   {"mean_score", report.rows.empty() ? Json(nullptr) : Json(report.mean_score)},
                   {"rows", std::move(rows)}});
}

std::string readiness_csv(const ReadinessReport& report, const LoadedWorld& world) {
  std::string csv = csv_row(std::array<std::string, 7>{"isrc", "title", "artist", "language",
                                                       "score", "understood", "missing"});
  for (const auto& [isrc, readiness] : report.rows) {
    const RecordingCard* card = world.card(isrc);
    std::string missing;
    for (const localisation::Need need : readiness.missing()) {
      missing += (missing.empty() ? "" : " ") + std::string(localisation::word(need));
    }
    csv += csv_row(std::array<std::string, 7>{
        isrc.to_string(), card ? card->title : "", card ? card->artist : "", report.language,
        std::to_string(readiness.score), readiness.understood ? "yes" : "no", missing});
  }
  return csv;
}

std::string readiness_text(const ReadinessReport& report, const LoadedWorld& world,
                           Language language) {
  std::string out = text(language, "readiness.summary",
                         {{"language", report.language},
                          {"understood", grouped(report.understood)},
                          {"all", grouped(static_cast<int64_t>(report.rows.size()))},
                          {"score", std::to_string(report.mean_score)}}) +
                    "\n";
  for (size_t i = 0; i < std::min(rows_for_people, report.rows.size()); ++i) {
    const auto& [isrc, readiness] = report.rows[i];
    const RecordingCard* card = world.card(isrc);
    const std::string missing = missing_words(readiness, language);
    out += "  " + fitted(std::to_string(readiness.score), 4) + fitted(isrc.to_string(), 14) +
           fitted(card ? card->title + " / " + card->artist : "", 40) + " " +
           (missing.empty() ? text(language, "readiness.complete") : missing) + "\n";
  }
  if (report.rows.size() > rows_for_people) {
    out += text(language, "names.more",
                {{"count", grouped(static_cast<int64_t>(report.rows.size() - rows_for_people))}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
