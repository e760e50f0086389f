#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/plan/make_plan.h"

namespace umikoe::app {

inline constexpr std::string_view plan_edit = "plan";

// An action as it stood when the plan was saved.
struct StoredAction {
  std::string id;
  plan::ActionKind kind = plan::ActionKind::negotiate;
  std::string artist;
  std::vector<TerritoryCode> territories;
  std::string subject;  // in Japanese and English, for lists
  int64_t cost_jpy = 0;
  Date starts, acts_from, deadline;
  double low = 0, middle = 0, high = 0;  // effect expected of it, 80 %
  double listeners_p10 = 0, listeners_p50 = 0, listeners_p90 = 0;
};

// One version of a plan. Saving under a name that is there makes the next version; who saved it may
// not approve it.
struct StoredPlan {
  std::string name;
  int version = 0;
  edits::EditState state = edits::EditState::proposed;
  std::string by;           // who saved it
  std::string approved_by;  // empty while it is proposed
  Date made_on;             // the world's day
  int64_t generation = 0;   // of the world it was made from
  Date horizon_end;
  int64_t budget_jpy = 0;
  int64_t cost_jpy = 0;
  std::string objective;
  double caution = 0;
  uint64_t seed = 1;
  double gap = 0;  // to the bound
  plan::Percentiles listeners, yen;
  std::vector<StoredAction> actions;
};

// Every version, by name and version. Error edit_broken.
Result<std::vector<StoredPlan>> stored_plans(const LoadedWorld& world);
// The newest version of a name; error plan_unknown.
Result<StoredPlan> stored_plan(const LoadedWorld& world, const std::string& name);

// Errors: plan_name_invalid, plan_by_needed, not_allowed.
Result<StoredPlan> save_plan(WorldStore& store, const LoadedWorld& world, const PlanReport& report,
                             const std::string& name, const std::string& by, Instant now);
enum class PlanDecision : uint8_t { approve, reject, withdraw };
// Decides on the newest version. Errors: plan_unknown, plan_by_needed, plan_own_proposal (approving
// one's own), plan_decided.
Result<StoredPlan> decide_plan(WorldStore& store, const LoadedWorld& world, const std::string& name,
                               PlanDecision decision, const std::string& by, Instant now);

std::string stored_plan_json(const StoredPlan& plan);
std::string stored_plan_text(const StoredPlan& plan, messages::Language language);
std::string stored_plans_json(const std::vector<StoredPlan>& plans);
std::string stored_plans_text(const std::vector<StoredPlan>& plans, messages::Language language);

}  // namespace umikoe::app
