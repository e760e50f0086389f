#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "demand/chart_line.h"
#include "demand/forecast/week_table.h"

namespace umikoe::demand {

// What one chart says, on a day or of a week, about the recordings in question.
struct ChartSight {
  uint32_t chart = 0;  // number of the chart among those of this service
  Date day;
  ChartSpan span = ChartSpan::day;
  int64_t rows = 0;               // of those recordings that are on it
  int64_t below = 0;              // of those known there that are not
  std::optional<double> streams;  // of the rows; nothing where the chart states ranks alone
  std::optional<double> lowest;   // streams of the chart's lowest row
  std::vector<DeliveryId> deliveries;
};

// Plays that one service reports for a period.
struct PlaysReport {
  Date start;
  Date end;  // the last day
  int64_t plays = 0;
  std::set<DeliveryId> deliveries;
  // Of other recordings than the reports it overlaps: where their days differ, the plays of all
  // these days lie between what is within them and all that overlaps them.
  bool adds = false;
};

// One service in one territory.
struct SeriesSources {
  std::vector<ChartSight> charts;
  std::vector<PlaysReport> reports;
};

// What a week's level rests on, the strongest first.
enum class RestsOn : uint8_t {
  observed,      // rows of charts, or reports of days or one week
  spread,        // a report of a longer period
  bounded,       // a chart of that week on which nothing stands: below its lowest row
  interpolated,  // nothing of that week itself
  unknown,       // nothing near: no level is given
};
std::string_view word(RestsOn rests_on);

struct SeriesWeek {
  int32_t week = 0;  // see week_of
  RestsOn rests_on = RestsOn::unknown;
  std::optional<double> level;  // plays of the week
  std::optional<double> low;    // 80 % interval
  std::optional<double> high;
  std::optional<double> most;       // of a whole week of charts: no more than this is possible
  int32_t days_charted = 0;         // days of the week on a chart that states streams
  int32_t days_below = 0;           // days of such a chart without a row
  std::optional<int64_t> reported;  // of reports, each spread over its days; they add up
  std::set<DeliveryId> deliveries;

  bool operator==(const SeriesWeek&) const = default;
};

struct WeeklySeries {
  std::vector<SeriesWeek> weeks;  // from the first source on, without gaps
  int64_t reports_too_long = 0;   // periods of which no week can be told: set aside
};

// How far from a source of figures a level is still given.
inline constexpr int32_t carried_weeks_max = 4;
// A quarter; what covers more says nothing of a week.
inline constexpr int32_t report_days_max = 100;
// Ten years; older weeks are left out.
inline constexpr int32_t series_weeks_max = 520;

// The weekly level of one service's plays from all it says, up to the week that holds `as_of`. No
// level before the first figure, since the recording may not have been out; none further than
// carried_weeks_max from a figure, unless charts bound the time between two figures.
WeeklySeries weekly_series(const SeriesSources& sources, WeekStart start, Date as_of);

}  // namespace umikoe::demand
