#include "plan/free_choices.h"

#include <algorithm>
#include <numeric>

#include "plan/choice_rows.h"
#include "plan/decided.h"

namespace umikoe::plan {
namespace {

constexpr Place nowhere = UINT32_MAX;

void assert_well_formed(const PortfolioProblem& problem) {
  const size_t count = problem.choices.size();
  const auto all_below = [](const std::vector<size_t>& places, size_t end) {
    return std::ranges::all_of(places, [end](size_t place) { return place < end; });
  };
  UMIKOE_ASSERT(problem.scenarios > 0 && problem.caution >= 0 && problem.caution <= 1);
  for (const Choice& choice : problem.choices) {
    UMIKOE_ASSERT(choice.cost_jpy >= 0 && choice.gain.size() == problem.scenarios);
    UMIKOE_ASSERT(all_below(choice.rows, problem.budgets.size()));
    UMIKOE_ASSERT(all_below(choice.needs, count));
  }
  for (const Synergy& pair : problem.synergies) {
    UMIKOE_ASSERT(pair.first < count && pair.second < count && pair.first != pair.second);
    UMIKOE_ASSERT(pair.gain.size() == problem.scenarios);
    UMIKOE_ASSERT(std::ranges::all_of(pair.gain, [](double gain) { return gain >= 0; }));
  }
  for (const auto& set : problem.either_or) UMIKOE_ASSERT(all_below(set, count));
  for (const LeastShare& rule : problem.least_shares) {
    UMIKOE_ASSERT(rule.share >= 0 && rule.share <= 1 && all_below(rule.members, count));
  }
  for (const Coverage& one : problem.coverage) {
    UMIKOE_ASSERT(one.gain >= 0 && all_below(one.members, count));
  }
}

class Reduction {
 public:
  Reduction(const PortfolioProblem& problem, Decided decided)
      : problem_(problem), in_(std::move(decided.in)), place_(problem.choices.size(), nowhere) {
    for (size_t i = 0; i < place_.size(); ++i) {
      if (in_[i] || decided.out[i]) continue;
      place_[i] = static_cast<Place>(free_.original.size());
      free_.original.push_back(i);
    }
    free_.limits = std::move(decided.limits);
    free_.budgets = problem.budgets.size();
    free_.least_shares = problem.least_shares.size();
    free_.caution = problem.caution;
    if (problem.caution > 0) free_.scenarios = problem.scenarios;
    free_.pinned_gains.assign(free_.scenarios, 0);
  }

  FreeChoices reduce(const std::vector<RuleRow>& rows) && {
    take_gains();
    take_pairs();
    take_needs();
    take_rows(rows);
    take_coverage();
    free_.pinned = std::move(in_);
    return std::move(free_);
  }

 private:
  std::vector<double> figures(const std::vector<double>& gain) const {
    if (free_.scenarios == gain.size()) return gain;
    const double sum = std::accumulate(gain.begin(), gain.end(), 0.0);
    return {sum / static_cast<double>(gain.size())};
  }

  void take_gains() {
    for (size_t i = 0; i < place_.size(); ++i) {
      if (!in_[i] && place_[i] == nowhere) continue;
      const auto gain = figures(problem_.choices[i].gain);
      if (in_[i]) {
        for (size_t s = 0; s < gain.size(); ++s) free_.pinned_gains[s] += gain[s];
      } else {
        free_.gains.insert(free_.gains.end(), gain.begin(), gain.end());
      }
    }
  }

  // A pair with one pinned choice is a gain of the other alone.
  void take_pairs() {
    std::vector<std::vector<Partner>> partners(free_.size());
    for (const Synergy& pair : problem_.synergies) {
      const auto gain = figures(pair.gain);
      const Place first = place_[pair.first], second = place_[pair.second];
      if (first != nowhere && second != nowhere) {
        const auto number = static_cast<Place>(free_.pairs.size());
        free_.pairs.push_back({first, second});
        free_.pair_gains.insert(free_.pair_gains.end(), gain.begin(), gain.end());
        partners[first].push_back({second, number});
        partners[second].push_back({first, number});
      } else if (in_[pair.first] && in_[pair.second]) {
        for (size_t s = 0; s < gain.size(); ++s) free_.pinned_gains[s] += gain[s];
      } else if (in_[pair.first] != in_[pair.second]) {
        const Place other = in_[pair.first] ? second : first;
        if (other == nowhere) continue;
        for (size_t s = 0; s < gain.size(); ++s) free_.gains[other * gain.size() + s] += gain[s];
      }
    }
    for (const auto& list : partners) {
      free_.partners.items.insert(free_.partners.items.end(), list.begin(), list.end());
      free_.partners.close();
    }
  }

  void take_needs() {
    for (const size_t i : free_.original) {
      for (const size_t need : problem_.choices[i].needs) {
        if (place_[need] != nowhere) free_.needs.items.push_back(place_[need]);
      }
      free_.needs.close();
    }
    free_.dependants = inverted(free_.needs, free_.size());
  }

  void take_rows(const std::vector<RuleRow>& rows) {
    std::vector<std::vector<Amount>> amounts(free_.size());
    for (Place row = 0; row < rows.size(); ++row) {
      for (const RowAmount& one : rows[row].amounts) {
        const Place i = place_[one.choice];
        if (i == nowhere) continue;
        amounts[i].push_back({row, one.amount});
        free_.takers.items.push_back(i);
      }
      free_.takers.close();
    }
    for (const auto& list : amounts) {
      free_.amounts.items.insert(free_.amounts.items.end(), list.begin(), list.end());
      free_.amounts.close();
    }
  }

  void take_coverage() {
    for (const Coverage& one : problem_.coverage) {
      if (std::ranges::any_of(one.members, [&](size_t i) { return in_[i]; })) {
        free_.pinned_coverage += one.gain;
        continue;
      }
      std::vector<Place> members;
      for (const size_t i : one.members) {
        if (place_[i] != nowhere) members.push_back(place_[i]);
      }
      std::ranges::sort(members);
      const auto repeated = std::ranges::unique(members);
      members.erase(repeated.begin(), repeated.end());
      if (members.empty() || one.gain == 0) continue;
      free_.coverage_gains.push_back(one.gain);
      auto& items = free_.coverage_members.items;
      items.insert(items.end(), members.begin(), members.end());
      free_.coverage_members.close();
    }
    free_.coverages = inverted(free_.coverage_members, free_.size());
  }

  const PortfolioProblem& problem_;
  std::vector<bool> in_;
  std::vector<Place> place_;
  FreeChoices free_;
};

double weighed(const double* gain, const std::vector<double>& weights) {
  return std::inner_product(weights.begin(), weights.end(), gain, 0.0);
}

}  // namespace

Result<FreeChoices> free_choices(const PortfolioProblem& problem) {
  assert_well_formed(problem);
  const auto rows = rule_rows(problem);
  UMIKOE_TRY(Decided sure, decided(problem, rows));
  return Reduction(problem, std::move(sure)).reduce(rows);
}

double amount_in(const FreeChoices& free, Place row, Place choice) {
  double sum = 0;
  for (const Amount& one : free.amounts.of(choice)) sum += one.row == row ? one.amount : 0;
  return sum;
}

WeightedGains weighted_gains(const FreeChoices& free, const std::vector<double>& weights) {
  WeightedGains out;
  const size_t width = weights.size();
  out.choices.resize(free.size());
  out.pairs.resize(free.pairs.size());
  for (size_t i = 0; i < free.size(); ++i) {
    out.choices[i] = weighed(&free.gains[i * width], weights);
  }
  for (size_t k = 0; k < free.pairs.size(); ++k) {
    out.pairs[k] = weighed(&free.pair_gains[k * width], weights);
  }
  out.pinned = weighed(free.pinned_gains.data(), weights) + free.pinned_coverage;
  return out;
}

}  // namespace umikoe::plan
