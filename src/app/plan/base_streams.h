#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/decisions.h"
#include "app/recording_demand.h"
#include "plan/opportunity.h"

namespace umikoe::app {

using ArtistPlace = std::pair<std::string, TerritoryCode>;

// Worth of several cells of one artist in one territory, added up. Ends of intervals are added as
// if all were wrong together, which is the careful way; where an estimate has none, a third of it
// and three times it stand in (an assumption).
class SpotSum {
 public:
  void add(const demand::Worth& worth);
  plan::Spot spot(const ArtistPlace& place) const;
  double streams() const { return streams_; }
  int64_t unknown() const { return unknown_; }

 private:
  double streams_ = 0, low_ = 0, high_ = 0;
  double yen_ = 0, yen_streams_ = 0;
  int64_t cells_ = 0, unknown_ = 0;
};
using Spots = std::map<ArtistPlace, SpotSum>;

// What an artist lacks for one language.
struct LanguageNeeds {
  std::set<Isrc> names;      // recordings that are open but not understood for want of names
  std::set<Isrc> subtitles;  // videos without subtitles
  bool artist_name = false;
  Spots spots_of_names;  // what of those recordings plays where the language is read
  std::set<TerritoryCode> territories;
  std::vector<std::pair<Isrc, TerritoryCode>> name_rows, subtitle_rows;
};

// One pass over all cells abroad: what is closed goes to decisions, what is open to what plays.
struct BaseStreams {
  Spots open;
  std::map<std::pair<std::string, std::string>, LanguageNeeds> needs;  // artist, language
  std::vector<Cell> gaps;
  std::map<std::pair<Isrc, TerritoryCode>, std::pair<size_t, demand::Worth>> gap_worth;
  std::vector<Decision> decisions;
};
// Error edit_broken.
Result<BaseStreams> base_streams(const LoadedWorld& world, const Selection& selection);

}  // namespace umikoe::app
