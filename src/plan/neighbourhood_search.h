#pragma once

#include <vector>

#include "base/rng.h"
#include "plan/building.h"
#include "plan/guide.h"
#include "plan/selection.h"
#include "plan/work.h"

namespace umikoe::plan {

// The best set so far.
struct Incumbent {
  std::vector<Place> chosen;
  double objective = 0;

  // Takes the selection where it is better.
  bool offer(const Selection& selection);
};

// Large neighbourhood search (Shaw 1998): takes a few choices out, fills up again in a slightly
// different order of scores, and keeps what is no worse, or a little worse while there is time.
class NeighbourhoodSearch {
 public:
  NeighbourhoodSearch(const FreeChoices& free, const Guide& guide, double bound, uint64_t seed);

  // Searches from the incumbent until the work allowed is done.
  void run(Incumbent& best, Work& work);

 private:
  void restart(const Incumbent& best);
  void reweigh();
  void change(Work& work);
  bool accept(double objective, double before, const Incumbent& best, const Work& work);

  // Ways to make room; what was taken out stands in removed_.
  void empty_part_of_row();
  void remove_doubtful();
  void remove_connected();
  void force_one_in();
  void eject_for(Place forced);
  bool can_eject(Place row, Place choice);
  bool eject_weakest(Place row);
  bool eject_one_of_few(Place row, double fitting);

  void gather_candidates();
  void add_candidate(Place choice);
  void order_candidates();
  size_t drawn_count();
  Place random_chosen();
  Place doubtful();

  const FreeChoices& free_;
  const Guide& guide_;
  double bound_;
  double work_at_start_ = 1;
  Rng rng_;
  Selection current_;
  Building building_;
  std::vector<Place> removed_;
  std::vector<Place> candidates_;
  std::vector<std::pair<double, Place>> ordered_;
  std::vector<uint64_t> listed_;  // the round in which each was last a candidate
  std::vector<uint64_t> held_;    // and in which it must stay
  uint64_t round_ = 0;
  uint64_t best_round_ = 0;
  uint64_t looks_ = 0;  // at choices in this round
  Place row_ = 0;       // the row that room was made in
  bool in_row_ = false;
};

}  // namespace umikoe::plan
