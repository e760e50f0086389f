#pragma once

#include <span>

#include "localisation/translation_states.h"

namespace umikoe::localisation {

// What the owner's gate looks at before anybody does anything to a unit.
struct Gate {
  const Roster& roster;
  std::span<const RightsGrant> grants;
  const SourceText& source;
  Date today;
};

// Judges an event on its way into the log and completes it: the hash of the words it is about, the
// role in which the person acts, the grants a publication rests on. Nothing is done yet. Errors:
// those of translation_people.h, of covering_grants and of apply.
Result<UnitEvent> let_through(const UnitState& unit, UnitEvent event, const Gate& gate);

// A published unit that no longer may be: the grants on file no longer cover it. Error: what is
// missing, as covering_grants says it.
Result<void> still_granted(const Standing& standing, const UnitKey& key, const Gate& gate);

}  // namespace umikoe::localisation
