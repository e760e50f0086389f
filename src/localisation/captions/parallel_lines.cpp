#include "localisation/captions/parallel_lines.h"

#include <algorithm>
#include <numeric>

#include "localisation/captions/cue_ends.h"

namespace umikoe::localisation {
namespace {

// A translated line is compared with so many originals that begin before it ends: no more can be on
// the screen, and hostile files must not cost the square of their lines.
constexpr size_t window = 64;
// Starts further apart than this belong to different lines even where nothing overlaps.
constexpr double nearest_ms = 500;

struct Span {
  size_t cue = 0;
  double start = 0;
  double end = 0;
};

std::vector<Span> spans_of(const CaptionTrack& track) {
  const std::vector<double> ends = cue_ends(track.cues);
  std::vector<Span> spans;
  for (size_t i = 0; i < track.cues.size(); ++i) {
    spans.push_back({i, track.cues[i].start_ms, ends[i]});
  }
  std::ranges::stable_sort(spans, {}, &Span::start);
  return spans;
}

// How well two lines go together: shared time, or a little for starts that nearly meet.
double closeness(const Span& a, const Span& b) {
  const double shared = std::min(a.end, b.end) - std::max(a.start, b.start);
  if (shared > 0) return shared;
  const double apart = std::abs(a.start - b.start);
  return apart <= nearest_ms ? 1 / (1 + apart) : 0;
}

ParallelLines empty_lines(const std::vector<Span>& originals) {
  ParallelLines out;
  for (const Span& span : originals) out.lines.push_back({span.cue, {}});
  return out;
}

ParallelLines by_time(const std::vector<Span>& originals, const std::vector<Span>& translated) {
  ParallelLines out = empty_lines(originals);
  for (const Span& line : translated) {
    const auto after =
        std::ranges::upper_bound(originals, std::max(line.end, line.start), {}, &Span::start);
    const auto end = static_cast<size_t>(after - originals.begin());
    std::optional<size_t> best;
    double best_closeness = 0;
    for (size_t i = end > window ? end - window : 0; i < end; ++i) {
      const double close = closeness(originals[i], line);
      if (close <= 0) continue;
      const bool free = out.lines[i].translated.empty();
      const bool best_free = best && out.lines[*best].translated.empty();
      const bool nearly_equal = best && std::abs(close - best_closeness) < 1;
      const bool better = !best || (nearly_equal ? free && !best_free : close > best_closeness);
      if (!better) continue;
      best = i;
      best_closeness = close;
    }
    if (best) {
      out.lines[*best].translated.push_back(line.cue);
    } else {
      out.unmatched.push_back(line.cue);
    }
  }
  return out;
}

}  // namespace

ParallelLines parallel_lines(const CaptionTrack& original, const CaptionTrack& translation) {
  const std::vector<Span> originals = spans_of(original);
  const std::vector<Span> translated = spans_of(translation);
  ParallelLines out = by_time(originals, translated);
  const bool times_meet = out.unmatched.size() * 2 <= translated.size();
  if (times_meet || originals.size() != translated.size()) return out;
  out = empty_lines(originals);
  out.match = LineMatch::by_order;
  for (size_t i = 0; i < originals.size(); ++i) out.lines[i].translated = {translated[i].cue};
  return out;
}

}  // namespace umikoe::localisation
