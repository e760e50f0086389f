#pragma once

#include <vector>

#include "plan/closure.h"
#include "plan/free_choices.h"

namespace umikoe::plan {

// Prices put on the rules instead of the rules themselves.
struct Multipliers {
  std::vector<double> rows;       // at least 0
  std::vector<double> coverages;  // what a member is paid towards a coverage: 0 to its gain
  std::vector<double> tail;       // what each scenario weighs among the worst: together 1
};

// Nothing at a price, all scenarios alike.
Multipliers no_multipliers(const FreeChoices& free);

// The problem with every rule priced but the needs (Geoffrion 1974). What remains is a closure, and
// no set that keeps the rules is worth more, whatever the multipliers.
class Relaxation {
 public:
  explicit Relaxation(const FreeChoices& free);

  // The bound at these multipliers. `tail_changed` spares the weighing of scenarios where false.
  double solve(const Multipliers& multipliers, bool tail_changed);

  const Closure& closure() const { return closure_; }
  Closure& closure() { return closure_; }
  // What a choice takes of the rows at their prices, less what coverages pay for it.
  double price(Place choice) const { return prices_[choice]; }
  const WeightedGains& gains() const { return gains_; }

  // How the bound changes with each multiplier: what the relaxed answer leaves of every row, has
  // too much of every coverage, and gains in each scenario.
  std::vector<double> row_slacks() const;
  std::vector<double> coverage_surpluses(const Multipliers& multipliers) const;
  std::vector<double> scenario_gains() const;

 private:
  const FreeChoices& free_;
  Closure closure_;
  WeightedGains gains_;
  std::vector<double> prices_;
  std::vector<double> profits_;
};

}  // namespace umikoe::plan
