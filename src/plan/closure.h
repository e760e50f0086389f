#pragma once

#include <vector>

#include "plan/free_choices.h"

namespace umikoe::plan {

// Of choices with profits, those that are worth most together when each must bring what it needs
// and a pair pays only with both: a largest closure, found as a flow by which those who need pay
// for what they need (Picard 1976). Any flow bounds the worth from above, so flows are kept from
// one question to the next, where profits have changed a little.
class Closure {
 public:
  explicit Closure(const FreeChoices& free);

  // Answers for these profits; those of pairs are at least 0.
  void solve(const std::vector<double>& choices, const std::vector<double>& pairs);

  // Makes left_to fair: nobody keeps more than was needed of what others paid, and pairs give what
  // is left to both. The bound stays what it is.
  void share_out();

  // No closure is worth more.
  double bound() const;
  bool has(Place choice) const { return distance_[choice] == unreachable; }
  bool has_pair(Place pair) const { return distance_[choices_ + pair] == unreachable; }
  // What is left to a choice after paying for its needs, being paid by those that need it, and
  // receiving from pairs: above 0 for what is worth having, close to 0 where it is a near thing.
  double left_to(Place choice) const { return left_[choice]; }

 private:
  static constexpr Place unreachable = UINT32_MAX;
  struct Arc {
    Place payer;
    Place payee;
  };

  // From everyone with a debt backwards along ways money could come; nearest first.
  void measure_distances();
  // Moves money towards debts, one step nearer each; false where none could be moved.
  bool move_money();
  bool pay(Place node);

  Place choices_;
  std::vector<Arc> arcs_;
  std::vector<double> flow_;  // of each arc, at least 0
  Lists<Place> paid_by_;      // arcs with this payer
  Lists<Place> paid_to_;      // arcs with this payee
  std::vector<double> left_;  // choices, then pairs
  std::vector<Place> distance_;
  std::vector<Place> order_;
  double least_ = 0;  // less than this is rounding
};

}  // namespace umikoe::plan
