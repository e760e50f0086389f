#include "app/plan/stored_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/number_words.h"
#include "app/plan/body_reader.h"
#include "app/plan/percentiles_json.h"

namespace umikoe::app {
namespace {

using edits::EditState;
using messages::Language;
using messages::text;

constexpr size_t name_most = 60;

Json action_json(const StoredAction& action) {
  Json territories = Json::array();
  for (const TerritoryCode territory : action.territories) {
    territories.push_back(std::string(territory.code()));
  }
  return Json{
      {"id", action.id},
      {"action", std::string(word(action.kind))},
      {"artist", action.artist},
      {"territories", std::move(territories)},
      {"subject", action.subject},
      {"cost_jpy", action.cost_jpy},
      {"starts", action.starts.to_string()},
      {"acts_from", action.acts_from.to_string()},
      {"deadline", action.deadline.to_string()},
      {"effect", Json{{"low", action.low}, {"middle", action.middle}, {"high", action.high}}},
      {"listeners", Json{{"p10", action.listeners_p10},
                         {"p50", action.listeners_p50},
                         {"p90", action.listeners_p90}}}};
}

// All but name, state and people, which the log itself says.
Json body_json(const StoredPlan& plan) {
  Json actions = Json::array();
  for (const StoredAction& action : plan.actions) actions.push_back(action_json(action));
  return Json{{"version", plan.version},
              {"by", plan.by},
              {"made_on", plan.made_on.to_string()},
              {"generation", plan.generation},
              {"horizon_end", plan.horizon_end.to_string()},
              {"budget_jpy", plan.budget_jpy},
              {"cost_jpy", plan.cost_jpy},
              {"objective", plan.objective},
              {"caution", plan.caution},
              {"seed", std::to_string(plan.seed)},
              {"gap_to_bound", plan.gap},
              {"listeners", percentiles_json(plan.listeners)},
              {"yen", percentiles_json(plan.yen)},
              {"actions", std::move(actions)}};
}

std::optional<StoredAction> action_of(const Json& json) {
  try {
    StoredAction out;
    out.id = json.at("id").get<std::string>();
    const auto kind = plan::parse_action_kind(json.at("action").get<std::string>());
    if (!kind) return std::nullopt;
    out.kind = *kind;
    out.artist = json.at("artist").get<std::string>();
    for (const Json& code : json.at("territories")) {
      const auto territory = TerritoryCode::parse(code.get<std::string>());
      if (!territory) return std::nullopt;
      out.territories.push_back(*territory);
    }
    out.subject = json.at("subject").get<std::string>();
    out.cost_jpy = json.at("cost_jpy").get<int64_t>();
    const auto date = [&](const char* key) {
      return Date::parse(json.at(key).get<std::string>()).value_or(Date{});
    };
    out.starts = date("starts");
    out.acts_from = date("acts_from");
    out.deadline = date("deadline");
    const Json& effect = json.at("effect");
    out.low = effect.at("low").get<double>();
    out.middle = effect.at("middle").get<double>();
    out.high = effect.at("high").get<double>();
    const Json& listeners = json.at("listeners");
    out.listeners_p10 = listeners.at("p10").get<double>();
    out.listeners_p50 = listeners.at("p50").get<double>();
    out.listeners_p90 = listeners.at("p90").get<double>();
    return out;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

plan::Percentiles percentiles_of(const Json& json) {
  return {json.at("p10").get<double>(), json.at("p50").get<double>(), json.at("p90").get<double>(),
          json.at("mean").get<double>()};
}

std::optional<StoredPlan> plan_of(const edits::Edit& edit) {
  const Json body = Json::parse(edit.entry.body, nullptr, false);
  if (!body.is_object()) return std::nullopt;
  try {
    StoredPlan out;
    out.name = edit.entry.subject;
    out.state = edit.entry.state;
    out.version = body.at("version").get<int>();
    out.by = body.at("by").get<std::string>();
    if (out.state == EditState::applied) out.approved_by = edit.entry.author;
    const auto date = [&](const char* key) {
      return Date::parse(body.at(key).get<std::string>()).value_or(Date{});
    };
    out.made_on = date("made_on");
    out.generation = body.at("generation").get<int64_t>();
    out.horizon_end = date("horizon_end");
    out.budget_jpy = body.at("budget_jpy").get<int64_t>();
    out.cost_jpy = body.at("cost_jpy").get<int64_t>();
    out.objective = body.at("objective").get<std::string>();
    out.caution = body.at("caution").get<double>();
    out.seed = std::stoull(body.at("seed").get<std::string>());
    out.gap = body.at("gap_to_bound").get<double>();
    out.listeners = percentiles_of(body.at("listeners"));
    out.yen = percentiles_of(body.at("yen"));
    for (const Json& action : body.at("actions")) {
      auto read = action_of(action);
      if (!read) return std::nullopt;
      out.actions.push_back(*std::move(read));
    }
    return out;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::vector<TerritoryCode> territories_of(const plan::Opportunity& action) {
  std::set<TerritoryCode> out;
  for (const plan::Spot& spot : action.spots) out.insert(spot.territory);
  if (action.territory) out.insert(*action.territory);
  std::vector<TerritoryCode> ordered(out.begin(), out.end());
  std::ranges::sort(ordered, {}, &TerritoryCode::code);
  return ordered;
}

StoredAction stored(const PlanReport& report, size_t place) {
  const plan::Opportunity& action = report.opportunities.all[place];
  const plan::EffectBelief& belief = report.beliefs.beliefs[static_cast<size_t>(action.kind)];
  const plan::Percentiles listeners = plan::percentiles_of(report.gains[place].listeners);
  const plan::Slot& slot = report.slots[place];
  return {action.id,
          action.kind,
          action.artist,
          territories_of(action),
          subject_words(action, Language::ja) + " / " + subject_words(action, Language::en),
          report.costs[place],
          slot.starts,
          slot.acts_from,
          slot.deadline,
          belief.low(),
          belief.middle(),
          belief.high(),
          listeners.p10,
          listeners.p50,
          listeners.p90};
}

bool is_name(std::string_view name) {
  const auto usable = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
  };
  return !name.empty() && name.size() <= name_most && std::ranges::all_of(name, usable);
}

edits::EditDraft draft_of(const StoredPlan& plan, const LoadedWorld& world, const std::string& by,
                          Instant now) {
  edits::EditDraft draft;
  draft.organisation = world.info().organisation.id;
  draft.author = by;
  draft.made_at = now;
  draft.kind = plan_edit;
  draft.subject = plan.name;
  draft.body = dump(body_json(plan));
  draft.state = plan.state;
  return draft;
}

Json plan_object(const StoredPlan& plan) {
  Json out{{"name", plan.name},
           {"state", std::string(word(plan.state))},
           {"approved_by", or_null(plan.approved_by)}};
  out.update(body_json(plan));
  return out;
}

std::string state_words(const StoredPlan& plan, Language language) {
  return text(language, fmt::format("plan.state.{}", word(plan.state)),
              {{"by", plan.by}, {"approved_by", plan.approved_by}});
}

}  // namespace

Result<std::vector<StoredPlan>> stored_plans(const LoadedWorld& world) {
  std::vector<StoredPlan> out;
  for (const edits::Edit& edit : world.edits()) {
    if (edit.entry.kind != plan_edit) continue;
    auto plan = plan_of(edit);
    if (!plan) return fail("edit_broken", {{"entry", std::to_string(edit.id.value)}});
    const auto same = std::ranges::find_if(out, [&](const StoredPlan& other) {
      return other.name == plan->name && other.version == plan->version;
    });
    if (same != out.end()) {
      *same = *std::move(plan);
    } else {
      out.push_back(*std::move(plan));
    }
  }
  std::ranges::stable_sort(out, {}, [](const StoredPlan& plan) {
    return std::pair(std::string_view(plan.name), plan.version);
  });
  return out;
}

Result<StoredPlan> stored_plan(const LoadedWorld& world, const std::string& name) {
  UMIKOE_TRY(const auto plans, stored_plans(world));
  const StoredPlan* newest = nullptr;
  for (const StoredPlan& plan : plans) {
    if (plan.name == name) newest = &plan;
  }
  if (!newest) return fail("plan_unknown", {{"plan", name}});
  return *newest;
}

Result<StoredPlan> save_plan(WorldStore& store, const LoadedWorld& world, const PlanReport& report,
                             const std::string& name, const std::string& by, Instant now) {
  if (!access::local_viewer(world.info().organisation.id).may_write()) return fail("not_allowed");
  if (!is_name(name)) return fail("plan_name_invalid", {{"name", name}});
  if (by.empty()) return fail("plan_by_needed");
  const auto before = stored_plan(world, name);
  StoredPlan plan;
  plan.name = name;
  plan.version = before ? before->version + 1 : 1;
  plan.by = by;
  plan.made_on = report.today;
  plan.generation = world.info().generation;
  plan.horizon_end = report.horizon_end;
  plan.budget_jpy = report.budget_jpy;
  plan.cost_jpy = report.totals.cost_jpy;
  plan.objective = word(report.objective);
  plan.caution = report.caution;
  plan.seed = report.seed;
  plan.gap = plan::gap_to_bound(report.portfolio);
  plan.listeners = report.totals.listeners;
  plan.yen = report.totals.yen;
  for (const size_t place : report.chosen) plan.actions.push_back(stored(report, place));
  UMIKOE_TRY(store.append_edit(draft_of(plan, world, by, now)));
  return plan;
}

Result<StoredPlan> decide_plan(WorldStore& store, const LoadedWorld& world, const std::string& name,
                               PlanDecision decision, const std::string& by, Instant now) {
  constexpr EditState states[] = {EditState::applied, EditState::rejected, EditState::withdrawn};
  const EditState state = states[static_cast<size_t>(decision)];
  if (by.empty()) return fail("plan_by_needed");
  UMIKOE_TRY(StoredPlan plan, stored_plan(world, name));
  const bool open = plan.state == EditState::proposed ||
                    (plan.state == EditState::applied && state == EditState::withdrawn);
  if (!open) {
    return fail("plan_decided", {{"plan", name}, {"state", std::string(word(plan.state))}});
  }
  if (state == EditState::applied && by == plan.by) {
    return fail("plan_own_proposal", {{"plan", name}, {"by", by}});
  }
  plan.state = state;
  UMIKOE_TRY(store.append_edit(draft_of(plan, world, by, now)));
  if (state == EditState::applied) plan.approved_by = by;
  return plan;
}

std::string stored_plan_json(const StoredPlan& plan) { return dump(plan_object(plan)); }

std::string stored_plans_json(const std::vector<StoredPlan>& plans) {
  Json out = Json::array();
  for (const StoredPlan& plan : plans) out.push_back(plan_object(plan));
  return dump(Json{{"plans", std::move(out)}});
}

std::string stored_plan_text(const StoredPlan& plan, Language language) {
  std::string out = text(language, "plan.stored",
                         {{"plan", plan.name},
                          {"version", std::to_string(plan.version)},
                          {"state", state_words(plan, language)},
                          {"day", plan.made_on.to_string()}}) +
                    "\n" +
                    text(language, "plan.stored_totals",
                         {{"cost", grouped(plan.cost_jpy)},
                          {"budget", grouped(plan.budget_jpy)},
                          {"p10", grouped(std::llround(plan.listeners.p10))},
                          {"p50", grouped(std::llround(plan.listeners.p50))},
                          {"p90", grouped(std::llround(plan.listeners.p90))},
                          {"actions", std::to_string(plan.actions.size())}}) +
                    "\n";
  for (const StoredAction& action : plan.actions) {
    out += fmt::format("  {}  {:>14} JPY  {}  {}\n", action.starts.to_string(),
                       grouped(action.cost_jpy), fitted(action.id, 28), action.subject);
  }
  return out;
}

std::string stored_plans_text(const std::vector<StoredPlan>& plans, Language language) {
  if (plans.empty()) return text(language, "plan.none_stored") + "\n";
  std::string out;
  for (const StoredPlan& plan : plans) {
    out += text(language, "plan.stored",
                {{"plan", plan.name},
                 {"version", std::to_string(plan.version)},
                 {"state", state_words(plan, language)},
                 {"day", plan.made_on.to_string()}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
