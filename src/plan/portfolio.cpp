#include "plan/portfolio.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <span>

#include "plan/bound_search.h"
#include "plan/guide.h"
#include "plan/neighbourhood_search.h"
#include "plan/rounding.h"

namespace umikoe::plan {
namespace {

// Of all work: when the bound has had its first part, when all beginnings have, and when the search
// ends.
constexpr double first_bound_until = 0.1;
constexpr double beginnings_until = 0.4;
constexpr double search_until = 0.95;

class Choosing {
 public:
  Choosing(const FreeChoices& free, const WorkAllowance& allowance, uint64_t seed)
      : free_(free), work_(allowance), seed_(seed), bounds_(free), rounding_(free), set_(free) {
    best_.objective = -std::numeric_limits<double>::infinity();
  }

  // The first set: nothing but what is pinned, and members that pinned choices call for.
  Result<void> begin(const PortfolioProblem& problem) {
    rounding_.meet_least_shares(set_);
    if (best_.offer(set_)) return {};
    auto row = static_cast<Place>(problem.budgets.size());
    while (!set_.breaks(row)) ++row;
    const std::string& name = problem.least_shares[row - problem.budgets.size()].name;
    return fail("plan_impossible", {{"name", name}, {"choice", ""}});
  }

  void run() {
    if (free_.size() == 0) return;
    work_.allow(first_bound_until);
    lower_bound(true);
    bounds_.return_to_best();
    round_answer();
    if (is_proven()) return;
    const Guide guide = guide_of(free_, bounds_.answer(), bounds_.now());
    find_doubtful(guide);
    search(guide);
    work_.allow(1);
    lower_bound(false);
  }

  const Incumbent& best() const { return best_; }
  const Work& work() const { return work_; }
  double bound() const { return free_.size() == 0 ? best_.objective : bounds_.bound(); }
  // Large choices that the multipliers neither take nor leave, the largest first; places in the
  // problem.
  const std::vector<size_t>& doubtful() const { return doubtful_; }

 private:
  void find_doubtful(const Guide& guide) {
    constexpr double near = 0.1;
    constexpr double large = 4;  // times the mean price
    std::vector<Place> found;
    for (Place i = 0; i < free_.size(); ++i) {
      if (std::abs(guide.scores[i]) < near && guide.sizes[i] > large) found.push_back(i);
    }
    std::ranges::stable_sort(found, std::greater<>{}, [&](Place i) { return guide.sizes[i]; });
    for (const Place i : found) doubtful_.push_back(free_.original[i]);
  }

  // Several beginnings first: one large action more or less makes a different plan, and from there
  // small changes do not lead to the other.
  void search(const Guide& guide) {
    // In a plan of tens of thousands no single action is large, and one search has not ended yet.
    constexpr size_t large = 5'000;
    const int beginnings = free_.size() < large ? 4 : 1;
    NeighbourhoodSearch search(free_, guide, bounds_.bound(), seed_);
    Rng rng(seed_ + 1);
    for (int k = 0; k < beginnings; ++k) {
      const double part = static_cast<double>(k + 1) / beginnings;
      work_.allow(first_bound_until + part * (beginnings_until - first_bound_until));
      Incumbent own = k == 0 ? best_ : shuffled(guide, rng);
      search.run(own, work_);
      if (own.objective > best_.objective) best_ = std::move(own);
    }
    work_.allow(search_until);
    search.run(best_, work_);
  }

  // Filled from nothing by scores that chance has changed.
  Incumbent shuffled(const Guide& guide, Rng& rng) {
    constexpr double noise = 0.3;
    std::vector<double> scores = guide.scores;
    for (double& score : scores) score += noise * (2 * rng.uniform() - 1);
    set_.clear();
    set_.weigh(guide.gains);
    rounding_.meet_least_shares(set_);
    rounding_.repair(set_, scores, work_);
    Incumbent own;
    own.objective = -std::numeric_limits<double>::infinity();
    return own.offer(set_) ? own : best_;
  }

  // At least one round if there was none before.
  void lower_bound(bool first) {
    constexpr int between_roundings = 8;
    const uint64_t steps = bounds_.steps_of_round();
    for (int round = 1; (first && round == 1) || work_.has_room_for(steps); ++round) {
      if (bounds_.is_done()) return;
      bounds_.advance(best_.objective);
      work_.spend(steps);
      if (first && round % between_roundings == 0) round_answer();
    }
  }

  void round_answer() {
    const Relaxation& answer = bounds_.answer();
    set_.clear();
    set_.weigh(answer.gains());
    for (Place i = 0; i < free_.size(); ++i) {
      if (answer.closure().has(i)) set_.add(i);
    }
    rounding_.repair(set_, scores_of(free_, answer, bounds_.now()).scores, work_);
    best_.offer(set_);
  }

  bool is_proven() const {
    return bounds_.bound() - best_.objective <= 1e-9 * std::abs(best_.objective);
  }

  const FreeChoices& free_;
  Work work_;
  uint64_t seed_;
  BoundSearch bounds_;
  Rounding rounding_;
  Selection set_;
  Incumbent best_;
  std::vector<size_t> doubtful_;
};

struct Attempt {
  Portfolio portfolio;
  std::vector<size_t> doubtful;
};

Result<Attempt> attempt(const PortfolioProblem& problem, const WorkAllowance& allowance,
                        uint64_t seed) {
  UMIKOE_TRY(const FreeChoices free, free_choices(problem));
  Choosing choosing(free, allowance, seed);
  UMIKOE_TRY(choosing.begin(problem));
  choosing.run();
  Portfolio out;
  out.chosen = free.pinned;
  for (const Place i : choosing.best().chosen) out.chosen[free.original[i]] = true;
  out.objective = objective_of(problem, out.chosen);
  out.bound = std::max(choosing.bound(), out.objective);
  out.steps_used = choosing.work().used();
  out.stopped_early = choosing.work().stopped_early();
  return Attempt{std::move(out), choosing.doubtful()};
}

WorkAllowance part_of(const WorkAllowance& allowance, double share) {
  return {static_cast<uint64_t>(share * static_cast<double>(allowance.steps)),
          allowance.out_of_time};
}

// Tries another problem whose sets are sets of this one too, and keeps what is better.
void keep_better(Portfolio& best, const PortfolioProblem& problem, const WorkAllowance& allowance,
                 uint64_t seed) {
  auto found = attempt(problem, allowance, seed);
  if (!found) return;  // no set keeps every rule
  best.steps_used += found->portfolio.steps_used;
  best.stopped_early = best.stopped_early || found->portfolio.stopped_early;
  if (found->portfolio.objective <= best.objective) return;
  best.chosen = std::move(found->portfolio.chosen);
  best.objective = found->portfolio.objective;
}

// Each of these choices decided the other way: everything else follows from it anew, its prices
// included, which no search from the set that was found comes to. Where no choice is in doubt, the
// same problem from other beginnings.
void decide_otherwise(Portfolio& best, const PortfolioProblem& problem,
                      std::span<const size_t> doubtful, const WorkAllowance& allowance,
                      uint64_t seed) {
  if (doubtful.empty()) return keep_better(best, problem, allowance, seed + 1);
  const WorkAllowance each = part_of(allowance, 1.0 / static_cast<double>(doubtful.size()));
  for (const size_t choice : doubtful) {
    if (best.objective >= best.bound) return;
    PortfolioProblem other = problem;
    other.choices[choice].wish = best.chosen[choice] ? Wish::out : Wish::in;
    keep_better(best, other, each, ++seed);
  }
}

}  // namespace

Result<Portfolio> choose(const PortfolioProblem& problem, const WorkAllowance& allowance,
                         uint64_t seed) {
  // In a plan of tens of thousands no single action is large.
  constexpr size_t large = 5'000;
  constexpr size_t decisions = 3;
  constexpr double first_share = 0.4;
  const bool whole = problem.choices.size() >= large;
  UMIKOE_TRY(Attempt first,
             attempt(problem, whole ? allowance : part_of(allowance, first_share), seed));
  Portfolio best = std::move(first.portfolio);
  if (whole || best.objective >= best.bound) return best;
  first.doubtful.resize(std::min(decisions, first.doubtful.size()));
  decide_otherwise(best, problem, first.doubtful, part_of(allowance, 1 - first_share), seed);
  best.bound = std::max(best.bound, best.objective);
  return best;
}

}  // namespace umikoe::plan
