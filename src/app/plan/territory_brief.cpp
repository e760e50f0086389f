#include "app/plan/territory_brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/json.h"
#include "app/number_words.h"
#include "app/plan/printed_page.h"
#include "app/why_documents.h"
#include "formats/xml_text.h"

namespace umikoe::app {
namespace {

using formats::escaped_markup;
using messages::Language;
using messages::text;

constexpr size_t rows_shown = 10;

std::string name_of(TerritoryCode territory, Language language) {
  return std::string(language == Language::ja ? territory.name_ja() : territory.name_en());
}

bool holds(const std::vector<TerritoryCode>& list, TerritoryCode territory) {
  return std::ranges::find(list, territory) != list.end();
}

std::string party_of(const Decision& decision, const LoadedWorld& world) {
  return decision.who.parties.empty() ? "—" : party_name(decision.who.parties.front(), world);
}

// The brief as lines; a heading is led by a mark that text and page show in their own way.
std::vector<std::string> lines_of(const TerritoryBrief& brief, const LoadedWorld& world,
                                  Language language) {
  std::vector<std::string> out;
  const auto say = [&](std::string_view key, const messages::Arguments& arguments = {}) {
    out.push_back(text(language, key, arguments));
  };
  const GapTotal& totals = brief.totals;
  say("brief.counts", {{"recordings", grouped(brief.recordings)},
                       {"open", grouped(totals.open)},
                       {"closed", grouped(totals.closed)},
                       {"unknown", grouped(totals.unknown)},
                       {"not_understood", grouped(totals.not_understood)}});
  say("brief.worth",
      {{"worth", grouped(std::llround(totals.worth))}, {"cells", grouped(totals.worth_unknown)}});
  out.push_back("#" + text(language, "brief.decisions"));
  if (brief.decisions.empty()) say("brief.nothing");
  for (const Decision& decision : brief.decisions) {
    say("brief.decision", {{"party", party_of(decision, world)},
                           {"recordings", grouped(std::ssize(decision.recordings))},
                           {"document", decision.document.empty() ? "—" : decision.document}});
  }
  out.push_back("#" + text(language, "brief.planned", {{"cost", grouped(brief.planned_jpy)}}));
  if (brief.planned.empty()) say("brief.nothing");
  for (size_t i = 0; i < brief.planned.size() && i < rows_shown; ++i) {
    const auto& [plan, action] = brief.planned[i];
    say("brief.action",
        {{"plan", plan},
         {"subject", text(language, fmt::format("plan.kind.{}", word(action.kind))) +
                         (action.artist.empty() ? "" : " · " + action.artist)},
         {"cost", grouped(action.cost_jpy)},
         {"starts", action.starts.to_string()}});
  }
  out.push_back("#" + text(language, "brief.done"));
  const std::string done = steering_text(brief.done, world, language);
  for (size_t at = 0; at < done.size();) {
    const size_t end = std::min(done.find('\n', at), done.size());
    out.push_back(done.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string section(const TerritoryBrief& brief, const LoadedWorld& world, Language language) {
  std::string out;
  for (const std::string& line : lines_of(brief, world, language)) {
    const bool heading = line.starts_with('#');
    const std::string_view words = heading ? std::string_view(line).substr(1) : line;
    out += heading ? "<h2>" + escaped_markup(words) + "</h2>\n"
                   : "<p>" + escaped_markup(words) + "</p>\n";
  }
  return out;
}

}  // namespace

Result<TerritoryBrief> territory_brief(const LoadedWorld& world, const std::string& territory) {
  const auto code = TerritoryCode::parse(territory);
  if (!code) return fail("territory_unknown_word", {{"territory", territory}});
  GapQuestion question;
  question.selection.territory = territory;
  UMIKOE_TRY(GapReport report, gap(world, question));
  TerritoryBrief out;
  out.territory = *code;
  out.as_of = report.as_of;
  out.totals = report.all;
  out.recordings = report.recordings;
  std::erase_if(report.decisions, [](const Decision& decision) { return decision.ask; });
  if (report.decisions.size() > rows_shown) report.decisions.resize(rows_shown);
  out.decisions = std::move(report.decisions);
  UMIKOE_TRY(const auto plans, stored_plans(world));
  for (const StoredPlan& plan : plans) {
    if (plan.state != edits::EditState::applied) continue;
    for (const StoredAction& action : plan.actions) {
      if (!holds(action.territories, *code)) continue;
      if (action.territories.size() == 1) out.planned_jpy += action.cost_jpy;
      out.planned.emplace_back(fmt::format("{} {}", plan.name, plan.version), action);
    }
  }
  UMIKOE_TRY(out.done, steering_log(world));
  std::erase_if(out.done, [&](const SteeringRow& row) {
    return !holds(row.intervention.territories, *code);
  });
  return out;
}

std::string brief_text(const TerritoryBrief& brief, const LoadedWorld& world, Language language) {
  std::string out =
      text(language, "brief.heading",
           {{"territory", name_of(brief.territory, language)}, {"day", brief.as_of.to_string()}}) +
      "\n";
  for (const std::string& line : lines_of(brief, world, language)) {
    out += line.starts_with('#') ? "\n" + line.substr(1) + "\n" : line + "\n";
  }
  return out;
}

std::string brief_json(const TerritoryBrief& brief, const LoadedWorld& world) {
  Json planned = Json::array();
  for (const auto& [plan, action] : brief.planned) {
    planned.push_back(Json{{"plan", plan},
                           {"id", action.id},
                           {"action", std::string(word(action.kind))},
                           {"artist", or_null(action.artist)},
                           {"cost_jpy", action.cost_jpy},
                           {"starts", action.starts.to_string()}});
  }
  Json decisions = Json::array();
  for (const Decision& decision : brief.decisions) {
    decisions.push_back(Json{{"id", decision.id},
                             {"party", party_of(decision, world)},
                             {"recordings", decision.recordings.size()},
                             {"document", or_null(decision.document)}});
  }
  const Json log = Json::parse(steering_json(brief.done, world));
  return dump(Json{{"territory", std::string(brief.territory.code())},
                   {"as_of", brief.as_of.to_string()},
                   {"recordings", brief.recordings},
                   {"open", brief.totals.open},
                   {"closed", brief.totals.closed},
                   {"unknown", brief.totals.unknown},
                   {"not_understood", brief.totals.not_understood},
                   {"worth_streams_28d", brief.totals.worth},
                   {"worth_unknown_cells", brief.totals.worth_unknown},
                   {"decisions", std::move(decisions)},
                   {"planned", std::move(planned)},
                   {"planned_jpy", brief.planned_jpy},
                   {"interventions", log["interventions"]}});
}

std::string brief_page(const TerritoryBrief& brief, const LoadedWorld& world) {
  std::string body;
  for (const Language language : {Language::ja, Language::en}) {
    const std::string_view tag = language == Language::ja ? "ja" : "en";
    body += fmt::format("<section lang=\"{}\"><h1>{}</h1>\n", tag,
                        escaped_markup(text(language, "brief.heading",
                                            {{"territory", name_of(brief.territory, language)},
                                             {"day", brief.as_of.to_string()}})));
    body += section(brief, world, language) + "</section>\n";
  }
  if (world.info().demo)
    body += "<p>" + escaped_markup(text(Language::ja, "paper.demo")) + " / " +
            escaped_markup(text(Language::en, "paper.demo")) + "</p>\n";
  return printed_page("ja",
                      text(Language::ja, "brief.heading",
                           {{"territory", name_of(brief.territory, Language::ja)},
                            {"day", brief.as_of.to_string()}}),
                      body);
}

}  // namespace umikoe::app
