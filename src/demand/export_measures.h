#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/territory.h"

namespace umikoe::demand {

// Reported plays of one artist in one territory over one period.
struct ReportedPlays {
  std::string artist;
  TerritoryCode territory;
  Date period_start;
  int64_t plays = 0;  // net; above zero where there were any
};

// How one artist stands in one territory abroad, by calendar quarters.
struct QuartersThere {
  TerritoryCode territory;
  int64_t plays = 0;
  int32_t active = 0;  // quarters with plays
  int32_t reported =
      0;  // quarters since the first of them in which any report covers the territory
};

// What an artist's plays say of their export. Only reported plays count: a territory or quarter
// that no report covers is not known, and enters neither side of a ratio.
struct ExportMeasures {
  std::string artist;  // empty: everybody together
  int64_t home = 0;
  int64_t abroad = 0;
  std::optional<double> export_share;  // abroad / all; nothing without plays
  std::optional<double> top_share;     // of plays abroad: the largest territory's
  std::optional<double> top_three_share;
  std::optional<double> gini;  // over territories abroad with plays; from two on
  // Continuity: of the quarters since the first play in each territory that reports cover, those
  // with plays. One-off pushes show as a low figure; nothing before two quarters are known.
  std::optional<double> continuity;
  std::vector<QuartersThere> territories;  // abroad, the most plays first
};

// Gini's coefficient of amounts above zero: 0 where all are equal, towards 1 where one has all.
// Nothing for fewer than two.
std::optional<double> gini(std::vector<double> amounts);

// Everybody together first, then each artist by plays abroad.
std::vector<ExportMeasures> export_measures(std::span<const ReportedPlays> plays,
                                            TerritoryCode home);

}  // namespace umikoe::demand
