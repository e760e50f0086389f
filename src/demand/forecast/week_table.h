#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "demand/chart_line.h"

namespace umikoe::demand {

// Chart weeks run from Friday to Thursday; some services count from Monday.
enum class WeekStart : uint8_t { friday, monday };
// Weeks are numbered from the one that holds 1 January 1970.
int32_t week_of(Date day, WeekStart start);
Date last_day_of(int32_t week, WeekStart start);

enum class SeriesLevel : uint8_t { track, artist };

// Names as the file spells them; an artist's series has no title.
struct SeriesName {
  std::string territory;
  std::string artist;
  std::string title;
};

// One series in one week, with what that week and those before it tell of the next.
struct WeekPoint {
  uint32_t series = 0;
  int32_t week = 0;
  double value = 0;  // in the file's unit per week
  double scale = 0;  // mean absolute change from week to week so far; 0 where nothing changed
  int32_t weeks =
      0;  // a track's: without a break up to this one; an artist's: since its chart began
  int32_t weeks_above_zero = 0;  // of the last eight, this one included
  std::vector<float> features;
};

// A chart file cut into weekly series. What stands at a week is computed from that week and earlier
// ones only, so that one table serves every origin.
struct WeekTable {
  SeriesLevel level = SeriesLevel::track;
  std::optional<double> most;  // of a track: where the file states an index, not streams
  WeekStart start = WeekStart::friday;
  std::vector<SeriesName> series;
  std::vector<WeekPoint> points;                          // by series and week
  std::vector<std::map<int32_t, uint32_t>> at;            // by series: week -> index of its point
  std::set<std::pair<std::string, int32_t>> chart_weeks;  // territories and weeks with a chart

  // Nothing where the week has no chart, and for a track that is not on it: it is below the chart.
  // An artist without a charted track counts as zero, as published protocols have it.
  const double* value(uint32_t series_index, int32_t week) const;
};

// Days marked as stale are left out, as are rows without streams or an index, and a first week that
// the file does not hold from its beginning. A track's value is the seven-day sum the file states
// on the track's last day of the week, else seven times its mean over the chart's days; an
// artist's is seven times the mean over the chart's days of all its rows.
WeekTable week_table(std::span<const ChartLine> lines, SeriesLevel level, WeekStart start);

}  // namespace umikoe::demand
