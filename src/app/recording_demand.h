#pragma once

#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "app/chart_links.h"
#include "app/loaded_world.h"
#include "demand/worth.h"
#include "demand/yen_per_thousand.h"

namespace umikoe::app {

// The world's evidence of demand, by recording and territory. Chart rows meet recordings by ISRC,
// or as app/chart_links.h links them by artist and title together; never by a title alone.
class RecordingDemand {
 public:
  // Error edit_broken.
  static Result<RecordingDemand> of(const LoadedWorld& world);

  demand::Evidence evidence(const Isrc& isrc, TerritoryCode territory) const;
  // The recording a chart's row is about; nothing where it is none of ours.
  std::optional<Isrc> recording_of(const ChartSummary& chart) const;
  std::optional<double> home_streams(const Isrc& isrc) const;  // per 28 days, in Japan
  // What opening the cell is worth. `ratios` are of this world.
  demand::Worth worth(const Isrc& isrc, TerritoryCode territory,
                      const demand::ForeignToHome& ratios) const;
  // The same without intervals and money: calls each(territory, worth) in order of territory where
  // it is known.
  void each_estimate(const Isrc& isrc, const demand::ForeignToHome& ratios,
                     const std::function<void(TerritoryCode, const demand::Worth&)>& each) const;
  // Recordings with reported or charted streams there.
  const std::map<std::pair<Isrc, TerritoryCode>, demand::Evidence>& all() const { return cells_; }

 private:
  RecordingDemand(const LoadedWorld& world, ChartLinks links)
      : world_(world), links_(std::move(links)) {}
  void add_usage();
  void add_charts();

  const LoadedWorld& world_;
  ChartLinks links_;
  std::map<std::pair<Isrc, TerritoryCode>, demand::Evidence> cells_;
  std::map<TerritoryCode, demand::YenPerThousand> prices_;
  std::optional<demand::Interval> change_;        // from one reported period to the next, all cells
  std::map<TerritoryCode, double> chart_limits_;  // 28 days at the lowest row
};

// Where "home" is.
TerritoryCode home_territory();

}  // namespace umikoe::app
