#include "localisation/captions/cue_ends.h"

#include <algorithm>

namespace umikoe::localisation {
namespace {

// Long enough to read any line; a line of lyrics without a successor has nothing better.
constexpr double open_end_ms = 5000;

}  // namespace

std::vector<double> cue_ends(std::span<const Cue> cues) {
  std::vector<double> starts;
  for (const auto& cue : cues) starts.push_back(cue.start_ms);
  std::ranges::sort(starts);
  std::vector<double> ends;
  for (const auto& cue : cues) {
    const auto next = std::ranges::upper_bound(starts, cue.start_ms);
    const double open = next == starts.end() ? cue.start_ms + open_end_ms : *next;
    ends.push_back(cue.end_ms.value_or(open));
  }
  return ends;
}

}  // namespace umikoe::localisation
