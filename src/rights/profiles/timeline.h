#pragma once

#include <functional>
#include <span>
#include <vector>

#include "rights/profiles/tallies.h"

namespace umikoe::rights {

// The totals of all recordings on every day of the window: those of some days, and what
// changes between them. A day costs the changes since the last such day, however many profiles
// there are.
class TotalsTimeline {
 public:
  // The tallies must outlive it.
  // `recordings` of each pattern profile; the window's first day.
  TotalsTimeline(const PatternProfiles& profiles, const Tallies& tallies,
                 std::span<const uint32_t> recordings, Date first);

  TallyCounts on(Date date) const;
  // Each day from `first` to `last` on which a total changes, `first` included.
  void each_change(Date first, Date last,
                   const std::function<void(Date, const TallyCounts&)>& each) const;
  // Recordings that pass from one pattern to another on one day, all together.
  size_t changes() const { return changes_.size(); }

 private:
  struct Change {
    Date on;
    uint32_t before = 0;
    uint32_t after = 0;
    uint32_t recordings = 0;
  };
  void apply(TallyCounts& counts, const Change& change) const;
  size_t first_after(Date date) const;

  const Tallies& tallies_;
  std::vector<Change> changes_;              // in order of days
  std::vector<TallyCounts> every_so_often_;  // before change k * between
};

}  // namespace umikoe::rights
