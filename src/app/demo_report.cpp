#include <fmt/format.h>

#include <cmath>

#include "app/demo.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

// What to try next, in the order in which it makes sense.
std::vector<std::pair<std::string, std::string>> next_commands(const DemoReport& report) {
  std::vector<std::pair<std::string, std::string>> commands;
  const std::string world = " --world " + report.directory;
  if (!report.gap.cells.empty()) {
    const Cell& first = report.gap.cells.front().cell;
    commands.emplace_back(
        "why", fmt::format("umikoe why {} {}{}", first.isrc.view(), first.territory.code(), world));
  }
  commands.emplace_back("gap", "umikoe gap" + world + " --role own_decision");
  commands.emplace_back("check", "umikoe check" + world);
  commands.emplace_back("serve", "umikoe serve " + report.directory);
  commands.emplace_back("desk",
                        fmt::format("umikoe import {0}/desk --world {0}/desk-world --as-of {1}",
                                    report.directory, report.as_of.to_string()));
  return commands;
}

int64_t cells_of(const GapTotal& all) {
  return all.open + all.closed + all.unknown + all.heard_without_permission;
}

std::string heading(const DemoReport& report, Language language) {
  const GapTotal& all = report.gap.all;
  const int64_t cells = cells_of(all);
  return text(language, "demo.totals",
              {{"recordings", grouped(report.sound_recordings)},
               {"videos", grouped(report.videos)},
               {"markets", grouped(static_cast<int64_t>(report.gap.by_territory.size()))},
               {"date", day_in_words(report.as_of, language)},
               {"open", percent(all.open, cells)},
               {"closed", percent(all.closed, cells)},
               {"unknown", percent(all.unknown, cells)},
               {"somewhere", grouped(report.gap.recordings_closed_somewhere)},
               {"heard", grouped(all.heard_without_permission)}});
}

std::string who_words(const WhyAnswer::Who& who, Language language) {
  const std::string role = text(language, "role." + who.role);
  return who.party.empty() || who.role == "own_decision" ? role
                                                         : fmt::format("{}: {}", role, who.party);
}

std::string place_words(TerritoryCode territory, Language language) {
  return std::string(language == Language::ja ? territory.name_ja() : territory.name_en());
}

// Two lines: what and where; then why, what it is worth, and who can open it.
std::string entry(size_t number, const GapCell& gap, const LoadedWorld& world, Language language) {
  const RecordingCard* card = world.card(gap.cell.isrc);
  UMIKOE_ASSERT(card);
  const std::string kind = card->kind == catalogue::RecordingKind::video
                               ? " [" + text(language, "demo.video") + "]"
                               : "";
  const std::string kind_key = "worth." + std::string(word(gap.worth.kind));
  const std::string worth =
      gap.worth.expected ? text(language, "demo.worth",
                                {{"streams", grouped(std::llround(*gap.worth.expected))},
                                 {"kind", text(language, kind_key)}})
                         : text(language, "gap.worth_unknown");
  return fmt::format("  {}. {}{} — {} → {}\n     {} · {} · {}\n", number,
                     title_for(*card, gap.cell.isrc, language), kind, card->artist,
                     place_words(gap.cell.territory, language),
                     text(language, "reason." + std::string(word(gap.cell.reason))), worth,
                     who_words(who_in_words(gap.cell.who, world), language));
}

Json entry_json(const GapCell& gap, const LoadedWorld& world) {
  const RecordingCard* card = world.card(gap.cell.isrc);
  const auto who = who_in_words(gap.cell.who, world);
  Json out;
  out["isrc"] = gap.cell.isrc.to_string();
  out["territory"] = std::string(gap.cell.territory.code());
  out["title"] = card ? Json(card->title) : Json(nullptr);
  out["artist"] = card ? Json(card->artist) : Json(nullptr);
  out["reason"] = std::string(word(gap.cell.reason));
  out["who"] = {{"party", or_null(who.party)}, {"role", who.role}};
  out["worth"] = gap.worth.expected ? Json(std::llround(*gap.worth.expected)) : Json(nullptr);
  out["worth_kind"] = or_null(std::string(word(gap.worth.kind)));
  return out;
}

}  // namespace

std::string demo_banner(const WorldInfo& info, Language language) {
  return info.demo ? text(language, "demo.banner") + "\n\n" : "";
}

std::string demo_text(const DemoReport& report, Language language) {
  std::string out = text(language, "demo.banner") + "\n\n" + heading(report, language) + "\n\n";
  out += text(language, "demo.top", {{"count", std::to_string(report.gap.cells.size())}}) + "\n";
  size_t number = 0;
  for (const GapCell& gap : report.gap.cells) {
    out += entry(++number, gap, *report.world, language);
  }
  const auto own = report.gap.by_role.find("own_decision");
  if (own != report.gap.by_role.end()) {
    out += "\n" + text(language, "demo.own", {{"count", grouped(own->second.closed)}}) + "\n";
  }
  out += "\n" + text(language, "demo.next") + "\n";
  for (const auto& [verb, command] : next_commands(report)) {
    out += fmt::format("  {}\n      {}\n", text(language, "demo.next." + verb), command);
  }
  const std::string files = grouped(static_cast<int64_t>(report.deliveries));
  return out + "\n" +
         text(language, "demo.files",
              {{"count", files}, {"path", report.directory + "/deliveries"}}) +
         "\n";
}

std::string demo_json(const DemoReport& report) {
  const GapTotal& all = report.gap.all;
  Json out;
  out["demo"] = true;
  out["as_of"] = report.as_of.to_string();
  out["recordings"] = report.sound_recordings;
  out["videos"] = report.videos;
  out["markets"] = report.gap.by_territory.size();
  out["deliveries"] = report.deliveries;
  out["totals"] = {{"open", all.open},
                   {"closed", all.closed},
                   {"unknown", all.unknown},
                   {"heard_without_permission", all.heard_without_permission}};
  out["top"] = Json::array();
  for (const GapCell& gap : report.gap.cells) out["top"].push_back(entry_json(gap, *report.world));
  out["next"] = Json::array();
  for (const auto& [verb, command] : next_commands(report)) out["next"].push_back(command);
  return dump(out);
}

}  // namespace umikoe::app
