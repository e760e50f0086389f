#pragma once

#include "plan/portfolio.h"

namespace umikoe::bench {

// What a made-up export plan looks like.
struct PlanShape {
  size_t territories = 20;
  size_t acts = 20;
  size_t scenarios = 1;
  double caution = 0;
  double budget_share = 0.15;    // of what all actions cost together
  double cap_share = 2;          // caps of an act or territory, as multiples of an even part
  double small_label_share = 0;  // least share of the money; 0: no such rule
  double new_artist_share = 0;
  double breadth = 0;         // worth of the first action of an act, as a part of a mean act's
  bool alternatives = false;  // a showcase instead of a tour leg, sponsored or own promotion
  bool commitments = false;   // a fiftieth of the actions is promised already
};

// Five actions for each act in each territory: open rights, metadata, subtitles, promotion and a
// tour leg (with alternatives two more for some), where subtitles and promotion need rights and a
// leg needs promotion. Markets, acts and their affinity are heavy-tailed, costs are fixed by the
// kind of action and the distance more than by the audience, and neighbouring legs of an act share
// costs. Nothing of it knows how the plan will be chosen.
umikoe::plan::PortfolioProblem make_plan(const PlanShape& shape, uint64_t seed);

// A shape for one of a series of plans: sizes from 100 to 2,000 actions, rules on and off.
PlanShape drawn_shape(uint64_t seed);

}  // namespace umikoe::bench
