#include "plan/closure.h"

#include <algorithm>
#include <cmath>

namespace umikoe::plan {

Closure::Closure(const FreeChoices& free) : choices_(static_cast<Place>(free.size())) {
  const Place nodes = choices_ + static_cast<Place>(free.pairs.size());
  for (Place i = 0; i < choices_; ++i) {
    for (const Place need : free.needs.of(i)) arcs_.push_back({i, need});
  }
  for (Place k = 0; k < free.pairs.size(); ++k) {
    arcs_.push_back({choices_ + k, free.pairs[k].first});
    arcs_.push_back({choices_ + k, free.pairs[k].second});
  }
  Lists<Place> payers, payees;
  for (const Arc& arc : arcs_) {
    payers.items.push_back(arc.payer);
    payers.close();
    payees.items.push_back(arc.payee);
    payees.close();
  }
  paid_by_ = inverted(payers, nodes);
  paid_to_ = inverted(payees, nodes);
  flow_.assign(arcs_.size(), 0);
  left_.resize(nodes);
  distance_.resize(nodes);
  order_.reserve(nodes);
}

void Closure::solve(const std::vector<double>& choices, const std::vector<double>& pairs) {
  std::ranges::copy(choices, left_.begin());
  std::ranges::copy(pairs, left_.begin() + choices_);
  double sum = 0;
  for (const double profit : left_) sum += std::abs(profit);
  least_ = 1e-11 * sum;
  for (Place arc = 0; arc < arcs_.size(); ++arc) {
    left_[arcs_[arc].payer] -= flow_[arc];
    left_[arcs_[arc].payee] += flow_[arc];
  }
  // Ends by itself; the limit is for money that rounding keeps going round.
  constexpr int most_rounds = 300;
  measure_distances();
  for (int round = 0; round < most_rounds && move_money(); ++round) measure_distances();
}

double Closure::bound() const {
  double sum = 0;
  for (const double left : left_) sum += std::max(0.0, left);
  return sum;
}

void Closure::measure_distances() {
  std::ranges::fill(distance_, unreachable);
  order_.clear();
  const auto reach = [&](Place node, Place distance) {
    if (distance_[node] != unreachable) return;
    distance_[node] = distance;
    order_.push_back(node);
  };
  for (Place node = 0; node < left_.size(); ++node) {
    if (left_[node] < -least_) reach(node, 0);
  }
  for (size_t at = 0; at < order_.size(); ++at) {
    const Place node = order_[at];
    const Place next = distance_[node] + 1;
    for (const Place arc : paid_to_.of(node)) reach(arcs_[arc].payer, next);
    // Who was paid can give back.
    for (const Place arc : paid_by_.of(node)) {
      if (flow_[arc] > 0) reach(arcs_[arc].payee, next);
    }
  }
}

bool Closure::move_money() {
  bool moved = false;
  for (size_t at = order_.size(); at-- > 0;) {
    const Place node = order_[at];
    if (left_[node] > least_ && distance_[node] > 0) moved = pay(node) || moved;
  }
  return moved;
}

bool Closure::pay(Place node) {
  const Place nearer = distance_[node] - 1;
  const double before = left_[node];
  // A debt is paid and no more; further on the way nobody knows yet how much will be needed.
  const auto give = [&](Place to, double most) {
    double amount = std::min(left_[node], most);
    if (nearer == 0) amount = std::min(amount, std::max(0.0, -left_[to]));
    left_[node] -= amount;
    left_[to] += amount;
    return amount;
  };
  for (const Place arc : paid_to_.of(node)) {
    if (left_[node] <= 0) break;
    if (distance_[arcs_[arc].payer] == nearer) flow_[arc] -= give(arcs_[arc].payer, flow_[arc]);
  }
  for (const Place arc : paid_by_.of(node)) {
    if (left_[node] <= 0) break;
    if (distance_[arcs_[arc].payee] == nearer) flow_[arc] += give(arcs_[arc].payee, before);
  }
  return left_[node] < before;
}

void Closure::share_out() {
  // Three steps up the chain of needs are as many as plans have.
  for (int step = 0; step < 3; ++step) {
    for (Place arc = 0; arc < arcs_.size(); ++arc) {
      const auto [payer, payee] = arcs_[arc];
      if (payer >= choices_ || left_[payee] <= 0) continue;
      const double back = std::min(flow_[arc], left_[payee]);
      flow_[arc] -= back;
      left_[payee] -= back;
      left_[payer] += back;
    }
  }
  for (Place pair = choices_; pair < left_.size(); ++pair) {
    if (left_[pair] <= 0) continue;
    for (const Place arc : paid_by_.of(pair)) {
      flow_[arc] += left_[pair] / 2;
      left_[arcs_[arc].payee] += left_[pair] / 2;
    }
    left_[pair] = 0;
  }
}

}  // namespace umikoe::plan
