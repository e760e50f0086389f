#include "plan/mixed_model.h"

#include <numeric>

#include "plan/choice_rows.h"
#include "plan/tail_mean.h"

namespace umikoe::plan {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

class Modelling {
 public:
  explicit Modelling(const PortfolioProblem& problem)
      : problem_(problem),
        cautious_(problem.caution > 0 && problem.scenarios > 1),
        mean_weight_(cautious_ ? 1 - problem.caution : 1) {
    if (cautious_) scenario_terms_.resize(problem.scenarios);
  }

  MixedModel model() && {
    for (const Choice& choice : problem_.choices) {
      const size_t column = add_column(choice.gain);
      model_.columns[column].whole = true;
      if (choice.wish == Wish::in) model_.columns[column].lower = 1;
      if (choice.wish == Wish::out) model_.columns[column].upper = 0;
    }
    add_synergies();
    add_needs();
    add_rule_rows();
    add_coverage();
    if (cautious_) add_tail();
    return std::move(model_);
  }

 private:
  double mean(const std::vector<double>& gain) const {
    return std::accumulate(gain.begin(), gain.end(), 0.0) / static_cast<double>(gain.size());
  }

  size_t add_column(const std::vector<double>& gain) {
    const size_t column = model_.columns.size();
    model_.columns.push_back({.gain = mean_weight_ * mean(gain)});
    for (size_t s = 0; s < scenario_terms_.size(); ++s) {
      if (gain[s] != 0) scenario_terms_[s].push_back({column, gain[s]});
    }
    return column;
  }

  // smaller ≤ larger
  void add_order(size_t smaller, size_t larger) {
    model_.rows.push_back({-infinity, 0, {{smaller, 1}, {larger, -1}}});
  }

  // A pair's column is at most either choice; because it gains, it will be the lesser of them.
  void add_synergies() {
    for (const Synergy& pair : problem_.synergies) {
      const size_t column = add_column(pair.gain);
      add_order(column, pair.first);
      add_order(column, pair.second);
    }
  }

  void add_needs() {
    for (size_t i = 0; i < problem_.choices.size(); ++i) {
      for (const size_t need : problem_.choices[i].needs) add_order(i, need);
    }
  }

  void add_rule_rows() {
    constexpr double thousand = 1000;
    const size_t money_rows = problem_.budgets.size() + problem_.least_shares.size();
    const auto rules = rule_rows(problem_);
    for (size_t k = 0; k < rules.size(); ++k) {
      const double unit = k < money_rows ? thousand : 1;
      MixedRow row{.upper = rules[k].limit / unit, .terms = {}};
      for (const RowAmount& one : rules[k].amounts) {
        row.terms.push_back({one.choice, one.amount / unit});
      }
      model_.rows.push_back(std::move(row));
    }
  }

  // A coverage's column is at most the sum of its members.
  void add_coverage() {
    for (const Coverage& one : problem_.coverage) {
      const size_t column = model_.columns.size();
      model_.columns.push_back({.gain = one.gain});
      std::vector<bool> listed(problem_.choices.size());
      MixedRow row{.upper = 0, .terms = {{column, 1}}};
      for (const size_t i : one.members) {
        if (!listed[i]) row.terms.push_back({i, -1});
        listed[i] = true;
      }
      model_.rows.push_back(std::move(row));
    }
  }

  // The mean of the worst tenth is the largest `level` less what scenarios fall short of it, each
  // shortfall counted by the largest weight it can have (Rockafellar and Uryasev 2000).
  void add_tail() {
    const size_t level = model_.columns.size();
    model_.columns.push_back({-infinity, infinity, problem_.caution});
    const double weight = 10 / static_cast<double>(problem_.scenarios);
    for (auto& terms : scenario_terms_) {
      const size_t shortfall = model_.columns.size();
      model_.columns.push_back({0, infinity, -problem_.caution * weight});
      terms.push_back({level, -1});
      terms.push_back({shortfall, 1});
      model_.rows.push_back({0, infinity, std::move(terms)});
    }
  }

  const PortfolioProblem& problem_;
  bool cautious_;
  double mean_weight_;
  MixedModel model_;
  std::vector<std::vector<MixedTerm>> scenario_terms_;
};

}  // namespace

MixedModel mixed_model_of(const PortfolioProblem& problem) { return Modelling(problem).model(); }

std::vector<bool> chosen_in(const MixedAnswer& answer, size_t choices) {
  std::vector<bool> chosen(choices);
  for (size_t i = 0; i < choices; ++i) chosen[i] = answer.values[i] > 0.5;
  return chosen;
}

}  // namespace umikoe::plan
