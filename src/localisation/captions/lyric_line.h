#pragma once

#include <optional>
#include <string>
#include <vector>

#include "localisation/captions/cue.h"

namespace umikoe::localisation {

// A stretch of a sung line that lights up at one moment; its blanks stand inside `text`.
struct LyricWord {
  std::optional<double> start_ms;  // absent: sung from the start of the line
  std::optional<double> end_ms;    // absent: until the next word or the end of the line
  std::string text;

  bool operator==(const LyricWord&) const = default;
};

// One line of a song as LRC and lyrics of music services know it.
struct LyricLine {
  double start_ms = 0;
  std::optional<double> end_ms;
  std::vector<LyricWord> words;

  bool operator==(const LyricLine&) const = default;
};

// A cue as a sung line: its timestamps part it into words, lines of text become one with a blank,
// ruby and emphasis are left out.
LyricLine lyric_line(const Cue& cue);
// The content of a cue whose words light up one after another.
CueContent sung_content(const LyricLine& line);

}  // namespace umikoe::localisation
