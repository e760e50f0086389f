#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "messages/messages.h"
#include "plan/effect.h"

namespace umikoe::app {

// The kind of edit that changes a figure of a rule; its subject is the figure's name.
inline constexpr std::string_view plan_rule_edit = "plan_rule";

// The rules in force in a world and what is believed of every kind of action: the shipped rules,
// what people of this world set, and what its measured interventions taught.
struct PlanBeliefs {
  plan::RuleBook book;
  std::array<plan::EffectBelief, plan::action_kinds> priors;   // of the rules alone
  std::array<plan::EffectBelief, plan::action_kinds> beliefs;  // with what was measured
};
// Errors: plan_rule_key, plan_rule_value where an edit of an older version no longer fits;
// edit_broken.
Result<PlanBeliefs> plan_beliefs(const LoadedWorld& world);

struct RuleChange {
  std::string name;    // subtitle.cost_per_minute
  std::string value;   // a number; a cost may be in another currency (12.50USD)
  std::string source;  // where it comes from; empty: said to be an assumption
  std::string by;
  std::vector<std::string> rates = {};  // as app/yen_rates.h reads them
};
// Sets a figure for this world, for everybody. A cost in another currency is kept in yen at the
// rate given, and its source says so. Errors: plan_by_needed, plan_rule_key, plan_rule_value,
// plan_rate_needed, rate_invalid_word, text_too_long.
Result<void> set_plan_rule(WorldStore& store, const LoadedWorld& world, const RuleChange& change,
                           Instant now);

std::string plan_rules_json(const PlanBeliefs& beliefs);
std::string plan_rules_csv(const PlanBeliefs& beliefs);
std::string plan_rules_text(const PlanBeliefs& beliefs, messages::Language language);

}  // namespace umikoe::app
