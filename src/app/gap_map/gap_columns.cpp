#include "app/gap_map/gap_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace umikoe::app {

PackedWorth PackedWorth::of(demand::WorthKind kind, double expected) {
  const auto below_observed =
      static_cast<uint32_t>(kind) - static_cast<uint32_t>(demand::WorthKind::observed);
  const double amount = std::clamp(std::round(expected * parts), 0.0, double{amount_mask});
  return PackedWorth((3 - below_observed) << 30 | static_cast<uint32_t>(amount));
}

PartitionGroups groups_of(std::span<const rights::Partition> partitions) {
  PartitionGroups out;
  std::map<std::array<uint64_t, 4>, uint32_t> sets;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> groups;
  for (const rights::Partition& partition : partitions) {
    std::map<uint32_t, TerritorySet> of;
    for (int t = 0; t < territory_count(); ++t) {
      of[partition[static_cast<size_t>(t)]].insert({static_cast<uint8_t>(t)});
    }
    GroupOfTerritory& group_of = out.group_of_territory.emplace_back();
    uint8_t number = 0;
    for (const auto& [outcome, territories] : of) {
      const auto set = sets.try_emplace(territories.words, static_cast<uint32_t>(out.sets.size()));
      if (set.second) out.sets.push_back(territories);
      const auto group = groups.try_emplace({outcome, set.first->second},
                                            static_cast<uint32_t>(out.groups.size()));
      if (group.second) out.groups.push_back({outcome, set.first->second});
      out.members.push_back(group.first->second);
      for (const TerritoryCode territory : territories.members()) {
        group_of[territory.index] = number;
      }
      ++number;
    }
    out.first.push_back(static_cast<uint32_t>(out.members.size()));
  }
  return out;
}

void each_in_turn(size_t count, const std::function<void(size_t)>& job) {
  for (size_t i = 0; i < count; ++i) job(i);
}

}  // namespace umikoe::app
