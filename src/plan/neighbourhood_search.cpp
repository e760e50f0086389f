#include "plan/neighbourhood_search.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "plan/tail_mean.h"

namespace umikoe::plan {
namespace {

constexpr uint64_t rounds_of_one_weighing = 500;
constexpr uint64_t rounds_before_return = 4'000;
constexpr double hopeless = -0.8;  // scores below it were never in a good set of our trials

}  // namespace

bool Incumbent::offer(const Selection& selection) {
  const double offered = selection.objective();
  if (!selection.keeps_all_rows() || offered <= objective) return false;
  objective = offered;
  chosen.assign(selection.chosen().begin(), selection.chosen().end());
  return true;
}

NeighbourhoodSearch::NeighbourhoodSearch(const FreeChoices& free, const Guide& guide, double bound,
                                         uint64_t seed)
    : free_(free),
      guide_(guide),
      bound_(bound),
      rng_(seed),
      current_(free),
      building_(free),
      listed_(free.size()),
      held_(free.size()) {}

void NeighbourhoodSearch::restart(const Incumbent& best) {
  current_.clear();
  for (const Place choice : best.chosen) current_.add(choice);
  current_.forget_log();
  best_round_ = round_;
}

// With several scenarios there are two good ways to see a set: by the weights of the bound, which
// hold over all sets, and by those of the set itself, which hold close to it.
void NeighbourhoodSearch::reweigh() {
  const bool own = free_.scenarios > 1 && (round_ / rounds_of_one_weighing) % 2 == 1;
  current_.weigh(own ? weighted_gains(free_, current_.weights()) : guide_.gains);
}

void NeighbourhoodSearch::run(Incumbent& best, Work& work) {
  if (free_.size() == 0) return;
  restart(best);
  work_at_start_ = static_cast<double>(work.left());
  while (work.has_room_for(1)) {
    if (round_ % rounds_of_one_weighing == 0) reweigh();
    ++round_;
    if (round_ - best_round_ > rounds_before_return) restart(best);
    current_.forget_log();
    const double before = current_.objective();
    change(work);
    const double after = current_.objective();
    work.spend(looks_ + current_.looks());
    if (!current_.keeps_all_rows() || !accept(after, before, best, work)) {
      current_.roll_back(0);
    } else if (best.offer(current_)) {
      best_round_ = round_;
    }
  }
}

bool NeighbourhoodSearch::accept(double objective, double before, const Incumbent& best,
                                 const Work& work) {
  if (objective >= before) return true;
  // Record-to-record travel (Dueck 1993), by a part of what the bound leaves open.
  const double open = std::max(0.0, bound_ - best.objective);
  const double left = static_cast<double>(work.left()) / work_at_start_;
  return objective >= best.objective - 0.1 * open * left;
}

void NeighbourhoodSearch::change(Work& work) {
  removed_.clear();
  candidates_.clear();
  looks_ = 0;
  in_row_ = false;
  const uint64_t way = current_.chosen().empty() ? 9 : rng_.below(10);
  if (way < 4) {
    empty_part_of_row();
  } else if (way < 6) {
    remove_doubtful();
  } else if (way < 7) {
    remove_connected();
  } else {
    force_one_in();
  }
  gather_candidates();
  order_candidates();
  building_.fill(current_, candidates_, work);
}

size_t NeighbourhoodSearch::drawn_count() {
  const uint64_t kind = rng_.below(10);
  const uint64_t most = std::max<uint64_t>(1, current_.chosen().size() / 2);
  const uint64_t drawn = kind < 6   ? 1 + rng_.below(4)
                         : kind < 9 ? 5 + rng_.below(11)
                                    : 16 + rng_.below(30);
  return std::min(drawn, most);
}

Place NeighbourhoodSearch::random_chosen() {
  return current_.chosen()[rng_.below(current_.chosen().size())];
}

Place NeighbourhoodSearch::doubtful() {
  const double drawn = rng_.uniform();
  const auto at = static_cast<size_t>(drawn * drawn * static_cast<double>(guide_.doubtful.size()));
  return guide_.doubtful[at];
}

void NeighbourhoodSearch::empty_part_of_row() {
  const auto& amounts = free_.amounts.of(random_chosen());
  if (amounts.empty()) return remove_doubtful();
  row_ = amounts[rng_.below(amounts.size())].row;
  in_row_ = true;
  const auto& takers = free_.takers.of(row_);
  size_t wanted = drawn_count();
  for (size_t draw = 0; draw < 40 + 10 * wanted && wanted > 0; ++draw) {
    const Place choice = takers[rng_.below(takers.size())];
    ++looks_;
    if (!current_.has(choice)) continue;
    building_.remove(current_, choice, removed_);
    --wanted;
  }
}

void NeighbourhoodSearch::remove_doubtful() {
  size_t wanted = drawn_count();
  for (size_t draw = 0; draw < 60 && wanted > 0; ++draw) {
    const Place choice = doubtful();
    ++looks_;
    if (!current_.has(choice)) continue;
    building_.remove(current_, choice, removed_);
    --wanted;
  }
}

void NeighbourhoodSearch::remove_connected() {
  std::vector<Place> near{random_chosen()};
  const size_t wanted = drawn_count();
  for (size_t at = 0; at < near.size() && near.size() < 4 * wanted; ++at) {
    for (const Partner& partner : free_.partners.of(near[at])) near.push_back(partner.choice);
    for (const Place need : free_.needs.of(near[at])) near.push_back(need);
    for (const Place one : free_.dependants.of(near[at])) near.push_back(one);
  }
  for (const Place choice : near) {
    if (removed_.size() >= wanted) break;
    if (current_.has(choice)) building_.remove(current_, choice, removed_);
  }
}

// Mostly a large one of a few: small ones come and go with every filling.
void NeighbourhoodSearch::force_one_in() {
  const uint64_t wanted = 1 + rng_.below(4);
  Place forced = 0;
  uint64_t seen = 0;
  for (int draw = 0; draw < 30 && seen < wanted; ++draw, ++looks_) {
    const Place choice = doubtful();
    if (current_.has(choice) || guide_.scores[choice] < hopeless) continue;
    if (seen == 0 || guide_.sizes[choice] > guide_.sizes[forced]) forced = choice;
    ++seen;
  }
  if (seen == 0) return;
  building_.force(current_, forced);
  eject_for(forced);
}

// Takes choices out of each broken row until it is kept. Three ways: the weakest of all, which is
// what a large choice needs to make its way in; the weakest of a few; of a few also one about as
// large as what is missing, or a leg would never make room for another leg.
void NeighbourhoodSearch::eject_for(Place forced) {
  for (const Place held : building_.with_needs(forced)) held_[held] = round_;
  constexpr size_t too_many = 3'000;
  const uint64_t way = rng_.below(3);
  for (int ejected = 0; ejected < 40 && !current_.keeps_all_rows(); ++ejected) {
    Place row = 0;
    while (!current_.breaks(row)) ++row;
    const bool worked = way == 0 && free_.takers.of(row).size() < too_many
                            ? eject_weakest(row)
                            : eject_one_of_few(row, way == 1 ? 0 : 0.5);
    if (!worked) return;
  }
}

bool NeighbourhoodSearch::can_eject(Place row, Place choice) {
  ++looks_;
  return current_.has(choice) && amount_in(free_, row, choice) > 0 && held_[choice] != round_;
}

bool NeighbourhoodSearch::eject_weakest(Place row) {
  ordered_.clear();
  for (const Place choice : free_.takers.of(row)) {
    if (!can_eject(row, choice)) continue;
    ordered_.push_back({guide_.scores[choice] + 0.1 * rng_.uniform(), choice});
  }
  // A heap: seldom are more than a few of them needed.
  std::ranges::make_heap(ordered_, std::greater<>{});
  while (current_.breaks(row) && !ordered_.empty()) {
    std::ranges::pop_heap(ordered_, std::greater<>{});
    const Place choice = ordered_.back().second;
    ordered_.pop_back();
    if (current_.has(choice)) building_.remove(current_, choice, removed_);
  }
  return !current_.breaks(row);
}

bool NeighbourhoodSearch::eject_one_of_few(Place row, double fitting) {
  const auto& takers = free_.takers.of(row);
  const bool few = takers.size() <= 60;
  const size_t draws = few ? takers.size() : 120;
  Place weakest = 0;
  double lowest = 1e300;
  int seen = 0;
  for (size_t draw = 0; draw < draws && seen < 10; ++draw) {
    const Place choice = takers[few ? draw : rng_.below(takers.size())];
    if (!can_eject(row, choice)) continue;
    ++seen;
    const double missing = -current_.slack(row);
    const double misfit = std::abs(std::log(amount_in(free_, row, choice) / missing));
    const double score = guide_.scores[choice] + fitting * misfit + 0.4 * rng_.uniform();
    if (score >= lowest) continue;
    lowest = score;
    weakest = choice;
  }
  if (seen == 0) return false;
  building_.remove(current_, weakest, removed_);
  return true;
}

void NeighbourhoodSearch::add_candidate(Place choice) {
  if (listed_[choice] == round_ || current_.has(choice)) return;
  listed_[choice] = round_;
  candidates_.push_back(choice);
}

void NeighbourhoodSearch::gather_candidates() {
  for (const Place choice : removed_) add_candidate(choice);
  looks_ += removed_.size();
  const size_t wanted = 40 + 10 * std::min<size_t>(removed_.size(), 20);
  if (in_row_) {
    const auto& takers = free_.takers.of(row_);
    looks_ += wanted;
    for (size_t draw = 0; draw < wanted; ++draw) {
      const Place choice = takers[rng_.below(takers.size())];
      if (guide_.scores[choice] > hopeless) add_candidate(choice);
    }
  }
  looks_ += wanted;
  for (size_t draw = 0; draw < wanted; ++draw) {
    const Place choice = doubtful();
    if (guide_.scores[choice] > hopeless) add_candidate(choice);
  }
}

void NeighbourhoodSearch::order_candidates() {
  constexpr double noises[] = {0.02, 0.1, 0.3};
  const double noise = noises[rng_.below(3)];
  // What was just taken out should not always come back at once.
  const double handicap = rng_.below(2) == 0 ? 0 : rng_.uniform() * 0.3;
  // Large ones first now and then: small ones leave them no room.
  const auto& scores = rng_.below(4) == 0 ? guide_.lefts : guide_.scores;
  ordered_.clear();
  size_t at = 0;
  for (const Place choice : candidates_) {
    const double score = scores[choice] + noise * (2 * rng_.uniform() - 1);
    ordered_.push_back({at++ < removed_.size() ? handicap - score : -score, choice});
  }
  std::ranges::sort(ordered_);
  for (size_t i = 0; i < candidates_.size(); ++i) candidates_[i] = ordered_[i].second;
}

}  // namespace umikoe::plan
