#include "app/plan/make_plan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "app/plan/steering.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

using plan::Aim;
using plan::Opportunity;
using plan::Portfolio;

constexpr std::array<std::string_view, 3> objective_words{"listeners", "income", "breadth"};
constexpr size_t missed_shown = 5;
constexpr size_t pairs_per_action = 5;
constexpr double larger_by = 0.1;

// All that stays the same while budgets and aims change.
class Planner {
 public:
  Planner(const PlanQuestion& question, PlanReport& report, const plan::GainTable& table)
      : question_(question), report_(report), table_(table) {}

  // One artist more always counts for more than any number of listeners.
  Aim aim_of(PlanObjective objective) const {
    if (objective == PlanObjective::income) return {0, 1, 0};
    if (objective == PlanObjective::listeners) return {1, 0, 0};
    double all = 1;
    for (const plan::GainDraws& gain : report_.gains) all += std::abs(gain.mean_listeners());
    return {0.5 / all, 0, 1};
  }

  Result<Portfolio> solve(int64_t budget, const std::vector<plan::BudgetRule>& rules,
                          const Aim& aim) {
    const plan::PortfolioProblem problem = problem_of(budget, rules, aim);
    plan::WorkAllowance allowance = plan::usual_work(problem.choices.size());
    if (question_.steps > 0) allowance.steps = question_.steps;
    allowance.out_of_time = question_.out_of_time;
    UMIKOE_TRY(Portfolio own, plan::choose(problem, allowance, question_.seed));
    if (!question_.solver) return own;
    return with_solver(problem, std::move(own));
  }

  PlanTotals totals_of(const std::vector<bool>& chosen) const {
    PlanTotals out;
    std::vector<double> listeners(table_.scenarios()), yen(table_.scenarios());
    const auto add = [&](const plan::GainDraws& draws) {
      for (size_t s = 0; s < listeners.size(); ++s) {
        listeners[s] += draws.listeners[s];
        yen[s] += draws.yen[s];
      }
    };
    std::set<std::string_view> artists;
    std::set<TerritoryCode> territories;
    for (size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i]) continue;
      ++out.actions;
      out.cost_jpy += report_.costs[i];
      add(report_.gains[i]);
      for (const plan::Spot& spot : report_.opportunities.all[i].spots) {
        artists.insert(spot.artist);
        territories.insert(spot.territory);
      }
    }
    for (const plan::PairGain& pair : report_.pairs) {
      if (chosen[pair.first] && chosen[pair.second]) add(pair.draws);
    }
    out.artists = artists.size();
    out.territories = territories.size();
    out.listeners = plan::percentiles_of(std::move(listeners));
    out.yen = plan::percentiles_of(std::move(yen));
    return out;
  }

  plan::PortfolioProblem problem_of(int64_t budget, const std::vector<plan::BudgetRule>& rules,
                                    const Aim& aim) const {
    const plan::PlanInputs inputs{
        report_.opportunities.all, report_.slots, report_.costs, table_,          report_.pairs,
        report_.beliefs.book,      budget,        rules,         question_.wishes};
    return plan::portfolio_problem(inputs, aim, question_.caution);
  }

 private:
  // The library's answer where it is better than ours, and the lower of both bounds.
  Result<Portfolio> with_solver(const plan::PortfolioProblem& problem, Portfolio own) {
    UMIKOE_TRY(const plan::MixedAnswer answer,
               question_.solver->solve(plan::mixed_model_of(problem), question_.solver_seconds));
    report_.engine = "cbc";
    report_.proven = answer.proven;
    own.bound = std::min(own.bound, answer.bound);
    if (answer.values.size() < problem.choices.size()) return own;
    std::vector<bool> chosen(problem.choices.size());
    for (size_t i = 0; i < chosen.size(); ++i) chosen[i] = answer.values[i] > 0.5;
    const double objective = plan::objective_of(problem, chosen);
    if (!plan::check_portfolio(problem, chosen) || objective <= own.objective) return own;
    own.chosen = std::move(chosen);
    own.objective = objective;
    return own;
  }

  const PlanQuestion& question_;
  PlanReport& report_;
  const plan::GainTable& table_;
};

std::vector<size_t> places_of(const std::vector<bool>& chosen) {
  std::vector<size_t> out;
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i]) out.push_back(i);
  }
  return out;
}

// The day it begins, then what gains most for its cost; what is needed first stands first by day.
void put_in_order(const PlanReport& report, std::vector<size_t>& places) {
  const auto rank = [&](size_t place) {
    const double cost = static_cast<double>(std::max<int64_t>(report.costs[place], 1));
    return std::tuple(report.slots[place].starts, -report.gains[place].mean_listeners() / cost,
                      place);
  };
  std::ranges::sort(places, {}, rank);
}

Result<void> know_ids(const PlanQuestion& question, const std::vector<Opportunity>& all) {
  std::set<std::string_view> known;
  for (const Opportunity& one : all) known.insert(one.id);
  std::vector<std::string_view> named(question.wishes.pinned.begin(), question.wishes.pinned.end());
  named.insert(named.end(), question.wishes.forbidden.begin(), question.wishes.forbidden.end());
  for (const auto& [id, cost] : question.costs) named.push_back(id);
  for (const std::string_view id : named) {
    if (!known.contains(id)) return fail("plan_action_unknown", {{"action", std::string(id)}});
  }
  return {};
}

Result<void> price(const PlanQuestion& question, PlanReport& report) {
  UMIKOE_TRY(know_ids(question, report.opportunities.all));
  for (const Opportunity& one : report.opportunities.all) {
    const auto own = question.costs.find(one.id);
    report.costs.push_back(own != question.costs.end()
                               ? own->second
                               : plan::cost_of(one, report.beliefs.book.of(one.kind)));
  }
  report.slots = plan::schedule(report.opportunities.all, report.beliefs.book, report.today,
                                report.horizon_end);
  return {};
}

// What people of this world have begun and not yet measured is promised: it stays in and costs.
Result<std::set<std::string>> begun_ids(const LoadedWorld& world) {
  UMIKOE_TRY(const auto rows, steering_log(world));
  std::set<std::string> out;
  for (const SteeringRow& row : rows) {
    const bool stopped = row.decision && row.decision->word == "stop";
    if (!row.effect && !stopped) out.insert(row.intervention.action);
  }
  return out;
}

Result<void> commit(const LoadedWorld& world, PlanQuestion& question, PlanReport& report) {
  UMIKOE_TRY(const auto begun, begun_ids(world));
  for (size_t i = 0; i < report.opportunities.all.size(); ++i) {
    const std::string& id = report.opportunities.all[i].id;
    if (!begun.contains(id) || question.wishes.forbidden.contains(id)) continue;
    report.committed.push_back(i);
    question.wishes.pinned.insert(id);
  }
  return {};
}

bool is_what_if(const PlanQuestion& question) {
  return !question.wishes.pinned.empty() || !question.wishes.forbidden.empty() ||
         !question.costs.empty();
}

// The same plan without the wishes, beside it. Opportunities are the same in both.
Result<void> add_what_if(const LoadedWorld& world, PlanQuestion question, PlanReport& report) {
  question.wishes = {};
  question.costs.clear();
  question.frontier = false;
  UMIKOE_TRY(const PlanReport plain, make_plan(world, question));
  WhatIf out;
  out.without = plain.totals;
  for (size_t i = 0; i < report.portfolio.chosen.size(); ++i) {
    const bool now = report.portfolio.chosen[i];
    const bool before = plain.portfolio.chosen[i];
    if (now && !before) out.more.push_back(i);
    if (!now && before) out.fewer.push_back(i);
  }
  put_in_order(report, out.more);
  put_in_order(report, out.fewer);
  report.what_if = std::move(out);
  return {};
}

plan::GainQuestion gain_question(const PlanReport& report) {
  plan::GainQuestion out;
  out.beliefs = report.beliefs.beliefs;
  out.settings = report.beliefs.book.settings;
  for (size_t kind = 0; kind < plan::action_kinds; ++kind) {
    out.pays_share[kind] = report.beliefs.book.rules[kind].figure(plan::RuleFigure::pays_share);
  }
  out.today = report.today;
  out.horizon_end = report.horizon_end;
  out.seed = report.seed;
  return out;
}

std::vector<plan::BudgetRule> larger(std::vector<plan::BudgetRule> rules) {
  for (plan::BudgetRule& rule : rules) {
    rule.amount_jpy = std::llround(static_cast<double>(rule.amount_jpy) * (1 + larger_by));
  }
  return rules;
}

// What would bring in the actions that gain most for what they would still cost.
void find_missed(PlanReport& report, const plan::PortfolioProblem& problem,
                 const std::vector<bool>& chosen, double next_yen_gains) {
  const auto needs = plan::needs_of(report.opportunities.all);
  const int64_t left = report.budget_jpy - report.totals.cost_jpy;
  const double now = plan::objective_of(problem, chosen);
  std::vector<std::pair<double, MissedAction>> found;
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i] || problem.choices[i].wish != plan::Wish::free) continue;
    std::vector<bool> with = chosen;
    int64_t cost = 0;
    std::vector<size_t> open{i};
    bool possible = true;
    while (!open.empty()) {
      const size_t place = open.back();
      open.pop_back();
      if (with[place]) continue;
      with[place] = true;
      cost += report.costs[place];
      possible = possible && problem.choices[place].wish != plan::Wish::out;
      open.insert(open.end(), needs[place].begin(), needs[place].end());
    }
    if (!possible || cost <= 0 || report.gains[i].mean_listeners() <= 0) continue;
    // Only the rough size first: the objective of every set would take too long.
    const double rough = report.gains[i].mean_listeners() / static_cast<double>(cost);
    found.push_back(
        {rough, {i, std::max<int64_t>(0, cost - left), {}, report.gains[i].mean_listeners()}});
  }
  std::ranges::stable_sort(found, std::greater<>(), &std::pair<double, MissedAction>::first);
  if (found.size() > missed_shown) found.resize(missed_shown);
  for (auto& [rough, missed] : found) {
    std::vector<bool> with = chosen;
    with[missed.action] = true;
    const double gain = plan::objective_of(problem, with) - now;
    if (next_yen_gains > 0 && gain > 0) {
      const double at = std::floor(gain / next_yen_gains);
      if (at < static_cast<double>(report.costs[missed.action])) {
        missed.at_cost_jpy = static_cast<int64_t>(at);
      }
    }
    report.missed.push_back(missed);
  }
}

Result<void> add_larger(Planner& planner, const PlanQuestion& question, PlanReport& report,
                        const Aim& aim, const std::vector<bool>& chosen) {
  LargerBudget out;
  out.budget_jpy = std::llround(static_cast<double>(report.budget_jpy) * (1 + larger_by));
  const auto rules = larger(question.rules);
  UMIKOE_TRY(const Portfolio more, planner.solve(out.budget_jpy, rules, aim));
  out.totals = planner.totals_of(more.chosen);
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (more.chosen[i] && !chosen[i]) out.more.push_back(i);
    if (!more.chosen[i] && chosen[i]) out.fewer.push_back(i);
  }
  put_in_order(report, out.more);
  put_in_order(report, out.fewer);
  const double gained = more.objective - report.portfolio.objective;
  const double yen = static_cast<double>(out.budget_jpy - report.budget_jpy);
  report.larger = std::move(out);
  find_missed(report, planner.problem_of(report.budget_jpy, question.rules, aim), chosen,
              yen > 0 ? std::max(0.0, gained) / yen : 0);
  return {};
}

void add_spending(const PlanQuestion& question, PlanReport& report) {
  for (const plan::BudgetRule& rule : question.rules) {
    int64_t spent = 0;
    for (const size_t place : report.chosen) {
      if (matches(rule, report.opportunities.all[place], report.slots[place])) {
        spent += report.costs[place];
      }
    }
    report.spent_by_rule.emplace_back(rule, spent);
  }
}

// The ends of the frontier and mixtures between them, each in units of the best there is of it.
Result<void> add_frontier(Planner& planner, const PlanQuestion& question, PlanReport& report) {
  struct Mixture {
    std::string_view name;
    double listeners, income, breadth;
  };
  constexpr std::array mixtures{
      Mixture{"listeners", 1, 0, 0},         Mixture{"income", 0, 1, 0},
      Mixture{"breadth", 0, 0, 1},           Mixture{"listeners_income", 1, 1, 0},
      Mixture{"listeners_breadth", 1, 0, 1}, Mixture{"income_breadth", 0, 1, 1},
      Mixture{"all_three", 1, 1, 1}};
  std::array<double, 3> best{1, 1, 1};
  for (size_t i = 0; i < mixtures.size(); ++i) {
    const Mixture& mixture = mixtures[i];
    Aim aim{mixture.listeners / best[0], mixture.income / best[1], mixture.breadth / best[2]};
    if (i == 2) aim = planner.aim_of(PlanObjective::breadth);
    UMIKOE_TRY(const Portfolio answer, planner.solve(report.budget_jpy, question.rules, aim));
    FrontierPoint point{std::string(mixture.name), planner.totals_of(answer.chosen),
                        plan::gap_to_bound(answer)};
    if (i == 0) best[0] = std::max(1e-9, point.totals.listeners.mean);
    if (i == 1) best[1] = std::max(1e-9, point.totals.yen.mean);
    if (i == 2) best[2] = std::max(1.0, static_cast<double>(point.totals.artists));
    report.frontier.push_back(std::move(point));
  }
  return {};
}

}  // namespace

std::string_view word(PlanObjective objective) {
  return objective_words[static_cast<size_t>(objective)];
}

std::optional<PlanObjective> parse_plan_objective(std::string_view word) {
  const auto at = std::ranges::find(objective_words, word);
  if (at == objective_words.end()) return std::nullopt;
  return static_cast<PlanObjective>(at - objective_words.begin());
}

Result<int64_t> parse_yen(const std::string& word) {
  constexpr std::string_view sign = "¥";
  std::string digits;
  std::string rest;
  for (size_t i = word.starts_with(sign) ? sign.size() : 0; i < word.size(); ++i) {
    if (word[i] >= '0' && word[i] <= '9' && rest.empty()) {
      digits += word[i];
    } else if (word[i] != ',' && word[i] != ' ') {
      rest += word[i];
    }
  }
  int64_t yen = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), yen);
  if (error != std::errc() || digits.empty() || yen > 10'000'000'000'000) {
    return fail("plan_budget_word", {{"word", word}});
  }
  if (!rest.empty() && rest != "JPY" && rest != "円") {
    return CurrencyCode::parse(rest) ? Result<int64_t>(fail("plan_currency", {{"currency", rest}}))
                                     : fail("plan_budget_word", {{"word", word}});
  }
  return yen;
}

std::optional<double> parse_caution(const std::string& word) {
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool good =
      error == std::errc() && end == word.data() + word.size() && number >= 0 && number <= 1;
  return good ? std::optional(number) : std::nullopt;
}

Result<Date> parse_horizon(const std::string& word, Date today) {
  std::optional<Date> last = Date::parse(word);
  if (!last && word.size() == 4) last = Date::parse(word + "-12-31");
  if (!last) return fail("plan_horizon_word", {{"word", word}});
  if (*last <= today) {
    return fail("plan_horizon_past", {{"word", word}, {"today", today.to_string()}});
  }
  return last->plus(1);
}

Result<PlanReport> make_plan(const LoadedWorld& world, const PlanQuestion& asked) {
  PlanQuestion question = asked;
  PlanReport report;
  report.today = world.as_of();
  UMIKOE_TRY(report.budget_jpy, parse_yen(question.budget));
  UMIKOE_TRY(report.horizon_end, parse_horizon(question.horizon, report.today));
  report.objective = question.objective;
  report.caution = question.caution;
  report.seed = question.seed;
  report.engine = "own";
  UMIKOE_TRY(report.beliefs, plan_beliefs(world));
  UMIKOE_TRY(report.opportunities, opportunities(world, question.selection, report.beliefs.book));
  if (report.opportunities.all.empty()) return fail("plan_nothing");
  UMIKOE_TRY(price(question, report));
  UMIKOE_TRY(commit(world, question, report));
  const plan::GainTable table(report.opportunities.all, report.slots, report.costs,
                              gain_question(report));
  report.gains = table.gains();
  report.pairs = table.pairs(report.opportunities.all.size() * pairs_per_action);
  for (size_t i = 0; i < report.gains.size(); ++i) {
    report.yields_known.push_back(table.yield_known(i));
  }
  Planner planner(question, report, table);
  const Aim aim = planner.aim_of(question.objective);
  UMIKOE_TRY(report.portfolio, planner.solve(report.budget_jpy, question.rules, aim));
  report.chosen = places_of(report.portfolio.chosen);
  put_in_order(report, report.chosen);
  report.totals = planner.totals_of(report.portfolio.chosen);
  add_spending(question, report);
  UMIKOE_TRY(add_larger(planner, question, report, aim, report.portfolio.chosen));
  if (question.frontier) {
    UMIKOE_TRY(add_frontier(planner, question, report));
  }
  if (is_what_if(asked)) {
    UMIKOE_TRY(add_what_if(world, asked, report));
  }
  return report;
}

}  // namespace umikoe::app
