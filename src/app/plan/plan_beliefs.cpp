#include "app/plan/plan_beliefs.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "app/csv.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/plan/intervention_effects.h"
#include "app/yen_rates.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;
using plan::ActionKind;
using plan::ActionRule;
using plan::EffectBelief;
using plan::RuleFigure;

Result<void> apply_edits(const LoadedWorld& world, plan::RuleBook& book) {
  for (const edits::Edit* edit : edits::current(world.edits(), plan_rule_edit)) {
    const Json body = Json::parse(edit->entry.body, nullptr, false);
    const bool readable = body.is_object() && body.contains("value") && body["value"].is_number() &&
                          body.contains("source") && body["source"].is_string();
    if (!readable) return fail("edit_broken", {{"entry", std::to_string(edit->id.value)}});
    UMIKOE_TRY(plan::set_figure(book, edit->entry.subject, body["value"].get<double>(),
                                body["source"].get<std::string>()));
  }
  return {};
}

// The figures of a rule that say something: all but costs of nothing.
bool is_said(const ActionRule& rule, RuleFigure figure) {
  const bool may_be_nothing =
      figure == RuleFigure::pays_share ||
      (figure >= RuleFigure::cost_fixed && figure <= RuleFigure::cost_per_language);
  return !may_be_nothing || rule.figure(figure) > 0;
}

std::string effect_words(const EffectBelief& belief) {
  if (belief.scale == plan::EffectScale::chance) {
    return fmt::format("{:.0f} % [{:.0f}, {:.0f}]", belief.middle() * 100, belief.low() * 100,
                       belief.high() * 100);
  }
  return fmt::format("{} % [{}, {}]", signed_percent(belief.middle()), signed_percent(belief.low()),
                     signed_percent(belief.high()));
}

Json belief_json(const EffectBelief& belief) {
  return Json{{"middle", belief.middle()},
              {"low", belief.low()},
              {"high", belief.high()},
              {"level", 0.8},
              {"measured", belief.measured}};
}

std::string number_words(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) {
    return grouped(static_cast<int64_t>(value));
  }
  return fmt::format("{}", value);
}

// A cost in another currency, in whole yen: "12.50 USD × 151.2 JPY (2026-10-31, bank); our
// average".
Result<plan::Figure> in_yen(const RuleChange& change, std::string_view amount,
                            CurrencyCode currency, const std::string& source) {
  UMIKOE_TRY(const YenRates rates, YenRates::parse(change.rates));
  const auto rate = rates.given(currency);
  if (!rate) return fail("plan_rate_needed", {{"currency", std::string(currency.view())}});
  const auto stated = FineAmount::parse(amount);
  const auto yens = stated ? converted(*stated, rate->yen_per_unit) : std::nullopt;
  if (!yens) return fail("plan_rule_value", {{"key", change.name}, {"value", change.value}});
  return plan::Figure{
      static_cast<double>(rounded(*yens, yen).minor),
      fmt::format("{} {} × {} JPY ({}, {}); {}", amount, currency.view(),
                  rate->yen_per_unit.to_string(), rate->on.to_string(), rate->source, source)};
}

Result<plan::Figure> stated_figure(const RuleChange& change) {
  const std::string source = change.source.empty() ? "assumption" : change.source;
  const std::string& word = change.value;
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const auto bad = fail("plan_rule_value", {{"key", change.name}, {"value", word}});
  if (error != std::errc() || !std::isfinite(value)) return bad;
  const auto digits = static_cast<size_t>(end - word.data());
  if (digits == word.size()) return plan::Figure{value, source};
  const auto currency = CurrencyCode::parse(std::string_view(word).substr(digits));
  if (!currency || !change.name.contains(".cost_")) return bad;
  if (*currency == yen) return plan::Figure{value, source};
  return in_yen(change, std::string_view(word).substr(0, digits), *currency, source);
}

}  // namespace

Result<PlanBeliefs> plan_beliefs(const LoadedWorld& world) {
  PlanBeliefs out{plan::shipped_rules(), {}, {}};
  UMIKOE_TRY(apply_edits(world, out.book));
  UMIKOE_TRY(const auto effects, kept_effects(world));
  std::array<std::vector<plan::MeasuredEffect>, plan::action_kinds> measured;
  for (size_t kind = 0; kind < plan::action_kinds; ++kind) {
    out.priors[kind] = plan::prior_belief(out.book.rules[kind]);
  }
  for (const KeptEffect& effect : effects) {
    for (const auto& [kind, share] : shares_of(effect, out.priors)) {
      measured[static_cast<size_t>(kind)].push_back(share);
    }
  }
  for (size_t kind = 0; kind < plan::action_kinds; ++kind) {
    out.beliefs[kind] = plan::updated(out.priors[kind], measured[kind]);
  }
  return out;
}

Result<void> set_plan_rule(WorldStore& store, const LoadedWorld& world, const RuleChange& change,
                           Instant now) {
  if (change.by.empty()) return fail("plan_by_needed");
  for (const std::string* written : {&change.by, &change.source}) {
    if (static_cast<int64_t>(written->size()) > limits::edit_text_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
    }
  }
  UMIKOE_TRY(const plan::Figure stated, stated_figure(change));
  UMIKOE_TRY(PlanBeliefs beliefs, plan_beliefs(world));
  UMIKOE_TRY(plan::set_figure(beliefs.book, change.name, stated.value, stated.source));
  edits::EditDraft draft;
  draft.organisation = world.info().organisation.id;
  draft.author = change.by;
  draft.made_at = now;
  draft.kind = plan_rule_edit;
  draft.subject = change.name;
  draft.body = dump(Json{{"value", stated.value}, {"source", stated.source}});
  UMIKOE_TRY(store.append_edit(draft));
  return {};
}

std::string plan_rules_json(const PlanBeliefs& beliefs) {
  Json actions = Json::array();
  for (const ActionRule& rule : beliefs.book.rules) {
    const auto kind = static_cast<size_t>(rule.kind);
    Json figures = Json::object();
    for (size_t i = 0; i < plan::rule_figures; ++i) {
      const auto figure = static_cast<RuleFigure>(i);
      figures[std::string(word(figure))] =
          Json{{"value", rule.figure(figure)}, {"source", rule.figures[i].source}};
    }
    Json needs = Json::array();
    for (const ActionKind need : rule.needs) needs.push_back(std::string(word(need)));
    Json instead = Json::array();
    for (const ActionKind other : rule.instead_of) instead.push_back(std::string(word(other)));
    actions.push_back(Json{{"action", std::string(word(rule.kind))},
                           {"scope", std::string(word(rule.scope))},
                           {"closes", std::string(word(rule.closes))},
                           {"who", rule.who},
                           {"needs", std::move(needs)},
                           {"instead_of", std::move(instead)},
                           {"currency", rule.currency},
                           {"cost_year", rule.cost_year},
                           {"figures", std::move(figures)},
                           {"prior", belief_json(beliefs.priors[kind])},
                           {"belief", belief_json(beliefs.beliefs[kind])}});
  }
  Json settings = Json::object();
  for (const auto& [name, field] : plan::setting_fields()) {
    const plan::Figure& figure = beliefs.book.settings.*field;
    settings[std::string(name)] = Json{{"value", figure.value}, {"source", figure.source}};
  }
  return dump(Json{{"actions", std::move(actions)}, {"settings", std::move(settings)}});
}

std::string plan_rules_csv(const PlanBeliefs& beliefs) {
  std::string out = csv_row(std::vector<std::string>{"name", "value", "unit", "source"});
  for (const ActionRule& rule : beliefs.book.rules) {
    for (size_t i = 0; i < plan::rule_figures; ++i) {
      const auto figure = static_cast<RuleFigure>(i);
      const bool money = figure <= RuleFigure::cost_per_language;
      const bool days = figure == RuleFigure::lead_days || figure == RuleFigure::lasts_days;
      out += csv_row(
          std::vector<std::string>{fmt::format("{}.{}", word(rule.kind), word(figure)),
                                   fmt::format("{}", rule.figure(figure)),
                                   money  ? fmt::format("{} {}", rule.currency, rule.cost_year)
                                   : days ? "days"
                                          : "share",
                                   rule.figures[i].source});
    }
  }
  for (const auto& [name, field] : plan::setting_fields()) {
    const plan::Figure& figure = beliefs.book.settings.*field;
    out += csv_row(std::vector<std::string>{fmt::format("settings.{}", name),
                                            fmt::format("{}", figure.value), "", figure.source});
  }
  return out;
}

std::string plan_rules_text(const PlanBeliefs& beliefs, Language language) {
  std::string out = text(language, "plan.rules.heading") + "\n";
  for (const ActionRule& rule : beliefs.book.rules) {
    const auto kind = static_cast<size_t>(rule.kind);
    const EffectBelief& belief = beliefs.beliefs[kind];
    out += fmt::format("\n{} ({})\n", text(language, fmt::format("plan.kind.{}", word(rule.kind))),
                       word(rule.kind));
    out += "  " +
           text(language, "plan.rules.effect",
                {{"effect", effect_words(belief)},
                 {"prior", effect_words(beliefs.priors[kind])},
                 {"measured", std::to_string(belief.measured)}}) +
           "\n";
    for (size_t i = 0; i < plan::rule_figures; ++i) {
      const auto figure = static_cast<RuleFigure>(i);
      if (!is_said(rule, figure)) continue;
      const plan::Figure& said = rule.figures[i];
      out += fmt::format("  {:<18} {:>12}  {}\n", word(figure), number_words(said.value),
                         said.is_assumption() ? text(language, "plan.assumption") : said.source);
    }
  }
  out += "\nsettings\n";
  for (const auto& [name, field] : plan::setting_fields()) {
    const plan::Figure& said = beliefs.book.settings.*field;
    out += fmt::format("  {:<20} {:>10}  {}\n", name, number_words(said.value),
                       said.is_assumption() ? text(language, "plan.assumption") : said.source);
  }
  return out + "\n" + text(language, "plan.rules.set") + "\n";
}

}  // namespace umikoe::app
