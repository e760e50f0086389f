#include "demand/forecast/week_table.h"

#include <algorithm>

#include "demand/forecast/artist_weeks.h"
#include "demand/forecast/chart_weeks.h"
#include "demand/forecast/track_weeks.h"

namespace umikoe::demand {
namespace {

constexpr double highest_index = 100;  // ChartLine::popularity

}  // namespace

WeekTable week_table(std::span<const ChartLine> lines, SeriesLevel level, WeekStart start) {
  const ChartWeeks charts(lines, start);
  WeekTable table;
  table.level = level;
  table.start = start;
  const bool index = std::ranges::none_of(lines, [](const ChartLine& line) {
    return line.streams.has_value() || line.streams_7d.has_value();
  });
  if (index && level == SeriesLevel::track) table.most = highest_index;
  for (const auto& [chart, week] : charts.charts()) {
    table.chart_weeks.emplace(charts.name(chart.first), chart.second);
  }
  level == SeriesLevel::track ? add_track_weeks(charts, table) : add_artist_weeks(charts, table);
  return table;
}

const double* WeekTable::value(uint32_t series_index, int32_t week) const {
  static constexpr double absent = 0;
  const auto found = at[series_index].find(week);
  if (found != at[series_index].end()) return &points[found->second].value;
  if (level == SeriesLevel::track) return nullptr;
  return chart_weeks.contains({series[series_index].territory, week}) ? &absent : nullptr;
}

}  // namespace umikoe::demand
