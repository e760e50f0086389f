#include "app/demand/entries_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/csv.h"
#include "app/demand/chart_file.h"
#include "app/json.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using demand::EntryFeature;
using messages::Language;
using messages::text;

constexpr std::array<std::string_view, demand::entry_features> reason_words = {
    "age",          "charts",         "growth",       "reach",        "reach",
    "artist_there", "artist_entries", "artist_wide",  "artist_there", "recent_entry",
    "openness",     "fresh",          "recent_entry", "artist_wide",  "fresh"};

double shown(double probability) { return std::round(probability * 1e6) / 1e6; }

}  // namespace

std::vector<std::string> entry_reason_words(std::span<const EntryFeature> reasons) {
  std::vector<std::string> words;
  for (const EntryFeature reason : reasons) {
    const std::string_view word = reason_words[static_cast<size_t>(reason)];
    if (words.empty() || words.back() != word) words.emplace_back(word);
  }
  return words;
}

std::string entry_reasons(std::span<const EntryFeature> reasons, Language language) {
  std::string out;
  for (const std::string& word : entry_reason_words(reasons)) {
    out += (out.empty() ? "" : std::string(language == Language::ja ? "、" : ", ")) +
           text(language, fmt::format("entries.reason.{}", word));
  }
  return out;
}

Result<EntriesAnswer> entries_file(const FileSource& files, const std::string& path,
                                   const std::string& origins) {
  UMIKOE_TRY(const auto days, read_days(origins));
  UMIKOE_TRY(const auto file, read_chart_file(files, path));
  const demand::EntryCharts charts(file.lines);
  demand::EntryForecaster forecaster(charts);
  EntriesAnswer answer{charts.tracks(), charts.territories(), {}};
  for (const Date day : days) {
    auto run = forecaster.at(day);
    if (!run) return fail("demand_history_short", {{"date", day.to_string()}}, {.file = path});
    answer.runs.push_back(std::move(*run));
  }
  return answer;
}

std::string entries_json(const EntriesAnswer& answer) {
  std::string out;
  for (const demand::EntryRun& run : answer.runs) {
    const std::string day = run.origin.to_string();
    for (const demand::Entry& entry : run.entries) {
      const auto& track = answer.tracks[entry.candidate.track];
      Json row{{"artist", track.artist},
               {"title", track.title},
               {"territory", answer.territories[entry.candidate.territory]},
               {"origin", day},
               {"probability", shown(entry.probability)}};
      if (entry.candidate.respelled) row["respelled"] = true;
      out += dump(row) + "\n";
    }
  }
  return out;
}

std::string entries_csv(const EntriesAnswer& answer) {
  std::string out = csv_row(std::array<std::string, 6>{"artist", "title", "territory", "origin",
                                                       "probability", "respelled"});
  for (const demand::EntryRun& run : answer.runs) {
    for (const demand::Entry& entry : run.entries) {
      const auto& track = answer.tracks[entry.candidate.track];
      out += csv_row(std::array<std::string, 6>{
          track.artist, track.title, answer.territories[entry.candidate.territory],
          run.origin.to_string(), fmt::format("{}", shown(entry.probability)),
          entry.candidate.respelled ? "yes" : "no"});
    }
  }
  return out;
}

std::string entries_text(const EntriesAnswer& answer, Language language, size_t rows) {
  const demand::EntryRun& run = answer.runs.back();
  std::string out = text(language, "entries.head",
                         {{"origin", run.origin.to_string()},
                          {"candidates", grouped(std::ssize(run.entries))},
                          {"past", grouped(run.past_entries)}}) +
                    "\n";
  size_t printed = 0;
  double expected = 0;
  for (const demand::Entry& entry : run.entries) {
    if (entry.candidate.respelled) continue;
    if (printed++ == rows) break;
    expected += entry.probability;
    const auto& track = answer.tracks[entry.candidate.track];
    out += text(language, "entries.row",
                {{"percent", fmt::format("{:5.1f}", entry.probability * 100)},
                 {"territory", answer.territories[entry.candidate.territory]},
                 {"name", fitted(track.artist + " – " + track.title, 48)},
                 {"reasons", entry_reasons(entry.reasons, language)}}) +
           "\n";
  }
  out += text(language, "entries.expected",
              {{"shown", std::to_string(std::min(rows, printed))},
               {"expected", fmt::format("{:.1f}", expected)}}) +
         "\n";
  return out;
}

}  // namespace umikoe::app
