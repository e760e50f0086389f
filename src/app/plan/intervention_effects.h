#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/measure/measure_artist.h"
#include "app/plan/interventions.h"
#include "plan/effect.h"

namespace umikoe::app {

inline constexpr std::string_view effect_edit = "effect_estimate";

// What measuring an intervention said, kept.
struct KeptEffect {
  std::string intervention;
  std::vector<plan::ActionKind> kinds;
  std::optional<double> effect;  // nothing where it was refused
  double low = 0, high = 0, level = 0.9;
  std::string verdict;
  std::string method;
  std::string by;
  Date measured_on;
};
Result<std::vector<KeptEffect>> kept_effects(const LoadedWorld& world);
// What an effect says of each of its kinds. Several actions at once share what they did together in
// proportion to what was expected of each.
std::vector<std::pair<plan::ActionKind, plan::MeasuredEffect>> shares_of(
    const KeptEffect& effect, const std::array<plan::EffectBelief, plan::action_kinds>& priors);

struct InterventionMeasurement {
  Intervention intervention;
  ArtistMeasurement measurement;
  bool early = false;  // before its review date: shown, never kept
};
// Errors: intervention_unknown, intervention_not_begun, those of measure_artist.
Result<InterventionMeasurement> measure_intervention(const LoadedWorld& world,
                                                     const std::string& id,
                                                     const impact::MeasureSettings& settings,
                                                     uint64_t seed);
// Keeps the verdict; it teaches the next plan. Errors: plan_by_needed, measure_before_review.
Result<void> keep_effect(WorldStore& store, const LoadedWorld& world,
                         const InterventionMeasurement& measured, const std::string& by,
                         Instant now);

std::string intervention_measurement_json(const InterventionMeasurement& measured, bool trace,
                                          messages::Language language);
std::string intervention_measurement_text(const InterventionMeasurement& measured,
                                          messages::Language language);

}  // namespace umikoe::app
