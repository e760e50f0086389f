#include "app/demand/alarm_grounds.h"

#include <algorithm>

namespace umikoe::app {
namespace {

using demand::AlarmKind;

// How the charts of other territories reach back.
struct ChartsAbroad {
  bool any = false;
  int64_t days = 0;          // the most of one chart up to the day
  bool reaches_day = false;  // one of them into the days in which a first sight is news
};

ChartsAbroad charts_abroad(const LoadedWorld& world) {
  ChartsAbroad out;
  for (const ChartSummary& chart : world.charts()) {
    const bool whole = chart.artist.empty() && chart.title.empty();
    if (!whole || chart.territory == home_territory() || chart.first_day > world.as_of()) continue;
    const Date last = std::min(chart.last_day, world.as_of());
    out.any = true;
    out.days = std::max<int64_t>(out.days, last.days - chart.first_day.days + 1);
    out.reaches_day |= world.as_of().days - last.days < demand::first_sight_days;
  }
  return out;
}

AlarmGround ground_of_charts(const ChartsAbroad& charts, int64_t needed, bool reaches) {
  AlarmGround ground;
  if (!charts.any) {
    ground.missing = "no_chart";
    return ground;
  }
  ground.on_file = charts.days;
  ground.needed = needed;
  if (!reaches) ground.missing = "chart_over";
  if (charts.days < needed) ground.missing = "history_short";
  return ground;
}

AlarmGround ground_of_reports(std::span<const demand::Abroad> abroad) {
  AlarmGround ground;
  ground.on_file = demand::comparable_cells(abroad);
  ground.needed = demand::peers_min;
  if (*ground.on_file < *ground.needed) ground.missing = "few_reports";
  return ground;
}

AlarmGround ground_of(std::string_view kind, const ChartsAbroad& charts, const AlarmReport& report,
                      std::span<const demand::Abroad> abroad,
                      std::span<const demand::Appearance> dates) {
  // A chart must be on file for so long before the first day of which it can be news.
  constexpr int64_t before = demand::first_sight_days;
  if (kind == word(AlarmKind::first_seen)) {
    return ground_of_charts(charts, before + 1, charts.reaches_day);
  }
  if (kind == word(AlarmKind::follow_through)) {
    return ground_of_charts(charts, before + demand::patience_days + 1, true);
  }
  if (kind == word(AlarmKind::rising)) return ground_of_reports(abroad);
  AlarmGround ground;
  if (kind == "next_territory") ground.missing = report.next.unknown;
  if (kind == "lone_slot" && dates.empty()) ground.missing = "no_dates";
  return ground;
}

int64_t alarms_of(std::string_view kind, const AlarmReport& report) {
  if (kind == "next_territory") return std::ssize(report.next.entries);
  if (kind == "lone_slot") return std::ssize(report.slots);
  return std::ranges::count_if(
      report.alarms, [&](const demand::Alarm& alarm) { return word(alarm.kind) == kind; });
}

}  // namespace

std::vector<AlarmGround> alarm_grounds(const LoadedWorld& world, const AlarmReport& report,
                                       std::span<const demand::Abroad> abroad,
                                       std::span<const demand::Appearance> dates) {
  const ChartsAbroad charts = charts_abroad(world);
  std::vector<AlarmGround> out;
  for (const std::string_view kind : alarm_kinds) {
    out.push_back(ground_of(kind, charts, report, abroad, dates));
    out.back().kind = kind;
    out.back().alarms = alarms_of(kind, report);
  }
  return out;
}

}  // namespace umikoe::app
