#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "demand/worth.h"
#include "rights/profiles/profile_book.h"

namespace umikoe::app {

// What opening one cell is worth, in four bytes: how well it is known, and sixteenths of a stream
// in 28 days. Of two the greater number ranks first. Beyond 67 million streams it stays there.
class PackedWorth {
 public:
  static constexpr double parts = 16;

  constexpr PackedWorth() = default;
  constexpr explicit PackedWorth(uint32_t bits) : bits_(bits) {}
  // `worth` has an expected number of at least 0.
  static PackedWorth of(demand::WorthKind kind, double expected);

  uint32_t bits() const { return bits_; }
  // 0 for observed, 1 for bounded, 2 for scaled.
  uint32_t place() const { return 3 - (bits_ >> 30); }
  static demand::WorthKind kind_at(size_t place) {
    return static_cast<demand::WorthKind>(static_cast<size_t>(demand::WorthKind::observed) + place);
  }
  uint32_t sixteenths() const { return bits_ & amount_mask; }
  static constexpr uint32_t amount_mask = (1u << 30) - 1;

 private:
  uint32_t bits_ = 0;
};

// The territories of a partition that have one outcome.
struct OutcomeGroup {
  uint32_t outcome = 0;
  uint32_t territories = 0;  // place among the distinct sets

  bool operator==(const OutcomeGroup&) const = default;
};

// Of each territory, by its index, which of its partition's groups it is in.
using GroupOfTerritory = std::array<uint8_t, 256>;

// Partitions as groups of territories, each distinct group and set once: what a question goes
// through instead of every territory of every partition.
struct PartitionGroups {
  std::vector<TerritorySet> sets;
  std::vector<OutcomeGroup> groups;
  std::vector<uint32_t> first{0};                    // of each partition, and the end of the last
  std::vector<uint32_t> members;                     // places in groups
  std::vector<GroupOfTerritory> group_of_territory;  // of each partition
};
PartitionGroups groups_of(std::span<const rights::Partition> partitions);

// A catalogue as columns: its answers as profiles, and the worth of every cell that has one. What
// they point into must outlive them. Recordings stand in order of profile, so that neighbours have
// the same answers.
struct GapColumns {
  rights::ProfileTables profiles;
  std::span<const TerritorySet> sets;
  std::span<const OutcomeGroup> groups;
  std::span<const uint32_t> first_group;  // of each partition, and the end of the last
  std::span<const uint32_t> group_members;
  std::span<const GroupOfTerritory> group_of_territory;
  std::span<const uint32_t> profile_of;   // of each recording, for streams on demand
  std::span<const uint32_t> artist_of;    // of each recording
  std::span<const uint64_t> first_worth;  // of each recording, and the end of the last
  std::span<const uint8_t> territory_of;  // of each worth
  std::span<const uint32_t> worth;        // PackedWorth

  size_t recordings() const { return profile_of.size(); }
  std::span<const uint32_t> groups_of(uint32_t partition) const {
    return group_members.subspan(first_group[partition],
                                 first_group[partition + 1] - first_group[partition]);
  }
};

// Runs jobs 0 to `count` - 1, at the same time where there is more than one processor.
using Parallel = std::function<void(size_t count, const std::function<void(size_t)>& job)>;
// One after another.
void each_in_turn(size_t count, const std::function<void(size_t)>& job);

}  // namespace umikoe::app
