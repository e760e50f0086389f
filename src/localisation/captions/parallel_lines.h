#pragma once

#include <optional>
#include <vector>

#include "localisation/captions/cue.h"

namespace umikoe::localisation {

// How a translated line found its original.
enum class LineMatch { by_time, by_order };

// A line of the original with the lines of the translation that belong to it, as indexes of cues.
struct ParallelLine {
  size_t original = 0;
  std::vector<size_t> translated;  // empty: not translated yet

  bool operator==(const ParallelLine&) const = default;
};

struct ParallelLines {
  LineMatch match = LineMatch::by_time;
  std::vector<ParallelLine> lines;  // one for each cue of the original, in the order they begin
  std::vector<size_t> unmatched;    // translated lines that belong to none

  bool operator==(const ParallelLines&) const = default;
};

// Keys each line of a translation to a line of its original: to the one it is shown with longest,
// among equals to one that has no line yet. Where most times do not meet and both have as many
// lines, by their order.
ParallelLines parallel_lines(const CaptionTrack& original, const CaptionTrack& translation);

}  // namespace umikoe::localisation
