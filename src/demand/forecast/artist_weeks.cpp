#include "demand/forecast/artist_weeks.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace umikoe::demand {
namespace {

constexpr int32_t days = 7;

// One artist on one chart in one week.
struct ArtistWeek {
  double sum = 0;
  std::map<Date, double> by_day;  // of one day
  int rows = 0;
  // Of the chart's last day:
  int last_rows = 0;
  double weighted_age = 0;
  double least_age = -1;  // logarithm; -1: not on the chart that day
  double highest = 0;
};

using Artist = std::pair<uint32_t, uint32_t>;  // territory, artist
using Weeks = std::map<int32_t, ArtistWeek>;

std::map<Artist, Weeks> gather(const ChartWeeks& charts) {
  std::map<Artist, Weeks> artists;
  for (const CountedLine& line : charts.lines()) {
    ArtistWeek& week = artists[{line.territory, line.artist}][line.week];
    const double daily = line.amount / line.days_counted;
    week.sum += line.amount;
    week.by_day[line.day] += daily;
    ++week.rows;
    if (line.day != *charts.chart(line.territory, line.week).days.rbegin()) continue;
    const double age = std::log(1 + line.age);
    ++week.last_rows;
    week.weighted_age += daily * age;
    week.least_age = week.least_age < 0 ? age : std::min(week.least_age, age);
    week.highest = std::max(week.highest, daily);
  }
  return artists;
}

double bounded_log(double above, double below) {
  return std::clamp(std::log(above / below), -2.0, 2.0);
}

// Weekly values of all artists, zero in weeks without a charted track.
class Values {
 public:
  Values(const ChartWeeks& charts, const std::map<Artist, Weeks>& artists) {
    for (const auto& [artist, weeks] : artists) {
      for (const auto& [number, week] : weeks) {
        const ChartWeek& chart = charts.chart(artist.first, number);
        const bool weekly = charts.lines().front().days_counted == days;
        const double fresh = weekly ? days : static_cast<double>(chart.days.size());
        values_[artist][number] = week.sum * days / fresh;
      }
    }
    for (const auto& [artist, weeks] : values_) {
      for (const auto& [number, value] : weeks) {
        const double growth = bounded_log(value + 1, of(artist, number - 1) + 1);
        growth_[{artist.second, number}].emplace_back(artist.first, growth);
      }
    }
  }
  double of(const Artist& artist, int32_t week) const {
    const auto& weeks = values_.at(artist);
    const auto at = weeks.find(week);
    return at == weeks.end() ? 0 : at->second;
  }
  // Mean growth of the artist on other charts, and how many of them.
  std::pair<double, int> elsewhere(const Artist& artist, int32_t week) const {
    double sum = 0;
    int count = 0;
    for (const auto& [territory, growth] : growth_.at({artist.second, week})) {
      if (territory == artist.first) continue;
      sum += growth;
      ++count;
    }
    return {count > 0 ? sum / count : bounded_log(of(artist, week) + 1, of(artist, week - 1) + 1),
            count};
  }

 private:
  std::map<Artist, std::map<int32_t, double>> values_;
  std::map<std::pair<uint32_t, int32_t>, std::vector<std::pair<uint32_t, double>>> growth_;
};

// How much above or below its week each day of a chart usually is, in logarithms.
std::map<std::pair<uint32_t, Date>, double> usual_days(const ChartWeeks& charts,
                                                       const std::map<Artist, Weeks>& artists) {
  std::map<std::pair<uint32_t, Date>, std::vector<double>> seen;
  for (const auto& [artist, weeks] : artists) {
    for (const auto& [number, week] : weeks) {
      if (week.by_day.size() != charts.chart(artist.first, number).days.size()) continue;
      double sum = 0;
      for (const auto& [day, amount] : week.by_day) sum += amount;
      for (const auto& [day, amount] : week.by_day) {
        seen[{artist.first, day}].push_back(
            std::log(amount * static_cast<double>(week.by_day.size()) / sum));
      }
    }
  }
  std::map<std::pair<uint32_t, Date>, double> usual;
  for (auto& [day, values] : seen) usual[day] = middle_of(std::move(values));
  return usual;
}

struct History {
  std::vector<double> values;  // since the chart's first week
  double back(size_t weeks) const {
    return values.size() > weeks ? values[values.size() - 1 - weeks] : 0;
  }
  double mean_change() const {
    double sum = 0;
    for (size_t i = 1; i < values.size(); ++i) sum += std::abs(values[i] - values[i - 1]);
    return values.size() > 1 ? sum / static_cast<double>(values.size() - 1) : 0;
  }
  int32_t above_zero(size_t weeks) const {
    int32_t count = 0;
    for (size_t i = 0; i < weeks; ++i) count += back(i) > 0 ? 1 : 0;
    return count;
  }
  double mean(size_t weeks) const {
    weeks = std::min(weeks, values.size());
    double sum = 0;
    for (size_t i = 0; i < weeks; ++i) sum += back(i);
    return sum / static_cast<double>(weeks);
  }
};

std::vector<float> features_of(const ArtistWeek& week, const ChartWeek& chart,
                               const History& history, std::pair<double, int> elsewhere,
                               double usual) {
  const double value = history.back(0);
  const double lowest = chart.lowest.rbegin()->second;
  // Below the chart anything from nothing to its lowest row is possible: half of it stands for
  // zero.
  const auto growth = [&](double above, double below) {
    return bounded_log(above + lowest / 2, below + lowest / 2);
  };
  const auto last = week.by_day.find(*chart.days.rbegin());
  const double last_amount = last == week.by_day.end() ? 0 : last->second;
  const double peak = *std::ranges::max_element(history.values);
  const std::initializer_list<double> features = {
      growth(value, history.back(1)),
      growth(history.back(1), history.back(2)),
      growth(value, history.back(4)),
      growth(value, history.back(8)),
      growth(days * last_amount * std::exp(-usual), value),
      std::log(value / peak),
      std::log(value / lowest),
      static_cast<double>(week.last_rows),
      static_cast<double>(week.by_day.size()) / static_cast<double>(chart.days.size()),
      static_cast<double>(history.above_zero(8)),
      last_amount > 0 ? week.weighted_age / last_amount : 0,
      week.least_age,
      week.highest / (last_amount + 1),
      elsewhere.first,
      static_cast<double>(elsewhere.second),
      growth(value, history.mean(4)),
      last_amount > 0 ? 1.0 : 0.0};
  return {features.begin(), features.end()};
}

}  // namespace

void add_artist_weeks(const ChartWeeks& charts, WeekTable& table) {
  const std::map<Artist, Weeks> artists = gather(charts);
  if (artists.empty()) return;
  const Values values(charts, artists);
  const auto usual = usual_days(charts, artists);
  for (const auto& [artist, weeks] : artists) {
    const auto series = static_cast<uint32_t>(table.series.size());
    table.series.push_back({charts.name(artist.first), charts.name(artist.second), {}});
    table.at.emplace_back();
    const int32_t first = charts.first_week(artist.first);
    for (const auto& [number, week] : weeks) {
      History history;
      for (int32_t w = first; w <= number; ++w) history.values.push_back(values.of(artist, w));
      const ChartWeek& chart = charts.chart(artist.first, number);
      const auto day = usual.find({artist.first, *chart.days.rbegin()});
      table.at.back()[number] = static_cast<uint32_t>(table.points.size());
      table.points.push_back(
          {.series = series,
           .week = number,
           .value = history.back(0),
           .scale = history.mean_change(),
           .weeks = static_cast<int32_t>(history.values.size()),
           .weeks_above_zero = history.above_zero(8),
           .features = features_of(week, chart, history, values.elsewhere(artist, number),
                                   day == usual.end() ? 0 : day->second)});
    }
  }
}

}  // namespace umikoe::demand
