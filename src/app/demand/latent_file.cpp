#include "app/demand/latent_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/csv.h"
#include "app/demand/latent_facts_words.h"
#include "app/file_reading.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/recording_demand.h"
#include "base/unicode_text.h"
#include "formats/charts/presence_table.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t territories_for_people = 5;
constexpr double least_plays = 1000;  // reported in 28 days: fewer may be anybody's

constexpr size_t model_bytes_most = size_t{512} * 1024 * 1024;

double shown(double score) { return std::round(score * 1e6) / 1e6; }

const char* head_of(LatentAnswer::Source source) {
  switch (source) {
    case LatentAnswer::Source::table:
      return "latent.head";
    case LatentAnswer::Source::shipped:
      return "latent.head_shipped";
    case LatentAnswer::Source::saved:
      break;
  }
  return "latent.head_saved";
}

std::string words_of(const LatentAnswer& answer, const std::vector<uint32_t>& territories) {
  std::string out;
  for (const uint32_t t : territories) {
    out += (out.empty() ? "" : " ") + answer.presence.territories[t];
  }
  return out;
}

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

Result<demand::SavedModel> saved_model(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto source, bytes_of(files, path));
  std::string bytes;
  std::vector<char> buffer(size_t{256} * 1024);
  for (;;) {
    UMIKOE_TRY(const size_t got, source(buffer));
    if (got == 0) return in_file(demand::read_model_file(bytes), path);
    bytes.append(buffer.data(), got);
    if (bytes.size() > model_bytes_most)
      return in_file<demand::SavedModel>(fail("latent_model_damaged"), path);
  }
}

Result<std::optional<Date>> origin_of(const LatentQuestion& question) {
  if (question.origin.empty()) return std::nullopt;
  const auto day = Date::parse(question.origin);
  if (!day) return fail("date_invalid_word", {{"date", question.origin}});
  return day;
}

// The artists of a table over the territories of a model, which may write them in another case.
demand::Presence over_territories(const demand::Presence& given,
                                  std::span<const std::string> territories, int64_t& unknown) {
  std::map<std::string, uint32_t> numbers;
  for (uint32_t t = 0; t < territories.size(); ++t) numbers.emplace(upper(territories[t]), t);
  demand::Presence out{.territories = {territories.begin(), territories.end()}, .rows = {}};
  for (const std::string& word : given.territories)
    unknown += numbers.contains(upper(word)) ? 0 : 1;
  for (const auto& row : given.rows) {
    auto& made =
        out.rows.emplace_back(demand::Presence::Row{.artist = row.artist, .territories = {}});
    for (const uint32_t t : row.territories) {
      const auto at = numbers.find(upper(given.territories[t]));
      if (at != numbers.end()) made.territories.push_back(at->second);
    }
    std::ranges::sort(made.territories);
    const auto twice = std::ranges::unique(made.territories);
    made.territories.erase(twice.begin(), twice.end());
  }
  return out;
}

void rank_all(LatentAnswer& answer) {
  std::map<std::vector<uint32_t>, std::vector<double>> asked;
  for (size_t i = 0; i < answer.presence.rows.size(); ++i) {
    const auto& seen = answer.presence.rows[i].territories;
    if (seen.empty()) {
      answer.ranked.emplace_back();
      continue;
    }
    const auto [at, fresh] = asked.try_emplace(seen);
    if (fresh) at->second = answer.model->log_odds(seen);
    const auto log_odds =
        answer.facts ? answer.facts->model.weights.changed(at->second, answer.facts->known.terms[i])
                     : at->second;
    answer.ranked.push_back(answer.model->rank(seen, log_odds));
  }
}

// By artist the territories where they count as seen.
Result<demand::Presence> seen_in_world(const LoadedWorld& world) {
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  std::map<std::string, std::vector<std::string>> seen;
  for (const auto& [cell, evidence] : demand.all()) {
    const RecordingCard* card = world.card(cell.first);
    if (card == nullptr || card->artist.empty()) continue;
    auto& territories = seen[card->artist];
    if (evidence.ever_charted || evidence.reported.value_or(0) >= least_plays) {
      territories.emplace_back(cell.second.code());
    }
  }
  return demand::presence_of({seen.begin(), seen.end()});
}

}  // namespace

Result<LatentAnswer> latent_file(const FileSource& files, const LatentQuestion& question) {
  UMIKOE_TRY(const auto day, origin_of(question));
  UMIKOE_TRY(const auto source, bytes_of(files, question.presence));
  UMIKOE_TRY(const auto rows, in_file(formats::charts::read_presence(source), question.presence));
  LatentAnswer answer{.presence = demand::presence_of(rows)};
  std::optional<FactsOnFile> on_file;
  if (!question.about.empty()) {
    UMIKOE_TRY(on_file, facts_of_file(files, question.about));
  }
  demand::FactModel weights;
  if (question.model.empty()) {
    answer.model.emplace(answer.presence);
  } else {
    UMIKOE_TRY(auto saved, saved_model(files, question.model));
    answer.source = LatentAnswer::Source::saved;
    answer.model = std::move(saved.model);
    weights = std::move(saved.facts);
    answer.presence =
        over_territories(answer.presence, answer.model->territories(), answer.words_unknown);
  }
  if (on_file) {
    answer.facts = {known_facts(answer.presence, *on_file, day), std::move(weights)};
    if (answer.source == LatentAnswer::Source::table) {
      answer.facts->model = demand::fit_fact_model(answer.presence, answer.facts->known.terms);
    }
  }
  rank_all(answer);
  return answer;
}

Result<LatentAnswer> latent_world(const FileSource& files, const WorldStore& store,
                                  const LoadedWorld& world, const LatentQuestion& question) {
  UMIKOE_TRY(const auto day, origin_of(question));
  UMIKOE_TRY(const auto seen, seen_in_world(world));
  UMIKOE_TRY(auto on_file, facts_of_world(store, world));
  if (!question.about.empty()) {
    UMIKOE_TRY(const auto more, facts_of_file(files, question.about));
    on_file.facts.insert(on_file.facts.end(), more.facts.begin(), more.facts.end());
    on_file.repeated = more.repeated;
  }
  LatentAnswer answer{.source = LatentAnswer::Source::shipped,
                      .model = demand::LatentModel::shipped()};
  demand::FactModel weights;
  if (!question.model.empty()) {
    UMIKOE_TRY(auto saved, saved_model(files, question.model));
    answer.source = LatentAnswer::Source::saved;
    answer.model = std::move(saved.model);
    weights = std::move(saved.facts);
  }
  answer.presence = over_territories(seen, answer.model->territories(), answer.words_unknown);
  if (!on_file.facts.empty()) {
    answer.facts = {known_facts(answer.presence, on_file, day.value_or(world.as_of())),
                    std::move(weights)};
    if (answer.source == LatentAnswer::Source::shipped) {
      answer.facts->model =
          demand::fit_fact_model(answer.presence, answer.facts->known.terms, &*answer.model);
    }
  }
  rank_all(answer);
  return answer;
}

Result<std::string> latent_model_bytes(const LatentAnswer& answer) {
  for (const std::string& word : answer.model->territories()) {
    const bool plain =
        std::ranges::none_of(word, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (!plain) return fail("territory_code_invalid", {{"text", word}});
  }
  return demand::model_file(*answer.model,
                            answer.facts ? answer.facts->model : demand::FactModel{});
}

std::string latent_json(const LatentAnswer& answer) {
  std::string out;
  if (answer.facts) {
    out +=
        dump(Json{{"artist", nullptr}, {"about", facts_json(answer)}, {"ranked", Json::array()}}) +
        "\n";
  }
  for (size_t i = 0; i < answer.ranked.size(); ++i) {
    Json ranked = Json::array();
    for (const auto& territory : answer.ranked[i]) {
      Json each{{"territory", answer.presence.territories[territory.territory]},
                {"score", shown(territory.score)}};
      if (answer.facts) {
        each["nearest"] = Json::array();
        for (const uint32_t t : territory.nearest) {
          each["nearest"].push_back(answer.presence.territories[t]);
        }
        each["facts"] = fact_voices_json(*answer.facts, i, territory, answer.ranked[i]);
      }
      ranked.push_back(std::move(each));
    }
    out += dump(Json{{"artist", answer.presence.rows[i].artist}, {"ranked", std::move(ranked)}}) +
           "\n";
  }
  return out;
}

std::string latent_csv(const LatentAnswer& answer) {
  std::vector<std::string> header = {"artist", "rank", "territory", "score"};
  if (answer.facts) header.insert(header.end(), {"nearest", "facts"});
  std::string out = csv_row(header);
  for (size_t i = 0; i < answer.ranked.size(); ++i) {
    for (size_t rank = 0; rank < answer.ranked[i].size(); ++rank) {
      const auto& territory = answer.ranked[i][rank];
      std::vector<std::string> cells = {answer.presence.rows[i].artist, std::to_string(rank + 1),
                                        answer.presence.territories[territory.territory],
                                        fmt::format("{}", shown(territory.score))};
      if (answer.facts) {
        cells.push_back(words_of(answer, territory.nearest));
        cells.push_back(
            fact_voices_text(*answer.facts, i, territory, answer.ranked[i], Language::en));
      }
      out += csv_row(cells);
    }
  }
  return out;
}

std::string latent_text(const LatentAnswer& answer, const std::string& artist, Language language,
                        size_t rows) {
  const std::string wanted = folded_text(artist);
  const auto& words = answer.presence.territories;
  std::string out = text(language, head_of(answer.source),
                         {{"artists", grouped(std::ssize(answer.presence.rows))},
                          {"territories", grouped(std::ssize(words))}}) +
                    "\n";
  if (answer.source == LatentAnswer::Source::saved && answer.words_unknown > 0) {
    out +=
        text(language, "latent.words_unknown", {{"count", grouped(answer.words_unknown)}}) + "\n";
  }
  if (answer.facts) out += facts_text(answer, language);
  size_t printed = 0;
  for (size_t i = 0; i < answer.ranked.size(); ++i) {
    const auto& row = answer.presence.rows[i];
    if (!wanted.empty() && folded_text(row.artist).find(wanted) == std::string::npos) continue;
    if (printed++ == rows) {
      out += text(language, "link.more") + "\n";
      break;
    }
    std::string seen = words_of(answer, row.territories);
    if (seen.empty()) seen = text(language, "latent.nowhere");
    out += "\n" + text(language, "latent.artist", {{"artist", row.artist}, {"seen", seen}}) + "\n";
    for (size_t rank = 0; rank < std::min(territories_for_people, answer.ranked[i].size());
         ++rank) {
      const auto& territory = answer.ranked[i][rank];
      std::string why = words_of(answer, territory.nearest);
      const std::string facts =
          answer.facts ? fact_voices_text(*answer.facts, i, territory, answer.ranked[i], language)
                       : "";
      if (!facts.empty()) why += "; " + facts;
      out += "  " +
             text(language, "latent.row",
                  {{"territory", words[territory.territory]},
                   {"percent", fmt::format("{:5.1f}", territory.score * 100)},
                   {"why", why}}) +
             "\n";
    }
  }
  return out;
}

}  // namespace umikoe::app
