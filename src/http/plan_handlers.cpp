#include "app/plan/approval_paper.h"
#include "app/plan/make_plan.h"
#include "app/plan/steering.h"
#include "app/plan/territory_brief.h"
#include "http/answers.h"
#include "http/handlers.h"
#include "http/slices.h"

namespace umikoe::http {
namespace {

Result<double> caution_of(const Query& query) {
  const std::string word = query.value("caution");
  if (word.empty()) return 0.0;
  const auto caution = app::parse_caution(word);
  if (!caution) return fail("parameter_invalid", {{"parameter", "caution"}, {"value", word}});
  return *caution;
}

// Ids between commas.
std::set<std::string> ids_of(const std::string& words) {
  std::set<std::string> out;
  for (size_t at = 0; at < words.size();) {
    const size_t comma = std::min(words.find(',', at), words.size());
    if (comma > at) out.insert(words.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

Result<app::PlanQuestion> question_of(const Query& query) {
  app::PlanQuestion out;
  out.selection.artist = query.value("artist");
  out.selection.label = query.value("label");
  out.selection.territory = query.value("territory");
  out.budget = query.value("budget");
  out.horizon = query.value("horizon");
  const std::string objective = query.value("objective");
  if (!objective.empty()) {
    const auto known = app::parse_plan_objective(objective);
    if (!known) return fail("plan_objective_unknown", {{"word", objective}});
    out.objective = *known;
  }
  UMIKOE_TRY(out.caution, caution_of(query));
  out.wishes.pinned = ids_of(query.value("pin"));
  out.wishes.forbidden = ids_of(query.value("forbid"));
  return out;
}

std::string plan_key(const Asked& asked, const app::LoadedWorld& world) {
  std::string key = std::to_string(world.info().generation) + world.as_of().to_string();
  key += asked.language == messages::Language::ja ? "ja" : "en";
  for (const char* name : {"budget", "horizon", "objective", "caution", "artist", "label",
                           "territory", "pin", "forbid"}) {
    key += '\x1f' + asked.query.value(name);
  }
  return key;
}

}  // namespace

Result<Response> answer_plan(const Asked& asked) {
  UMIKOE_TRY(const Slice slice, slice_of(asked.query));
  UMIKOE_TRY(const app::PlanQuestion question, question_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  // A person goes back and forth between wishes; the same question has the same answer.
  const std::string key = plan_key(asked, *world);
  if (const auto kept = slice.csv ? nullptr : asked.site.plans.find(key)) {
    return json_answer(*kept);
  }
  UMIKOE_TRY(const app::PlanReport report, app::make_plan(*world, question));
  if (slice.csv) {
    return csv_answer(app::plan_csv(report, asked.language), "umikoe-plan.csv", slice.mark);
  }
  return json_answer(
      *asked.site.plans.keep(key, app::plan_json(report, *world, false, asked.language)));
}

Result<Response> answer_plan_paper(const Asked& asked) {
  UMIKOE_TRY(const app::PlanQuestion question, question_of(asked.query));
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const app::PlanReport report, app::make_plan(*world, question));
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = app::approval_paper(report, *world, "", "");
  response.file_name = "umikoe-ringi.html";
  return response;
}

Result<Response> answer_impact(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const auto rows, app::steering_log(*world));
  return json_answer(app::steering_json(rows, *world));
}

Result<Response> answer_brief(const Asked& asked) {
  UMIKOE_TRY(const auto world, asked.site.worlds.current());
  UMIKOE_TRY(const app::TerritoryBrief brief,
             app::territory_brief(*world, asked.query.value("territory")));
  return json_answer(app::brief_json(brief, *world));
}

}  // namespace umikoe::http
