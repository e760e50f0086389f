#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "app/gap_map/gap_columns.h"

namespace umikoe::app {

struct RankQuestion {
  Date date;  // within the window of the profiles
  TerritorySet territories;
  std::optional<rights::Reason> reason;  // only gaps of it
  std::optional<rights::WhoRole> role;   // only gaps that it can mend
  std::span<const uint64_t> keep = {};   // a bit for each recording; empty: all
  size_t top = 100;                      // cells, decisions and artists returned
};

// Sums over gaps: closed cells that do not play. Worth in sixteenths of a stream, by PackedWorth's
// place of its kind, each apart.
struct GapSum {
  int64_t cells = 0;
  int64_t with_worth = 0;
  std::array<int64_t, 3> worth = {};

  void add(const GapSum& more);
  int64_t all_worth() const { return worth[0] + worth[1] + worth[2]; }
  bool operator==(const GapSum&) const = default;
};

struct RankedCell {
  uint32_t recording = 0;
  TerritoryCode territory;
  PackedWorth worth;
};

// What one party can change in one go: cells of one outcome, and for a delivery those recordings
// alone that the recipient lacks in the same territories.
struct RankedDecision {
  uint32_t outcome = 0;  // place in the tables
  TerritorySet territories;
  int64_t recordings = 0;
  GapSum sum;
};

struct RankedArtist {
  uint32_t artist = 0;
  int64_t worth = 0;  // sixteenths of a stream, over all kinds
};

struct GapRanking {
  GapSum all;
  std::array<GapSum, 256> by_territory = {};  // by index
  std::map<rights::Reason, GapSum> by_reason;
  std::map<rights::WhoRole, GapSum> by_role;
  std::vector<RankedCell> cells;          // most worth first, then by recording and territory
  std::vector<RankedDecision> decisions;  // observed worth first, then bounded, scaled, cells
  std::vector<RankedArtist> artists;      // most worth first, then by number
};

// Every gap of the catalogue, ranked and summed. The same on any number of threads.
GapRanking rank_gaps(const GapColumns& columns, const RankQuestion& question,
                     const Parallel& parallel = one_by_one);

}  // namespace umikoe::app
