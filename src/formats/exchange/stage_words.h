#pragma once

#include <string>
#include <string_view>

#include "localisation/translation_states.h"

namespace umikoe::formats::exchange {

// How XLIFF says our stages. Its own words come first: a tool changes them and leaves ours as they
// were, so ours count only where they agree with the standard's.
std::string_view xliff12_state(localisation::UnitStage stage);
std::string_view xliff21_state(localisation::UnitStage stage);
localisation::UnitStage from_xliff12(std::string_view state, bool approved, bool has_target,
                                     std::string_view ours);
localisation::UnitStage from_xliff21(std::string_view state, bool has_target,
                                     std::string_view ours);

// Signed off by whoever holds the rights.
bool is_approved(localisation::UnitStage stage);

}  // namespace umikoe::formats::exchange
