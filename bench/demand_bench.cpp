// Demand on the development data: the protocols T1 to T4, each with the method to beat from the
// same run.
//   demand_bench DEMAND_FOLDER
// T1: weekly values of tracks, T2: of artists, one to four weeks ahead, origins in weeks 25 to 33
// of the charts of 2025-06 to 2026-02. T3: one hidden territory of each artist of a presence table.
// T4: tracks that enter a chart within 28 days. "pooled ratio": the last value times the median
// growth of all series so far, by horizon and by the growth of the last week.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "demand/entries/entries.h"
#include "demand/forecast/forecast.h"
#include "demand/latent/latent_model.h"
#include "demand_files.h"
#include "formats/charts/chart_reader.h"
#include "formats/charts/presence_table.h"

namespace umikoe::demand {
namespace {

std::vector<ChartLine> lines_of(const std::string& path) {
  std::vector<ChartLine> lines;
  const auto read = formats::charts::read_chart_lines(
      formats::Format::chart_kworb_daily, bytes_of(path), path,
      [&](ChartLine&& line) { lines.push_back(std::move(line)); });
  if (!read) fmt::print("{}: {}\n", path, read.error().code);
  return lines;
}

// Errors of one method over all points.
struct Score {
  double absolute = 0;
  double actual = 0;
  double scaled = 0;
  double pinball = 0;
  double inside = 0;
  int points = 0;

  void add(const std::array<double, 9>& quantiles, double value, double scale) {
    absolute += std::abs(quantiles[4] - value);
    actual += value;
    scaled += std::abs(quantiles[4] - value) / scale;
    for (size_t i = 0; i < quantiles.size(); ++i) {
      const double over = value - quantiles[i];
      pinball += over >= 0 ? deciles[i] * over : (deciles[i] - 1) * over;
    }
    inside += value >= quantiles.front() && value <= quantiles.back() ? 1 : 0;
    ++points;
  }
  double wape() const { return absolute / actual; }
  double mase() const { return scaled / points; }
  double wql() const { return 2 * pinball / (9 * actual); }
};

size_t momentum_bin(double growth) {
  constexpr std::array<double, 3> bounds = {-0.1, -0.02, 0.05};
  return static_cast<size_t>(std::ranges::upper_bound(bounds, growth) - bounds.begin());
}

// The method to beat, as the reference states it.
class PooledRatio {
 public:
  PooledRatio(const WeekTable& table, int32_t origin, int32_t horizon) : table_(table) {
    for (const WeekPoint& point : table.points) {
      if (point.week + horizon > origin) continue;
      const double* before = table.value(point.series, point.week - 1);
      const double* later = table.value(point.series, point.week + horizon);
      if (before == nullptr || later == nullptr || *before <= 0) continue;
      ratios_[momentum_bin(std::log(point.value / *before))].push_back(*later / point.value);
    }
    for (auto& bin : ratios_) std::ranges::sort(bin);
  }
  std::array<double, 9> quantiles(const WeekPoint& point) const {
    const double* before = table_.value(point.series, point.week - 1);
    const double growth = before != nullptr && *before > 0 ? std::log(point.value / *before) : 0;
    const auto& bin = ratios_[momentum_bin(growth)];
    std::array<double, 9> out{};
    for (size_t i = 0; i < out.size(); ++i) {
      const double place = deciles[i] * static_cast<double>(bin.size() - 1);
      const auto low = static_cast<size_t>(place);
      const double share = place - static_cast<double>(low);
      const double high = bin[std::min(low + 1, bin.size() - 1)];
      out[i] = point.value * (bin[low] * (1 - share) + high * share);
    }
    return out;
  }

 private:
  const WeekTable& table_;
  std::array<std::vector<double>, 4> ratios_;
};

// A point the protocol counts.
bool counts(const WeekPoint& point, SeriesLevel level) {
  if (point.weeks < 12 || point.scale <= 0) return false;
  return level == SeriesLevel::track || point.weeks_above_zero >= 4;
}

void forecasts(const std::vector<ChartLine>& lines, SeriesLevel level, const char* name) {
  const double begun = seconds();
  const WeekTable table = week_table(lines, level, WeekStart::friday);
  const int32_t first = week_of(*Date::parse("2025-06-13"), WeekStart::friday);
  Score ours;
  Score pooled;
  double spent = 0;
  for (int32_t origin = first + 25; origin <= first + 33; ++origin) {
    const double before = seconds();
    const ForecastRun run = forecast(table, origin, 4);
    spent += seconds() - before;
    std::vector<PooledRatio> peers;
    for (int32_t h = 1; h <= 4; ++h) peers.emplace_back(table, origin, h);
    for (const Forecast& f : run.forecasts) {
      const WeekPoint& point = table.points[table.at[f.series].at(origin)];
      const double* value = table.value(f.series, origin + f.horizon);
      if (!counts(point, level) || value == nullptr) continue;
      ours.add(f.quantiles, *value, point.scale);
      pooled.add(peers[static_cast<size_t>(f.horizon - 1)].quantiles(point), *value, point.scale);
    }
  }
  const auto gain = [](double mine, double theirs) { return 100 * (1 - mine / theirs); };
  fmt::print("{}: {} points\n", name, ours.points);
  fmt::print("  pooled ratio  WAPE {:.4f}  MASE {:.3f}  WQL {:.4f}\n", pooled.wape(), pooled.mase(),
             pooled.wql());
  fmt::print(
      "  ours          WAPE {:.4f}  MASE {:.3f}  WQL {:.4f}   80 % intervals hold {:.1f} %\n",
      ours.wape(), ours.mase(), ours.wql(), 100 * ours.inside / ours.points);
  fmt::print(
      "  better by     {:.1f} %  {:.1f} %  {:.1f} % (limit 5 % each); {:.1f} s of {:.1f} s\n",
      gain(ours.wape(), pooled.wape()), gain(ours.mase(), pooled.mase()),
      gain(ours.wql(), pooled.wql()), spent, seconds() - begun);
}

void latent(const std::string& path) {
  const double begun = seconds();
  auto presence = presence_of(*formats::charts::read_presence(bytes_of(path)));
  std::vector<std::optional<uint32_t>> hidden(presence.rows.size());
  for (size_t i = 0; i < presence.rows.size(); ++i) {
    auto& seen = presence.rows[i].territories;
    if (seen.size() < 2 || seen.size() == presence.territories.size()) continue;
    const auto at = static_cast<std::ptrdiff_t>(fnv(presence.rows[i].artist) % seen.size());
    hidden[i] = seen[static_cast<size_t>(at)];
    seen.erase(seen.begin() + at);
  }
  const auto japan = static_cast<uint32_t>(std::ranges::find(presence.territories, "jp") -
                                           presence.territories.begin());
  const LatentModel model(presence);
  double first = 0, fifth = 0, reciprocal = 0, all = 0, first_jp = 0, all_jp = 0;
  for (size_t i = 0; i < hidden.size(); ++i) {
    if (!hidden[i]) continue;
    const auto& seen = presence.rows[i].territories;
    const auto ranked = model.rank(seen);
    const auto at = std::ranges::find(ranked, *hidden[i], &LatentTerritory::territory);
    const auto rank = static_cast<double>(at - ranked.begin() + 1);
    ++all;
    first += rank == 1 ? 1 : 0;
    fifth += rank <= 5 ? 1 : 0;
    reciprocal += 1 / rank;
    const bool jp = *hidden[i] == japan || std::ranges::find(seen, japan) != seen.end();
    if (!jp || seen.size() > 8) continue;
    ++all_jp;
    first_jp += rank == 1 ? 1 : 0;
  }
  fmt::print("T3: {:.0f} artists with one hidden territory; {:.0f} of 2 to 9 with Japan\n", all,
             all_jp);
  fmt::print(
      "  EASE (published for this protocol)  R@1 .542  R@5 .802  MRR .657; Japan R@1 .430\n");
  fmt::print(
      "  ours  R@1 {:.3f} (limit .57)  R@5 {:.3f}  MRR {:.3f} (limit .68); Japan R@1 {:.3f} "
      "(limit .47); {:.1f} s\n",
      first / all, fifth / all, reciprocal / all, first_jp / all_jp, seconds() - begun);
}

double average_precision(std::vector<std::pair<double, bool>> judged) {
  std::ranges::stable_sort(judged, [](const auto& a, const auto& b) { return a.first > b.first; });
  double sum = 0;
  double found = 0;
  for (size_t i = 0; i < judged.size(); ++i) {
    if (!judged[i].second) continue;
    ++found;
    sum += found / static_cast<double>(i + 1);
  }
  return sum / found;
}

void entries(const std::vector<ChartLine>& lines) {
  const double begun = seconds();
  const EntryCharts charts(lines);
  EntryForecaster forecaster(charts);
  const Date last = std::ranges::max(lines, {}, &ChartLine::file_day).file_day;
  std::vector<std::pair<double, bool>> ours;
  std::vector<std::pair<double, bool>> peer;
  double expected = 0;
  int came = 0;
  for (Date origin = *Date::parse("2025-10-03"); origin.plus(28) <= last; origin = origin.plus(7)) {
    const auto run = forecaster.at(origin);
    if (!run) continue;
    for (const Entry& entry : run->entries) {
      const auto first = charts.first_seen(entry.candidate.track, entry.candidate.territory);
      const bool entered = first && *first <= origin.plus(entry_window_days);
      came += entered ? 1 : 0;
      expected += entry.probability;
      ours.emplace_back(entry.probability, entered);
      const auto reach = static_cast<size_t>(EntryFeature::young_reach);
      peer.emplace_back(entry.candidate.features[reach], entered);
    }
  }
  fmt::print("T4: {} candidates, {} entered, {:.0f} expected\n", ours.size(), came, expected);
  fmt::print("  noisy-or of shares x exp(-age/14)  AP {:.3f}\n", average_precision(peer));
  fmt::print("  ours  AP {:.3f} (limit .10); {:.1f} s\n", average_precision(ours),
             seconds() - begun);
}

void run(const std::string& folder) {
  const auto lines = lines_of(folder + "kworb_sea_kr_daily_top50_2025-06_2026-02.csv.gz");
  forecasts(lines, SeriesLevel::track, "T1");
  forecasts(lines, SeriesLevel::artist, "T2");
  latent(folder + "artist_territory_presence_top200_2017-2020.csv");
  entries(lines);
  fmt::print("all: {:.1f} s of processor time, one thread (limit 60 s on two cores)\n", seconds());
}

}  // namespace
}  // namespace umikoe::demand

int main(int count, char** words) {
  if (count != 2) {
    fmt::print("demand_bench DEMAND_FOLDER\n");
    return 2;
  }
  umikoe::demand::run(std::string(words[1]) + "/");
}
