#pragma once

#include <vector>

#include "plan/free_choices.h"
#include "plan/relaxation.h"

namespace umikoe::plan {

// What the multipliers say about each choice, for a search to go by.
struct Guide {
  std::vector<double> scores;   // around 0 lies what is a near thing, far above what is sure
  std::vector<Place> doubtful;  // those, the nearest things first; never empty
  std::vector<double> lefts;    // what is left to each, over the mean price
  std::vector<double> sizes;    // the price of each, over the mean price
  WeightedGains gains;
};

struct Scores {
  std::vector<double> scores;  // what is left to each choice over the price of what it takes
  std::vector<double> lefts;   // the same over the mean price of all
  std::vector<double> sizes;   // the price over the mean price of all
};
Scores scores_of(const FreeChoices& free, const Relaxation& relaxation,
                 const Multipliers& multipliers);

Guide guide_of(const FreeChoices& free, const Relaxation& relaxation,
               const Multipliers& multipliers);

}  // namespace umikoe::plan
