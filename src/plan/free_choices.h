#pragma once

#include <vector>

#include "base/result.h"
#include "plan/lists.h"
#include "plan/portfolio.h"

namespace umikoe::plan {

struct Amount {
  Place row;
  double amount;
};

struct Partner {
  Place choice;
  Place pair;
};

struct Pair {
  Place first;
  Place second;
};

// What is left to decide of a problem once pinned choices are in, with their needs, and impossible
// ones out, with their dependants. Every rule but the needs is a row: the amounts of the chosen in
// it may not exceed its limit. Budgets come first, then least shares, then sets of alternatives.
struct FreeChoices {
  std::vector<size_t> original;  // the place of each in the problem
  std::vector<bool> pinned;      // of the problem's choices
  double caution = 0;
  size_t scenarios = 1;  // one where nobody is cautious: only the mean counts

  std::vector<double> gains;  // [choice * scenarios + scenario]
  std::vector<Pair> pairs;
  std::vector<double> pair_gains;    // [pair * scenarios + scenario]
  std::vector<double> pinned_gains;  // by scenario
  std::vector<double> coverage_gains;
  double pinned_coverage = 0;

  std::vector<double> limits;  // what pinned choices leave; below 0 for a least share they miss
  size_t budgets = 0;
  size_t least_shares = 0;

  Lists<Amount> amounts;  // of each choice
  Lists<Place> takers;    // of each row: choices with an amount in it
  Lists<Place> needs;     // of each choice
  Lists<Place> dependants;
  Lists<Partner> partners;
  Lists<Place> coverage_members;
  Lists<Place> coverages;  // of each choice

  size_t size() const { return original.size(); }
};

// What the choice takes of the row; 0 where it is not in it.
double amount_in(const FreeChoices& free, Place row, Place choice);

// Error plan_impossible.
Result<FreeChoices> free_choices(const PortfolioProblem& problem);

// Gains as one figure each, once scenarios have weights.
struct WeightedGains {
  std::vector<double> choices;
  std::vector<double> pairs;
  double pinned = 0;  // coverage included
};

WeightedGains weighted_gains(const FreeChoices& free, const std::vector<double>& weights);

}  // namespace umikoe::plan
