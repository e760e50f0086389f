#pragma once

#include <functional>
#include <optional>
#include <unordered_map>

#include "app/gap_map/rank_gaps.h"

namespace umikoe::app {

// Sums over a catalogue as if some of its recordings stood otherwise: those are summed apart, as
// they were and as they are, taken out and put in.
class SumsBeside {
 public:
  // `sums` are of the columns and the question, and keep as many of the best cells as the question
  // asks for. All of it must outlive this. `outcomes` are the columns', then those of parts.
  SumsBeside(GapSums& sums, const GapColumns& columns, const RankQuestion& question,
             std::span<const rights::Outcome> outcomes);

  // Sums over recordings of the columns as they were. All before anything is put in.
  void take_out(const GapSums& part);
  // Once, after that: their cells, and the territories that nothing is left of.
  void forget(const std::function<bool(uint32_t recording)>& taken_out);
  void put_in(const GapSums& part);
  // Puts the best cells in order again, once. Only those that can be told are left: some may be
  // missing behind them where more of the best were taken out than are kept for that. True where
  // none is missing of `top`.
  bool end(size_t top);

 private:
  PlacesKey key_of(const RankedDecision& decision) const;
  RankedDecision& decision(const RankedDecision& like);

  GapSums& sums_;
  const GapColumns& columns_;
  const RankQuestion& question_;
  std::span<const rights::Outcome> outcomes_;
  std::unordered_map<PlacesKey, size_t, PlacesKeyHash> places_;
  std::optional<RankedCell> last_;  // of the cells kept, where there may be more behind it
};

}  // namespace umikoe::app
