#include "app/gap_map/gap_summary.h"

#include "app/cell_filter.h"

namespace umikoe::app {
namespace {

constexpr size_t usual_top = 100;

Result<Date> date_of(const std::string& words, const MapWords& map) {
  if (words.empty()) return map.today;
  const auto date = Date::parse(words);
  if (!date) return fail("date_invalid_word", {{"date", words}});
  if (!map.window.contains(*date)) {
    return fail("period_too_far", {{"period", words},
                                   {"first", map.window.first.to_string()},
                                   {"last", map.window.last.to_string()}});
  }
  return *date;
}

}  // namespace

double streams_of(int64_t sixteenths) {
  return static_cast<double>(sixteenths) / PackedWorth::parts;
}

std::string word_of_kind(size_t place) { return std::string(word(PackedWorth::kind_at(place))); }

Result<GapSummary> gap_summary(const MapAnswers& answers, const SummaryQuestion& question,
                               const Parallel& parallel) {
  UMIKOE_TRY(const CellFilter filter, parse_cell_filter(question.reason, question.role));
  UMIKOE_TRY(const auto territories, select_territories(question.selection));
  MapQuestion asked;
  UMIKOE_TRY(asked.date, date_of(question.selection.date, answers.map().words()));
  for (const TerritoryCode territory : territories) asked.territories.insert(territory);
  if (filter.reason != rights::Reason::none) asked.reason = filter.reason;
  asked.role = filter.role;
  asked.artist = question.selection.artist;
  asked.top = question.top == 0 ? usual_top : question.top;
  UMIKOE_TRY(auto sums, answers.sums(asked, parallel));
  UMIKOE_TRY(const size_t recordings, answers.recordings_of(asked.artist));
  return GapSummary{asked.date, recordings, territories.size(),
                    ranked(std::move(sums), answers.outcomes(), asked.top)};
}

Result<std::string> summarise(const WorldStore& store, MapFolder& folder, Date today,
                              const SummaryQuestion& question, const Parallel& parallel,
                              const RenderSummary& render) {
  const auto say = [&](const MapAnswers& answers) -> Result<std::string> {
    UMIKOE_TRY(const GapSummary summary, gap_summary(answers, question, parallel));
    return render(summary, answers);
  };
  UMIKOE_TRY(const MapAnswers answers, MapAnswers::open(store, folder, today, parallel));
  auto words = say(answers);
  if (words || words.error().code != "map_broken") return words;
  UMIKOE_TRY(const MapAnswers anew, MapAnswers::renew(store, folder, today, parallel));
  return say(anew);
}

}  // namespace umikoe::app
