#include "app/plan/steering.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "app/csv.h"
#include "app/number_words.h"
#include "app/plan/body_reader.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr std::array<std::string_view, 3> words{"stop", "continue", "change"};

Result<std::map<std::string, SteeringDecision>> decisions_of(const LoadedWorld& world) {
  std::map<std::string, SteeringDecision> out;
  for (const edits::Edit* edit : edits::current(world.edits(), steering_edit)) {
    BodyReader body(*edit);
    SteeringDecision decision;
    decision.intervention = edit->entry.subject;
    decision.word = body.text("decision");
    decision.why = body.text("why");
    decision.made_on = body.date("made_on");
    decision.by = edit->entry.author;
    UMIKOE_TRY(body.end());
    out[decision.intervention] = std::move(decision);
  }
  return out;
}

Json row_json(const SteeringRow& row, const LoadedWorld& world) {
  Json out{{"intervention", Json::parse(intervention_json(row.intervention))},
           {"review_due", row.intervention.review <= world.as_of() && !row.effect}};
  out["measured"] = nullptr;
  if (row.effect) {
    const KeptEffect& effect = *row.effect;
    Json measured{{"verdict", effect.verdict},
                  {"estimate", nullptr},
                  {"interval", nullptr},
                  {"method", effect.method},
                  {"measured_on", effect.measured_on.to_string()},
                  {"by", effect.by}};
    if (effect.effect) {
      measured["estimate"] = *effect.effect;
      measured["interval"] = Json{effect.low, effect.high};
      measured["level"] = effect.level;
    }
    out["measured"] = std::move(measured);
  }
  out["decision"] = nullptr;
  if (row.decision) {
    out["decision"] = Json{{"word", row.decision->word},
                           {"why", row.decision->why},
                           {"by", row.decision->by},
                           {"made_on", row.decision->made_on.to_string()}};
  }
  return out;
}

std::string measured_words(const SteeringRow& row, const LoadedWorld& world, Language language) {
  if (!row.effect) {
    const bool due = row.intervention.review <= world.as_of();
    return text(language, due ? "steering.due" : "steering.waiting",
                {{"review", row.intervention.review.to_string()}});
  }
  const KeptEffect& effect = *row.effect;
  const std::string verdict = text(language, "verdict." + effect.verdict);
  if (!effect.effect) return verdict;
  return text(language, "steering.measured",
              {{"low", signed_percent(effect.low)},
               {"high", signed_percent(effect.high)},
               {"level", fmt::format("{:.0f}", effect.level * 100)},
               {"effect", signed_percent(*effect.effect)},
               {"verdict", verdict},
               {"day", effect.measured_on.to_string()}});
}

}  // namespace

Result<void> decide_intervention(WorldStore& store, const LoadedWorld& world,
                                 const SteeringDecision& decision, Instant now) {
  if (decision.by.empty()) return fail("plan_by_needed");
  if (std::ranges::find(words, decision.word) == words.end()) {
    return fail("steering_word_unknown", {{"word", decision.word}});
  }
  if (decision.why.empty()) return fail("steering_why_needed");
  if (static_cast<int64_t>(decision.why.size()) > limits::edit_text_bytes.value) {
    return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
  }
  UMIKOE_TRY(const auto standing, interventions_of(world));
  if (std::ranges::find(standing, decision.intervention, &Intervention::id) == standing.end()) {
    return fail("intervention_unknown", {{"intervention", decision.intervention}});
  }
  edits::EditDraft draft;
  draft.organisation = world.info().organisation.id;
  draft.author = decision.by;
  draft.made_at = now;
  draft.kind = steering_edit;
  draft.subject = decision.intervention;
  draft.body = dump(Json{
      {"decision", decision.word}, {"why", decision.why}, {"made_on", world.as_of().to_string()}});
  UMIKOE_TRY(store.append_edit(draft));
  return {};
}

Result<std::vector<SteeringRow>> steering_log(const LoadedWorld& world) {
  UMIKOE_TRY(const auto standing, interventions_of(world));
  UMIKOE_TRY(const auto effects, kept_effects(world));
  UMIKOE_TRY(auto decisions, decisions_of(world));
  std::vector<SteeringRow> out;
  for (const Intervention& intervention : standing) {
    SteeringRow row{intervention, {}, {}};
    const auto effect = std::ranges::find(effects, intervention.id, &KeptEffect::intervention);
    if (effect != effects.end()) row.effect = *effect;
    const auto decision = decisions.find(intervention.id);
    if (decision != decisions.end()) row.decision = decision->second;
    out.push_back(std::move(row));
  }
  std::ranges::stable_sort(out, {}, [](const SteeringRow& row) { return row.intervention.starts; });
  return out;
}

std::string steering_json(const std::vector<SteeringRow>& rows, const LoadedWorld& world) {
  Json out = Json::array();
  for (const SteeringRow& row : rows) out.push_back(row_json(row, world));
  return dump(Json{{"as_of", world.as_of().to_string()}, {"interventions", std::move(out)}});
}

std::string steering_csv(const std::vector<SteeringRow>& rows) {
  std::string out = csv_row(std::vector<std::string>{
      "intervention", "artist", "territories", "owner", "registered", "starts", "review",
      "cost_jpy", "expected_low", "expected_middle", "expected_high", "measured_low", "measured",
      "measured_high", "level", "verdict", "decision", "why", "by"});
  for (const SteeringRow& row : rows) {
    const Intervention& one = row.intervention;
    const std::string territories = codes_of(one.territories, " ");
    const bool figure = row.effect && row.effect->effect;
    out += csv_row(std::vector<std::string>{
        one.id, one.artist, territories, one.owner, one.registered.to_string(),
        one.starts.to_string(), one.review.to_string(), std::to_string(one.cost_jpy),
        fmt::format("{}", one.low), fmt::format("{}", one.middle), fmt::format("{}", one.high),
        figure ? fmt::format("{}", row.effect->low) : "",
        figure ? fmt::format("{}", *row.effect->effect) : "",
        figure ? fmt::format("{}", row.effect->high) : "",
        figure ? fmt::format("{}", row.effect->level) : "", row.effect ? row.effect->verdict : "",
        row.decision ? row.decision->word : "", row.decision ? row.decision->why : "",
        row.decision ? row.decision->by : ""});
  }
  return out;
}

std::string steering_text(const std::vector<SteeringRow>& rows, const LoadedWorld& world,
                          Language language) {
  if (rows.empty()) return text(language, "steering.none") + "\n";
  std::string out;
  for (const SteeringRow& row : rows) {
    out += intervention_text(row.intervention, language);
    out += "  " + measured_words(row, world, language) + "\n";
    if (row.decision) {
      out += "  " +
             text(language, "steering.decided",
                  {{"word", text(language, "steering.word." + row.decision->word)},
                   {"why", row.decision->why},
                   {"by", row.decision->by},
                   {"day", row.decision->made_on.to_string()}}) +
             "\n";
    }
  }
  return out;
}

}  // namespace umikoe::app
