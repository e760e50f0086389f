#include <fmt/format.h>

#include <array>
#include <cmath>

#include "app/csv.h"
#include "app/demand/alarm_report.h"
#include "app/demand/entries_file.h"
#include "app/json.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using demand::Alarm;
using messages::Language;
using messages::text;

struct Named {
  std::string title;
  std::string artist;
};
Named named(const Isrc& isrc, const LoadedWorld& world) {
  const RecordingCard* card = world.card(isrc);
  return card == nullptr ? Named{} : Named{card->title, card->artist};
}

double rounded(double value, double places) { return std::round(value * places) / places; }

Json rounded_or_null(const std::optional<double>& value, double places) {
  return value ? Json(rounded(*value, places)) : Json(nullptr);
}

std::string place_of(TerritoryCode territory, Language language) {
  return std::string(language == Language::ja ? territory.name_ja() : territory.name_en());
}

// Every alarm has these; what another kind says is null.
Json row_of(std::string_view kind, const Json& isrc, const Named& name, TerritoryCode territory) {
  return {{"alarm", kind},
          {"isrc", isrc},
          {"title", or_null(name.title)},
          {"artist", or_null(name.artist)},
          {"territory", territory.code()},
          {"since", nullptr},
          {"growth", nullptr},
          {"usual_growth", nullptr},
          {"probability", nullptr},
          {"precision", nullptr},
          {"event", nullptr}};
}

Json json_of(const Alarm& alarm, const LoadedWorld& world) {
  Json row =
      row_of(word(alarm.kind), alarm.isrc.to_string(), named(alarm.isrc, world), alarm.territory);
  if (alarm.since) row["since"] = alarm.since->to_string();
  row["growth"] = rounded_or_null(alarm.growth, 100);
  row["usual_growth"] = rounded_or_null(alarm.usual, 100);
  return row;
}

Json json_of(const NextTerritory& next, const LoadedWorld& world) {
  Json row =
      row_of("next_territory", next.isrc.to_string(), named(next.isrc, world), next.territory);
  row["probability"] = rounded(next.probability, 1000);
  row["precision"] = rounded_or_null(next.record.precision(), 1000);
  row["such_chances"] = {
      {"at_least", next.record.from}, {"said", next.record.said}, {"came_true", next.record.came}};
  row["reasons"] = Json::array();
  for (const std::string& word : entry_reason_words(next.reasons)) row["reasons"].push_back(word);
  return row;
}

Json json_of(const demand::LoneSlot& lone) {
  const demand::Appearance& slot = lone.slot;
  Json row = row_of("lone_slot", nullptr, {"", slot.artist.name}, slot.territory);
  row["event"] = {{"name", slot.event},
                  {"kind", word(slot.kind)},
                  {"city", or_null(slot.city)},
                  {"start", slot.start.to_string()},
                  {"end", slot.end.to_string()},
                  {"over", lone.over},
                  {"document", or_null(slot.document)},
                  {"source", or_null(slot.source)}};
  return row;
}

std::string heading(std::string_view kind, Language language) {
  return text(language, fmt::format("alarms.{}", kind)) + "\n";
}

// The rows of one kind, as many as are wanted; the heading above, a line between kinds.
class Listed {
 public:
  explicit Listed(size_t most) : most_(most) {}

  void head(const std::string& line) {
    out_ += (out_.empty() ? "" : "\n") + line;
    shown_ = 0;
  }
  void row(const std::string& line) {
    if (++shown_ <= most_) out_ += "  " + line + "\n";
  }
  // A line for itself; the first of several stands apart from what is above.
  void more(const std::string& line, bool apart) {
    out_ += (apart && !out_.empty() ? "\n" : "") + line;
  }
  std::string take() { return std::move(out_); }

 private:
  size_t most_;
  size_t shown_ = 0;
  std::string out_;
};

std::string who(const Isrc& isrc, TerritoryCode territory, const LoadedWorld& world,
                Language language) {
  const auto [title, artist] = named(isrc, world);
  return fitted(artist + " – " + title, 44) + fitted(place_of(territory, language), 22);
}

void list_alarms(const AlarmReport& report, const LoadedWorld& world, Language language,
                 Listed& out) {
  std::string_view kind;
  for (const Alarm& alarm : report.alarms) {
    if (word(alarm.kind) != kind) {
      kind = word(alarm.kind);
      out.head(heading(kind, language));
    }
    const std::string figure =
        alarm.growth ? text(language, "alarms.growth",
                            {{"growth", fmt::format("{:.1f}", *alarm.growth)},
                             {"usual", fmt::format("{:.1f}", *alarm.usual)}})
                     : text(language, "alarms.since", {{"day", alarm.since->to_string()}});
    out.row(who(alarm.isrc, alarm.territory, world, language) + figure);
  }
}

void list_next(const NextTerritories& next, const LoadedWorld& world, Language language,
               Listed& out) {
  if (!next.unknown.empty()) {
    out.head(text(language, "alarms.next_unknown",
                  {{"why", text(language, "alarms.next_unknown." + next.unknown)}}) +
             "\n");
    return;
  }
  if (next.entries.empty()) return;
  out.head(text(language, "alarms.next_territory",
                {{"chart", next.chart},
                 {"origin", next.origin->to_string()},
                 {"past", grouped(next.past_entries)}}) +
           "\n");
  for (const NextTerritory& entry : next.entries) {
    const bool known = entry.record.precision().has_value();
    out.row(who(entry.isrc, entry.territory, world, language) +
            text(language, known ? "alarms.chance" : "alarms.chance_unproven",
                 {{"percent", fmt::format("{:.0f}", entry.probability * 100)},
                  {"from", fmt::format("{:.0f}", entry.record.from * 100)},
                  {"said", grouped(entry.record.said)},
                  {"came", grouped(entry.record.came)},
                  {"reasons", entry_reasons(entry.reasons, language)}}));
  }
}

void list_slots(const std::vector<demand::LoneSlot>& slots, Language language, Listed& out) {
  if (slots.empty()) return;
  out.head(text(language, "alarms.lone_slot", {{"days", std::to_string(demand::journey_days)}}) +
           "\n");
  for (const demand::LoneSlot& lone : slots) {
    const demand::Appearance& slot = lone.slot;
    const std::string where =
        (slot.city.empty() ? "" : slot.city + ", ") + place_of(slot.territory, language);
    out.row(text(language, lone.over ? "alarms.slot_over" : "alarms.slot_coming",
                 {{"artist", slot.artist.name},
                  {"event", slot.event},
                  {"where", where},
                  {"days", slot.start == slot.end
                               ? slot.start.to_string()
                               : slot.start.to_string() + " – " + slot.end.to_string()}}));
  }
}

// The likely next territories say so themselves.
void list_missing(const std::vector<AlarmGround>& grounds, Language language, Listed& out) {
  bool first = true;
  for (const AlarmGround& ground : grounds) {
    if (ground.missing.empty() || ground.kind == "next_territory") continue;
    const std::string why = text(language, "alarms.missing." + ground.missing,
                                 {{"on_file", grouped(ground.on_file.value_or(0))},
                                  {"needed", grouped(ground.needed.value_or(0))}});
    const std::string kind = text(language, fmt::format("alarms.kind.{}", ground.kind));
    const std::string line = text(language, "alarms.missing", {{"kind", kind}, {"why", why}});
    out.more(line + "\n", first);
    first = false;
  }
}

}  // namespace

std::string alarms_json(const AlarmReport& report, const LoadedWorld& world) {
  Json rows = Json::array();
  for (const Alarm& alarm : report.alarms) rows.push_back(json_of(alarm, world));
  for (const NextTerritory& next : report.next.entries) rows.push_back(json_of(next, world));
  for (const demand::LoneSlot& lone : report.slots) rows.push_back(json_of(lone));
  Json kinds = Json::array();
  for (const AlarmGround& ground : report.grounds) {
    kinds.push_back({{"kind", ground.kind},
                     {"alarms", ground.alarms},
                     {"missing", or_null(ground.missing)},
                     {"on_file", ground.on_file ? Json(*ground.on_file) : Json(nullptr)},
                     {"needed", ground.needed ? Json(*ground.needed) : Json(nullptr)}});
  }
  const NextTerritories& next = report.next;
  Json asked{{"chart", or_null(next.chart)},
             {"origin", next.origin ? Json(next.origin->to_string()) : Json(nullptr)},
             {"days", demand::entry_window_days},
             {"past_entries", next.past_entries},
             {"least_probability", demand::least_alarming_chance},
             {"unknown", or_null(next.unknown)}};
  return dump(Json{{"as_of", world.as_of().to_string()},
                   {"alarms", std::move(rows)},
                   {"kinds", std::move(kinds)},
                   {"next_territory", std::move(asked)}}) +
         "\n";
}

std::string alarms_csv(const AlarmReport& report, const LoadedWorld& world) {
  using Row = std::array<std::string, 12>;
  std::string out = csv_row(Row{"alarm", "isrc", "title", "artist", "territory", "since", "growth",
                                "probability", "precision", "event", "event_start", "event_end"});
  for (const Alarm& alarm : report.alarms) {
    const auto [title, artist] = named(alarm.isrc, world);
    out += csv_row(
        Row{std::string(word(alarm.kind)), alarm.isrc.to_string(), title, artist,
            std::string(alarm.territory.code()), alarm.since ? alarm.since->to_string() : "",
            alarm.growth ? fmt::format("{:.2f}", *alarm.growth) : "", "", "", "", "", ""});
  }
  for (const NextTerritory& next : report.next.entries) {
    const auto [title, artist] = named(next.isrc, world);
    const auto precision = next.record.precision();
    out += csv_row(Row{"next_territory", next.isrc.to_string(), title, artist,
                       std::string(next.territory.code()), "", "",
                       fmt::format("{:.3f}", next.probability),
                       precision ? fmt::format("{:.3f}", *precision) : "", "", "", ""});
  }
  for (const auto& [slot, over] : report.slots) {
    out += csv_row(Row{"lone_slot", "", "", slot.artist.name, std::string(slot.territory.code()),
                       "", "", "", "", slot.event, slot.start.to_string(), slot.end.to_string()});
  }
  return out;
}

std::string alarms_text(const AlarmReport& report, const LoadedWorld& world, Language language,
                        size_t rows) {
  Listed out(rows);
  const bool none = report.alarms.empty() && report.next.entries.empty() && report.slots.empty();
  if (none) out.head(text(language, "alarms.none") + "\n");
  list_alarms(report, world, language, out);
  list_next(report.next, world, language, out);
  list_slots(report.slots, language, out);
  list_missing(report.grounds, language, out);
  return out.take();
}

}  // namespace umikoe::app
