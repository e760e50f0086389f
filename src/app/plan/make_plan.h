#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/plan/opportunities.h"
#include "app/plan/plan_beliefs.h"
#include "app/ports.h"
#include "plan/plan_problem.h"

namespace umikoe::app {

enum class PlanObjective : uint8_t { listeners, income, breadth };
std::string_view word(PlanObjective objective);
std::optional<PlanObjective> parse_plan_objective(std::string_view word);

struct PlanQuestion {
  SelectionWords selection;
  std::string budget;   // 50000000JPY
  std::string horizon;  // a year (to its end) or the last day, YYYY-MM-DD
  PlanObjective objective = PlanObjective::listeners;
  double caution = 0;  // weight of the worst tenth of futures
  std::vector<plan::BudgetRule> rules;
  plan::PlanWishes wishes;
  std::map<std::string, int64_t> costs;  // by id, instead of the rule's
  uint64_t seed = 1;
  uint64_t steps = 0;  // of work; 0: usual
  std::function<bool()> out_of_time = {};
  MixedSolver* solver = nullptr;  // instead of our own search; may be null
  double solver_seconds = 60;
  bool frontier = false;
};

// The sum of one set of actions over all futures.
struct PlanTotals {
  int64_t cost_jpy = 0;
  size_t actions = 0;
  size_t artists = 0;
  size_t territories = 0;
  plan::Percentiles listeners, yen;
};

// An action that is not in, and what would bring it in.
struct MissedAction {
  size_t action = 0;
  int64_t more_jpy = 0;                // its cost and that of what it needs, less what is left
  std::optional<int64_t> at_cost_jpy;  // where it earns as much as the next yen does
  double listeners = 0;
};

struct LargerBudget {
  int64_t budget_jpy = 0;
  PlanTotals totals;
  std::vector<size_t> more, fewer;  // beside the plan
};

struct FrontierPoint {
  std::string aim;  // message word: listeners, income, breadth or a mixture of them
  PlanTotals totals;
  double gap = 0;
};

// What pinning, forbidding and other costs change beside the plan without them.
struct WhatIf {
  PlanTotals without;
  std::vector<size_t> more, fewer;
};

// A plan with all it was chosen from. Places are of `opportunities.all`.
struct PlanReport {
  Date today;
  Date horizon_end;  // half-open
  int64_t budget_jpy = 0;
  PlanObjective objective = PlanObjective::listeners;
  double caution = 0;
  uint64_t seed = 1;
  PlanBeliefs beliefs;
  Opportunities opportunities;
  std::vector<plan::Slot> slots;
  std::vector<int64_t> costs;
  std::vector<plan::GainDraws> gains;
  std::vector<plan::PairGain> pairs;
  std::vector<std::optional<double>> yields_known;
  std::vector<size_t> chosen;  // in the order to begin them
  PlanTotals totals;
  plan::Portfolio portfolio;
  std::string engine;  // own or cbc
  bool proven = false;
  std::vector<std::pair<plan::BudgetRule, int64_t>> spent_by_rule;
  std::vector<MissedAction> missed;
  std::optional<LargerBudget> larger;
  std::vector<FrontierPoint> frontier;
  std::vector<size_t> committed;  // begun already: in, and part of the cost
  std::optional<WhatIf> what_if;
};

// Errors: plan_budget_word, plan_currency, plan_horizon_word, plan_horizon_past, plan_nothing,
// plan_action_unknown, plan_impossible, those of opportunities() and plan_beliefs().
Result<PlanReport> make_plan(const LoadedWorld& world, const PlanQuestion& question);

// 50000000JPY, 50,000,000 or ¥50000000. Errors: plan_budget_word, plan_currency.
Result<int64_t> parse_yen(const std::string& word);
// A weight from 0 to 1; nothing where it is none.
std::optional<double> parse_caution(const std::string& word);
// The first day after it. Errors: plan_horizon_word, plan_horizon_past.
Result<Date> parse_horizon(const std::string& word, Date today);

// Where an action happens and what it is about, in a few words.
std::string subject_words(const plan::Opportunity& action, messages::Language language);
// Why it stands there: what is closed, missing or playing, with its figures.
std::string reason_words(const PlanReport& report, size_t action, messages::Language language);

std::string plan_json(const PlanReport& report, const LoadedWorld& world, bool trace,
                      messages::Language language);
std::string plan_csv(const PlanReport& report, messages::Language language);
Result<std::string> plan_xlsx(const PlanReport& report, messages::Language language);
std::string plan_text(const PlanReport& report, messages::Language language, bool trace);

}  // namespace umikoe::app
