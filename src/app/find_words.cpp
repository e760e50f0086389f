#include <algorithm>
#include <array>

#include "app/csv.h"
#include "app/find.h"
#include "app/json.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

std::string_view word(search::MatchClass match) {
  switch (match) {
    case search::MatchClass::exact:
      return "exact";
    case search::MatchClass::prefix:
      return "prefix";
    case search::MatchClass::inside:
      return "inside";
    default:
      return "misspelt";
  }
}

std::string shown(const std::string& original, const std::string& latin, Language language) {
  return language == Language::en && !latin.empty() && latin != original
             ? latin + " (" + original + ")"
             : original;
}

}  // namespace

std::string found_json(const std::vector<Found>& found, const std::string& query) {
  Json hits = Json::array();
  for (const Found& hit : found) {
    hits.push_back({{"kind", hit.artist ? "artist" : "recording"},
                    {"isrc", hit.isrc.to_string()},
                    {"title", hit.artist ? Json(nullptr) : Json(hit.title)},
                    {"title_en", hit.artist ? Json(nullptr) : or_null(hit.title_en)},
                    {"artist", hit.artist_name},
                    {"artist_en", or_null(hit.artist_en)},
                    {"recordings", hit.recordings},
                    {"match", std::string(word(hit.match))},
                    {"form", hit.form},
                    {"computed", hit.computed}});
  }
  return dump(Json{{"query", query}, {"hits", std::move(hits)}});
}

std::string found_csv(const std::vector<Found>& found) {
  std::string csv = csv_row(
      std::array<std::string, 7>{"kind", "isrc", "title", "artist", "match", "form", "computed"});
  for (const Found& hit : found) {
    csv += csv_row(std::array<std::string, 7>{
        hit.artist ? "artist" : "recording", hit.isrc.to_string(), hit.artist ? "" : hit.title,
        hit.artist_name, std::string(word(hit.match)), hit.form, hit.computed ? "yes" : "no"});
  }
  return csv;
}

std::string found_text(const std::vector<Found>& found, const std::string& query,
                       Language language) {
  if (found.empty()) return text(language, "find.none", {{"query", query}}) + "\n";
  std::string out;
  for (const Found& hit : found) {
    const std::string artist = shown(hit.artist_name, hit.artist_en, language);
    if (hit.artist) {
      out += fitted("", 14) + artist + "  " +
             text(language, "find.artist", {{"count", grouped(hit.recordings)}});
    } else {
      out += fitted(hit.isrc.to_string(), 14) + shown(hit.title, hit.title_en, language) + " / " +
             artist;
    }
    out += "  — " + text(language, "find.by." + std::string(word(hit.match))) + ", " +
           text(language, hit.computed ? "find.form_computed" : "find.form", {{"form", hit.form}}) +
           "\n";
  }
  return out;
}

std::string simulation_json(const Simulation& simulation) {
  const auto rules = search_rules();
  Json typed = Json::array();
  for (const TypedForm& form : simulation.typed) {
    Json reached = Json::object();
    for (size_t i = 0; i < rules.size(); ++i) reached[rules[i]] = bool{form.reached[i]};
    typed.push_back({{"kind", form.kind}, {"query", form.text}, {"reached", std::move(reached)}});
  }
  return dump(Json{{"isrc", simulation.isrc.to_string()}, {"typed", std::move(typed)}});
}

std::string simulation_text(const Simulation& simulation, const LoadedWorld& world,
                            Language language) {
  const auto rules = search_rules();
  const RecordingCard* card = world.card(simulation.isrc);
  std::string out;
  for (size_t i = 0; i < rules.size(); ++i) {
    const auto hits =
        std::ranges::count_if(simulation.typed, [&](const TypedForm& t) { return t.reached[i]; });
    out += text(language, "find.simulation",
                {{"isrc", simulation.isrc.to_string()},
                 {"title", card ? card->title : ""},
                 {"artist", card ? card->artist : ""},
                 {"hits", grouped(hits)},
                 {"all", grouped(static_cast<int64_t>(simulation.typed.size()))},
                 {"rule", text(language, "find.rule." + rules[i])}}) +
           "\n";
  }
  for (const TypedForm& form : simulation.typed) {
    out += "  " + fitted(text(language, "find.typed." + form.kind), 26) + fitted(form.text, 34);
    for (const bool reached : form.reached) {
      out += "  " + fitted(text(language, reached ? "find.reached" : "find.missed"), 8);
    }
    out += "\n";
  }
  return out;
}

}  // namespace umikoe::app
