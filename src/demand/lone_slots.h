#pragma once

#include <span>
#include <vector>

#include "demand/appearance.h"

namespace umikoe::demand {

// Days before and after a slot in which another date belongs to the same journey: three weeks each
// way, as the mission's rule for tours around festivals has it. Visas, crew and freight are seldom
// held together for longer, and a later date is another journey.
inline constexpr int32_t journey_days = 21;

// A slot at a festival or convention abroad, beside which no other date of the artist is on file.
// That nothing is on file is not that nothing was planned: it is a question.
struct LoneSlot {
  Appearance slot;
  bool over = false;  // nothing can be added to it any more

  bool operator==(const LoneSlot&) const = default;
};

// Slots from a month behind us to a year ahead: festivals are announced up to a year before, and
// for a month the people met there still know the name. Another date counts in the same territory,
// or another of its UN subregion (of all Europe, whose countries a van crosses overnight), at most
// journey_days away; further days of the same event do not. By first day.
std::vector<LoneSlot> lone_slots(std::span<const Appearance> on_file, TerritoryCode home,
                                 Date today);

}  // namespace umikoe::demand
