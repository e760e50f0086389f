#include "app/demand/next_territories.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace umikoe::app {
namespace {

// A chart that ended earlier is over; the same as where charts are summed up.
constexpr int32_t latest_days = 7;
// How songs travel drifts within months (the forecaster's half life is 56 days), and a year holds
// every season once: older days cost time and say little.
constexpr int32_t history_days = 400;
// Some hundred megabytes while they are looked at; of a wider chart the oldest days are left out.
constexpr int64_t rows_at_most = 2'000'000;

struct Kept {
  int64_t days = 0;  // times territories
  Date last = {INT32_MIN};
  std::set<TerritoryCode> territories;
};

Date last_of(const ChartedDay& day) { return day.day.plus(demand::days_of(day.span) - 1); }

Result<std::vector<ChartedDay>> all_days(const WorldStore& store, const LoadedWorld& world) {
  std::set<TerritoryCode> territories;
  for (const ChartSummary& chart : world.charts()) territories.insert(chart.territory);
  SeriesQuestion question;
  question.territories.assign(territories.begin(), territories.end());
  question.as_of = world.as_of();
  if (territories.empty()) return std::vector<ChartedDay>{};
  UMIKOE_TRY(auto days, store.chart_days(question));
  std::erase_if(days,
                [&](const ChartedDay& day) { return day.day < world.as_of().plus(-history_days); });
  return days;
}

// The chart with most days in most territories, of those that go on; what is missing where none.
std::string choose_chart(const std::vector<ChartedDay>& days, Date as_of, NextTerritories& out) {
  std::map<std::string, Kept> charts;
  for (const ChartedDay& day : days) {
    Kept& kept = charts[day.chart];
    kept.days += demand::days_of(day.span);
    kept.last = std::max(kept.last, last_of(day));
    kept.territories.insert(day.territory);
  }
  if (charts.empty()) return "no_chart";
  std::erase_if(charts, [&](const auto& c) { return c.second.last < as_of.plus(-latest_days); });
  if (charts.empty()) return "chart_over";
  std::erase_if(charts, [](const auto& c) { return c.second.territories.size() < 2; });
  if (charts.empty()) return "one_territory";
  const auto widest =
      std::ranges::max_element(charts, {}, [](const auto& chart) { return chart.second.days; });
  out.chart = widest->first;
  out.origin = widest->second.last;
  return {};
}

// The chart's own days, the oldest left out where there are more rows than can be held.
std::vector<ChartedDay> days_of(std::vector<ChartedDay> days, const std::string& chart) {
  std::erase_if(days, [&](const ChartedDay& day) { return day.chart != chart; });
  std::ranges::sort(days, {},
                    [](const ChartedDay& day) { return std::tuple(-day.day.days, day.territory); });
  int64_t rows = 0;
  size_t held = 0;
  while (held < days.size()) {
    rows += days[held].depth;
    if (rows > rows_at_most) break;
    ++held;
  }
  // A day is looked at in every territory or in none.
  if (held < days.size()) {
    const Date cut = days[held].day;
    while (held > 0 && days[held - 1].day == cut) --held;
  }
  days.resize(held);
  return days;
}

class OurTracks {
 public:
  OurTracks(const LoadedWorld& world, const RecordingDemand& demand, const std::string& chart) {
    for (const ChartSummary& line : world.charts()) {
      const auto isrc = demand.recording_of(line);
      if (!isrc) continue;
      charted_.insert({*isrc, line.territory});
      if (line.chart == chart) recordings_[{line.artist, line.title}] = *isrc;
    }
  }

  std::optional<Isrc> recording(const demand::EntryCharts::Track& track) const {
    const auto at = recordings_.find({track.artist, track.title});
    return at == recordings_.end() ? std::nullopt : std::optional(at->second);
  }
  // By any chart on file, however old.
  bool was_seen(const Isrc& isrc, TerritoryCode territory) const {
    return charted_.contains({isrc, territory});
  }

 private:
  std::map<std::pair<std::string, std::string>, Isrc> recordings_;
  std::set<std::pair<Isrc, TerritoryCode>> charted_;
};

void add_entries(const demand::EntryRun& run, const demand::EntryCharts& charts,
                 const demand::EntryRecord& record, const OurTracks& ours, NextTerritories& out) {
  std::set<std::pair<Isrc, TerritoryCode>> said;
  for (const demand::Entry& entry : run.entries) {
    if (entry.probability < demand::least_alarming_chance) break;
    const auto isrc = ours.recording(charts.tracks()[entry.candidate.track]);
    const auto territory = TerritoryCode::parse(charts.territories()[entry.candidate.territory]);
    if (!isrc || !territory || *territory == home_territory()) continue;
    if (entry.candidate.respelled || ours.was_seen(*isrc, *territory)) continue;
    if (!said.emplace(*isrc, *territory).second) continue;
    out.entries.push_back(
        {*isrc, *territory, entry.probability, record.of(entry.probability), entry.reasons});
  }
}

}  // namespace

Result<NextTerritories> next_territories(const WorldStore& store, const LoadedWorld& world,
                                         const RecordingDemand& demand) {
  NextTerritories out;
  UMIKOE_TRY(auto days, all_days(store, world));
  out.unknown = choose_chart(days, world.as_of(), out);
  if (!out.unknown.empty()) return out;
  const auto asked = days_of(std::move(days), out.chart);
  UMIKOE_TRY(const auto lines, store.chart_lines(asked));
  const demand::EntryCharts charts(lines);
  demand::EntryForecaster forecaster(charts);
  const auto run = forecaster.at(*out.origin);
  if (!run) {
    out.unknown = "history_short";
    return out;
  }
  out.past_entries = run->past_entries;
  const demand::EntryRecord record(forecaster, charts, *out.origin);
  add_entries(*run, charts, record, OurTracks(world, demand, out.chart), out);
  return out;
}

}  // namespace umikoe::app
