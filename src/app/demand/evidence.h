#pragma once

#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "demand/worth.h"
#include "messages/messages.h"

namespace umikoe::app {

// What is known of one recording's demand in one territory, and what follows from it.
struct EvidenceReport {
  Isrc isrc;
  TerritoryCode territory;
  demand::Evidence there;
  std::optional<double> home;   // streams of 28 days in Japan
  std::optional<double> ratio;  // of abroad to home, where one is known
  std::optional<demand::Interval> spread;
  demand::Worth worth;
  std::vector<const UsageTotal*> reports;   // of the world: the rows it rests on
  std::vector<const ChartSummary*> charts;  // of this recording there, by ISRC or by its names
};

// Errors: isrc_malformed_word, isrc_unknown, territory_unknown_word.
Result<EvidenceReport> demand_evidence(const LoadedWorld& world, const std::string& isrc,
                                       const std::string& territory);

std::string evidence_json(const EvidenceReport& report);
std::string evidence_text(const EvidenceReport& report, const LoadedWorld& world,
                          messages::Language language);

}  // namespace umikoe::app
