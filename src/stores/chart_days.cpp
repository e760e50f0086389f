#include "stores/chart_days.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "base/limits.h"

namespace umikoe::stores {
namespace {

constexpr int32_t copy_days_max = 14;  // these three as in chart_summary.cpp
constexpr int64_t copied_rows_min = 10;
constexpr int64_t copied_ranks_min = 20;

// The parts of one day that stand, the last delivery's first, joined into one.
struct Day {
  ChartPart whole;
  std::vector<DeliveryId> deliveries;  // in order
};

Day joined(std::span<const ChartPart> parts) {
  Day day;
  std::vector<std::pair<int32_t, int32_t>> taken;
  for (size_t i = parts.size(); i-- > 0;) {
    const ChartPart& part = parts[i];
    const bool outside = std::ranges::all_of(taken, [&](const auto& range) {
      return range.second < part.low || range.first > part.high;
    });
    taken.emplace_back(part.low, part.high);
    if (!outside) continue;
    ChartPart& whole = day.whole;
    day.deliveries.insert(day.deliveries.begin(), part.delivery);
    if (day.deliveries.size() == 1) {
      whole = part;
      continue;
    }
    if (part.high > whole.high) whole.lowest = part.lowest;
    whole.low = std::min(whole.low, part.low);
    whole.high = std::max(whole.high, part.high);
    whole.depth = std::max(whole.depth, part.depth);
    whole.row_count += part.row_count;
    whole.figures += part.figures;
    whole.fresh = whole.fresh || part.fresh;
    whole.print ^= part.print;
    if (part.wanted > 0) {
      whole.wanted_rank =
          whole.wanted > 0 ? std::min(whole.wanted_rank, part.wanted_rank) : part.wanted_rank;
    }
    whole.wanted += part.wanted;
    whole.wanted_figures += part.wanted_figures;
    whole.wanted_streams += part.wanted_streams;
  }
  return day;
}

// Inside one delivery its reader has told.
bool is_copy(const Day& day, const Day& before) {
  const bool same_sources = day.deliveries.front() == before.deliveries.front() &&
                            day.deliveries.back() == before.deliveries.back();
  const int64_t least = day.whole.figures > 0 ? copied_rows_min : copied_ranks_min;
  return !same_sources && day.whole.day.days - before.whole.day.days <= copy_days_max &&
         day.whole.row_count >= least && day.whole.row_count == before.whole.row_count &&
         day.whole.print == before.whole.print;
}

app::ChartedDay told(Day day) {
  ChartPart& whole = day.whole;
  app::ChartedDay out;
  out.chart = std::move(whole.chart);
  out.territory = whole.territory;
  out.day = whole.day;
  out.span = whole.span;
  out.depth = whole.depth;
  out.lowest = whole.lowest;
  out.rows = whole.wanted;
  if (whole.wanted > 0) out.best_rank = whole.wanted_rank;
  if (whole.wanted > 0 && whole.wanted_figures == whole.wanted) out.streams = whole.wanted_streams;
  out.deliveries = std::move(day.deliveries);
  return out;
}

template <class T>
bool among(const std::vector<T>& values, const T& value) {
  return std::ranges::find(values, value) != values.end();
}

uint64_t print_of(const demand::ChartRow& row) {
  const std::hash<std::string> text;
  uint64_t print = static_cast<uint64_t>(row.rank);
  const auto mix = [&](uint64_t value) {
    print = (print ^ value) * 0x9e3779b97f4a7c15ULL;
    print ^= print >> 29;
  };
  mix(text(row.artist));
  mix(text(row.title));
  mix(row.streams ? static_cast<uint64_t>(*row.streams) : UINT64_MAX);
  return print;
}

}  // namespace

void add_parts(DeliveryId delivery, std::span<const demand::ChartRow> rows,
               const app::SeriesQuestion& question, std::vector<ChartPart>& parts) {
  std::map<std::tuple<std::string, TerritoryCode, Date>, ChartPart> found;
  for (const demand::ChartRow& row : rows) {
    if (row.day.plus(demand::days_of(row.span) - 1) > question.as_of) continue;
    if (!among(question.territories, row.territory)) continue;
    auto [at, first] = found.try_emplace({row.chart, row.territory, row.day});
    ChartPart& part = at->second;
    if (first) {
      part.delivery = delivery;
      std::tie(part.chart, part.territory, part.day) = at->first;
      part.low = row.rank;
    }
    part.span = std::max(part.span, row.span);
    const bool fewer =
        row.rank == part.high && row.streams && (!part.lowest || *row.streams < *part.lowest);
    if (first || row.rank > part.high || fewer) part.lowest = row.streams;
    part.low = std::min(part.low, row.rank);
    part.high = std::max(part.high, row.rank);
    part.depth = std::max({part.depth, row.depth, row.rank});
    ++part.row_count;
    part.figures += row.streams ? 1 : 0;
    part.fresh = part.fresh || !row.stale;
    part.print ^= print_of(row);
    const bool wanted = row.isrc ? among(question.isrcs, *row.isrc)
                                 : among(question.names, std::pair(row.artist, row.title));
    if (!wanted) continue;
    part.wanted_rank = part.wanted > 0 ? std::min(part.wanted_rank, row.rank) : row.rank;
    ++part.wanted;
    part.wanted_figures += row.streams ? 1 : 0;
    part.wanted_streams += row.streams.value_or(0);
  }
  for (auto& [key, part] : found) parts.push_back(std::move(part));
}

std::vector<app::ChartedDay> standing_days(std::vector<ChartPart> parts) {
  std::ranges::sort(parts, {}, [](const ChartPart& part) {
    return std::tie(part.chart, part.territory, part.day, part.delivery);
  });
  std::vector<app::ChartedDay> out;
  std::optional<Day> before;
  for (size_t first = 0; first < parts.size();) {
    const auto same = [&](size_t i) {
      return parts[i].chart == parts[first].chart && parts[i].territory == parts[first].territory &&
             parts[i].day == parts[first].day;
    };
    size_t end = first;
    while (end < parts.size() && same(end)) ++end;
    Day day = joined(std::span(parts).subspan(first, end - first));
    const bool same_chart = before && before->whole.chart == day.whole.chart &&
                            before->whole.territory == day.whole.territory;
    const bool copied = same_chart && is_copy(day, *before);
    before = day;
    if (day.whole.fresh && !copied) out.push_back(told(std::move(day)));
    first = end;
  }
  return out;
}

StandingRows::StandingRows(std::span<const app::ChartedDay> days) {
  for (const app::ChartedDay& day : days) {
    chart_ = day.chart;
    first_day_ = std::min(first_day_, day.day);
    last_day_ = std::max(last_day_, day.day);
    if (!among(territories_, day.territory)) territories_.push_back(day.territory);
    deliveries_[{day.territory, day.day}] = day.deliveries;
  }
}

bool StandingRows::contains(DeliveryId delivery, TerritoryCode territory, Date day) const {
  const auto at = deliveries_.find({territory, day});
  return at != deliveries_.end() && among(at->second, delivery);
}

demand::ChartLine line_of(const demand::ChartRow& row) {
  demand::ChartLine line;
  line.territory = row.territory.code();
  line.code = row.territory;
  line.day = row.day;
  line.file_day = row.day.plus(demand::days_of(row.span) - 1);
  line.span = row.span;
  line.rank = row.rank;
  line.artist = row.artist;
  line.title = row.title;
  line.isrc = row.isrc;
  line.streams = row.streams;
  line.stale = row.stale;
  return line;
}

Result<void> add_line(std::vector<demand::ChartLine>& lines, demand::ChartLine line) {
  const Limit& most = limits::forecast_rows;
  if (std::ssize(lines) >= most.value) {
    return fail("limit_exceeded", {{"limit", std::string(most.name)},
                                   {"value", std::to_string(most.value)},
                                   {"unit", std::string(most.unit)}});
  }
  lines.push_back(std::move(line));
  return {};
}

Result<void> add_lines(DeliveryId delivery, std::span<const demand::ChartRow> rows,
                       const StandingRows& standing, std::vector<demand::ChartLine>& lines) {
  for (const demand::ChartRow& row : rows) {
    if (row.chart != standing.chart()) continue;
    if (!standing.contains(delivery, row.territory, row.day)) continue;
    UMIKOE_TRY(add_line(lines, line_of(row)));
  }
  return {};
}

void put_in_order(std::vector<demand::ChartLine>& lines) {
  std::ranges::sort(lines, {}, [](const demand::ChartLine& line) {
    return std::tie(line.day, line.territory, line.rank, line.artist, line.title);
  });
}

}  // namespace umikoe::stores
