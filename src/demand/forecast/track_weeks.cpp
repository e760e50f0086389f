#include "demand/forecast/track_weeks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace umikoe::demand {
namespace {

constexpr int32_t days = 7;

// One track on one chart in one week.
struct TrackWeek {
  Date last_day;
  double last_amount = 0;  // of one day
  std::optional<double> stated;
  double sum = 0;
  int32_t chart_days = 0;
  double age = 0;
  double value = 0;
};

using Track = std::tuple<uint32_t, uint32_t, uint32_t>;  // territory, artist, title
using Weeks = std::map<int32_t, TrackWeek>;

std::map<Track, Weeks> gather(const ChartWeeks& charts) {
  std::map<Track, Weeks> tracks;
  for (const CountedLine& line : charts.lines()) {
    TrackWeek& week = tracks[{line.territory, line.artist, line.title}][line.week];
    week.last_day = line.day;
    week.last_amount = line.amount / line.days_counted;
    week.stated = line.sum_of_week;
    week.sum += line.amount;
    week.chart_days += line.days_counted;
    week.age = line.age;
  }
  for (auto& [track, weeks] : tracks) {
    for (auto& [number, week] : weeks) {
      const auto fresh = std::ssize(charts.chart(std::get<0>(track), number).days);
      week.value = week.stated.value_or(week.sum * days / static_cast<double>(fresh));
    }
  }
  return tracks;
}

// What all tracks of a chart, and one track on all charts, did at the same time.
struct Surroundings {
  std::map<std::pair<uint32_t, int32_t>, std::vector<double>> growth_of_chart;
  std::map<std::pair<uint32_t, Date>, std::vector<double>> last_day_of_chart;
  std::map<std::tuple<uint32_t, uint32_t, int32_t>, std::vector<std::pair<uint32_t, double>>>
      growth_elsewhere;
};

double last_day_lead(const TrackWeek& week) {
  return std::log(days * week.last_amount / week.value);
}

Surroundings survey(const std::map<Track, Weeks>& tracks) {
  Surroundings out;
  for (const auto& [track, weeks] : tracks) {
    const auto [territory, artist, title] = track;
    for (const auto& [number, week] : weeks) {
      out.last_day_of_chart[{territory, week.last_day}].push_back(last_day_lead(week));
      const auto before = weeks.find(number - 1);
      if (before == weeks.end()) continue;
      const double growth = std::log(week.value / before->second.value);
      out.growth_of_chart[{territory, number}].push_back(growth);
      out.growth_elsewhere[{artist, title, number}].emplace_back(territory, growth);
    }
  }
  return out;
}

// The weeks of one track without a break up to now, the latest last.
class Run {
 public:
  void add(int32_t week, double value) {
    if (!values_.empty() && week != last_week_ + 1) values_.clear();
    last_week_ = week;
    values_.push_back(value);
    peak_ = std::max(peak_, value);
  }
  int32_t length() const { return static_cast<int32_t>(values_.size()); }
  double peak() const { return peak_; }
  // Growth over some weeks, in logarithms; 0 where they are not known.
  double growth(size_t weeks) const {
    if (values_.size() <= weeks) return 0;
    return std::log(values_.back() / values_[values_.size() - 1 - weeks]);
  }
  double mean_change() const {
    if (values_.size() < 2) return 0;
    double sum = 0;
    for (size_t i = 1; i < values_.size(); ++i) sum += std::abs(values_[i] - values_[i - 1]);
    return sum / static_cast<double>(values_.size() - 1);
  }
  // Mean absolute growth of the last weeks.
  double unrest() const {
    const size_t from = values_.size() > 6 ? values_.size() - 6 : 1;
    double sum = 0;
    for (size_t i = from; i < values_.size(); ++i) {
      sum += std::abs(std::log(values_[i] / values_[i - 1]));
    }
    return values_.size() > from ? sum / static_cast<double>(values_.size() - from) : 0;
  }

 private:
  std::vector<double> values_;
  int32_t last_week_ = 0;
  double peak_ = 0;
};

}  // namespace

void add_track_weeks(const ChartWeeks& charts, WeekTable& table) {
  const std::map<Track, Weeks> tracks = gather(charts);
  const Surroundings around = survey(tracks);
  std::map<std::pair<uint32_t, int32_t>, double> market;
  for (const auto& [chart, growths] : around.growth_of_chart) market[chart] = middle_of(growths);
  std::map<std::pair<uint32_t, Date>, double> usual_lead;
  for (const auto& [day, leads] : around.last_day_of_chart) usual_lead[day] = middle_of(leads);

  for (const auto& [track, weeks] : tracks) {
    const auto [territory, artist, title] = track;
    const auto series = static_cast<uint32_t>(table.series.size());
    table.series.push_back({charts.name(territory), charts.name(artist), charts.name(title)});
    table.at.emplace_back();
    Run run;
    for (const auto& [number, week] : weeks) {
      run.add(number, week.value);
      double elsewhere = 0;
      int count = 0;
      const auto others = around.growth_elsewhere.find({artist, title, number});
      if (others != around.growth_elsewhere.end()) {
        for (const auto& [there, growth] : others->second) {
          if (there == territory) continue;
          elsewhere += growth;
          ++count;
        }
      }
      const ChartWeek& chart = charts.chart(territory, number);
      const double usual = usual_lead.at({territory, week.last_day});
      const auto growth_there = market.find({territory, number});
      const std::initializer_list<double> features = {
          run.growth(1),
          run.length() > 2 ? run.growth(2) - run.growth(1) : 0,
          run.growth(4),
          run.growth(8),
          last_day_lead(week) - usual,
          std::log(week.value / run.peak()),
          std::log(1 + week.age),
          std::log(week.value / chart.lowest.rbegin()->second),
          count > 0 ? elsewhere / count : run.growth(1),
          growth_there == market.end() ? 0 : growth_there->second,
          static_cast<double>(chart.days.rbegin()->days - week.last_day.days),
          static_cast<double>(std::min(run.length(), 3)),
          run.unrest(),
          static_cast<double>(week.chart_days),
          usual,
          static_cast<double>(count)};
      table.at.back()[number] = static_cast<uint32_t>(table.points.size());
      table.points.push_back({.series = series,
                              .week = number,
                              .value = week.value,
                              .scale = run.mean_change(),
                              .weeks = run.length(),
                              .weeks_above_zero = std::min(run.length(), 8),
                              .features = {features.begin(), features.end()}});
    }
  }
}

}  // namespace umikoe::demand
