#include "app/recording_demand.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "app/paid_plays.h"

namespace umikoe::app {
namespace {

constexpr double days = 28;
constexpr int32_t usage_days_max = 365;  // older reports say too little of the next 28 days

constexpr int32_t services_apart_max = 31;
constexpr int32_t gap_days_max = 3;  // between parts of one month's days

struct Reported {
  Date start;
  Date end;
  double units = 0;
  double length() const { return end.days - start.days + 1; }
};

double units_of(const UsageTotal& usage) {
  return static_cast<double>(usage.paid_units + usage.user_generated_units);
}

// Totals of one service, from the last back, until they cover 28 days; several may be of one
// period.
Reported latest_of(std::vector<const UsageTotal*>& totals) {
  std::ranges::sort(totals, [](const UsageTotal* a, const UsageTotal* b) {
    return std::pair(b->period_end, b->period_start) < std::pair(a->period_end, a->period_start);
  });
  Reported sum{totals.front()->period_start, totals.front()->period_end, 0};
  for (const UsageTotal* usage : totals) {
    const bool same_end = usage->period_end == sum.end;
    const bool before = sum.length() < days && usage->period_end < sum.start &&
                        sum.start.days - usage->period_end.days <= gap_days_max;
    if (!same_end && !before) continue;
    sum.start = std::min(sum.start, usage->period_start);
    sum.units += units_of(*usage);
  }
  return sum;
}

// Plays of the days just before a service's latest, as of 28 days; nothing where they are unknown.
std::optional<double> plays_before(const Reported& latest, std::vector<const UsageTotal*> totals) {
  std::erase_if(totals, [&](const UsageTotal* usage) {
    const int32_t apart = latest.start.days - usage->period_end.days;
    return apart <= 0 || apart > services_apart_max + gap_days_max;
  });
  if (totals.empty()) return std::nullopt;
  const Reported before = latest_of(totals);
  if (before.units <= 0) return std::nullopt;
  return before.units * days / before.length();
}

}  // namespace

TerritoryCode home_territory() { return *TerritoryCode::parse("JP"); }

Result<RecordingDemand> RecordingDemand::of(const LoadedWorld& world) {
  UMIKOE_TRY(ChartLinks links, chart_links(world));
  RecordingDemand demand(world, std::move(links));
  demand.add_usage();
  demand.add_charts();
  demand.prices_ = demand::yen_per_thousand(paid_plays(world, {}));
  return demand;
}

// The latest 28 days of each service, or its latest period where that is longer, scaled to 28 days;
// services that speak of the last month are added up.
void RecordingDemand::add_usage() {
  using Cell = std::pair<Isrc, TerritoryCode>;
  std::map<Cell, std::map<std::string, std::vector<const UsageTotal*>>> by_cell;
  for (const UsageTotal& usage : world_.usage()) {
    if (usage.period_end > world_.as_of()) continue;
    if (world_.as_of().days - usage.period_end.days > usage_days_max) continue;
    by_cell[{usage.isrc, usage.territory}][usage.service].push_back(&usage);
  }
  std::vector<double> changes;
  for (auto& [cell, services] : by_cell) {
    Date last;
    std::vector<Reported> reported;
    double before = 0;  // of the services that tell of both periods
    double compared = 0;
    for (auto& [service, totals] : services) {
      reported.push_back(latest_of(totals));
      last = std::max(last, reported.back().end);
      const auto service_before = plays_before(reported.back(), totals);
      if (!service_before || reported.back().units <= 0) continue;
      before += *service_before;
      compared += reported.back().units * days / reported.back().length();
    }
    double units = 0;
    for (const Reported& of : reported) {
      if (last.days - of.end.days < services_apart_max) units += of.units * days / of.length();
    }
    if (units > 0) cells_[cell].reported = units;
    if (before <= 0) continue;
    changes.push_back(compared / before);
    if (units > 0) cells_[cell].reported_before = units * before / compared;
  }
  change_ = demand::middle_of_factors(std::move(changes));
}

// A recording may stand on a chart under several spellings, which add up. Charts of one service
// show the same plays: the one that saw it on most days stands for all.
void RecordingDemand::add_charts() {
  struct Charted {
    double streams = 0;
    int64_t days = 0;
  };
  std::map<std::pair<Isrc, TerritoryCode>, std::map<std::string, Charted>> by_cell;
  for (const ChartSummary& chart : world_.charts()) {
    if (chart.threshold_streams && chart.artist.empty() && chart.title.empty()) {
      // Below every chart of the territory: the one that sees deepest says most.
      const double limit = static_cast<double>(*chart.threshold_streams) * days;
      const auto [at, first] = chart_limits_.try_emplace(chart.territory, limit);
      at->second = std::min(at->second, limit);
    }
    const std::optional<Isrc> isrc = recording_of(chart);
    if (!isrc) continue;
    cells_[{*isrc, chart.territory}].ever_charted = true;
    if (!chart.streams_28d || chart.days_28d == 0) continue;
    Charted& charted = by_cell[{*isrc, chart.territory}][chart.chart];
    charted.streams += static_cast<double>(*chart.streams_28d);
    charted.days = std::min<int64_t>(charted.days + chart.days_28d, static_cast<int64_t>(days));
  }
  for (const auto& [cell, charts] : by_cell) {
    demand::Evidence& evidence = cells_[cell];
    for (const auto& [name, charted] : charts) {
      if (charted.days <= evidence.charted_days) continue;
      evidence.charted = charted.streams;
      evidence.charted_days = charted.days;
    }
  }
}

std::optional<Isrc> RecordingDemand::recording_of(const ChartSummary& chart) const {
  if (chart.isrc) return chart.isrc;
  const auto at = links_.find({chart.artist, chart.title});
  return at == links_.end() ? std::nullopt : std::optional(at->second);
}

demand::Evidence RecordingDemand::evidence(const Isrc& isrc, TerritoryCode territory) const {
  const auto at = cells_.find({isrc, territory});
  demand::Evidence out = at == cells_.end() ? demand::Evidence{} : at->second;
  const auto limit = chart_limits_.find(territory);
  if (limit != chart_limits_.end()) out.below_chart = limit->second;
  return out;
}

std::optional<double> RecordingDemand::home_streams(const Isrc& isrc) const {
  const demand::Evidence home = evidence(isrc, home_territory());
  return home.reported ? home.reported : home.charted;
}

demand::Worth RecordingDemand::worth(const Isrc& isrc, TerritoryCode territory,
                                     const demand::ForeignToHome& ratios) const {
  const RecordingCard* card = world_.card(isrc);
  const std::string artist = card ? card->artist : std::string();
  const demand::Evidence there = evidence(isrc, territory);
  demand::Worth worth =
      demand::estimate(there, home_streams(isrc), ratios.ratio(artist, territory));
  worth.interval = demand::interval_of(worth, there, change_, ratios.spread(artist, territory));
  const auto price = prices_.find(territory);
  if (worth.expected && price != prices_.end()) {
    worth.yen = *worth.expected * price->second.yen / 1000;
  }
  return worth;
}

void RecordingDemand::each_estimate(
    const Isrc& isrc, const demand::ForeignToHome& ratios,
    const std::function<void(TerritoryCode, const demand::Worth&)>& each) const {
  static const std::vector<TerritoryCode> territories = TerritorySet::all().members();
  const RecordingCard* card = world_.card(isrc);
  const auto ratio = ratios.ratios_of(card ? card->artist : std::string());
  const auto home = home_streams(isrc);
  auto cell = cells_.lower_bound({isrc, TerritoryCode{}});
  auto limit = chart_limits_.begin();
  for (const TerritoryCode territory : territories) {
    const std::pair place(isrc, territory);
    while (cell != cells_.end() && cell->first < place) ++cell;
    while (limit != chart_limits_.end() && limit->first < territory) ++limit;
    const bool has_cell = cell != cells_.end() && cell->first == place;
    demand::Evidence there = has_cell ? cell->second : demand::Evidence{};
    const bool has_limit = limit != chart_limits_.end() && limit->first == territory;
    if (has_limit) there.below_chart = limit->second;
    const demand::Worth worth = demand::estimate(there, home, ratio[territory.index]);
    if (worth.expected) each(territory, worth);
  }
}

}  // namespace umikoe::app
