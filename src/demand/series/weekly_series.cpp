#include "demand/series/weekly_series.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "demand/series/level_smoother.h"

namespace umikoe::demand {
namespace {

constexpr double day_spread = 0.15;      // of one day's plays about a seventh of its week's
constexpr double figure_spread = 0.01;   // of a figure about the truth: corrections, late plays
constexpr double ninth_decile = 1.2816;  // of the standard normal distribution
constexpr double jump_decile = 1.638;    // of Student's with three degrees: a fall below a chart
constexpr int32_t days_a_week = 7;

Date first_day_of(int32_t week, WeekStart start) { return last_day_of(week, start).plus(-6); }

// Days of a week that speak are noisier than the whole week.
double spread_of(double days) {
  const double parts = day_spread * day_spread * std::max(0.0, 1 / days - 1.0 / days_a_week);
  return std::sqrt(figure_spread * figure_spread + parts);
}

// The first `days` of a period's plays, rounded so that all pieces add up to the whole.
int64_t plays_until(const PlaysReport& report, int32_t days) {
  const double length = report.end.days - report.start.days + 1;
  return std::llround(static_cast<double>(report.plays) * days / length);
}

using Period = std::pair<Date, Date>;  // the first and the last day

// Plays of one period; what several deliveries state of the same days adds up.
struct PeriodSum {
  double plays = 0;
  bool adds = false;
};
using Sums = std::map<Period, PeriodSum>;

// What one chart's days, or a service's daily reports, come to in one week.
struct WeekSum {
  int32_t days = 0;
  double low = 0;
  double high = 0;
  int32_t exact_days = 0;  // on which nothing is below the chart
  double exact = 0;
};

class Weeks {
 public:
  Weeks(const SeriesSources& sources, WeekStart start, Date as_of) : start_(start) {
    last_allowed_ = week_of(as_of, start);
    find_range(sources);
    for (int32_t week = first_; week <= last_; ++week) {
      out_.weeks.emplace_back().week = week;
    }
    if (out_.weeks.empty()) return;
    figures_.assign(out_.weeks.size(), false);
    for (const ChartSight& sight : sources.charts) add(sight);
    for (const PlaysReport& report : sources.reports) add(report);
    add_sums();
  }

  WeeklySeries finish() {
    if (!observations_.empty() && std::ranges::find(figures_, true) != figures_.end()) estimate();
    return std::move(out_);
  }

 private:
  void find_range(const SeriesSources& sources) {
    std::optional<Date> first;
    std::optional<Date> last;
    const auto note = [&](Date from, Date to) {
      if (week_of(to, start_) > last_allowed_) return;
      first = std::min(first.value_or(from), from);
      last = std::max(last.value_or(to), to);
    };
    for (const ChartSight& s : sources.charts) note(s.day, s.day.plus(days_of(s.span) - 1));
    for (const PlaysReport& report : sources.reports) {
      if (too_long(report)) {
        ++out_.reports_too_long;
      } else {
        note(report.start, report.end);
      }
    }
    if (!first) return;
    last_ = std::min(week_of(*last, start_) + carried_weeks_max, last_allowed_);
    first_ = std::max(week_of(*first, start_), last_ - series_weeks_max + 1);
  }

  static bool too_long(const PlaysReport& report) {
    return report.end.days - report.start.days + 1 > report_days_max;
  }

  SeriesWeek* week_at(Date day) {
    const int32_t week = week_of(day, start_);
    return week < first_ || week > last_ ? nullptr
                                         : &out_.weeks[static_cast<size_t>(week - first_)];
  }

  // How much of each week the days from `from` to `to` are; empty where they leave the series.
  LevelObservation over(Date from, Date to) const {
    LevelObservation seen;
    const int32_t first = week_of(from, start_);
    const int32_t last = week_of(to, start_);
    if (first < first_ || last > last_) return seen;
    seen.first_week = static_cast<size_t>(first - first_);
    for (int32_t week = first; week <= last; ++week) {
      const Date begin = std::max(from, first_day_of(week, start_));
      const Date end = std::min(to, last_day_of(week, start_));
      seen.shares.push_back(static_cast<double>(end.days - begin.days + 1) / days_a_week);
    }
    return seen;
  }

  void add(const ChartSight& sight) {
    const int32_t days = days_of(sight.span);
    const bool figure = sight.rows > 0 && sight.streams;
    // Ranks alone, or a chart whose lowest row states nothing, bound nothing.
    if (sight.rows > 0 && !sight.streams) return;
    if (sight.below > 0 && !sight.lowest) return;
    const double low = figure ? *sight.streams : 0;
    const double high =
        low + (sight.below > 0 ? *sight.lowest * static_cast<double>(sight.below) : 0);
    if (high <= 0) return;
    for (int32_t day = 0; day < days; ++day) {
      SeriesWeek* week = week_at(sight.day.plus(day));
      if (week == nullptr) continue;
      charted_[{week->week, sight.day.plus(day)}] |= figure;
      week->deliveries.insert(sight.deliveries.begin(), sight.deliveries.end());
      if (figure) figures_[static_cast<size_t>(week->week - first_)] = true;
    }
    if (sight.span == ChartSpan::day) {
      add_day(chart_sums_[{sight.chart, week_of(sight.day, start_)}], low, high);
    } else {
      LevelObservation seen = over(sight.day, sight.day.plus(days - 1));
      if (seen.shares.size() == 1) limit(out_.weeks[seen.first_week], high);
      observe(std::move(seen), low, high, figure_spread);
    }
  }

  static void limit(SeriesWeek& week, double most) {
    week.most = std::min(week.most.value_or(most), most);
  }

  static void add_day(WeekSum& sum, double low, double high) {
    ++sum.days;
    sum.low += low;
    sum.high += high;
    if (low < high) return;
    ++sum.exact_days;
    sum.exact += high;
  }

  void add(const PlaysReport& report) {
    if (too_long(report)) return;
    const bool one_week = week_of(report.start, start_) == week_of(report.end, start_);
    for (Date day = report.start; day <= report.end; day = day.plus(1)) {
      SeriesWeek* week = week_at(day);
      if (week == nullptr) continue;
      const int32_t past = day.days - report.start.days;
      week->reported =
          week->reported.value_or(0) + plays_until(report, past + 1) - plays_until(report, past);
      week->deliveries.insert(report.deliveries.begin(), report.deliveries.end());
      const auto at = static_cast<size_t>(week->week - first_);
      figures_[at] = true;
      RestsOn& rests_on = week->rests_on;
      rests_on = std::min(rests_on, one_week ? RestsOn::observed : RestsOn::spread);
    }
    PeriodSum& sum = (report.start == report.end ? day_sums_ : period_sums_)[period_of(report)];
    sum.plays += static_cast<double>(report.plays);
    sum.adds = sum.adds || report.adds;
  }

  static Period period_of(const PlaysReport& report) { return {report.start, report.end}; }

  // What `sums` say of a period's plays beyond its own: surely, and at most.
  static std::pair<double, double> beside(const Period& period, bool adds, const Sums& sums) {
    std::pair<double, double> out;
    for (const auto& [other, sum] : sums) {
      if (other.first > period.second) break;
      const bool apart = other == period || other.second < period.first;
      if (apart || !(adds || sum.adds) || sum.plays <= 0) continue;
      const bool within = period.first <= other.first && other.second <= period.second;
      if (within) out.first += sum.plays;
      out.second += sum.plays;
    }
    return out;
  }

  void observe(LevelObservation seen, double low, double high, double spread) {
    if (seen.shares.empty()) return;
    seen.low = high < 1 ? 0 : low;
    seen.high = std::max(high, 1.0);
    seen.spread = spread;
    observations_.push_back(std::move(seen));
  }

  void add_sums() {
    const auto of_week = [&](int32_t week, const WeekSum& sum) {
      if (week < first_ || week > last_) return;
      LevelObservation seen;
      seen.first_week = static_cast<size_t>(week - first_);
      seen.shares = {std::min(1.0, static_cast<double>(sum.days) / days_a_week)};
      // On some days on the chart, on others just off it: the former say how far off.
      if (sum.exact_days > 0 && sum.exact_days < sum.days) {
        LevelObservation part = seen;
        part.shares = {static_cast<double>(sum.exact_days) / days_a_week};
        observe(std::move(part), sum.exact, sum.exact, spread_of(sum.exact_days));
      }
      observe(std::move(seen), sum.low, sum.high, spread_of(sum.days));
    };
    for (const auto& [key, sum] : chart_sums_) {
      of_week(key.second, sum);
      if (sum.days < days_a_week || key.second < first_ || key.second > last_) continue;
      SeriesWeek& week = out_.weeks[static_cast<size_t>(key.second - first_)];
      limit(week, sum.high);
    }
    for (const auto& [week, sum] : daily_reports()) of_week(week, sum);
    for (const auto& [period, sum] : period_sums_) {
      double low = sum.plays;
      double high = sum.plays;
      for (const Sums* others : {&period_sums_, &day_sums_}) {
        const auto [surely, at_most] = beside(period, sum.adds, *others);
        low += surely;
        high += at_most;
      }
      observe(over(period.first, period.second), low, high, figure_spread);
    }
    for (const auto& [key, figure] : charted_) {
      SeriesWeek& week = out_.weeks[static_cast<size_t>(key.first - first_)];
      ++(figure ? week.days_charted : week.days_below);
      week.rests_on = std::min(week.rests_on, figure ? RestsOn::observed : RestsOn::bounded);
    }
  }

  std::map<int32_t, WeekSum> daily_reports() const {
    std::map<int32_t, WeekSum> weeks;
    std::set<int32_t> adding;
    for (const auto& [day, sum] : day_sums_) {
      const int32_t week = week_of(day.first, start_);
      add_day(weeks[week], sum.plays, sum.plays);
      if (sum.adds) adding.insert(week);
    }
    for (auto& [week, sum] : weeks) {
      const Period days{first_day_of(week, start_), last_day_of(week, start_)};
      const double at_most = beside(days, adding.contains(week), period_sums_).second;
      sum.high += at_most;
      if (at_most > 0) sum.exact_days = 0;
    }
    return weeks;
  }

  // How many weeks lie between a week and the nearest figure.
  int32_t distance(size_t at) const {
    int32_t nearest = INT32_MAX;
    for (size_t i = 0; i < figures_.size(); ++i) {
      const auto apart = static_cast<int32_t>(i > at ? i - at : at - i);
      if (figures_[i]) nearest = std::min(nearest, apart);
    }
    return nearest;
  }

  void estimate() {
    const auto levels = smooth_level(out_.weeks.size(), observations_);
    const auto first = static_cast<size_t>(std::ranges::find(figures_, true) - figures_.begin());
    size_t last = figures_.size();
    while (!figures_[--last]) continue;
    for (size_t at = first; at < out_.weeks.size(); ++at) {
      SeriesWeek& week = out_.weeks[at];
      const bool between = at < last && week.rests_on == RestsOn::bounded;
      if (!between && distance(at) > carried_weeks_max) continue;
      if (week.rests_on == RestsOn::unknown) week.rests_on = RestsOn::interpolated;
      const auto within = [&](double plays) {
        return week.most ? std::min(plays, *week.most) : plays;
      };
      week.level = within(levels[at].plays(0));
      const bool fell = week.rests_on == RestsOn::bounded;
      week.low = within(levels[at].plays(fell ? -jump_decile : -ninth_decile));
      week.high = within(levels[at].plays(ninth_decile));
    }
  }

  WeekStart start_;
  int32_t first_ = 0;
  int32_t last_ = -1;
  int32_t last_allowed_ = 0;
  WeeklySeries out_;
  std::vector<bool> figures_;                         // of each week: a source states plays of it
  std::map<std::pair<int32_t, Date>, bool> charted_;  // week and day: a row with streams stands
  std::map<std::pair<uint32_t, int32_t>, WeekSum> chart_sums_;  // by chart and week
  Sums period_sums_;
  Sums day_sums_;
  std::vector<LevelObservation> observations_;
};

}  // namespace

std::string_view word(RestsOn rests_on) {
  switch (rests_on) {
    case RestsOn::observed:
      return "observed";
    case RestsOn::spread:
      return "spread";
    case RestsOn::bounded:
      return "bounded";
    case RestsOn::interpolated:
      return "interpolated";
    case RestsOn::unknown:
      break;
  }
  return "unknown";
}

WeeklySeries weekly_series(const SeriesSources& sources, WeekStart start, Date as_of) {
  return Weeks(sources, start, as_of).finish();
}

}  // namespace umikoe::demand
