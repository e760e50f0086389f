// Weekly levels from censored charts and months, on the development data.
//   series_bench KWORB_DAILY_CSV_GZ
// The truth is the weeks in which a track stood on the Top 50 on all seven days. Something of what
// the file shows is hidden, the series is computed, and the hidden weeks are compared: with ours,
// and with the naive fill (the last known week; of a month its plays by days).

#include <fmt/format.h>

#include <cmath>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>

#include "demand/series/weekly_series.h"
#include "formats/charts/chart_reader.h"
#include "formats/gzip.h"

namespace umikoe::demand {
namespace {

std::vector<ChartLine> lines_of(const std::string& path) {
  auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  formats::ByteSource raw([file](std::span<char> buffer) -> Result<size_t> {
    file->read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    return static_cast<size_t>(file->gcount());
  });
  std::vector<ChartLine> lines;
  const auto read = formats::charts::read_chart_lines(
      formats::Format::chart_kworb_daily, formats::gunzip(std::move(raw)), path,
      [&](ChartLine&& line) { lines.push_back(std::move(line)); });
  if (!read) fmt::print("{}: {}\n", path, read.error().code);
  return lines;
}

// Streams of each rank of each fresh day.
struct ChartDays {
  std::map<Date, std::map<int32_t, double>> days;
};
struct Track {
  std::string territory;
  std::map<Date, std::pair<int32_t, double>> days;  // rank and streams
};

struct Data {
  std::map<std::string, ChartDays> charts;
  std::vector<Track> tracks;
  Date last;
};

Data data_of(const std::vector<ChartLine>& lines) {
  Data data;
  std::map<std::tuple<std::string, std::string, std::string>, Track> tracks;
  for (const ChartLine& line : lines) {
    if (line.stale || !line.streams) continue;
    const auto plays = static_cast<double>(*line.streams);
    data.charts[line.territory].days[line.day][line.rank] = plays;
    Track& track = tracks[{line.territory, line.artist, line.title}];
    track.territory = line.territory;
    track.days[line.day] = {line.rank, plays};
    data.last = std::max(data.last, line.day);
  }
  for (auto& [key, track] : tracks) data.tracks.push_back(std::move(track));
  return data;
}

std::map<int32_t, double> truth_of(const Track& track) {
  std::map<int32_t, std::pair<int, double>> sums;
  for (const auto& [day, row] : track.days) {
    auto& [days, plays] = sums[week_of(day, WeekStart::friday)];
    ++days;
    plays += row.second;
  }
  std::map<int32_t, double> truth;
  for (const auto& [week, sum] : sums) {
    if (sum.first == 7) truth[week] = sum.second;
  }
  return truth;
}

// Weeks in which the track was on no day of a chart that is whole: it had less than this.
std::map<int32_t, double> limits_of(const Data& data, const Track& track) {
  std::map<int32_t, std::pair<int, double>> sums;
  for (const auto& [day, rows] : data.charts.at(track.territory).days) {
    auto& [days, plays] = sums[week_of(day, WeekStart::friday)];
    if (track.days.contains(day)) continue;
    ++days;
    plays += rows.rbegin()->second;
  }
  std::map<int32_t, double> limits;
  for (const auto& [week, sum] : sums) {
    if (sum.first == 7) limits[week] = sum.second;
  }
  return limits;
}

struct Score {
  double ours = 0, naive = 0, actual = 0;
  double inside = 0;       // of the weeks with a truth
  double inside_fair = 0;  // of those and of the weeks known only to lie below the Top 50
  int weeks = 0, below = 0, unanswered = 0, under = 0;
};

// Of a normal logarithm whose deciles these are: how much lies below `plays`.
double share_below(const SeriesWeek& week, double plays) {
  const double spread = std::log(std::max(*week.high, 1.0) / std::max(*week.low, 0.1)) / 2.5632;
  const double z = std::log(plays / *week.level) / std::max(spread, 1e-9);
  return std::erfc(-z / std::sqrt(2.0)) / 2;
}

// A chart cut at `depth`; weeks that `hidden` names have no chart at all.
SeriesSources cut_chart(const Data& data, const Track& track, int32_t depth,
                        const std::function<bool(int32_t)>& hidden) {
  SeriesSources sources;
  for (const auto& [day, rows] : data.charts.at(track.territory).days) {
    if (hidden(week_of(day, WeekStart::friday))) continue;
    ChartSight sight{.chart = 0, .day = day};
    const auto found = track.days.find(day);
    const bool on = found != track.days.end() && found->second.first <= depth;
    sight.rows = on ? 1 : 0;
    sight.below = on ? 0 : 1;
    if (on) sight.streams = found->second.second;
    const auto lowest = rows.upper_bound(depth);
    if (lowest != rows.begin()) sight.lowest = std::prev(lowest)->second;
    sources.charts.push_back(std::move(sight));
  }
  return sources;
}

// Calendar months of which every day is known, as one service would report them.
SeriesSources months_of(const Data& data, const Track& track) {
  std::map<Date, std::pair<int, int64_t>> months;
  for (const auto& [day, row] : track.days) {
    auto& [days, plays] = months[day.plus(1 - day.day())];
    ++days;
    plays += std::llround(row.second);
  }
  SeriesSources sources;
  for (const auto& [first, sum] : months) {
    const Date next = first.plus(32);
    const Date end = next.plus(-next.day());
    if (end.days - first.days + 1 != sum.first || end > data.last) continue;
    sources.reports.push_back({first, end, sum.second, {DeliveryId{1}}});
  }
  return sources;
}

// Compares the weeks that rest on `kind`; the naive fill is told by `guess`.
void judge(const WeeklySeries& series, const std::map<int32_t, double>& truth,
           const std::map<int32_t, double>& limits,
           const std::function<bool(const SeriesWeek&)>& hidden,
           const std::function<std::optional<double>(const SeriesWeek&)>& guess, Score& score) {
  std::optional<double> last;
  for (const SeriesWeek& week : series.weeks) {
    const auto actual = truth.find(week.week);
    if (!hidden(week)) {
      if (week.days_charted == 7 && week.level) last = week.level;
      continue;
    }
    if (actual == truth.end()) {
      const auto most = limits.find(week.week);
      if (!week.level || most == limits.end()) continue;
      // Calibrated, its place among what is possible is anywhere below the limit's.
      const double place = share_below(week, most->second);
      ++score.below;
      if (place > 0.1) score.inside_fair += (std::min(place, 0.9) - 0.1) / place;
      continue;
    }
    const auto naive = guess(week) ? guess(week) : last;
    if (!naive) continue;  // before the first figure neither says anything
    if (!week.level) {
      ++score.unanswered;
      continue;
    }
    ++score.weeks;
    score.actual += actual->second;
    score.ours += std::abs(*week.level - actual->second);
    score.naive += std::abs(*naive - actual->second);
    score.under += actual->second < *week.low;
    score.inside_fair += actual->second >= *week.low && actual->second <= *week.high ? 1 : 0;
    score.inside += actual->second >= *week.low && actual->second <= *week.high ? 1 : 0;
  }
}

void print(const char* name, const Score& score) {
  fmt::print(
      "{}: {} hidden weeks, {} more without a level; WAPE {:.4f}, naive fill {:.4f}; 80 % "
      "intervals hold {:.1f} % (under {:.1f} %); with {} weeks known only to be below the Top 50: "
      "{:.1f} %\n",
      name, score.weeks, score.unanswered, score.ours / score.actual, score.naive / score.actual,
      100 * score.inside / score.weeks, 100.0 * score.under / score.weeks, score.below,
      100 * score.inside_fair / (score.weeks + score.below));
}

void run(const std::string& path) {
  const Data data = data_of(lines_of(path));
  const auto nothing = [](int32_t) { return false; };
  const auto no_guess = [](const SeriesWeek&) -> std::optional<double> { return std::nullopt; };
  Score deep, below, gaps, both, months;
  int number = 0;
  for (const Track& track : data.tracks) {
    const auto truth = truth_of(track);
    if (truth.size() < 4) continue;
    const auto limits = limits_of(data, track);
    const int32_t phase = ++number % 7;
    // Of every seven weeks three in a row are gone, or none.
    const auto gone = [&](int32_t week) { return (week + phase) % 7 < 3; };
    const auto level = [&](const SeriesSources& sources) {
      return weekly_series(sources, WeekStart::friday, data.last);
    };
    judge(
        level(cut_chart(data, track, 25, nothing)), truth, limits,
        [](const SeriesWeek& week) { return week.days_charted < 7; }, no_guess, deep);
    judge(
        level(cut_chart(data, track, 25, nothing)), truth, limits,
        [](const SeriesWeek& week) { return week.days_charted == 0; }, no_guess, below);
    const auto is_gone = [&](const SeriesWeek& week) { return gone(week.week); };
    judge(level(cut_chart(data, track, 50, gone)), truth, limits, is_gone, no_guess, gaps);
    judge(
        level(cut_chart(data, track, 25, gone)), truth, limits,
        [](const SeriesWeek& week) { return week.days_charted < 7; }, no_guess, both);
    const auto monthly = months_of(data, track);
    judge(
        level(monthly), truth, {},
        [](const SeriesWeek& week) { return week.rests_on == RestsOn::spread; },
        [](const SeriesWeek& week) { return static_cast<double>(*week.reported); }, months);
  }
  print("Top 50 cut at 25", deep);
  print("of these, weeks wholly below", below);
  print("three weeks of seven gone", gaps);
  print("both", both);
  print("months alone", months);
  fmt::print("{:.1f} s of processor time\n", static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace umikoe::demand

int main(int count, char** words) {
  if (count != 2) {
    fmt::print("series_bench KWORB_DAILY_CSV_GZ\n");
    return 2;
  }
  umikoe::demand::run(words[1]);
}
