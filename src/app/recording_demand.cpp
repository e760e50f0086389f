#include "app/recording_demand.h"

#include <algorithm>

#include "app/paid_plays.h"

namespace umikoe::app {
namespace {

constexpr double days = 28;
constexpr int32_t usage_days_max = 365;  // older reports say too little of the next 28 days

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

// Every spelling of artist and title that leads to a recording; ambiguous ones lead nowhere.
std::map<std::pair<std::string, std::string>, std::optional<Isrc>> by_names(
    const LoadedWorld& world) {
  std::map<std::pair<std::string, std::string>, std::optional<Isrc>> out;
  for (const auto& [isrc, card] : world.recordings()) {
    if (card.kind != catalogue::RecordingKind::sound || card.artist.empty()) continue;
    for (const auto& title : {card.title, card.title_en}) {
      if (title.empty()) continue;
      const auto [at, fresh] =
          out.try_emplace({folded(card.artist), folded(title)}, std::optional(isrc));
      if (!fresh && at->second != isrc) at->second.reset();
    }
  }
  return out;
}

}  // namespace

TerritoryCode home_territory() { return *TerritoryCode::parse("JP"); }

RecordingDemand::RecordingDemand(const LoadedWorld& world) : world_(world) {
  add_usage();
  add_charts();
  prices_ = demand::yen_per_thousand(paid_plays(world, {}));
}

// The latest period of each recording and territory, all services together, scaled to 28 days.
void RecordingDemand::add_usage() {
  struct Latest {
    Date start;
    Date end;
    double units = 0;
  };
  std::map<std::pair<Isrc, TerritoryCode>, Latest> latest;
  for (const UsageTotal& usage : world_.usage()) {
    if (usage.period_end > world_.as_of()) continue;
    if (world_.as_of().days - usage.period_end.days > usage_days_max) continue;
    Latest& held = latest[{usage.isrc, usage.territory}];
    if (held.units == 0 || usage.period_end > held.end) {
      held = {usage.period_start, usage.period_end, 0};
    }
    if (usage.period_end != held.end) continue;
    held.start = std::min(held.start, usage.period_start);
    held.units += static_cast<double>(usage.paid_units + usage.user_generated_units);
  }
  for (const auto& [cell, held] : latest) {
    const double length = held.end.days - held.start.days + 1;
    if (held.units > 0) cells_[cell].reported = held.units * days / length;
  }
}

void RecordingDemand::add_charts() {
  const auto names = by_names(world_);
  for (const ChartSummary& chart : world_.charts()) {
    if (chart.threshold_streams && chart.artist.empty() && chart.title.empty()) {
      // Below every chart of the territory: the one that sees deepest says most.
      const double limit = static_cast<double>(*chart.threshold_streams) * days;
      const auto [at, first] = chart_limits_.try_emplace(chart.territory, limit);
      at->second = std::min(at->second, limit);
    }
    std::optional<Isrc> isrc = chart.isrc;
    if (!isrc) {
      const auto at = names.find({folded(chart.artist), folded(chart.title)});
      if (at != names.end()) isrc = at->second;
    }
    if (!isrc) continue;
    demand::Evidence& cell = cells_[{*isrc, chart.territory}];
    cell.ever_charted = true;
    // Charts of one service show the same plays: the one that saw it on most days stands for all.
    if (chart.streams_28d && chart.days_28d > cell.charted_days) {
      cell.charted = static_cast<double>(*chart.streams_28d);
      cell.charted_days = chart.days_28d;
    }
  }
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
  demand::Worth worth =
      demand::estimate(evidence(isrc, territory), home_streams(isrc),
                       ratios.ratio(card ? card->artist : std::string(), territory));
  const auto price = prices_.find(territory);
  if (worth.expected && price != prices_.end()) {
    worth.yen = *worth.expected * price->second.yen / 1000;
  }
  return worth;
}

}  // namespace umikoe::app
