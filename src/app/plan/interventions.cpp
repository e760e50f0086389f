#include "app/plan/interventions.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/number_words.h"
#include "app/plan/body_reader.h"
#include "app/plan/stored_plans.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr int32_t usual_review_days = 182;

Json body_json(const Intervention& one) {
  Json kinds = Json::array();
  for (const plan::ActionKind kind : one.kinds) kinds.push_back(std::string(word(kind)));
  Json territories = Json::array();
  for (const TerritoryCode territory : one.territories) {
    territories.push_back(std::string(territory.code()));
  }
  return Json{{"plan", one.plan},
              {"version", one.version},
              {"action", one.action},
              {"kinds", std::move(kinds)},
              {"artist", one.artist},
              {"territories", std::move(territories)},
              {"owner", one.owner},
              {"registered", one.registered.to_string()},
              {"starts", one.starts.to_string()},
              {"acts_from", one.acts_from.to_string()},
              {"review", one.review.to_string()},
              {"expected_low", one.low},
              {"expected_middle", one.middle},
              {"expected_high", one.high},
              {"cost_jpy", one.cost_jpy}};
}

Result<Intervention> intervention_of(const edits::Edit& edit) {
  BodyReader body(edit);
  Intervention out;
  out.id = edit.entry.subject;
  out.plan = body.text("plan");
  out.version = static_cast<int>(body.whole("version"));
  out.action = body.text("action");
  out.kinds = body.kinds("kinds");
  out.artist = body.text("artist");
  out.territories = body.territories("territories");
  out.owner = body.text("owner");
  out.registered = body.date("registered");
  out.starts = body.date("starts");
  out.acts_from = body.date("acts_from");
  out.review = body.date("review");
  out.low = body.number("expected_low");
  out.middle = body.number("expected_middle");
  out.high = body.number("expected_high");
  out.cost_jpy = body.whole("cost_jpy");
  UMIKOE_TRY(body.end());
  return out;
}

Result<Date> date_of(const std::string& word) {
  const auto date = Date::parse(word);
  if (!date) return fail("date_invalid_word", {{"date", word}});
  return *date;
}

std::string expected_words(const Intervention& one) {
  return fmt::format("{} % [{}, {}]", signed_percent(one.middle), signed_percent(one.low),
                     signed_percent(one.high));
}

}  // namespace

std::string codes_of(const std::vector<TerritoryCode>& territories, std::string_view separator) {
  std::string out;
  for (const TerritoryCode territory : territories) {
    if (!out.empty()) out += separator;
    out += territory.code();
  }
  return out;
}

std::string body_of(const Intervention& intervention) { return dump(body_json(intervention)); }

Result<std::vector<Intervention>> interventions_of(const LoadedWorld& world) {
  std::vector<Intervention> out;
  for (const edits::Edit* edit : edits::current(world.edits(), intervention_edit)) {
    UMIKOE_TRY(Intervention one, intervention_of(*edit));
    out.push_back(std::move(one));
  }
  return out;
}

Result<Intervention> start_intervention(WorldStore& store, const LoadedWorld& world,
                                        const InterventionWords& words, Instant now) {
  if (words.by.empty()) return fail("plan_by_needed");
  UMIKOE_TRY(const StoredPlan plan, stored_plan(world, words.plan));
  if (plan.state != edits::EditState::applied) {
    return fail("plan_not_approved", {{"plan", words.plan}});
  }
  const auto action = std::ranges::find(plan.actions, words.action, &StoredAction::id);
  if (action == plan.actions.end()) {
    return fail("plan_action_unknown", {{"action", words.action}});
  }
  // Something that is about many artists at once has no series of its own to be measured on.
  if (action->artist.empty()) return fail("intervention_no_artist", {{"action", words.action}});
  Intervention out;
  out.plan = plan.name;
  out.version = plan.version;
  out.action = action->id;
  out.id = fmt::format("{}-{}", plan.name, action->id);
  out.kinds = {action->kind};
  out.artist = action->artist;
  out.territories = action->territories;
  out.owner = words.by;
  out.registered = world.as_of();
  UMIKOE_TRY(out.starts, date_of(words.starts));
  if (out.starts <= world.as_of()) {
    return fail("intervention_late",
                {{"starts", words.starts}, {"today", world.as_of().to_string()}});
  }
  out.acts_from = out.starts.plus(action->acts_from.days - action->starts.days);
  out.review = out.acts_from.plus(usual_review_days);
  if (!words.review.empty()) {
    UMIKOE_TRY(out.review, date_of(words.review));
  }
  if (out.review <= out.acts_from) {
    return fail("intervention_review",
                {{"review", out.review.to_string()}, {"acts", out.acts_from.to_string()}});
  }
  out.low = action->low;
  out.middle = action->middle;
  out.high = action->high;
  out.cost_jpy = action->cost_jpy;
  UMIKOE_TRY(const auto standing, interventions_of(world));
  if (std::ranges::find(standing, out.id, &Intervention::id) != standing.end()) {
    return fail("intervention_there", {{"intervention", out.id}});
  }
  edits::EditDraft draft;
  draft.organisation = world.info().organisation.id;
  draft.author = words.by;
  draft.made_at = now;
  draft.kind = intervention_edit;
  draft.subject = out.id;
  draft.body = body_of(out);
  UMIKOE_TRY(store.append_edit(draft));
  return out;
}

std::string intervention_json(const Intervention& intervention) {
  Json out{{"id", intervention.id}};
  out.update(body_json(intervention));
  return dump(out);
}

std::string intervention_text(const Intervention& one, Language language) {
  std::string kinds;
  for (const plan::ActionKind kind : one.kinds) {
    kinds += (kinds.empty() ? "" : " + ") + text(language, fmt::format("plan.kind.{}", word(kind)));
  }
  return text(language, "intervention.registered",
              {{"id", one.id},
               {"kinds", kinds},
               {"artist", one.artist},
               {"territories", codes_of(one.territories, ",")},
               {"owner", one.owner},
               {"registered", one.registered.to_string()},
               {"starts", one.starts.to_string()},
               {"acts", one.acts_from.to_string()},
               {"review", one.review.to_string()},
               {"expected", expected_words(one)},
               {"cost", grouped(one.cost_jpy)}}) +
         "\n";
}

}  // namespace umikoe::app
