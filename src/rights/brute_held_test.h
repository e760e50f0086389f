#pragma once

#include <set>
#include <string>

#include "rights/random_world_test.h"

namespace umikoe::rights::testing {

// Whether a written scope holds the question's territory, code by code.
bool scope_has(const TerritoryScope& scope, const Question& question);

// held: state, reason, detail, holders of the master.
struct BruteHeld {
  LinkState state = LinkState::unknown;
  Reason reason = Reason::none;
  std::string detail;
  std::set<PartyRef> holders;
};

// The slow half of the oracle that reads the contracts: row by row and term by term.
BruteHeld brute_held(const RandomWorld& world, const Question& question);

}  // namespace umikoe::rights::testing
