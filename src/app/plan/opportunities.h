#pragma once

#include <vector>

#include "app/cells.h"
#include "plan/opportunity.h"

namespace umikoe::app {

// Everything that could be done next in a world, as far as its documents and figures can tell.
struct Opportunities {
  std::vector<plan::Opportunity> all;  // what one needs stands before it
  int64_t too_small = 0;               // artists × territories with too few streams to act on
  int64_t demand_unknown = 0;          // artists × territories that play, nobody knows how much
  int64_t left_out = 0;                // beyond limits::plan_actions, those with the fewest streams
};

// Openings are the decisions of the gap list, one action for each link they lack. Names and
// subtitles are what readiness misses, by artist and language. All others stand on what plays
// already of an artist in a territory abroad. Errors: those of select().
Result<Opportunities> opportunities(const LoadedWorld& world, const SelectionWords& words,
                                    const plan::RuleBook& book);

}  // namespace umikoe::app
