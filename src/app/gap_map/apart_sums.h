#pragma once

#include <array>
#include <map>
#include <span>
#include <utility>

#include "app/gap_map/rank_gaps.h"

namespace umikoe::app {

// Adds such recordings to sums that were made without them, as if they had been among the columns.
class ApartSums {
 public:
  // `outcomes` of the sums and of the recordings' partitions. All of it must outlive this.
  ApartSums(GapSums& sums, const RankQuestion& question, std::span<const rights::Outcome> outcomes);

  void add(const ApartRecording& apart);
  // Puts the best cells in order again; call once at the end.
  void end();

 private:
  using Key = std::pair<uint32_t, std::array<uint64_t, 4>>;  // outcome and, of a delivery, places
  Key key_of(uint32_t outcome, const TerritorySet& territories) const;
  RankedDecision& decision(uint32_t outcome, const TerritorySet& territories);

  GapSums& sums_;
  const RankQuestion& question_;
  std::span<const rights::Outcome> outcomes_;
  std::map<Key, size_t> places_;
};

}  // namespace umikoe::app
