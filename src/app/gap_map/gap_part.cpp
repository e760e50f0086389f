#include "app/gap_map/gap_part.h"

#include <algorithm>

namespace umikoe::app {

void GapPart::add(const GapColumns& columns, uint32_t recording, uint32_t artist,
                  uint32_t profile) {
  recordings_.push_back(recording);
  profile_of_.push_back(profile);
  artist_of_.push_back(artist);
  if (recording < columns.recordings()) {
    const uint64_t first = columns.first_worth[recording];
    const uint64_t count = columns.first_worth[recording + 1] - first;
    const auto territories = columns.territory_of.subspan(first, count);
    const auto worth = columns.worth.subspan(first, count);
    territory_of_.insert(territory_of_.end(), territories.begin(), territories.end());
    worth_.insert(worth_.end(), worth.begin(), worth.end());
  }
  first_worth_.push_back(worth_.size());
}

GapSums GapPart::sums(const GapColumns& tables, const RankQuestion& question,
                      const Parallel& parallel) const {
  GapColumns own = tables;
  own.profile_of = profile_of_;
  own.artist_of = artist_of_;
  own.first_worth = first_worth_;
  own.territory_of = territory_of_;
  own.worth = worth_;
  GapSums sums = sum_gaps(own, question, parallel);
  for (RankedCell& cell : sums.cells) cell.recording = recordings_[cell.recording];
  return sums;
}

GapColumns PartTables::columns(std::span<const rights::Outcome> outcomes,
                               const rights::DayWindow& window) const {
  GapColumns columns;
  columns.profiles = {first_step, steps, partitions, outcomes, window, window.first};
  columns.sets = groups.sets;
  columns.groups = groups.groups;
  columns.first_group = groups.first;
  columns.group_members = groups.members;
  columns.group_of_territory = groups.group_of_territory;
  return columns;
}

uint32_t DayTables::profile(uint32_t profile_of_columns) {
  const uint32_t number = columns_.profiles.partition_on(profile_of_columns, day_);
  const auto next = static_cast<uint32_t>(tables_.steps.size());
  const auto [at, fresh] = partitions_.try_emplace(number, next);
  if (!fresh) return at->second;
  tables_.steps.push_back({day_, next});
  tables_.first_step.push_back(next + 1);
  for (const uint32_t of_partition : columns_.groups_of(number)) {
    tables_.groups.members.push_back(group(of_partition));
  }
  tables_.groups.first.push_back(static_cast<uint32_t>(tables_.groups.members.size()));
  tables_.groups.group_of_territory.push_back(columns_.group_of_territory[number]);
  return next;
}

uint32_t DayTables::group(uint32_t number) {
  PartitionGroups& out = tables_.groups;
  const auto next = static_cast<uint32_t>(out.groups.size());
  const auto [at, fresh] = groups_.try_emplace(number, next);
  if (!fresh) return at->second;
  group_numbers_.push_back(number);
  out.groups.push_back({columns_.groups[number].outcome, next});
  out.sets.push_back(columns_.sets[columns_.groups[number].territories]);
  return next;
}

GapColumns DayTables::columns() const {
  return tables_.columns(columns_.profiles.outcomes, {day_, day_});
}

uint32_t HeldTables::profile(uint32_t number, const rights::Partition& partition,
                             const TerritorySet& held) {
  const auto next = static_cast<uint32_t>(tables_.partitions.size());
  const auto [at, fresh] = known_.try_emplace({number, held}, next);
  if (!fresh) return at->second;
  rights::Partition& less = tables_.partitions.emplace_back(partition);
  for (const TerritoryCode territory : held.members()) less[territory.index] = no_gap_;
  tables_.first_step.push_back(next);
  tables_.steps.push_back({day_, next});
  return next;
}

PartTables HeldTables::finish() && {
  tables_.first_step.push_back(static_cast<uint32_t>(tables_.steps.size()));
  tables_.groups = groups_of(tables_.partitions);
  return std::move(tables_);
}

}  // namespace umikoe::app
