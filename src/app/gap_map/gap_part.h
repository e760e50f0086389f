#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/gap_map/rank_gaps.h"

namespace umikoe::app {

// Some recordings of a catalogue as columns of their own: what is summed apart from the rest.
class GapPart {
 public:
  bool empty() const { return recordings_.empty(); }
  // In order of recording. Its worth is what `columns` have; none where they lack the recording.
  void add(const GapColumns& columns, uint32_t recording, uint32_t artist, uint32_t profile);
  // These recordings alone, by tables that their profiles are of. Cells bear the numbers that
  // recordings were added with. `question` keeps all.
  GapSums sums(const GapColumns& tables, const RankQuestion& question,
               const Parallel& parallel) const;

 private:
  std::vector<uint32_t> recordings_;
  std::vector<uint32_t> profile_of_;
  std::vector<uint32_t> artist_of_;
  std::vector<uint64_t> first_worth_{0};
  std::vector<uint8_t> territory_of_;
  std::vector<uint32_t> worth_;
};

// Tables of profiles that a part's recordings are of.
struct PartTables {
  std::vector<uint32_t> first_step;
  std::vector<rights::ProfileStep> steps;
  std::vector<rights::Partition> partitions;
  PartitionGroups groups;

  std::span<const rights::ProfileStep> steps_of(uint32_t profile) const {
    return std::span(steps).subspan(first_step[profile],
                                    first_step[profile + 1] - first_step[profile]);
  }
  // Without recordings. What they point into stays these tables' and the outcomes'.
  GapColumns columns(std::span<const rights::Outcome> outcomes,
                     const rights::DayWindow& window) const;
};

// The tables of a day alone, as far as some recordings need them: what a question goes through is
// then as little as they are.
class DayTables {
 public:
  DayTables(const GapColumns& columns, Date day) : columns_(columns), day_(day) {}

  uint32_t profile(uint32_t profile_of_columns);
  // Valid until the next profile.
  GapColumns columns() const;
  // Of each of these groups, the columns' group it is.
  std::span<const uint32_t> groups() const { return group_numbers_; }

 private:
  uint32_t group(uint32_t number);

  const GapColumns& columns_;
  Date day_;
  std::unordered_map<uint32_t, uint32_t> partitions_;  // by the columns' number
  std::unordered_map<uint32_t, uint32_t> groups_;
  std::vector<uint32_t> group_numbers_;
  PartTables tables_{{0}, {}, {}, {}};
};

// Answers of one day less what is held back on it.
class HeldTables {
 public:
  // `no_gap`: the place of an outcome that is none.
  HeldTables(Date day, uint32_t no_gap) : day_(day), no_gap_(no_gap) {}

  // `number` tells partitions apart.
  uint32_t profile(uint32_t number, const rights::Partition& partition, const TerritorySet& held);
  PartTables finish() &&;

 private:
  Date day_;
  uint32_t no_gap_;
  std::unordered_map<PlacesKey, uint32_t, PlacesKeyHash> known_;
  PartTables tables_;
};

}  // namespace umikoe::app
