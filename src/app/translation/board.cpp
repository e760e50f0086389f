#include "app/translation/board.h"

#include <fmt/format.h>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "base/language_tag.h"
#include "localisation/readiness.h"

namespace umikoe::app {
namespace {

using localisation::CoverageRow;
using localisation::CoverageUnit;
using localisation::NextBest;
using localisation::TextObject;
using localisation::UnitStage;
using messages::Language;
using messages::text;

constexpr int32_t demand_days = 365;

// Units heard abroad by language of the territory and ISRC or artist; what no report speaks of has
// no entry.
using InLanguage = std::pair<std::string, std::string>;
struct Demand {
  std::map<InLanguage, int64_t> by_isrc;
  std::map<InLanguage, int64_t> by_artist;
};

// A territory counts for the language most of its people read, as readiness does.
Demand demand_of(const LoadedWorld& world) {
  Demand demand;
  std::map<TerritoryCode, std::string> languages;
  const auto home = TerritoryCode::parse("JP");
  for (const UsageTotal& usage : world.usage()) {
    if (usage.territory == *home) continue;
    if (usage.period_end < world.as_of().plus(-demand_days)) continue;
    std::string& language = languages[usage.territory];
    if (language.empty()) language = localisation::main_language(usage.territory.code());
    const int64_t units = usage.paid_units + usage.user_generated_units;
    demand.by_isrc[{language, usage.isrc.to_string()}] += units;
    const RecordingCard* card = world.card(usage.isrc);
    if (card) demand.by_artist[{language, card->artist}] += units;
  }
  return demand;
}

std::optional<int64_t> found(const std::map<InLanguage, int64_t>& by, const std::string& language,
                             const std::string& key) {
  const auto at = by.find({language, key});
  return at == by.end() ? std::nullopt : std::optional(at->second);
}

CoverageUnit counted(const UnitView& unit, const Demand& demand) {
  CoverageUnit out;
  out.key = unit.key;
  out.stage = unit.stage;
  out.on_file = unit.on_file;
  out.source_changed = unit.source_changed;
  // When the source changed is in the log, but not in the standing: the wait is not known.
  if (unit.state && !unit.source_changed) out.since = unit.state->now.since;
  const std::string language(parse_language_tag(unit.key.language).tag.language());
  out.demand = found(demand.by_isrc, language, unit.key.text.id);
  if (!out.demand && unit.source) {
    out.demand = found(demand.by_artist, language, unit.source->owner);
  }
  return out;
}

std::string title_of(const TranslationDesk& desk, const NextBest& next) {
  const auto isrc = Isrc::parse(next.id);
  if (const RecordingCard* card = isrc ? desk.world().card(*isrc) : nullptr) {
    return card->title + " – " + card->artist;
  }
  const auto& sources = desk.sources();
  const auto at = sources.lower_bound({next.object, next.id, localisation::TextField::title, 0});
  if (at == sources.end() || at->first.id != next.id) return next.id;
  const bool is_title = at->first.field == localisation::TextField::title;
  return is_title ? at->second.text : (at->second.context.empty() ? next.id : at->second.context);
}

std::string next_key(const NextBest& next) {
  return std::string(word(next.object)) + ":" + next.id;
}

constexpr std::array stages{UnitStage::missing,         UnitStage::draft,
                            UnitStage::translated,      UnitStage::reviewed,
                            UnitStage::rights_approved, UnitStage::published,
                            UnitStage::withdrawn,       UnitStage::kept_original};

}  // namespace

TranslationBoard translation_board(const TranslationDesk& desk, size_t next_limit) {
  const LoadedWorld& world = desk.world();
  const Demand demand = demand_of(world);
  std::vector<CoverageUnit> units;
  for (const UnitView& unit : desk.units()) units.push_back(counted(unit, demand));
  TranslationBoard board;
  board.as_of = world.as_of();
  const Instant now{(int64_t{world.as_of().days} + 1) * seconds_per_day};
  board.rows = localisation::coverage(units, now);
  board.next = localisation::next_best(units, next_limit);
  for (const NextBest& next : board.next) board.titles[next_key(next)] = title_of(desk, next);
  return board;
}

std::string board_json(const TranslationBoard& board) {
  Json rows = Json::array();
  for (const CoverageRow& row : board.rows) {
    Json by_stage = Json::object();
    Json oldest = Json::object();
    for (size_t i = 0; i < stages.size(); ++i) {
      const std::string name(word(stages[i]));
      by_stage[name] = row.by_stage[i];
      if (row.oldest_days[i]) oldest[name] = *row.oldest_days[i];
    }
    rows.push_back({{"object", std::string(word(row.object))},
                    {"field", std::string(word(row.field))},
                    {"language", row.language},
                    {"units", row.units},
                    {"finished", row.finished},
                    {"on_file", row.on_file},
                    {"source_changed", row.source_changed},
                    {"by_stage", std::move(by_stage)},
                    {"oldest_days", std::move(oldest)}});
  }
  Json next = Json::array();
  for (const NextBest& best : board.next) {
    next.push_back({{"object", std::string(word(best.object))},
                    {"id", best.id},
                    {"title", board.titles.at(next_key(best))},
                    {"language", best.language},
                    {"units", best.units},
                    {"unfinished", best.unfinished},
                    {"demand", best.demand ? Json(*best.demand) : Json(nullptr)},
                    {"score", best.score ? Json(*best.score) : Json(nullptr)}});
  }
  return dump({{"as_of", board.as_of.to_string()},
               {"rows", std::move(rows)},
               {"next", std::move(next)}});
}

std::string board_csv(const TranslationBoard& board) {
  std::string out = "object,field,language,units,finished,on_file,source_changed";
  for (const UnitStage stage : stages) out += "," + std::string(word(stage));
  out += ",oldest_days\r\n";
  for (const CoverageRow& row : board.rows) {
    std::vector<std::string> cells{std::string(word(row.object)), std::string(word(row.field)),
                                   row.language, std::to_string(row.units),
                                   std::to_string(row.finished), std::to_string(row.on_file),
                                   std::to_string(row.source_changed)};
    std::optional<int64_t> oldest;
    for (size_t i = 0; i < stages.size(); ++i) {
      cells.push_back(std::to_string(row.by_stage[i]));
      oldest = std::max(oldest, row.oldest_days[i]);
    }
    cells.push_back(oldest ? std::to_string(*oldest) : "");
    out += csv_row(cells);
  }
  return out;
}

std::string board_text(const TranslationBoard& board, Language language) {
  std::string out;
  for (const CoverageRow& row : board.rows) {
    out += text(language, "translation.board_row",
                {{"object", text(language, "translation.object." + std::string(word(row.object)))},
                 {"field", text(language, "translation.field." + std::string(word(row.field)))},
                 {"language", row.language},
                 {"finished", grouped(row.finished)},
                 {"units", grouped(row.units)},
                 {"share", percent(row.finished, row.units)}}) +
           "\n";
    for (size_t i = 1; i < stages.size(); ++i) {
      if (row.by_stage[i] == 0) continue;
      out += "    " + text(language, "translation.stage." + std::string(word(stages[i]))) + " " +
             grouped(row.by_stage[i]);
      if (row.oldest_days[i]) {
        out += "  " + text(language, "translation.oldest",
                           {{"days", grouped(*row.oldest_days[i])}});
      }
      out += "\n";
    }
  }
  if (board.next.empty()) return out;
  out += "\n" + text(language, "translation.next") + "\n";
  for (const NextBest& best : board.next) {
    out += "  " + fitted(board.titles.at(next_key(best)), 40) + " " + best.language + "  " +
           text(language, "translation.next_row",
                {{"unfinished", grouped(best.unfinished)},
                 {"units", grouped(best.units)},
                 {"demand", best.demand ? grouped(*best.demand)
                                        : text(language, "translation.demand_unknown")}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
