#pragma once

#include <span>
#include <vector>

#include "plan/free_choices.h"

namespace umikoe::plan {

// A set of free choices on its way to being a good one: what it uses of each row and what it gains,
// kept up to date by every change, with a log to go back by. It may break rows on the way; that it
// has what it needs is the business of who changes it.
class Selection {
 public:
  explicit Selection(const FreeChoices& free);

  // Sets the gains by which value() and added() judge; counts everything anew, so that rounding
  // does not pile up.
  void weigh(const WeightedGains& gains);

  bool has(Place choice) const { return position_[choice] != absent; }
  std::span<const Place> chosen() const { return chosen_; }
  double value() const { return value_; }
  // The objective itself; the same as value() where there is one scenario.
  double objective() const;
  // What scenarios weigh in the objective of this set.
  std::vector<double> weights() const;
  // What adding this choice alone would add to value().
  double added(Place choice) const;

  double slack(Place row) const { return free_.limits[row] - used_[row]; }
  bool breaks(Place row) const { return slack(row) < -rounding; }
  bool keeps_all_rows() const { return broken_ == 0; }
  // Whether the choice can be added without breaking a row or making a broken one worse.
  bool has_room_for(Place choice) const;

  void add(Place choice);
  void remove(Place choice);
  void clear();

  size_t mark() const { return log_.size(); }
  void roll_back(size_t mark);
  void forget_log() { log_.clear(); }

  // Steps of work since this was last asked: changes, and scenarios counted with them.
  uint64_t looks();

 private:
  static constexpr Place absent = UINT32_MAX;
  // Costs are whole yen; only shares of them are rounded. Half of what check_portfolio forgives.
  static constexpr double rounding = 5e-3;

  void insert(Place choice);
  void erase(Place choice);
  void count(Place choice, double sign);
  void count_scenarios(Place choice, double sign);

  const FreeChoices& free_;
  WeightedGains gains_;
  std::vector<Place> chosen_;
  std::vector<Place> position_;  // in chosen_
  std::vector<double> used_;
  std::vector<Place> covered_;  // chosen members of each coverage
  std::vector<double> totals_;  // gain in each scenario, without coverage
  double value_ = 0;
  double coverage_ = 0;
  size_t broken_ = 0;
  uint64_t looks_ = 0;
  struct Change {
    Place choice;
    bool added;
  };
  std::vector<Change> log_;
};

}  // namespace umikoe::plan
