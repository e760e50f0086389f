#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/holds.h"
#include "app/json.h"
#include "rights/outcome.h"
#include "rights/profiles/day_window.h"

namespace umikoe::app {

// Cells of a map that people hold back on purpose.
struct MapHold {
  TerritorySet territories;
  Date until;
  std::vector<uint32_t> recordings;  // places in the map
};

// What a map says besides its columns.
struct MapWords {
  Date today;  // the day it was made for: what answers of days to come rest on
  rights::DayWindow window;
  bool demo = false;
  std::vector<rights::Outcome> outcomes;
  rights::PartyDirectory parties;
  std::vector<MapHold> holds;
  std::set<std::string, std::less<>> details = {};  // what the outcomes' details point into
};

std::string written(const MapWords& words);
// Nothing where it is not what written() writes.
std::optional<MapWords> read_map_words(std::string_view bytes);

}  // namespace umikoe::app
