#include "app/demand/alarm_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/recording_demand.h"

namespace umikoe::app {
namespace {

using demand::Abroad;
using demand::Alarm;
using messages::Language;
using messages::text;
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

struct Named {
  std::string title;
  std::string artist;
};
Named named(const Alarm& alarm, const LoadedWorld& world) {
  const RecordingCard* card = world.card(alarm.isrc);
  return card == nullptr ? Named{} : Named{card->title, card->artist};
}

}  // namespace

Result<std::vector<Alarm>> demand_alarms(const LoadedWorld& world) {
  UMIKOE_TRY(const RecordingDemand demand, RecordingDemand::of(world));
  std::map<Cell, Abroad> cells;
  add_charts(world, demand, cells);
  for (const auto& [key, evidence] : demand.all()) {
    if (key.second == home_territory() || !evidence.reported) continue;
    Abroad& cell = cells[key];
    cell.latest = *evidence.reported;
    cell.before = evidence.reported_before.value_or(0);
  }
  std::vector<Abroad> out;
  for (auto& [key, cell] : cells) {
    cell.isrc = key.first;
    cell.territory = key.second;
    if (cell.first_charted) cell.last_action = last_action(world, cell);
    out.push_back(cell);
  }
  return demand::alarms(out, world.as_of());
}

std::string alarms_json(const std::vector<Alarm>& alarms, const LoadedWorld& world) {
  Json rows = Json::array();
  for (const Alarm& alarm : alarms) {
    const auto [title, artist] = named(alarm, world);
    rows.push_back(
        {{"alarm", word(alarm.kind)},
         {"isrc", alarm.isrc.to_string()},
         {"title", or_null(title)},
         {"artist", or_null(artist)},
         {"territory", alarm.territory.code()},
         {"since", alarm.since ? Json(alarm.since->to_string()) : Json(nullptr)},
         {"growth", alarm.growth ? Json(std::round(*alarm.growth * 100) / 100) : Json(nullptr)},
         {"usual_growth",
          alarm.usual ? Json(std::round(*alarm.usual * 100) / 100) : Json(nullptr)}});
  }
  return dump(Json{{"as_of", world.as_of().to_string()}, {"alarms", std::move(rows)}}) + "\n";
}

std::string alarms_csv(const std::vector<Alarm>& alarms, const LoadedWorld& world) {
  std::string out = csv_row(std::array<std::string, 7>{"alarm", "isrc", "title", "artist",
                                                       "territory", "since", "growth"});
  for (const Alarm& alarm : alarms) {
    const auto [title, artist] = named(alarm, world);
    out += csv_row(std::array<std::string, 7>{
        std::string(word(alarm.kind)), alarm.isrc.to_string(), title, artist,
        std::string(alarm.territory.code()), alarm.since ? alarm.since->to_string() : "",
        alarm.growth ? fmt::format("{:.2f}", *alarm.growth) : ""});
  }
  return out;
}

std::string alarms_text(const std::vector<Alarm>& alarms, const LoadedWorld& world,
                        Language language, size_t rows) {
  if (alarms.empty()) return text(language, "alarms.none") + "\n";
  std::string out;
  size_t printed = 0;
  std::string_view kind;
  for (const Alarm& alarm : alarms) {
    if (word(alarm.kind) != kind) {
      kind = word(alarm.kind);
      printed = 0;
      out += (out.empty() ? "" : "\n") + text(language, fmt::format("alarms.{}", kind)) + "\n";
    }
    if (++printed > rows) continue;
    const auto [title, artist] = named(alarm, world);
    const std::string place(language == Language::ja ? alarm.territory.name_ja()
                                                     : alarm.territory.name_en());
    const std::string figure =
        alarm.growth ? text(language, "alarms.growth",
                            {{"growth", fmt::format("{:.1f}", *alarm.growth)},
                             {"usual", fmt::format("{:.1f}", *alarm.usual)}})
                     : text(language, "alarms.since", {{"day", alarm.since->to_string()}});
    out += "  " + fitted(artist + " – " + title, 44) + fitted(place, 22) + figure + "\n";
  }
  return out;
}

}  // namespace umikoe::app
