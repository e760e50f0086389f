#pragma once

#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "messages/messages.h"
#include "plan/action_rule.h"

namespace umikoe::app {

inline constexpr std::string_view intervention_edit = "intervention";

// What is done, said before it begins: who owns it, what is expected, how it will be told whether
// it worked, and when. An entry that was made on or after its first day is refused, so that nobody
// can choose the question after the answer.
struct Intervention {
  std::string id;
  std::string plan;    // name of the approved plan it comes from; empty: entered by itself
  int version = 0;     // of that plan
  std::string action;  // the id there
  std::vector<plan::ActionKind> kinds;
  std::string artist;
  std::vector<TerritoryCode> territories;
  std::string owner;
  Date registered;
  Date starts;
  Date acts_from;
  Date review;
  double low = 0, middle = 0, high = 0;  // hypothesis: what is added, 80 %
  int64_t cost_jpy = 0;

  bool operator==(const Intervention&) const = default;
};

// Codes in the given order.
std::string codes_of(const std::vector<TerritoryCode>& territories, std::string_view separator);

std::string body_of(const Intervention& intervention);
// The standing interventions of a log in order of id. Error edit_broken.
Result<std::vector<Intervention>> interventions_of(const LoadedWorld& world);

struct InterventionWords {
  std::string plan;
  std::string action;
  std::string starts;  // YYYY-MM-DD
  std::string review;  // empty: six months after it acts
  std::string by;      // the owner
};
// Begins an action of an approved plan. Errors: plan_unknown, plan_not_approved,
// plan_action_unknown, plan_by_needed, date_invalid_word, intervention_late, intervention_review,
// intervention_no_artist, intervention_there.
Result<Intervention> start_intervention(WorldStore& store, const LoadedWorld& world,
                                        const InterventionWords& words, Instant now);

std::string intervention_text(const Intervention& intervention, messages::Language language);
std::string intervention_json(const Intervention& intervention);

}  // namespace umikoe::app
