#include "plan/selection.h"

#include <algorithm>
#include <utility>

#include "plan/tail_mean.h"

namespace umikoe::plan {

Selection::Selection(const FreeChoices& free)
    : free_(free), position_(free.size(), absent), covered_(free.coverage_gains.size()) {
  weigh(weighted_gains(free, cautious_weights(free.pinned_gains, free.caution)));
}

void Selection::weigh(const WeightedGains& gains) {
  gains_ = gains;
  const std::vector<Place> members = std::move(chosen_);
  clear();
  for (const Place choice : members) insert(choice);
}

void Selection::clear() {
  chosen_.clear();
  log_.clear();
  std::ranges::fill(position_, absent);
  std::ranges::fill(covered_, 0u);
  used_.assign(free_.limits.size(), 0);
  totals_ = free_.pinned_gains;
  value_ = gains_.pinned;
  coverage_ = free_.pinned_coverage;
  broken_ = 0;
  for (Place row = 0; row < used_.size(); ++row) broken_ += breaks(row);
}

double Selection::objective() const {
  return free_.scenarios == 1 ? value_ : cautious_mean(totals_, free_.caution) + coverage_;
}

std::vector<double> Selection::weights() const { return cautious_weights(totals_, free_.caution); }

double Selection::added(Place choice) const {
  double gain = gains_.choices[choice];
  for (const Partner& partner : free_.partners.of(choice)) {
    if (has(partner.choice)) gain += gains_.pairs[partner.pair];
  }
  for (const Place k : free_.coverages.of(choice)) {
    if (covered_[k] == 0) gain += free_.coverage_gains[k];
  }
  return gain;
}

bool Selection::has_room_for(Place choice) const {
  for (const Amount& one : free_.amounts.of(choice)) {
    if (one.amount > 0 && slack(one.row) - one.amount < -rounding) return false;
  }
  return true;
}

void Selection::count_scenarios(Place choice, double sign) {
  const size_t width = free_.scenarios;
  const auto count_gain = [&](const double* gain) {
    looks_ += 1 + width / 16;
    for (size_t s = 0; s < width; ++s) totals_[s] += sign * gain[s];
  };
  count_gain(&free_.gains[choice * width]);
  for (const Partner& partner : free_.partners.of(choice)) {
    if (has(partner.choice)) count_gain(&free_.pair_gains[partner.pair * width]);
  }
}

// With the choice itself not in the set.
void Selection::count(Place choice, double sign) {
  value_ += sign * added(choice);
  ++looks_;
  if (free_.scenarios > 1) count_scenarios(choice, sign);
  for (const Place k : free_.coverages.of(choice)) {
    if (covered_[k] == 0) coverage_ += sign * free_.coverage_gains[k];
  }
  for (const Amount& one : free_.amounts.of(choice)) {
    const bool before = breaks(one.row);
    used_[one.row] += sign * one.amount;
    broken_ += static_cast<size_t>(breaks(one.row)) - static_cast<size_t>(before);
  }
}

void Selection::insert(Place choice) {
  count(choice, 1);
  position_[choice] = static_cast<Place>(chosen_.size());
  chosen_.push_back(choice);
  for (const Place k : free_.coverages.of(choice)) ++covered_[k];
}

void Selection::erase(Place choice) {
  const Place at = position_[choice];
  chosen_[at] = chosen_.back();
  position_[chosen_[at]] = at;
  chosen_.pop_back();
  position_[choice] = absent;
  for (const Place k : free_.coverages.of(choice)) --covered_[k];
  count(choice, -1);
}

uint64_t Selection::looks() { return std::exchange(looks_, free_.scenarios / 4); }

void Selection::add(Place choice) {
  insert(choice);
  log_.push_back({choice, true});
}

void Selection::remove(Place choice) {
  erase(choice);
  log_.push_back({choice, false});
}

void Selection::roll_back(size_t mark) {
  while (log_.size() > mark) {
    const Change last = log_.back();
    log_.pop_back();
    last.added ? erase(last.choice) : insert(last.choice);
  }
}

}  // namespace umikoe::plan
