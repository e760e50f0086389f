#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "app/recording_demand.h"
#include "demand/entries/entry_record.h"

namespace umikoe::app {

// One of our recordings that may enter the chart of a territory where no chart ever showed it.
struct NextTerritory {
  Isrc isrc;
  TerritoryCode territory;
  double probability = 0;
  demand::EntryBand record;  // how such chances came out before
  std::vector<demand::EntryFeature> reasons;
};

struct NextTerritories {
  // Why nothing can be said: no_chart, chart_over (it ended more than a week before the world's
  // day), one_territory or history_short; empty where something can.
  std::string unknown;
  std::string chart;                   // the one asked; empty where there is none
  std::optional<Date> origin;          // its last day on file: the 28 days begin after it
  int64_t past_entries = 0;            // learnt from
  std::vector<NextTerritory> entries;  // the likeliest first
};

// Asks the world's most widely kept chart (days times territories) who comes next, as of its last
// day up to the world's day: charts come days late, and a day not yet told is no day off the chart.
// Chances of at least demand::least_alarming_chance are given. Nothing after the world's day is
// looked at, nor more than about a year before it. Errors of the store.
Result<NextTerritories> next_territories(const WorldStore& store, const LoadedWorld& world,
                                         const RecordingDemand& demand);

}  // namespace umikoe::app
