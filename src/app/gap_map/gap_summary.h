#pragma once

#include <string>

#include "app/cells.h"
#include "app/gap_map/map_answers.h"
#include "messages/messages.h"

namespace umikoe::app {

struct SummaryQuestion {
  SelectionWords selection;  // artist, territory, region and date
  std::string reason;
  std::string role;
  size_t top = 0;  // decisions, cells and artists; 0: a hundred
};

// The gaps of a whole catalogue, summed and ranked from its map.
struct GapSummary {
  Date date;
  size_t recordings = 0;
  size_t territories = 0;
  GapRanking ranking;
};

// Errors: those of select_territories(), date_invalid_word, period_too_far, reason_unknown,
// role_unknown, map_broken.
Result<GapSummary> gap_summary(const MapAnswers& answers, const SummaryQuestion& question,
                               const Parallel& parallel);

// Errors: map_broken, where a name is read for the first time.
Result<std::string> gap_summary_json(const GapSummary& summary, const MapAnswers& answers);
Result<std::string> gap_summary_text(const GapSummary& summary, const MapAnswers& answers,
                                     messages::Language language);

// Asks a world's map and says the answer by `render`. What turns out to be damaged only when it is
// read is compiled anew. Errors: those of MapAnswers::open and gap_summary.
using RenderSummary =
    std::function<Result<std::string>(const GapSummary& summary, const MapAnswers& answers)>;
Result<std::string> summarise(const WorldStore& store, MapFolder& folder, Date today,
                              const SummaryQuestion& question, const Parallel& parallel,
                              const RenderSummary& render);

// Streams in 28 days of sums in sixteenths.
double streams_of(int64_t sixteenths);
// The word of a kind of worth, by PackedWorth's place.
std::string word_of_kind(size_t place);

}  // namespace umikoe::app
