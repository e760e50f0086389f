#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "formats/captions/ttml.h"
#include "formats/captions/ttml_time.h"
#include "formats/captions/xml_text.h"
#include "localisation/captions/cue_ends.h"
#include "localisation/captions/lyric_line.h"

namespace umikoe::formats::captions {
namespace {

using localisation::CaptionTrack;
using localisation::LyricLine;
using localisation::LyricWord;

// mm:ss.mmm, or h:mm:ss.mmm.
std::string song_time(double ms) {
  const double whole = std::round(std::clamp(ms, 0.0, latest_ttml_ms));
  const auto in_hour = static_cast<int>(std::fmod(whole, 3'600'000));
  const double hours = std::round((whole - in_hour) / 3'600'000);
  const std::string rest =
      fmt::format("{:02}:{:02}.{:03}", in_hour / 60'000, in_hour / 1000 % 60, in_hour % 1000);
  return hours > 0 ? fmt::format("{:.0f}:{}", hours, rest) : rest;
}

bool has_words(const LyricLine& line) {
  return std::ranges::any_of(line.words, [](const LyricWord& w) { return w.start_ms.has_value(); });
}

// A word's blanks stand outside its span, where they part it from the next.
std::string word_element(const LyricWord& word, double line_start, double line_end) {
  const size_t first = std::min(word.text.find_first_not_of(' '), word.text.size());
  const size_t last = word.text.find_last_not_of(' ');
  if (first == word.text.size()) return word.text;
  const std::string_view text = std::string_view(word.text).substr(first, last - first + 1);
  return fmt::format("{}<span begin=\"{}\" end=\"{}\">{}</span>{}", word.text.substr(0, first),
                     song_time(word.start_ms.value_or(line_start)),
                     song_time(word.end_ms.value_or(line_end)), xml_escaped(text),
                     word.text.substr(last + 1));
}

}  // namespace

std::string write_apple_lyrics(const CaptionTrack& track) {
  const std::vector<double> ends = localisation::cue_ends(track.cues);
  bool by_word = false;
  for (const auto& cue : track.cues) by_word = by_word || has_words(localisation::lyric_line(cue));
  const double last = ends.empty() ? 0 : std::ranges::max(ends);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
      "xmlns:itunes=\"http://music.apple.com/lyric-ttml-internal\" "
      "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" itunes:timing=\"{}\" xml:lang=\"{}\">\n"
      "  <head><metadata><ttm:agent type=\"person\" xml:id=\"v1\"/></metadata></head>\n"
      "  <body dur=\"{}\">\n",
      by_word ? "Word" : "Line", xml_escaped(track.language), song_time(last));
  for (size_t i = 0; i < track.cues.size(); ++i) {
    const LyricLine line = localisation::lyric_line(track.cues[i]);
    const std::string times =
        fmt::format("begin=\"{}\" end=\"{}\"", song_time(line.start_ms), song_time(ends[i]));
    out +=
        fmt::format("    <div {}><p {} itunes:key=\"L{}\" ttm:agent=\"v1\">", times, times, i + 1);
    for (const LyricWord& word : line.words) {
      out += by_word ? word_element(word, line.start_ms, ends[i]) : xml_escaped(word.text);
    }
    out += "</p></div>\n";
  }
  return out + "  </body>\n</tt>\n";
}

}  // namespace umikoe::formats::captions
