#pragma once

#include <memory>
#include <vector>

#include "app/gap_map/gap_columns.h"
#include "nation_world.h"

namespace umikoe::bench {

// A made-up nation compiled: its columns, in order of profile.
struct GapWorld {
  std::unique_ptr<umikoe::rights::ProfileBook> book;
  umikoe::app::PartitionGroups groups;
  std::vector<uint32_t> profile_of;
  std::vector<uint32_t> artist_of;
  std::vector<uint64_t> first_worth;
  std::vector<uint8_t> territory_of;
  std::vector<uint32_t> worth;
  uint64_t releases = 0;
  uint64_t statements = 0;
  uint64_t files = 0;  // compiled, or found to be like another

  umikoe::app::GapColumns columns() const {
    return {book->tables(), groups.sets,    groups.groups,
            groups.first,   groups.members, groups.group_of_territory,
            profile_of,     artist_of,      first_worth,
            territory_of,   worth};
  }
};

// `worths` cells with demand, spread over recordings as demand is: most have little.
GapWorld make_gap_world(const NationWorld& world, uint64_t recordings, uint64_t worths,
                        uint64_t seed);

}  // namespace umikoe::bench
