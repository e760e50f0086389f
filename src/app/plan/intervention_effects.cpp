#include "app/plan/intervention_effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/measure/measurement_json.h"
#include "app/plan/body_reader.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

// The first whole month in which it acts.
std::string first_month(Date acts_from) {
  int year = acts_from.year();
  int month = acts_from.month();
  if (acts_from.day() > 1 && ++month > 12) {
    month = 1;
    ++year;
  }
  return fmt::format("{:04}-{:02}", year, month);
}

Result<KeptEffect> effect_of(const edits::Edit& edit) {
  BodyReader body(edit);
  KeptEffect out;
  out.intervention = edit.entry.subject;
  out.kinds = body.kinds("kinds");
  out.effect = body.number_if_said("effect");
  if (out.effect) {
    out.low = body.number("low");
    out.high = body.number("high");
    out.level = body.number("level");
  }
  out.verdict = body.text("verdict");
  out.method = body.text("method");
  out.measured_on = body.date("measured_on");
  out.by = edit.entry.author;
  UMIKOE_TRY(body.end());
  return out;
}

}  // namespace

Result<std::vector<KeptEffect>> kept_effects(const LoadedWorld& world) {
  std::vector<KeptEffect> out;
  for (const edits::Edit* edit : edits::current(world.edits(), effect_edit)) {
    UMIKOE_TRY(KeptEffect effect, effect_of(*edit));
    out.push_back(std::move(effect));
  }
  return out;
}

std::vector<std::pair<plan::ActionKind, plan::MeasuredEffect>> shares_of(
    const KeptEffect& effect, const std::array<plan::EffectBelief, plan::action_kinds>& priors) {
  std::vector<std::pair<plan::ActionKind, plan::MeasuredEffect>> out;
  if (!effect.effect) return out;
  double all = 0;
  for (const plan::ActionKind kind : effect.kinds) {
    const plan::EffectBelief& prior = priors[static_cast<size_t>(kind)];
    if (prior.scale == plan::EffectScale::chance) return {};
    all += std::max(0.0, prior.mean);
  }
  const auto count = static_cast<double>(effect.kinds.size());
  for (const plan::ActionKind kind : effect.kinds) {
    const double mean = std::max(0.0, priors[static_cast<size_t>(kind)].mean);
    const double share = all > 0 ? mean / all : 1 / count;
    // On the scale of effects, where what actions do together adds up.
    const auto part = [&](double value) { return std::expm1(std::log1p(value) * share); };
    // Nobody sees the parts apart: what each did is no surer than the whole.
    const double middle = part(*effect.effect);
    const double wide = std::log1p(effect.high) - std::log1p(effect.low);
    const double centre = std::log1p(middle);
    out.emplace_back(kind, plan::MeasuredEffect{middle, std::expm1(centre - wide / 2),
                                                std::expm1(centre + wide / 2), effect.level});
  }
  return out;
}

Result<InterventionMeasurement> measure_intervention(const LoadedWorld& world,
                                                     const std::string& id,
                                                     const impact::MeasureSettings& settings,
                                                     uint64_t seed) {
  UMIKOE_TRY(const auto standing, interventions_of(world));
  const auto found = std::ranges::find(standing, id, &Intervention::id);
  if (found == standing.end()) return fail("intervention_unknown", {{"intervention", id}});
  if (world.as_of() < found->acts_from) {
    return fail("intervention_not_begun",
                {{"acts", found->acts_from.to_string()}, {"today", world.as_of().to_string()}});
  }
  ArtistQuestion question;
  question.artist = found->artist;
  question.from = first_month(found->acts_from);
  question.settings = settings;
  question.seed = seed;
  question.territory = codes_of(found->territories, ",");
  // The rule for controls, fixed with the hypothesis: no territory in which anything else was done
  // for the artist.
  for (const Intervention& other : standing) {
    if (other.artist != found->artist) continue;
    for (const TerritoryCode territory : other.territories) {
      const auto& own = found->territories;
      if (std::ranges::find(own, territory) != own.end()) continue;
      question.settings.excluded.emplace_back(territory.code());
    }
  }
  InterventionMeasurement out;
  out.intervention = *found;
  out.early = world.as_of() < found->review;
  UMIKOE_TRY(out.measurement, measure_artist(world, question));
  return out;
}

Result<void> keep_effect(WorldStore& store, const LoadedWorld& world,
                         const InterventionMeasurement& measured, const std::string& by,
                         Instant now) {
  if (by.empty()) return fail("plan_by_needed");
  const Intervention& intervention = measured.intervention;
  if (measured.early) {
    return fail("measure_before_review", {{"review", intervention.review.to_string()},
                                          {"today", world.as_of().to_string()}});
  }
  const impact::Measurement& said = measured.measurement.away;
  Json kinds = Json::array();
  for (const plan::ActionKind kind : intervention.kinds) kinds.push_back(std::string(word(kind)));
  Json body{{"kinds", std::move(kinds)}, {"effect", nullptr}};
  if (said.effect && said.interval) {
    body["effect"] = *said.effect;
    body["low"] = said.interval->first;
    body["high"] = said.interval->second;
    body["level"] = said.level;
  }
  body["verdict"] = std::string(impact::word(said.verdict));
  body["method"] = std::string(impact::word(said.method));
  body["measured_on"] = world.as_of().to_string();
  edits::EditDraft draft;
  draft.organisation = world.info().organisation.id;
  draft.author = by;
  draft.made_at = now;
  draft.kind = effect_edit;
  draft.subject = intervention.id;
  draft.body = dump(body);
  UMIKOE_TRY(store.append_edit(draft));
  return {};
}

std::string intervention_measurement_json(const InterventionMeasurement& measured, bool trace,
                                          Language language) {
  Json out = Json::parse(artist_measurement_json(measured.measurement, trace, language));
  out["intervention"] = Json::parse(intervention_json(measured.intervention));
  out["early"] = measured.early;
  return dump(out);
}

std::string intervention_measurement_text(const InterventionMeasurement& measured,
                                          Language language) {
  std::string out = intervention_text(measured.intervention, language);
  if (measured.early) {
    out += text(language, "intervention.early",
                {{"review", measured.intervention.review.to_string()}}) +
           "\n";
  }
  return out + artist_measurement_text(measured.measurement, language);
}

}  // namespace umikoe::app
