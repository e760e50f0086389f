#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "app/gap_map/gap_summary.h"
#include "app/number_words.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t territories_shown = 10;
constexpr size_t places_named = 4;

std::string separator(Language language) { return language == Language::ja ? "・" : " · "; }

std::string worth_words(const GapSum& sum, Language language) {
  std::string out;
  for (size_t kind = 0; kind < sum.worth.size(); ++kind) {
    if (sum.worth[kind] == 0) continue;
    out += (out.empty() ? "" : " + ") +
           fmt::format("{} ({})", grouped(std::llround(streams_of(sum.worth[kind]))),
                       text(language, "worth." + word_of_kind(kind)));
  }
  return out.empty() ? text(language, "gap.worth_unknown") : out;
}

using Row = std::pair<std::string, GapSum>;

std::string lines(const std::vector<Row>& rows, Language language) {
  std::string out;
  for (const auto& [name, sum] : rows) {
    out += fmt::format("  {}{:>14}  {}\n", fitted(name, 34), grouped(sum.cells),
                       worth_words(sum, language));
  }
  return out;
}

// Rows of a sum by something, most cells first.
template <class Map>
std::string table_of(const Map& sums, const char* prefix, Language language) {
  std::vector<Row> rows;
  for (const auto& [value, sum] : sums) {
    rows.emplace_back(text(language, prefix + std::string(word(value))), sum);
  }
  std::ranges::stable_sort(rows, std::greater{}, [](const Row& row) { return row.second.cells; });
  return lines(rows, language);
}

// Most worth first.
std::string territories(const GapRanking& ranking, Language language) {
  std::vector<Row> rows;
  for (const TerritoryCode t : TerritorySet::all().members()) {
    const GapSum& sum = ranking.by_territory[t.index];
    if (sum.cells > 0) rows.emplace_back(std::string(t.code()), sum);
  }
  std::ranges::stable_sort(rows, std::greater{}, [](const Row& row) { return row.second.worth; });
  if (rows.size() > territories_shown) rows.resize(territories_shown);
  return lines(rows, language);
}

std::string decision_line(const RankedDecision& decision, const MapAnswers& answers,
                          Language language) {
  const rights::Outcome& outcome = answers.outcomes()[decision.outcome];
  const std::string party = party_names(outcome.who.parties, answers.parties());
  const std::string role = text(language, "role." + std::string(word(outcome.who.role)));
  std::string places;
  const auto members = decision.territories.members();
  if (members.size() <= places_named) {
    for (const TerritoryCode t : members) places += " " + std::string(t.code());
  }
  return fmt::format("  {}\n      {}{}\n      {}\n",
                     party.empty() ? role : fmt::format("{} ({})", party, role),
                     text(language, "reason." + std::string(word(outcome.reason))),
                     outcome.contract.empty() ? "" : separator(language) + outcome.contract,
                     text(language, "decision.size",
                          {{"recordings", grouped(decision.recordings)},
                           {"markets", grouped(static_cast<int64_t>(members.size()))},
                           {"cells", grouped(decision.sum.cells)}}) +
                         places + separator(language) + worth_words(decision.sum, language));
}

Result<std::string> cell_lines(const GapRanking& ranking, const MapAnswers& answers,
                               Language language) {
  std::string out;
  for (const RankedCell& cell : ranking.cells) {
    UMIKOE_TRY(const std::string title, answers.title(cell.recording));
    UMIKOE_TRY(const std::string artist, answers.artist_of(cell.recording));
    out += fmt::format("  {}  {}  {}  {}  {} ({})\n", answers.isrc(cell.recording).view(),
                       fitted(title, 26), fitted(artist, 20), cell.territory.code(),
                       grouped(std::llround(streams_of(cell.worth.sixteenths()))),
                       text(language, "worth." + word_of_kind(cell.worth.place())));
  }
  return out;
}

Result<std::string> artist_lines(const GapRanking& ranking, const MapAnswers& answers) {
  std::string out;
  for (const RankedArtist& artist : ranking.artists) {
    UMIKOE_TRY(const std::string name, answers.artist(artist.artist));
    out += fmt::format("  {}{:>14}\n", fitted(name, 34),
                       grouped(std::llround(streams_of(artist.worth))));
  }
  return out;
}

std::string headed(const std::string& heading, const std::string& rows) {
  return rows.empty() ? "" : "\n" + heading + "\n" + rows;
}

}  // namespace

Result<std::string> gap_summary_text(const GapSummary& summary, const MapAnswers& answers,
                                     Language language) {
  const GapRanking& ranking = summary.ranking;
  std::string out = text(language, "summary.total",
                         {{"recordings", grouped(static_cast<int64_t>(summary.recordings))},
                          {"markets", grouped(static_cast<int64_t>(summary.territories))},
                          {"date", day_in_words(summary.date, language)},
                          {"gaps", grouped(ranking.all.cells)},
                          {"worth_unknown", grouped(ranking.all.cells - ranking.all.with_worth)}}) +
                    "\n";
  out += text(language, answers.newer_recordings() == 0 ? "summary.map" : "summary.map_and_newer",
              {{"date", day_in_words(answers.map().words().today, language)},
               {"count", grouped(static_cast<int64_t>(answers.newer_recordings()))}}) +
         "\n";
  if (ranking.all.cells == 0) return out + text(language, "gap.none") + "\n";
  std::string decisions;
  for (const auto& decision : ranking.decisions) {
    decisions += decision_line(decision, answers, language);
  }
  UMIKOE_TRY(const std::string cells, cell_lines(ranking, answers, language));
  UMIKOE_TRY(const std::string artists, artist_lines(ranking, answers));
  const auto heading = [&](const char* of) { return text(language, of); };
  out += headed(heading("summary.by_role"), table_of(ranking.by_role, "role.", language));
  out += headed(heading("summary.by_reason"), table_of(ranking.by_reason, "reason.", language));
  out += headed(heading("summary.by_territory"), territories(ranking, language));
  out += headed(heading("summary.decisions"), decisions);
  out += headed(heading("summary.cells"), cells);
  out += headed(heading("summary.artists"), artists);
  return out;
}

}  // namespace umikoe::app
