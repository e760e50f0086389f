#pragma once

#include <string>

#include "app/gap.h"
#include "app/plan/steering.h"
#include "app/plan/stored_plans.h"

namespace umikoe::app {

// What one territory looks like for a national office or an embassy, on a page: what is open,
// closed and not understood, what the closed is worth, what is planned, and what was found to work.
struct TerritoryBrief {
  TerritoryCode territory;
  Date as_of;
  GapTotal totals;
  int64_t recordings = 0;
  std::vector<Decision> decisions;                            // those that open most, at most ten
  std::vector<std::pair<std::string, StoredAction>> planned;  // with the plan's name and version
  int64_t planned_jpy = 0;                                    // of actions in this territory alone
  std::vector<SteeringRow> done;
};
// Errors: territory_unknown_word, those of gap(), stored_plans() and steering_log().
Result<TerritoryBrief> territory_brief(const LoadedWorld& world, const std::string& territory);

std::string brief_text(const TerritoryBrief& brief, const LoadedWorld& world,
                       messages::Language language);
std::string brief_json(const TerritoryBrief& brief, const LoadedWorld& world);
// In both languages, ready to print.
std::string brief_page(const TerritoryBrief& brief, const LoadedWorld& world);

}  // namespace umikoe::app
