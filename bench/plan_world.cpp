#include "plan_world.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/rng.h"

namespace umikoe::bench {
namespace {

using plan::Choice;
using plan::PortfolioProblem;

double lognormal(Rng& rng, double median, double spread) {
  return median * std::exp(spread * rng.normal());
}

int64_t thousands(double jpy) {
  return 1000 * std::max<int64_t>(1, static_cast<int64_t>(std::round(jpy / 1000)));
}

// How gains of one scenario differ from what is expected.
struct Shocks {
  std::vector<double> territories, acts;
};

class Making {
 public:
  Making(const PlanShape& shape, uint64_t seed) : shape_(shape), rng_(seed) {
    for (size_t t = 0; t < shape.territories; ++t) {
      market_.push_back(lognormal(rng_, 1, 1.1));
      distance_.push_back(lognormal(rng_, 1, 0.35));
    }
    for (size_t a = 0; a < shape.acts; ++a) {
      fame_.push_back(lognormal(rng_, 1, 1.2));
      small_label_.push_back(rng_.uniform() < 0.4);
      new_artist_.push_back(rng_.uniform() < 0.3);
    }
    for (size_t s = 0; s < shape.scenarios; ++s) {
      Shocks shocks;
      for (size_t t = 0; t < shape.territories; ++t) shocks.territories.push_back(rng_.normal());
      for (size_t a = 0; a < shape.acts; ++a) shocks.acts.push_back(rng_.normal());
      shocks_.push_back(std::move(shocks));
    }
  }

  PortfolioProblem make() && {
    problem_.scenarios = shape_.scenarios;
    problem_.caution = shape_.caution;
    const size_t rows = 1 + shape_.territories + shape_.acts + 1;
    problem_.budgets.resize(rows);
    legs_.resize(shape_.acts);
    for (size_t a = 0; a < shape_.acts; ++a) {
      for (size_t t = 0; t < shape_.territories; ++t) add_cell(a, t);
    }
    share_legs();
    set_budgets();
    add_rules();
    return std::move(problem_);
  }

 private:
  // The gain of each scenario: shocks of the market, the act and the action, around the mean.
  std::vector<double> gains(double mean, size_t act, size_t territory) {
    if (shape_.scenarios == 1) return {mean};
    std::vector<double> out;
    for (const Shocks& shocks : shocks_) {
      const double shock =
          0.35 * shocks.territories[territory] + 0.25 * shocks.acts[act] + 0.3 * rng_.normal();
      out.push_back(mean * std::exp(shock - 0.14));
    }
    return out;
  }

  size_t add(size_t act, size_t territory, double cost, double gain, std::vector<size_t> needs) {
    Choice choice;
    choice.cost_jpy = thousands(cost);
    choice.rows = {0, 1 + territory, 1 + shape_.territories + act};
    choice.needs = std::move(needs);
    choice.gain = gains(gain, act, territory);
    if (shape_.commitments && choice.needs.empty() && rng_.uniform() < 0.02) {
      choice.wish = plan::Wish::in;
    }
    act_of_.push_back(act);
    problem_.choices.push_back(std::move(choice));
    return problem_.choices.size() - 1;
  }

  void add_pair(size_t first, size_t second, double gain) {
    problem_.synergies.push_back({first, second, gains(gain, act_of_[first], 0)});
  }

  void add_cell(size_t a, size_t t) {
    // Listeners in reach, in thousands; a fan says more than the size of both sides.
    const double reach = 40 * market_[t] * fame_[a] * lognormal(rng_, 1, 0.8);
    const auto part = [&](double share) { return reach * share * lognormal(rng_, 1, 0.4); };
    const size_t open = add(a, t, lognormal(rng_, 400e3, 0.6), part(0.25), {});
    const size_t metadata = add(a, t, lognormal(rng_, 40e3, 0.4), part(0.03), {});
    const size_t subtitle = add(a, t, lognormal(rng_, 150e3, 0.5), part(0.08), {open});
    const size_t promo = add(a, t, lognormal(rng_, 1.2e6, 0.7), part(0.4), {open});
    const size_t leg = add(a, t, lognormal(rng_, 5e6 * distance_[t], 0.4), part(0.9), {promo});
    problem_.choices[subtitle].rows.push_back(problem_.budgets.size() - 1);
    problem_.choices[metadata].rows.push_back(problem_.budgets.size() - 1);
    if (rng_.uniform() < 0.6) add_pair(subtitle, promo, part(0.06));
    legs_[a].push_back({t, leg});
    if (!shape_.alternatives || rng_.uniform() < 0.6) return;
    const size_t showcase =
        add(a, t, lognormal(rng_, 2e6 * distance_[t], 0.3), part(0.45), {promo});
    const size_t sponsored = add(a, t, lognormal(rng_, 500e3, 0.5), part(0.2), {open});
    problem_.either_or.push_back({leg, showcase});
    problem_.either_or.push_back({promo, sponsored});
  }

  // Legs in neighbouring territories cost less together.
  void share_legs() {
    for (const auto& legs : legs_) {
      for (size_t k = 0; k + 1 < legs.size(); ++k) {
        for (size_t other = k + 1; other < std::min(k + 4, legs.size()); ++other) {
          if (rng_.uniform() > 0.5) continue;
          const double reach = 40 * market_[legs[k].first] * lognormal(rng_, 1, 0.8);
          add_pair(legs[k].second, legs[other].second, 0.1 * reach);
        }
      }
    }
  }

  void set_budgets() {
    double total = 0, translation = 0;
    for (const Choice& choice : problem_.choices) {
      total += static_cast<double>(choice.cost_jpy);
      if (choice.rows.size() > 3) translation += static_cast<double>(choice.cost_jpy);
    }
    const double budget = shape_.budget_share * total;
    problem_.budgets[0] = {"budget", thousands(budget)};
    for (size_t t = 0; t < shape_.territories; ++t) {
      const double even = budget / static_cast<double>(shape_.territories);
      const double cap = shape_.cap_share * even * lognormal(rng_, 1, 0.3);
      problem_.budgets[1 + t] = {"territory " + std::to_string(t), thousands(cap)};
    }
    for (size_t a = 0; a < shape_.acts; ++a) {
      const double even = budget / static_cast<double>(shape_.acts);
      const double cap = shape_.cap_share * even * lognormal(rng_, 1, 0.3);
      problem_.budgets[1 + shape_.territories + a] = {"act " + std::to_string(a), thousands(cap)};
    }
    problem_.budgets.back() = {"translation", thousands(0.4 * translation)};
    keep_commitments();
  }

  // What is promised already was within the caps of its time.
  void keep_commitments() {
    std::vector<int64_t> promised(problem_.budgets.size());
    for (const Choice& choice : problem_.choices) {
      if (choice.wish != plan::Wish::in) continue;
      for (const size_t row : choice.rows) promised[row] += choice.cost_jpy;
    }
    for (size_t row = 0; row < promised.size(); ++row) {
      auto& limit = problem_.budgets[row].limit_jpy;
      limit = std::max(limit, promised[row]);
    }
  }

  void add_share(const char* name, double share, const std::vector<bool>& acts) {
    if (share <= 0) return;
    plan::LeastShare rule{name, share, {}};
    for (size_t i = 0; i < act_of_.size(); ++i) {
      if (acts[act_of_[i]]) rule.members.push_back(i);
    }
    if (!rule.members.empty()) problem_.least_shares.push_back(std::move(rule));
  }

  void add_rules() {
    add_share("small labels", shape_.small_label_share, small_label_);
    add_share("new artists", shape_.new_artist_share, new_artist_);
    if (shape_.breadth <= 0) return;
    double sum = 0;
    for (const Choice& choice : problem_.choices) sum += choice.gain.front();
    std::vector<std::vector<size_t>> members(shape_.acts);
    for (size_t i = 0; i < act_of_.size(); ++i) members[act_of_[i]].push_back(i);
    for (auto& of_act : members) {
      const double mean = sum / static_cast<double>(shape_.acts);
      problem_.coverage.push_back({shape_.breadth * mean, std::move(of_act)});
    }
  }

  struct Leg {
    size_t first;  // territory
    size_t second;
  };

  const PlanShape& shape_;
  Rng rng_;
  PortfolioProblem problem_;
  std::vector<double> market_, distance_, fame_;
  std::vector<bool> small_label_, new_artist_;
  std::vector<Shocks> shocks_;
  std::vector<size_t> act_of_;
  std::vector<std::vector<Leg>> legs_;
};

}  // namespace

PortfolioProblem make_plan(const PlanShape& shape, uint64_t seed) {
  return Making(shape, seed).make();
}

PlanShape drawn_shape(uint64_t seed) {
  Rng rng(seed * 7919 + 1);
  PlanShape shape;
  shape.territories = 5 + rng.below(16);
  shape.acts = 4 + rng.below(17);
  shape.budget_share = 0.08 + 0.17 * rng.uniform();
  shape.cap_share = 1.2 + 2 * rng.uniform();
  if (rng.below(2) == 0) shape.small_label_share = 0.1 + 0.25 * rng.uniform();
  if (rng.below(3) == 0) shape.new_artist_share = 0.05 + 0.2 * rng.uniform();
  if (rng.below(3) == 0) shape.breadth = 0.01 + 0.04 * rng.uniform();
  shape.alternatives = rng.below(2) == 0;
  shape.commitments = rng.below(3) == 0;
  return shape;
}

}  // namespace umikoe::bench
