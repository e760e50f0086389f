#include "plan/plan_problem.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace umikoe::plan {
namespace {

std::vector<double> weighed(const GainDraws& draws, const Aim& aim, bool all) {
  if (!all) return {draws.mean_listeners() * aim.listeners + draws.mean_yen() * aim.yen};
  std::vector<double> out(draws.listeners.size());
  for (size_t s = 0; s < out.size(); ++s) {
    out[s] = draws.listeners[s] * aim.listeners + draws.yen[s] * aim.yen;
  }
  return out;
}

Wish wish_of(const Opportunity& opportunity, const Slot& slot, const PlanWishes& wishes) {
  if (wishes.pinned.contains(opportunity.id)) return Wish::in;
  const bool too_late = slot.acts_from >= slot.acts_until ||
                        (opportunity.latest && slot.starts >= *opportunity.latest);
  return too_late || wishes.forbidden.contains(opportunity.id) ? Wish::out : Wish::free;
}

void add_rules(const PlanInputs& inputs, PortfolioProblem& problem) {
  problem.budgets.push_back({"budget", inputs.budget_jpy});
  for (Choice& choice : problem.choices) choice.rows.push_back(0);
  for (const BudgetRule& rule : inputs.rules) {
    std::vector<size_t> members;
    for (size_t i = 0; i < inputs.opportunities.size(); ++i) {
      if (matches(rule, inputs.opportunities[i], inputs.slots[i])) members.push_back(i);
    }
    if (rule.kind == BudgetRuleKind::least_share) {
      problem.least_shares.push_back({rule.name, rule.share, std::move(members)});
      continue;
    }
    for (const size_t member : members) {
      problem.choices[member].rows.push_back(problem.budgets.size());
    }
    problem.budgets.push_back({rule.name, rule.amount_jpy});
  }
}

void add_coverage(const PlanInputs& inputs, double gain, PortfolioProblem& problem) {
  if (gain <= 0) return;
  std::map<std::string_view, std::vector<size_t>> by_artist;
  for (size_t i = 0; i < inputs.opportunities.size(); ++i) {
    const Opportunity& opportunity = inputs.opportunities[i];
    if (!opportunity.artist.empty() && inputs.gains.gains()[i].mean_listeners() > 0) {
      by_artist[opportunity.artist].push_back(i);
    }
  }
  for (auto& [artist, members] : by_artist) {
    problem.coverage.push_back({gain, std::move(members)});
  }
}

}  // namespace

std::vector<std::vector<size_t>> alternatives(const std::vector<Opportunity>& opportunities,
                                              const RuleBook& book) {
  using Subject = std::tuple<std::string, std::optional<TerritoryCode>, std::string>;
  std::map<std::pair<Subject, ActionKind>, std::vector<size_t>> by_subject;
  for (size_t i = 0; i < opportunities.size(); ++i) {
    const Opportunity& one = opportunities[i];
    by_subject[{{one.artist, one.territory, one.language}, one.kind}].push_back(i);
  }
  std::vector<std::vector<size_t>> out;
  for (const auto& [key, members] : by_subject) {
    std::vector<size_t> set = members;
    for (const ActionKind other : book.of(key.second).instead_of) {
      const auto found = by_subject.find({key.first, other});
      if (found != by_subject.end()) {
        set.insert(set.end(), found->second.begin(), found->second.end());
      }
    }
    if (set.size() > members.size()) out.push_back(std::move(set));
  }
  return out;
}

PortfolioProblem portfolio_problem(const PlanInputs& inputs, const Aim& aim, double caution) {
  PortfolioProblem problem;
  const bool all = caution > 0;
  problem.caution = caution;
  problem.scenarios = all ? inputs.gains.scenarios() : 1;
  const auto needs = needs_of(inputs.opportunities);
  for (size_t i = 0; i < inputs.opportunities.size(); ++i) {
    Choice choice;
    choice.cost_jpy = inputs.costs[i];
    choice.needs = needs[i];
    choice.gain = weighed(inputs.gains.gains()[i], aim, all);
    choice.wish = wish_of(inputs.opportunities[i], inputs.slots[i], inputs.wishes);
    problem.choices.push_back(std::move(choice));
  }
  for (const PairGain& pair : inputs.pairs) {
    problem.synergies.push_back({pair.first, pair.second, weighed(pair.draws, aim, all)});
  }
  problem.either_or = alternatives(inputs.opportunities, inputs.book);
  add_rules(inputs, problem);
  add_coverage(inputs, aim.artists, problem);
  return problem;
}

}  // namespace umikoe::plan
