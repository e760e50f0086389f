#include <fmt/format.h>

#include "app/caption_times.h"
#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/subtitles.h"

namespace umikoe::app {
namespace {

using localisation::Cue;
using localisation::LineMatch;
using localisation::ParallelLine;
using localisation::ParallelLines;
using messages::Language;
using messages::text;

struct Sides {
  const localisation::CaptionTrack& original;
  const localisation::CaptionTrack& translation;
  ParallelLines lines;
};

Sides sides_of(const Captions& original, const Captions& translation) {
  return {original.track, translation.track,
          localisation::parallel_lines(original.track, translation.track)};
}

std::string shown(const Cue& cue) { return on_one_line(localisation::base_text(cue.content)); }

std::string translated_text(const Sides& sides, const ParallelLine& line) {
  std::string out;
  for (const size_t cue : line.translated) {
    out += (out.empty() ? "" : " / ") + shown(sides.translation.cues[cue]);
  }
  return out;
}

Json cue_json(size_t number, const Cue& cue) {
  return {{"number", number + 1},
          {"startTime", seconds_json(cue.start_ms)},
          {"endTime", seconds_json(cue.end_ms)},
          {"text", localisation::base_text(cue.content)}};
}

int64_t missing_lines(const Sides& sides) {
  int64_t missing = 0;
  for (const ParallelLine& line : sides.lines.lines) missing += line.translated.empty() ? 1 : 0;
  return missing;
}

std::string_view match_word(LineMatch match) {
  return match == LineMatch::by_time ? "time" : "order";
}

}  // namespace

std::string parallel_json(const Captions& original, const Captions& translation) {
  const Sides sides = sides_of(original, translation);
  Json lines = Json::array();
  for (const ParallelLine& line : sides.lines.lines) {
    Json translated = Json::array();
    for (const size_t cue : line.translated) {
      translated.push_back(cue_json(cue, sides.translation.cues[cue]));
    }
    lines.push_back({{"original", cue_json(line.original, sides.original.cues[line.original])},
                     {"translated", std::move(translated)}});
  }
  Json unmatched = Json::array();
  for (const size_t cue : sides.lines.unmatched) {
    unmatched.push_back(cue_json(cue, sides.translation.cues[cue]));
  }
  return dump({{"matched_by", std::string(match_word(sides.lines.match))},
               {"lines", std::move(lines)},
               {"unmatched", std::move(unmatched)},
               {"totals",
                {{"lines", sides.lines.lines.size()},
                 {"missing", missing_lines(sides)},
                 {"unmatched", sides.lines.unmatched.size()}}}});
}

std::string parallel_csv(const Captions& original, const Captions& translation) {
  const Sides sides = sides_of(original, translation);
  std::string out = "number,start,end,original,translation,state\r\n";
  for (const ParallelLine& line : sides.lines.lines) {
    const Cue& cue = sides.original.cues[line.original];
    const std::string cells[] = {std::to_string(line.original + 1),
                                 time_words(cue.start_ms),
                                 time_words(cue.end_ms),
                                 shown(cue),
                                 translated_text(sides, line),
                                 line.translated.empty() ? "missing" : "matched"};
    out += csv_row(cells);
  }
  for (const size_t at : sides.lines.unmatched) {
    const Cue& cue = sides.translation.cues[at];
    const std::string cells[] = {
        "", time_words(cue.start_ms), time_words(cue.end_ms), "", shown(cue), "unmatched"};
    out += csv_row(cells);
  }
  return out;
}

std::string parallel_text(const Captions& original, const Captions& translation,
                          Language language) {
  const Sides sides = sides_of(original, translation);
  std::string out;
  for (const ParallelLine& line : sides.lines.lines) {
    const Cue& cue = sides.original.cues[line.original];
    const std::string translated =
        line.translated.empty() ? text(language, "subtitle.missing") : translated_text(sides, line);
    out += fmt::format("{:>4}  {:>9}  {}\n{:>15}  {}\n", line.original + 1,
                       time_words(cue.start_ms), shown(cue), "", translated);
  }
  if (!sides.lines.unmatched.empty()) {
    out += "\n" + text(language, "subtitle.unmatched") + "\n";
    for (const size_t at : sides.lines.unmatched) {
      const Cue& cue = sides.translation.cues[at];
      out += fmt::format("{:>4}  {:>9}  {}\n", at + 1, time_words(cue.start_ms), shown(cue));
    }
  }
  return out + "\n" +
         text(language,
              sides.lines.match == LineMatch::by_time ? "subtitle.aligned"
                                                      : "subtitle.aligned_by_order",
              {{"count", grouped(std::ssize(sides.lines.lines))},
               {"missing", grouped(missing_lines(sides))},
               {"unmatched", grouped(std::ssize(sides.lines.unmatched))}}) +
         "\n";
}

}  // namespace umikoe::app
