#include "app/leaks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/recording_demand.h"

namespace umikoe::app {
namespace {

constexpr int32_t report_days_max = 365;

Cell official_cell(const LoadedWorld& world, const Isrc& isrc, TerritoryCode territory) {
  const Isrc one[] = {isrc};
  const TerritoryCode there[] = {territory};
  CellQuestion question;
  question.date = world.as_of();
  return judge_cells(world, one, there, question).front();
}

}  // namespace

Result<LeakReport> leaks(const LoadedWorld& world, const LeakQuestion& question) {
  SelectionWords words;
  words.territory = question.territory;
  words.artist = question.artist;
  UMIKOE_TRY(const Selection selection, select(world, words));
  const std::set<Isrc> recordings(selection.recordings.begin(), selection.recordings.end());
  const std::set<TerritoryCode> territories(selection.territories.begin(),
                                            selection.territories.end());
  LeakReport report;
  report.as_of = world.as_of();
  report.views_of_no_recording = world.loose_views().of_no_recording;
  report.views_of_no_territory = world.loose_views().of_no_territory;
  std::map<std::pair<Isrc, TerritoryCode>, Leak> cells;
  for (const UsageTotal& usage : world.usage()) {
    if (usage.user_generated_units <= 0 || usage.territory == home_territory()) continue;
    if (!recordings.contains(usage.isrc)) continue;
    if (!question.territory.empty() && !territories.contains(usage.territory)) continue;
    if (usage.period_end > world.as_of()) continue;
    if (world.as_of().days - usage.period_end.days > report_days_max) continue;
    const auto [at, fresh] = cells.try_emplace({usage.isrc, usage.territory});
    Leak& leak = at->second;
    leak.isrc = usage.isrc;
    leak.territory = usage.territory;
    leak.views += usage.user_generated_units;
    leak.first_day = fresh ? usage.period_start : std::min(leak.first_day, usage.period_start);
    leak.last_day = fresh ? usage.period_end : std::max(leak.last_day, usage.period_end);
  }
  for (auto& [cell, leak] : cells) {
    leak.official = official_cell(world, leak.isrc, leak.territory);
    if (leak.official.answer == rights::LinkState::open || leak.official.without_permission) {
      report.views_where_open += leak.views;
      continue;
    }
    report.views += leak.views;
    report.leaks.push_back(leak);
  }
  std::ranges::sort(report.leaks, {}, [](const Leak& leak) {
    return std::tuple(-leak.views, leak.isrc, leak.territory.code());
  });
  report.found = report.leaks.size();
  if (question.limit != 0 && report.leaks.size() > question.limit) {
    report.leaks.resize(question.limit);
  }
  return report;
}

}  // namespace umikoe::app
