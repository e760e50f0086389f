#include <fmt/format.h>

#include "app/caption_times.h"
#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/subtitles.h"
#include "formats/captions/align_words.h"

namespace umikoe::app {
namespace {

using formats::captions::line_words;
using formats::captions::position_words;
using formats::captions::text_words;
using formats::captions::word_of;
using localisation::CaptionRegion;
using localisation::Cue;
using localisation::WritingDirection;

Json number_or_auto(const std::optional<double>& number) {
  return number ? plain_json(*number) : Json("auto");
}

std::string_view vertical_word(WritingDirection direction) {
  if (direction == WritingDirection::vertical_growing_left) return "rl";
  return direction == WritingDirection::vertical_growing_right ? "lr" : "";
}

Json region_json(const CaptionRegion& region) {
  return {{"id", region.id},
          {"width", plain_json(region.width)},
          {"lines", plain_json(region.lines)},
          {"regionAnchorX", plain_json(region.region_anchor_x)},
          {"regionAnchorY", plain_json(region.region_anchor_y)},
          {"viewportAnchorX", plain_json(region.viewport_anchor_x)},
          {"viewportAnchorY", plain_json(region.viewport_anchor_y)},
          {"scroll", region.scroll_up ? "up" : ""}};
}

Json cue_json(const Cue& cue, const std::vector<CaptionRegion>& regions) {
  const auto& settings = cue.settings;
  return {{"id", cue.id},
          {"startTime", seconds_json(cue.start_ms)},
          {"endTime", seconds_json(cue.end_ms)},
          {"text", cue.text},
          {"vertical", std::string(vertical_word(settings.direction))},
          {"snapToLines", settings.snap_to_lines},
          {"line", number_or_auto(settings.line)},
          {"lineAlign", std::string(word_of(line_words, settings.line_align))},
          {"position", number_or_auto(settings.position)},
          {"positionAlign", std::string(word_of(position_words, settings.position_align))},
          {"size", plain_json(settings.size)},
          {"align", std::string(word_of(text_words, settings.align))},
          {"region", settings.region ? region_json(regions[*settings.region]) : Json(nullptr)}};
}

}  // namespace

std::string cues_json(const Captions& captions) {
  // Cue by cue: a whole document in memory would be many times the file.
  std::string out = "{\"cues\":[";
  bool first = true;
  for (const Cue& cue : captions.track.cues) {
    if (!first) out += ',';
    out += dump(cue_json(cue, captions.track.regions));
    first = false;
  }
  return out + "]}";
}

std::string cues_csv(const Captions& captions) {
  std::string out = "number,id,start,end,text\r\n";
  int64_t number = 0;
  for (const Cue& cue : captions.track.cues) {
    const std::string cells[] = {std::to_string(++number), cue.id, time_words(cue.start_ms),
                                 time_words(cue.end_ms), localisation::base_text(cue.content)};
    out += csv_row(cells);
  }
  return out;
}

std::string cues_text(const Captions& captions, messages::Language language) {
  std::string out;
  int64_t number = 0;
  for (const Cue& cue : captions.track.cues) {
    out +=
        fmt::format("{:>4}  {:>10} – {:<10}  {}\n", ++number, time_words(cue.start_ms),
                    time_words(cue.end_ms), on_one_line(localisation::bracketed_text(cue.content)));
  }
  return out +
         messages::text(
             language, "subtitle.cues",
             {{"count", grouped(number)}, {"format", std::string(word(captions.format))}}) +
         "\n";
}

}  // namespace umikoe::app
