#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "app/gap_map/gap_columns.h"

namespace umikoe::app {

// Sums over gaps: closed cells that do not play. Worth in sixteenths of a stream, by PackedWorth's
// place of its kind, each apart.
struct GapSum {
  int64_t cells = 0;
  int64_t with_worth = 0;
  std::array<int64_t, 3> worth = {};

  void add(const GapSum& more);
  void take(const GapSum& part);
  void add(PackedWorth worth);  // of one cell that has one
  int64_t all_worth() const { return worth[0] + worth[1] + worth[2]; }
  bool operator==(const GapSum&) const = default;
};

// A number together with territories.
struct PlacesKey {
  uint32_t number = 0;
  TerritorySet territories;

  bool operator==(const PlacesKey&) const = default;
};

struct PlacesKeyHash {
  size_t operator()(const PlacesKey& key) const;
};

struct RankedCell {
  uint32_t recording = 0;
  TerritoryCode territory;
  PackedWorth worth;
};
// Most worth first, then by recording and territory.
bool ranks_before(const RankedCell& a, const RankedCell& b);

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

// Every gap of a catalogue summed, before anything is ranked or left out.
struct GapSums {
  std::array<GapSum, 256> by_territory = {};  // by index
  std::vector<RankedDecision> decisions;      // each with at least one recording
  std::vector<int64_t> recordings_of_group;   // that have gaps in all of it that is asked about
  std::vector<int64_t> artists;               // sixteenths of a stream over all kinds, by number
  std::vector<RankedCell> cells;              // the best of all, in order of ranks_before
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

// At most `top` cells, decisions and artists, and the totals over all.
GapRanking ranked(GapSums sums, std::span<const rights::Outcome> outcomes, size_t top);

}  // namespace umikoe::app
