#pragma once

#include "plan/relaxation.h"

namespace umikoe::plan {

// Lowers the bound by moving the multipliers against what the relaxed answer breaks: Polyak's steps
// towards the best set known, each direction bent away from going back (Camerini, Fratta and
// Maffioli 1975).
class BoundSearch {
 public:
  explicit BoundSearch(const FreeChoices& free);

  // One round. `best_known` is the objective of a set that keeps every rule.
  void advance(double best_known);
  uint64_t steps_of_round() const;
  // Further rounds would change next to nothing.
  bool is_done() const { return done_; }

  double bound() const { return bound_; }
  // Where the last round was, and its relaxed answer with what is left to each shared out.
  const Multipliers& now() const { return now_; }
  const Relaxation& answer();
  // Goes back to where the bound is lowest.
  void return_to_best();

 private:
  bool record(double bound);
  void move(double gap);
  void move_tail(double gap);

  const FreeChoices& free_;
  Relaxation relaxation_;
  Multipliers now_, best_;
  double bound_;
  std::vector<double> scales_;         // of rows, then of coverages
  std::vector<double> direction_;      // the last one, scaled
  std::vector<double> average_gains_;  // by scenario, of late rounds
  double length_ = 1;                  // of steps, as a part of Polyak's
  int fruitless_ = 0;                  // rounds since the bound fell
  int round_ = 0;
  bool tail_changed_ = true;
  bool done_ = false;
};

}  // namespace umikoe::plan
