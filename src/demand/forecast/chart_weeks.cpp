#include "demand/forecast/chart_weeks.h"

#include <algorithm>
#include <cmath>

namespace umikoe::demand {
namespace {

constexpr int32_t first_friday = 1;  // 2 January 1970, in days
constexpr int32_t first_monday = 4;  // 5 January 1970
constexpr int32_t days = 7;

int32_t anchor(WeekStart start) { return start == WeekStart::friday ? first_friday : first_monday; }

std::optional<double> amount_of(const ChartLine& line) {
  if (line.streams) return static_cast<double>(*line.streams);
  if (line.streams_7d) return static_cast<double>(*line.streams_7d) / days;
  // An index has no sum: one seventh of it a day makes its mean the week's value.
  if (line.popularity) return *line.popularity / days;
  return std::nullopt;
}

}  // namespace

int32_t week_of(Date day, WeekStart start) {
  const int32_t since = day.days - anchor(start);
  return since >= 0 ? since / days : -((days - 1 - since) / days);
}

Date last_day_of(int32_t week, WeekStart start) {
  return Date{anchor(start) + week * days + days - 1};
}

double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

uint32_t ChartWeeks::number_of(const std::string& name) {
  const auto [at, fresh] = numbers_.try_emplace(name, static_cast<uint32_t>(names_.size()));
  if (fresh) names_.push_back(name);
  return at->second;
}

ChartWeeks::ChartWeeks(std::span<const ChartLine> lines, WeekStart start) {
  // In order of days, so that what comes later in time moves nothing that stood before.
  std::vector<const ChartLine*> ordered;
  for (const ChartLine& line : lines) {
    if (!line.stale && amount_of(line).value_or(0) > 0) ordered.push_back(&line);
  }
  std::ranges::stable_sort(ordered, [](const ChartLine* a, const ChartLine* b) {
    return std::tie(a->file_day, a->territory, a->rank, a->artist, a->title) <
           std::tie(b->file_day, b->territory, b->rank, b->artist, b->title);
  });
  std::map<std::tuple<uint32_t, uint32_t, uint32_t>, Date> first_seen;
  for (const ChartLine* line : ordered) {
    CountedLine counted{.territory = number_of(line->territory),
                        .artist = number_of(line->artist),
                        .title = number_of(line->title),
                        .week = week_of(line->file_day, start),
                        .day = line->file_day,
                        .days_counted = days_of(line->span),
                        .amount = *amount_of(*line),
                        .sum_of_week = std::nullopt};
    if (line->streams_7d) counted.sum_of_week = static_cast<double>(*line->streams_7d);
    if (line->span == ChartSpan::week) counted.sum_of_week = counted.amount;
    const auto key = std::tuple(counted.territory, counted.artist, counted.title);
    const Date seen = first_seen.try_emplace(key, counted.day).first->second;
    counted.age = static_cast<double>(line->days_on_chart.value_or(0));
    if (counted.age <= 0) counted.age = counted.day.days - seen.days + 1;
    const Date earliest = ordered.front()->file_day.plus(1 - days_of(ordered.front()->span));
    if (last_day_of(counted.week, start).days - (days - 1) < earliest.days) continue;
    lines_.push_back(counted);
  }
  for (const CountedLine& line : lines_) {
    ChartWeek& chart = charts_[{line.territory, line.week}];
    chart.days.insert(line.day);
    const double weekly = line.amount * days / line.days_counted;
    auto& lowest = chart.lowest.try_emplace(line.day, weekly).first->second;
    lowest = std::min(lowest, weekly);
  }
}

const ChartWeek& ChartWeeks::chart(uint32_t territory, int32_t week) const {
  return charts_.at({territory, week});
}

int32_t ChartWeeks::first_week(uint32_t territory) const {
  return charts_.lower_bound({territory, INT32_MIN})->first.second;
}

}  // namespace umikoe::demand
