#include "app/demand/alarm_report.h"

#include <algorithm>
#include <map>

#include "app/demand/alarm_grounds.h"
#include "app/demand/territory_words.h"
#include "app/recording_demand.h"
#include "base/unicode_text.h"

namespace umikoe::app {
namespace {

using demand::Abroad;
using Cell = std::pair<Isrc, TerritoryCode>;

Date day_of(Instant at) { return Date{static_cast<int32_t>(at.seconds / seconds_per_day)}; }

void note_first(std::map<Cell, Abroad>& cells, const Cell& key, Date first, Date chart_since) {
  Abroad& cell = cells[key];
  if (cell.first_charted && *cell.first_charted <= first) return;
  cell.first_charted = first;
  cell.chart_since = chart_since;
}

void add_charts(const LoadedWorld& world, const RecordingDemand& demand,
                std::map<Cell, Abroad>& cells) {
  std::map<std::pair<std::string, TerritoryCode>, Date> since;
  for (const ChartSummary& chart : world.charts()) {
    if (chart.artist.empty() && chart.title.empty()) {
      since[{chart.chart, chart.territory}] = chart.first_day;
    }
  }
  for (const ChartSummary& chart : world.charts()) {
    const std::optional<Isrc> isrc = demand.recording_of(chart);
    const auto begun = since.find({chart.chart, chart.territory});
    if (!isrc || begun == since.end() || chart.territory == home_territory()) continue;
    note_first(cells, {*isrc, chart.territory}, chart.first_day, begun->second);
  }
}

// The last thing done about a recording: a licence that starts there, or a change that names it.
std::optional<Date> last_action(const LoadedWorld& world, const Abroad& cell) {
  std::optional<Date> last;
  const auto note = [&](Date day) {
    if (day <= world.as_of() && (!last || day > *last)) last = day;
  };
  for (const rights::Licence& licence : world.licences()) {
    if (licence.isrc != cell.isrc || !licence.start) continue;
    if (rights::territories_of(licence, *licence.start).contains(cell.territory)) {
      note(*licence.start);
    }
  }
  const RecordingCard* card = world.card(cell.isrc);
  const std::string isrc = cell.isrc.to_string();
  for (const edits::Edit& edit : world.edits()) {
    const auto names = [&](const std::string& word) {
      return !word.empty() && (edit.entry.subject.find(word) != std::string::npos ||
                               edit.entry.body.find(word) != std::string::npos);
    };
    if (names(isrc) || (card != nullptr && names(card->artist))) note(day_of(edit.entry.made_at));
  }
  return last;
}

// Whether an alarm is about an artist and a territory that are asked for.
class Asked {
 public:
  static Result<Asked> of(const AlarmWords& words, const LoadedWorld& world) {
    Asked asked(words, world);
    UMIKOE_TRY(const auto codes, parse_territories(words.territories));
    for (const TerritoryCode code : codes) asked.territories_.insert(code);
    return asked;
  }

  bool about(const Isrc& isrc, TerritoryCode territory) const {
    if (!territories_.contains(territory)) return false;
    if (artist_.empty()) return true;
    const RecordingCard* card = world_.card(isrc);
    return card != nullptr && (has(card->artist) || has(card->artist_en));
  }
  bool about(const demand::Appearance& slot) const {
    return territories_.contains(slot.territory) && (artist_.empty() || has(slot.artist.name));
  }

 private:
  Asked(const AlarmWords& words, const LoadedWorld& world)
      : world_(world), artist_(folded_text(words.artist)) {}
  bool has(const std::string& name) const {
    return folded_text(name).find(artist_) != std::string::npos;
  }

  const LoadedWorld& world_;
  std::string artist_;
  TerritorySet territories_;
};

}  // namespace

Result<AlarmReport> asked_of(const AlarmReport& report, const AlarmWords& words,
                             const LoadedWorld& world) {
  const bool known =
      words.kind.empty() || std::ranges::find(alarm_kinds, words.kind) != alarm_kinds.end();
  if (!known) return fail("alarm_kind_unknown", {{"word", words.kind}});
  UMIKOE_TRY(const Asked asked, Asked::of(words, world));
  const auto wanted = [&](std::string_view kind) {
    return words.kind.empty() || words.kind == kind;
  };
  AlarmReport out = report;
  std::erase_if(out.alarms, [&](const demand::Alarm& alarm) {
    return !wanted(word(alarm.kind)) || !asked.about(alarm.isrc, alarm.territory);
  });
  std::erase_if(out.next.entries, [&](const NextTerritory& next) {
    return !wanted("next_territory") || !asked.about(next.isrc, next.territory);
  });
  std::erase_if(out.slots, [&](const demand::LoneSlot& lone) {
    return !wanted("lone_slot") || !asked.about(lone.slot);
  });
  return out;
}

Result<AlarmReport> demand_alarms(const WorldStore& store, const LoadedWorld& world) {
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  std::map<Cell, Abroad> cells;
  add_charts(world, demand, cells);
  for (const auto& [key, evidence] : demand.all()) {
    if (key.second == home_territory() || !evidence.reported) continue;
    Abroad& cell = cells[key];
    cell.latest = *evidence.reported;
    cell.before = evidence.reported_before.value_or(0);
  }
  std::vector<Abroad> abroad;
  for (auto& [key, cell] : cells) {
    cell.isrc = key.first;
    cell.territory = key.second;
    if (cell.first_charted) cell.last_action = last_action(world, cell);
    abroad.push_back(cell);
  }
  AlarmReport report;
  report.alarms = demand::alarms(abroad, world.as_of());
  UMIKOE_TRY(report.next, next_territories(store, world, demand));
  UMIKOE_TRY(const auto appearances, store.appearances());
  report.slots = demand::lone_slots(appearances, home_territory(), world.as_of());
  report.grounds = alarm_grounds(world, report, abroad, appearances);
  return report;
}

}  // namespace umikoe::app
