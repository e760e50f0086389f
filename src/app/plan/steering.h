#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/plan/intervention_effects.h"

namespace umikoe::app {

inline constexpr std::string_view steering_edit = "steering_decision";

// What people decided after a verdict.
struct SteeringDecision {
  std::string intervention;
  std::string word;  // stop, continue or change
  std::string why;
  std::string by;
  Date made_on;
};
// Errors: intervention_unknown, plan_by_needed, steering_word_unknown, steering_why_needed,
// text_too_long.
Result<void> decide_intervention(WorldStore& store, const LoadedWorld& world,
                                 const SteeringDecision& decision, Instant now);

// Every intervention with what was expected, what was measured and what was decided.
struct SteeringRow {
  Intervention intervention;
  std::optional<KeptEffect> effect;
  std::optional<SteeringDecision> decision;
};
Result<std::vector<SteeringRow>> steering_log(const LoadedWorld& world);
std::string steering_json(const std::vector<SteeringRow>& rows, const LoadedWorld& world);
std::string steering_csv(const std::vector<SteeringRow>& rows);
std::string steering_text(const std::vector<SteeringRow>& rows, const LoadedWorld& world,
                          messages::Language language);

}  // namespace umikoe::app
