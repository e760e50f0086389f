#pragma once

#include <optional>
#include <span>

#include "app/gap_map/gap_sums.h"

namespace umikoe::app {

struct RankQuestion {
  Date date;  // within the window of the profiles
  TerritorySet territories;
  std::optional<rights::Reason> reason;    // only gaps of it
  std::optional<rights::WhoRole> role;     // only gaps that it can mend
  std::span<const uint64_t> keep = {};     // a bit for each recording; empty: all
  std::span<const uint8_t> profiles = {};  // whether recordings of each are kept; empty: all are
  size_t top = 100;                        // cells, decisions and artists returned
};

// Whether cells of the outcome are gaps that the question is about.
bool asks_about(const RankQuestion& question, const rights::Outcome& outcome);

// Every gap of the catalogue, summed. The same on any number of threads.
GapSums sum_gaps(const GapColumns& columns, const RankQuestion& question,
                 const Parallel& parallel = each_in_turn);

// The same, ranked.
GapRanking rank_gaps(const GapColumns& columns, const RankQuestion& question,
                     const Parallel& parallel = each_in_turn);

}  // namespace umikoe::app
