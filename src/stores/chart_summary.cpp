#include "stores/chart_summary.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "stores/segment_queries.h"

namespace umikoe::stores {
namespace {

constexpr int32_t window_days = 28;
constexpr int32_t late_days_max = 7;   // a chart that ended earlier is over
constexpr int32_t copy_days_max = 14;  // later than that, the same rows are no copy
constexpr size_t copied_rows_min = 10;
constexpr size_t copied_ranks_min = 20;  // without figures

using Chart = std::pair<std::string, TerritoryCode>;
using ChartDay = std::tuple<std::string, TerritoryCode, Date>;
using Line = std::tuple<std::string, TerritoryCode, std::string, std::string>;
using Rows = std::vector<const demand::ChartRow*>;

struct Running {
  app::ChartSummary summary;
  int32_t span = 1;
  std::set<Date> recent_days;
};

void count(Running& running, const demand::ChartRow& row, int32_t depth, bool recent) {
  app::ChartSummary& summary = running.summary;
  const bool first = summary.best_rank == 0;
  running.span = std::max(running.span, demand::days_of(row.span));
  if (first || row.day > summary.last_day) summary.depth = depth;
  summary.first_day = first ? row.day : std::min(summary.first_day, row.day);
  summary.last_day = first ? row.day : std::max(summary.last_day, row.day);
  summary.best_rank = first ? row.rank : std::min(summary.best_rank, row.rank);
  if (!recent) return;
  running.recent_days.insert(row.day);
  if (row.streams) summary.streams_28d = summary.streams_28d.value_or(0) + *row.streams;
}

// The lower median of the streams of each recent day's lowest row.
std::optional<int64_t> threshold(const Rows& recent) {
  std::map<Date, const demand::ChartRow*> lowest;
  for (const demand::ChartRow* row : recent) {
    const auto [found, inserted] = lowest.try_emplace(row->day, row);
    const demand::ChartRow* held = found->second;
    const bool lower = row->rank > held->rank;
    const bool same_and_fewer = row->rank == held->rank && row->streams &&
                                (!held->streams || *row->streams < *held->streams);
    if (lower || same_and_fewer) found->second = row;
  }
  std::vector<int64_t> streams;
  for (const auto& [day, row] : lowest) {
    if (row->streams) streams.push_back(*row->streams / demand::days_of(row->span));
  }
  if (streams.empty()) return std::nullopt;
  std::ranges::sort(streams);
  return streams[(streams.size() - 1) / 2];
}

Date last_day_of(const demand::ChartRow& row) {
  return row.day.plus(demand::days_of(row.span) - 1);
}

// The rows of one day of one chart that stand: the last delivery's, and those of earlier ones whose
// ranks all lie outside every later one's.
struct DayRows {
  Rows rows;
  DeliveryId first;
  DeliveryId last;
};
DayRows standing(const std::map<DeliveryId, Rows>& deliveries) {
  DayRows day{{}, {}, deliveries.rbegin()->first};
  std::vector<std::pair<int32_t, int32_t>> taken;
  for (auto at = deliveries.rbegin(); at != deliveries.rend(); ++at) {
    const auto [low, high] = std::ranges::minmax(at->second, {}, &demand::ChartRow::rank);
    const bool outside = std::ranges::all_of(taken, [&](const auto& range) {
      return range.second < low->rank || range.first > high->rank;
    });
    taken.emplace_back(low->rank, high->rank);
    if (!outside) continue;
    day.rows.insert(day.rows.end(), at->second.begin(), at->second.end());
    day.first = at->first;
  }
  return day;
}

std::vector<std::tuple<int32_t, std::string, std::string, std::optional<int64_t>>> shown(
    const Rows& rows) {
  std::vector<std::tuple<int32_t, std::string, std::string, std::optional<int64_t>>> out;
  for (const auto* row : rows) out.emplace_back(row->rank, row->artist, row->title, row->streams);
  std::ranges::sort(out);
  return out;
}

// Inside one delivery its reader has told.
bool is_copy(const DayRows& day, const DayRows& day_before) {
  const Rows& rows = day.rows;
  const Rows& before = day_before.rows;
  if (day.first == day_before.first && day.last == day_before.last) return false;
  const int32_t apart = rows.front()->day.days - before.front()->day.days;
  const bool figures =
      std::ranges::any_of(rows, [](const auto* row) { return row->streams.has_value(); });
  return apart <= copy_days_max && rows.size() >= (figures ? copied_rows_min : copied_ranks_min) &&
         shown(rows) == shown(before);
}

// Each day's rows, whether they are fresh, and where the chart's last 28 days end.
struct Days {
  std::map<Date, DayRows> rows;
  std::set<Date> copied;
  Date end;

  bool fresh(const demand::ChartRow& row) const { return !row.stale && !copied.contains(row.day); }
};

std::map<Chart, Days> days_of_charts(std::span<const DeliveredChartRow> delivered, Date as_of) {
  std::map<ChartDay, std::map<DeliveryId, Rows>> stated;
  for (const auto& [delivery, row] : delivered) {
    if (last_day_of(row) > as_of) continue;
    stated[{row.chart, row.territory, row.day}][delivery].push_back(&row);
  }
  std::map<Chart, Days> charts;
  for (const auto& [key, deliveries] : stated) {
    const auto& [chart, territory, day] = key;
    charts[{chart, territory}].rows[day] = standing(deliveries);
  }
  for (auto& [chart, days] : charts) {
    const DayRows* before = nullptr;
    std::optional<Date> last;
    for (const auto& [day, rows] : days.rows) {
      if (before && is_copy(rows, *before)) days.copied.insert(day);
      before = &rows;
      for (const auto* row : rows.rows) {
        if (days.fresh(*row)) last = std::max(last.value_or(row->day), last_day_of(*row));
      }
    }
    days.end = last && *last >= as_of.plus(-late_days_max) ? *last : as_of;
  }
  return charts;
}

}  // namespace

std::vector<app::ChartSummary> summarise(std::span<const DeliveredChartRow> delivered, Date as_of) {
  std::vector<app::ChartSummary> summaries;
  for (const auto& [chart, days] : days_of_charts(delivered, as_of)) {
    std::map<Line, Running> lines;
    Rows recents;
    for (const auto& [day, of_day] : days.rows) {
      const Rows& rows = of_day.rows;
      int32_t depth = 0;
      for (const auto* row : rows) depth = std::max({depth, row->depth, row->rank});
      for (const auto* row : rows) {
        const bool recent = days.fresh(*row) && row->day > days.end.plus(-window_days);
        if (recent) recents.push_back(row);
        count(lines[{chart.first, chart.second, "", ""}], *row, depth, recent);
        if (row->artist.empty() && row->title.empty()) continue;
        Running& line = lines[{chart.first, chart.second, row->artist, row->title}];
        count(line, *row, depth, recent);
        auto& isrc = line.summary.isrc;
        if (row->isrc && (!isrc || *row->isrc < *isrc)) isrc = row->isrc;
      }
    }
    for (auto& [key, running] : lines) {
      app::ChartSummary& summary = running.summary;
      std::tie(summary.chart, summary.territory, summary.artist, summary.title) = key;
      summary.days_28d = std::ssize(running.recent_days) * running.span;
      const bool of_chart = summary.artist.empty() && summary.title.empty();
      if (of_chart) summary.threshold_streams = threshold(recents);
      summaries.push_back(summary);
    }
  }
  put_in_order(summaries);
  return summaries;
}

}  // namespace umikoe::stores
