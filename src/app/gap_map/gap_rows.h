#pragma once

#include <vector>

#include "app/gap_map/rank_gaps.h"

namespace umikoe::app {

// Recordings next to each other of one partition.
struct GapRun {
  uint32_t partition = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
};

// What a question makes of the groups of territories, and of the partitions in force on its day.
struct GapRows {
  static constexpr uint32_t none = UINT32_MAX;
  struct Delivery {
    uint32_t outcome = 0;
    TerritorySet places;  // asked about
  };

  uint32_t others = 0;                   // decisions below are of no delivery: one for each outcome
  std::vector<Delivery> deliveries;      // the decisions from there on
  std::vector<uint32_t> decision_of;     // of each group: a decision, none where no gap
  std::vector<int32_t> asked_in_set;     // of each set: how many of its territories are asked about
  std::array<uint32_t, 256> asked = {};  // of each territory: every bit where it is, else none
  std::vector<GapRun> runs;              // in order of partition, then of recording

  size_t decisions() const { return others + deliveries.size(); }
};

GapRows gap_rows(const GapColumns& columns, const RankQuestion& question, const Parallel& parallel);

}  // namespace umikoe::app
