#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/captions/loose_timing.h"

namespace umikoe::formats::captions {

// A timing line and the lines below it up to the next, as SRT and SBV are made of.
struct TimedBlock {
  std::string index;                  // the number above the timing, where there is one
  std::optional<LooseTiming> timing;  // absent: the line looks like one and cannot be read
  std::vector<std::string_view> lines;
  long line = 0;  // of the timing
};

struct BlockForm {
  std::optional<LooseTiming> (*timing)(std::string_view line);
  // Whether a line that `timing` cannot read was meant to be a timing.
  bool (*meant_as_timing)(std::string_view line);
  bool numbered = false;  // a number may stand above a timing
};

// The blocks of the text, blank lines around their texts taken away. Errors:
// captions_without_timings where there is text and no timing at all, limit_exceeded.
Result<std::vector<TimedBlock>> timed_blocks(std::string_view text, const BlockForm& form);

// The text without lines at its edges that hold nothing but blanks.
std::string without_blank_edges(std::string_view text);

// The lines joined by line feeds.
std::string joined(const std::vector<std::string_view>& lines);

}  // namespace umikoe::formats::captions
