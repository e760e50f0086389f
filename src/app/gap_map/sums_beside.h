#pragma once

#include <functional>
#include <optional>
#include <unordered_map>

#include "app/gap_map/rank_gaps.h"

namespace umikoe::app {

// Sums over a catalogue as if some of its recordings stood otherwise: those are summed apart, as
// they were and as they are, taken out and put in. What that costs is a pass over the sums, and
// what the parts cost.
class SumsBeside {
 public:
  // `sums` are of the columns and the question, and keep as many of the best cells as the question
  // asks for. All of it must outlive this. `outcomes` are the columns', then those of parts.
  SumsBeside(GapSums& sums, const GapColumns& columns, const RankQuestion& question,
             std::span<const rights::Outcome> outcomes);

  // Sums over recordings of the columns as they were. `groups` are the columns' groups that the
  // part's stand for; empty: the same.
  void take_out(const GapSums& part, std::span<const uint32_t> groups = {});
  // Once, after that: whose cells those were.
  void forget(const std::function<bool(uint32_t recording)>& taken_out);
  void put_in(const GapSums& part);
  // Puts everything in order again, once. Only those of the best cells that can be told are left:
  // some may be missing behind them where more of the best were taken out than are kept for that.
  // True where none is missing of `top`.
  bool end(size_t top);

 private:
  // What is added to a decision.
  struct Change {
    GapSum sum;
    int64_t recordings = 0;
    TerritorySet put_in;
  };
  bool is_delivery(uint32_t outcome) const;
  PlacesKey key_of(const RankedDecision& decision) const;
  void find_places_again();
  void apply_changes();

  GapSums& sums_;
  const GapColumns& columns_;
  const RankQuestion& question_;
  std::span<const rights::Outcome> outcomes_;
  std::unordered_map<PlacesKey, Change, PlacesKeyHash> changes_;
  bool taken_out_ = false;
  std::optional<RankedCell> last_;  // of the cells kept, where there may be more behind it
};

}  // namespace umikoe::app
