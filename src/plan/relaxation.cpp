#include "plan/relaxation.h"

#include <algorithm>

namespace umikoe::plan {

Multipliers no_multipliers(const FreeChoices& free) {
  return {std::vector<double>(free.limits.size()), std::vector<double>(free.coverage_gains.size()),
          std::vector<double>(free.scenarios, 1 / static_cast<double>(free.scenarios))};
}

Relaxation::Relaxation(const FreeChoices& free)
    : free_(free), closure_(free), prices_(free.size()), profits_(free.size()) {}

double Relaxation::solve(const Multipliers& multipliers, bool tail_changed) {
  if (tail_changed) {
    std::vector<double> weights = multipliers.tail;
    const double even = (1 - free_.caution) / static_cast<double>(weights.size());
    for (double& weight : weights) weight = even + free_.caution * weight;
    if (weights.size() == 1) weights.front() = 1;
    gains_ = weighted_gains(free_, weights);
  }
  double bound = gains_.pinned;
  for (size_t row = 0; row < free_.limits.size(); ++row) {
    bound += multipliers.rows[row] * free_.limits[row];
  }
  for (size_t k = 0; k < free_.coverage_gains.size(); ++k) {
    bound += free_.coverage_gains[k] - multipliers.coverages[k];
  }
  for (size_t i = 0; i < free_.size(); ++i) {
    double price = 0;
    for (const Amount& one : free_.amounts.of(i)) price += multipliers.rows[one.row] * one.amount;
    for (const Place k : free_.coverages.of(i)) price -= multipliers.coverages[k];
    prices_[i] = price;
    profits_[i] = gains_.choices[i] - price;
  }
  closure_.solve(profits_, gains_.pairs);
  return bound + closure_.bound();
}

std::vector<double> Relaxation::row_slacks() const {
  std::vector<double> slacks = free_.limits;
  for (Place i = 0; i < free_.size(); ++i) {
    if (!closure_.has(i)) continue;
    for (const Amount& one : free_.amounts.of(i)) slacks[one.row] -= one.amount;
  }
  return slacks;
}

std::vector<double> Relaxation::coverage_surpluses(const Multipliers& multipliers) const {
  std::vector<double> surpluses(free_.coverage_gains.size());
  for (size_t k = 0; k < surpluses.size(); ++k) {
    for (const Place i : free_.coverage_members.of(k)) surpluses[k] += closure_.has(i);
    // Paid in full, it is worth nothing more itself and may count or not.
    const bool worth_nothing = multipliers.coverages[k] >= free_.coverage_gains[k];
    surpluses[k] -= worth_nothing ? std::min(1.0, surpluses[k]) : 1;
  }
  return surpluses;
}

std::vector<double> Relaxation::scenario_gains() const {
  const size_t width = free_.scenarios;
  std::vector<double> sums = free_.pinned_gains;
  const auto add = [&](const double* gain) {
    for (size_t s = 0; s < width; ++s) sums[s] += gain[s];
  };
  for (Place i = 0; i < free_.size(); ++i) {
    if (closure_.has(i)) add(&free_.gains[i * width]);
  }
  for (Place k = 0; k < free_.pairs.size(); ++k) {
    if (closure_.has_pair(k)) add(&free_.pair_gains[k * width]);
  }
  return sums;
}

}  // namespace umikoe::plan
