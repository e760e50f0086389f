#include "rights/profiles/timeline.h"

#include <algorithm>
#include <tuple>

namespace umikoe::rights {
namespace {

constexpr size_t between = 512;  // changes from one kept total to the next

}  // namespace

TotalsTimeline::TotalsTimeline(const PatternProfiles& profiles, const Tallies& tallies,
                               std::span<const uint32_t> recordings, Date first)
    : tallies_(tallies) {
  for (uint32_t number = 0; number < recordings.size(); ++number) {
    if (recordings[number] == 0) continue;
    const auto steps = profiles.steps_of(number);
    for (size_t i = 1; i < steps.size(); ++i) {
      changes_.push_back(
          {steps[i].from, steps[i - 1].partition, steps[i].partition, recordings[number]});
    }
  }
  const auto place = [](const Change& c) { return std::tuple(c.on, c.before, c.after); };
  std::ranges::sort(changes_, {}, place);
  size_t kept = 0;
  for (size_t i = 0; i < changes_.size(); ++i) {
    if (kept > 0 && place(changes_[kept - 1]) == place(changes_[i])) {
      changes_[kept - 1].recordings += changes_[i].recordings;
    } else {
      changes_[kept++] = changes_[i];
    }
  }
  changes_.resize(kept);
  TallyCounts counts = totals_on(profiles, tallies, recordings, first);
  for (size_t i = 0; i <= changes_.size(); ++i) {
    if (i % between == 0) every_so_often_.push_back(counts);
    if (i < changes_.size()) apply(counts, changes_[i]);
  }
}

void TotalsTimeline::apply(TallyCounts& counts, const Change& change) const {
  tallies_.add(counts, change.before, -static_cast<int64_t>(change.recordings));
  tallies_.add(counts, change.after, change.recordings);
}

size_t TotalsTimeline::first_after(Date date) const {
  return static_cast<size_t>(std::ranges::upper_bound(changes_, date, {}, &Change::on) -
                             changes_.begin());
}

TallyCounts TotalsTimeline::on(Date date) const {
  const size_t end = first_after(date);
  TallyCounts counts = every_so_often_[end / between];
  for (size_t i = end / between * between; i < end; ++i) apply(counts, changes_[i]);
  return counts;
}

void TotalsTimeline::each_change(Date first, Date last,
                                 const std::function<void(Date, const TallyCounts&)>& each) const {
  TallyCounts counts = on(first);
  each(first, counts);
  const size_t end = first_after(last);
  for (size_t i = first_after(first); i < end; ++i) {
    apply(counts, changes_[i]);
    if (i + 1 == end || changes_[i + 1].on != changes_[i].on) each(changes_[i].on, counts);
  }
}

}  // namespace umikoe::rights
