#include "plan/bound_search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "plan/tail_mean.h"

namespace umikoe::plan {
namespace {

constexpr int patience = 12;  // rounds without a lower bound before steps are shortened
constexpr double shortening = 0.6;
constexpr double shortest = 1e-3;
constexpr int rounds_between_tails = 3;  // weighing all scenarios costs many times a round

// The price at which a row alone would be used up, were the best gain per yen taken first.
double price_alone(const FreeChoices& free, const std::vector<double>& gains, Place row) {
  std::vector<std::pair<double, double>> offers;  // gain per unit, units
  for (const Place i : free.takers.of(row)) {
    for (const Amount& one : free.amounts.of(i)) {
      if (one.row != row || gains[i] <= 0) continue;
      offers.push_back({gains[i] / one.amount, one.amount});
    }
  }
  std::ranges::sort(offers, std::greater<>{});
  double left = free.limits[row];
  for (const auto& [price, units] : offers) {
    left -= units;
    if (left < 0) return price;
  }
  return 0;
}

Multipliers first_multipliers(const FreeChoices& free) {
  Multipliers out = no_multipliers(free);
  const auto gains = weighted_gains(free, out.tail);
  double rows_of_one = 0;
  for (const Amount& one : free.amounts.items) rows_of_one += one.row < free.budgets;
  rows_of_one = std::max(1.0, rows_of_one / std::max(1.0, static_cast<double>(free.size())));
  for (Place row = 0; row < free.budgets; ++row) {
    out.rows[row] = price_alone(free, gains.choices, row) / rows_of_one;
  }
  return out;
}

// The nearest weights to these between 0 and `most` that are 1 together.
void project(std::vector<double>& weights, double most) {
  const auto [lowest, highest] = std::ranges::minmax(weights);
  double low = lowest - most, high = highest;
  for (int halving = 0; halving < 60; ++halving) {
    const double shift = (low + high) / 2;
    double sum = 0;
    for (const double weight : weights) sum += std::clamp(weight - shift, 0.0, most);
    (sum > 1 ? low : high) = shift;
  }
  double sum = 0;
  for (double& weight : weights) {
    weight = std::clamp(weight - high, 0.0, most);
    sum += weight;
  }
  // What is left of halving; a bound holds only for weights that are 1 together.
  for (double& weight : weights) weight /= sum;
}

}  // namespace

BoundSearch::BoundSearch(const FreeChoices& free)
    : free_(free),
      relaxation_(free),
      now_(first_multipliers(free)),
      best_(now_),
      bound_(std::numeric_limits<double>::infinity()),
      scales_(free.limits.size()) {
  for (const Amount& one : free.amounts.items) scales_[one.row] += one.amount * one.amount;
  for (size_t k = 0; k < free.coverage_gains.size(); ++k) {
    scales_.push_back(static_cast<double>(free.coverage_members.of(k).size()));
  }
  for (double& scale : scales_) scale = scale > 0 ? std::sqrt(scale) : 1;
  direction_.assign(scales_.size(), 0);
  average_gains_.assign(free.scenarios, 0);
}

uint64_t BoundSearch::steps_of_round() const { return free_.size() * (1 + free_.scenarios / 32); }

bool BoundSearch::record(double bound) {
  const double needed = 1e-6 * std::abs(bound_);
  const bool fell = !(bound >= bound_ - needed);
  if (bound < bound_) {
    bound_ = bound;
    best_ = now_;
  }
  return fell;
}

void BoundSearch::advance(double best_known) {
  const double bound = relaxation_.solve(now_, tail_changed_);
  tail_changed_ = false;
  ++round_;
  if (record(bound)) {
    fruitless_ = 0;
  } else if (++fruitless_ == patience) {
    fruitless_ = 0;
    length_ *= shortening;
    tail_changed_ = free_.scenarios > 1;
    now_ = best_;
    std::ranges::fill(direction_, 0.0);
    done_ = length_ < shortest;
    return;
  }
  const double gap = bound - best_known;
  if (gap <= 1e-9 * std::abs(bound)) {
    done_ = true;
    return;
  }
  move(gap);
  if (free_.scenarios > 1 && free_.caution > 0) move_tail(gap);
}

void BoundSearch::move(double gap) {
  const size_t rows = free_.limits.size();
  std::vector<double> slope = relaxation_.row_slacks();
  const auto surpluses = relaxation_.coverage_surpluses(now_);
  slope.insert(slope.end(), surpluses.begin(), surpluses.end());
  const auto multiplier = [&](size_t k) -> double& {
    return k < rows ? now_.rows[k] : now_.coverages[k - rows];
  };
  const auto most = [&](size_t k) {
    return k < rows ? std::numeric_limits<double>::infinity() : free_.coverage_gains[k - rows];
  };
  double across = 0, before = 0;
  for (size_t k = 0; k < slope.size(); ++k) {
    slope[k] /= scales_[k];
    // A multiplier at its end cannot go further.
    if ((slope[k] > 0 && multiplier(k) <= 0) || (slope[k] < 0 && multiplier(k) >= most(k))) {
      slope[k] = 0;
    }
    across += slope[k] * direction_[k];
    before += direction_[k] * direction_[k];
  }
  const double bend = across < 0 && before > 0 ? -1.5 * across / before : 0;
  double norm = 0;
  for (size_t k = 0; k < slope.size(); ++k) {
    direction_[k] = slope[k] + bend * direction_[k];
    norm += direction_[k] * direction_[k];
  }
  if (norm == 0) return;
  const double step = length_ * gap / norm;
  for (size_t k = 0; k < slope.size(); ++k) {
    multiplier(k) = std::clamp(multiplier(k) - step * direction_[k] / scales_[k], 0.0, most(k));
  }
}

void BoundSearch::move_tail(double gap) {
  const auto gains = relaxation_.scenario_gains();
  const double part = round_ == 1 ? 1 : 0.2;
  for (size_t s = 0; s < gains.size(); ++s) {
    average_gains_[s] += part * (gains[s] - average_gains_[s]);
  }
  if (round_ % rounds_between_tails != 0) return;
  const double mean = std::accumulate(average_gains_.begin(), average_gains_.end(), 0.0) /
                      static_cast<double>(gains.size());
  double norm = 0;
  for (const double gain : average_gains_) norm += (gain - mean) * (gain - mean);
  if (norm == 0) return;
  const double step = length_ * gap / (free_.caution * norm);
  for (size_t s = 0; s < gains.size(); ++s) {
    now_.tail[s] -= step * (average_gains_[s] - mean);
  }
  project(now_.tail, largest_tail_weight(gains.size()));
  tail_changed_ = true;
}

const Relaxation& BoundSearch::answer() {
  relaxation_.closure().share_out();
  return relaxation_;
}

void BoundSearch::return_to_best() {
  now_ = best_;
  relaxation_.solve(now_, true);
  tail_changed_ = false;
  std::ranges::fill(direction_, 0.0);
  length_ = std::max(length_, 0.2);
  fruitless_ = 0;
  done_ = false;
}

}  // namespace umikoe::plan
