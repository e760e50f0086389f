#include <cmath>

#include "app/gap_map/gap_summary.h"
#include "app/json.h"
#include "app/why_documents.h"

namespace umikoe::app {
namespace {

// Each kind apart, and null where there is nothing of it.
Json sum_json(const GapSum& sum) {
  Json worth = Json::object();
  for (size_t kind = 0; kind < sum.worth.size(); ++kind) {
    const int64_t of = sum.worth[kind];
    worth[word_of_kind(kind)] = of > 0 ? Json(std::llround(streams_of(of))) : Json(nullptr);
  }
  return {{"closed", sum.cells},
          {"worth_unknown", sum.cells - sum.with_worth},
          {"worth", std::move(worth)}};
}

Json with(const char* key, std::string name, const GapSum& sum) {
  Json row{{key, std::move(name)}};
  row.update(sum_json(sum));
  return row;
}

Json who_json(const rights::Who& who, const rights::PartyDirectory& parties) {
  return {{"party", or_null(party_names(who.parties, parties))},
          {"role", std::string(word(who.role))}};
}

Json decision_json(const RankedDecision& decision, const MapAnswers& answers) {
  const rights::Outcome& outcome = answers.outcomes()[decision.outcome];
  Json territories = Json::array();
  for (const TerritoryCode t : decision.territories.members()) {
    territories.push_back(std::string(t.code()));
  }
  Json row{{"who", who_json(outcome.who, answers.parties())},
           {"link", std::string(word(outcome.link))},
           {"reason", std::string(word(outcome.reason))},
           {"detail", or_null(std::string(outcome.detail))},
           {"document", or_null(outcome.contract)},
           {"document_end", outcome.contract_end ? Json(outcome.contract_end->plus(-1).to_string())
                                                 : Json(nullptr)},
           {"recipient", or_null(party_name(outcome.recipient, answers.parties()))},
           {"recordings", decision.recordings},
           {"territories", std::move(territories)}};
  row.update(sum_json(decision.sum));
  return row;
}

Result<Json> cells_json(const GapRanking& ranking, const MapAnswers& answers) {
  Json list = Json::array();
  for (const RankedCell& cell : ranking.cells) {
    UMIKOE_TRY(const std::string title, answers.title(cell.recording));
    UMIKOE_TRY(const std::string artist, answers.artist_of(cell.recording));
    list.push_back({{"isrc", answers.isrc(cell.recording).to_string()},
                    {"title", or_null(title)},
                    {"artist", or_null(artist)},
                    {"territory", std::string(cell.territory.code())},
                    {"worth", std::llround(streams_of(cell.worth.sixteenths()))},
                    {"worth_kind", word_of_kind(cell.worth.place())}});
  }
  return list;
}

Result<Json> artists_json(const GapRanking& ranking, const MapAnswers& answers) {
  Json list = Json::array();
  for (const RankedArtist& artist : ranking.artists) {
    UMIKOE_TRY(const std::string name, answers.artist(artist.artist));
    list.push_back({{"artist", or_null(name)}, {"worth", std::llround(streams_of(artist.worth))}});
  }
  return list;
}

template <class Map>
Json words_json(const Map& sums, const char* key) {
  Json list = Json::array();
  for (const auto& [value, sum] : sums) list.push_back(with(key, std::string(word(value)), sum));
  return list;
}

}  // namespace

Result<std::string> gap_summary_json(const GapSummary& summary, const MapAnswers& answers) {
  const GapRanking& ranking = summary.ranking;
  Json territories = Json::array();
  for (const TerritoryCode t : TerritorySet::all().members()) {
    const GapSum& sum = ranking.by_territory[t.index];
    if (sum.cells > 0) territories.push_back(with("territory", std::string(t.code()), sum));
  }
  Json decisions = Json::array();
  for (const auto& decision : ranking.decisions) {
    decisions.push_back(decision_json(decision, answers));
  }
  UMIKOE_TRY(Json artists, artists_json(ranking, answers));
  UMIKOE_TRY(Json cells, cells_json(ranking, answers));
  const WorldMap& map = answers.map();
  return dump(Json{{"as_of", summary.date.to_string()},
                   {"use", std::string(word(rights::Use::on_demand_stream))},
                   {"map", Json{{"generation", map.generation()},
                                {"day", map.words().today.to_string()},
                                {"newer_recordings", answers.newer_recordings()}}},
                   {"recordings", summary.recordings},
                   {"markets", summary.territories},
                   {"total", sum_json(ranking.all)},
                   {"by_territory", std::move(territories)},
                   {"by_reason", words_json(ranking.by_reason, "reason")},
                   {"by_role", words_json(ranking.by_role, "role")},
                   {"by_artist", std::move(artists)},
                   {"decisions", std::move(decisions)},
                   {"cells", std::move(cells)}});
}

}  // namespace umikoe::app
