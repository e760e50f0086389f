#include "stores/chart_summary.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "stores/segment_queries.h"

namespace umikoe::stores {
namespace {

constexpr int32_t window_days = 28;

using ChartDay = std::tuple<std::string, TerritoryCode, Date>;
using Line = std::tuple<std::string, TerritoryCode, std::string, std::string>;

struct Running {
  app::ChartSummary summary;
  std::set<Date> fresh_days;
  std::set<Date> recent_days;
};

void count(Running& running, const demand::ChartRow& row, bool recent) {
  app::ChartSummary& summary = running.summary;
  const bool first = summary.best_rank == 0;
  if (first || row.day > summary.last_day) summary.depth = row.depth;
  if (row.day == summary.last_day) summary.depth = std::max(summary.depth, row.depth);
  summary.first_day = first ? row.day : std::min(summary.first_day, row.day);
  summary.last_day = first ? row.day : std::max(summary.last_day, row.day);
  summary.best_rank = first ? row.rank : std::min(summary.best_rank, row.rank);
  if (!row.stale) running.fresh_days.insert(row.day);
  if (!recent) return;
  running.recent_days.insert(row.day);
  if (row.streams) summary.streams_28d = summary.streams_28d.value_or(0) + *row.streams;
}

// The lower median of the streams of each recent day's lowest row.
std::optional<int64_t> threshold(const std::vector<const demand::ChartRow*>& recent) {
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
    if (row->streams) streams.push_back(*row->streams);
  }
  if (streams.empty()) return std::nullopt;
  std::ranges::sort(streams);
  return streams[(streams.size() - 1) / 2];
}

}  // namespace

std::vector<app::ChartSummary> summarise(std::span<const DeliveredChartRow> rows, Date as_of) {
  std::map<ChartDay, DeliveryId> last;
  for (const auto& [delivery, row] : rows) {
    DeliveryId& held = last[{row.chart, row.territory, row.day}];
    held = std::max(held, delivery);
  }
  std::map<Line, Running> lines;
  std::map<std::pair<std::string, TerritoryCode>, std::vector<const demand::ChartRow*>> recents;
  for (const auto& [delivery, row] : rows) {
    if (row.day > as_of || last[{row.chart, row.territory, row.day}] != delivery) continue;
    const bool recent = !row.stale && row.day > as_of.plus(-window_days);
    if (recent) recents[{row.chart, row.territory}].push_back(&row);
    count(lines[{row.chart, row.territory, "", ""}], row, recent);
    if (row.artist.empty() && row.title.empty()) continue;
    Running& line = lines[{row.chart, row.territory, row.artist, row.title}];
    count(line, row, recent);
    auto& isrc = line.summary.isrc;
    if (row.isrc && (!isrc || *row.isrc < *isrc)) isrc = row.isrc;
  }
  std::vector<app::ChartSummary> summaries;
  for (auto& [key, running] : lines) {
    app::ChartSummary& summary = running.summary;
    std::tie(summary.chart, summary.territory, summary.artist, summary.title) = key;
    summary.days = static_cast<int64_t>(running.fresh_days.size());
    summary.days_28d = static_cast<int64_t>(running.recent_days.size());
    const bool of_chart = summary.artist.empty() && summary.title.empty();
    if (of_chart)
      summary.threshold_streams = threshold(recents[{summary.chart, summary.territory}]);
    summaries.push_back(summary);
  }
  put_in_order(summaries);
  return summaries;
}

}  // namespace umikoe::stores
