#include "impact/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "impact/filled.h"
#include "impact/placebos.h"

namespace umikoe::impact {
namespace {

constexpr std::array verdicts = {"worked", "no_evidence", "harmed", "cannot_tell"};
// Far beyond what placebos show: the treated left their controls before the action began.
constexpr double disturbed_over_usual = 6;
constexpr double least_disturbed = 3;  // in spreads of the gaps before
constexpr double least_weight = 1e-9;

std::string figure(double value) { return fmt::format("{:.4g}", value); }

// Everything one measurement works on.
struct Study {
  std::vector<Treated> treated;
  Donors donors;
  Matrix values;  // by units of the panel; rows of units that take no part are zero
};

// The effect if every cell below the chart were as low, or as high, as it can be.
struct Reach {
  double down = 0;
  double up = 0;
};

bool has_predictors(const Predictors& predictors, size_t unit) {
  const auto known = [unit](const Matrix& values) {
    for (size_t row = 0; row < values.rows; ++row) {
      if (!std::isfinite(values(row, unit))) return false;
    }
    return true;
  };
  return known(predictors.values) && (!predictors.train || known(predictors.train->values));
}

Study prepare(const Panel& panel, const MeasureSettings& settings,
              const std::optional<Predictors>& predictors, Measurement& out) {
  Study study;
  study.donors = choose_donors(panel, settings.excluded);
  if (predictors) {
    std::erase_if(study.donors.units, [&](size_t unit) {
      const bool unknown = !has_predictors(*predictors, unit);
      if (unknown) study.donors.dropped.emplace_back(unit, NoDonor::unknown_cells);
      return unknown;
    });
  }
  for (size_t unit = 0; unit < panel.units.size(); ++unit) {
    if (!panel.is_treated(unit)) continue;
    const auto reason = unfit_as_treated(panel, unit);
    if (reason)
      out.dropped.emplace_back(panel.units[unit], *reason);
    else
      study.treated.push_back({unit, panel.treated_from[unit]});
  }
  for (const auto& [unit, reason] : study.donors.dropped) {
    out.dropped.emplace_back(panel.units[unit], reason);
  }
  std::vector<size_t> used = study.donors.units;
  for (const Treated& one : study.treated) used.push_back(one.unit);
  const Matrix part = filled(panel, used);
  study.values = Matrix(panel.units.size(), panel.times.size());
  for (size_t row = 0; row < used.size(); ++row) {
    for (size_t time = 0; time < panel.times.size(); ++time) {
      study.values(used[row], time) = part(row, time);
      if (panel.at(used[row], time).seen == Seen::below) ++out.below_chart;
    }
  }
  return study;
}

// Reasons that need no figures.
void refuse_early(const Study& study, Measurement& out) {
  if (study.treated.empty()) out.refused.push_back(Error{"impact_treated_unfit"});
  if (study.donors.units.size() < least_donors) {
    out.refused.push_back(Error{"impact_few_donors",
                                {{"donors", std::to_string(study.donors.units.size())},
                                 {"least", std::to_string(least_donors)}}});
  }
  if (std::ranges::any_of(study.values.values,
                          [](double value) { return std::abs(value) > largest_value; })) {
    out.refused.push_back(Error{"impact_out_of_range"});
  }
  for (const Treated& one : study.treated) {
    if (one.from >= least_before) continue;
    out.refused.push_back(
        Error{"impact_short_before",
              {{"times", std::to_string(one.from)}, {"least", std::to_string(least_before)}}});
    break;
  }
}

// Reasons that the figures give.
void refuse_late(const Compared& found, const Placebos& placebos, Measurement& out) {
  if (placebos.ratios.size() < least_donors) {
    out.refused.push_back(Error{"impact_few_placebos",
                                {{"placebos", std::to_string(placebos.ratios.size())},
                                 {"least", std::to_string(least_donors)}}});
    return;
  }
  const double fit = found.roughness > 0 ? found.pre_fit / found.roughness : found.pre_fit;
  if (fit > poor_fit * placebos.usual_fit && placebos.usual_fit > 0) {
    out.refused.push_back(
        Error{"impact_poor_fit",
              {{"times", figure(fit / placebos.usual_fit)}, {"limit", figure(poor_fit)}}});
  }
  const double limit = std::max(least_disturbed, disturbed_over_usual * placebos.usual_step);
  if (found.step_out > limit) {
    out.refused.push_back(Error{"impact_disturbed", {{"spreads", figure(found.step_out)}}});
  }
}

std::vector<NamedTrace> named(const Panel& panel, const std::vector<Trace>& traces) {
  std::vector<NamedTrace> out;
  for (const Trace& trace : traces) {
    NamedTrace one{{}, panel.times[trace.from], panel.times, trace.observed, trace.control};
    for (const size_t unit : trace.units) one.units.push_back(panel.units[unit]);
    out.push_back(std::move(one));
  }
  return out;
}

NamedWeights named(const std::vector<std::string>& names, const std::vector<double>& weights) {
  NamedWeights out;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (std::abs(weights[i]) > least_weight) out.emplace_back(names[i], weights[i]);
  }
  return out;
}

Reach reach_of(const Panel& panel, const Study& study, bool indexed,
               const std::optional<Predictors>& predictors) {
  Reach reach;
  double cells = 0;
  for (const Treated& one : study.treated) {
    double level = 1;
    if (indexed) {
      level = 0;
      for (size_t time = 0; time < one.from; ++time) level += study.values(one.unit, time);
      level = level > 0 ? level / static_cast<double>(one.from) : 1;
    }
    for (size_t time = 0; time < panel.times.size(); ++time) {
      const bool counts =
          predictors ? std::ranges::find(predictors->effect, time) != predictors->effect.end()
                     : time >= one.from;
      if (!counts) continue;
      ++cells;
      const Observation& cell = panel.at(one.unit, time);
      if (cell.seen != Seen::below) continue;
      reach.down += study.values(one.unit, time) / level;
      reach.up += (cell.value - study.values(one.unit, time)) / level;
    }
  }
  return {reach.down / cells, reach.up / cells};
}

void judge(const MeasureSettings& settings, Measurement& out) {
  const auto [low, high] = *out.interval;
  const bool up = low > 0;
  const bool down = high < 0;
  if (up || down) {
    out.verdict = up != settings.lower_is_better ? Verdict::worked : Verdict::harmed;
    return;
  }
  const double matters =
      settings.matters.value_or(matters_share * std::abs(out.expected.value_or(0)));
  out.verdict = *out.smallest <= matters ? Verdict::no_evidence : Verdict::cannot_tell;
}

void conclude(const Compared& found, const Placebos& placebos, const Reach& reach,
              const MeasureSettings& settings, Measurement& out) {
  out.effect = found.effect;
  out.expected = found.expected;
  const double wide = ratio_quantile(placebos, settings.level) * found.scale;
  // Half of the placebos' misses go either way: the share `power` of one side.
  const double beyond = ratio_quantile(placebos, 2 * power - 1) * found.scale;
  out.interval = {found.effect - wide - reach.down, found.effect + wide + reach.up};
  out.smallest = wide + beyond + std::max(reach.down, reach.up);
  if (found.series) {
    out.interval = {found.series->low - reach.down, found.series->high + reach.up};
    const double half = (found.series->high - found.series->low) / 2;
    constexpr double normal_power_over_half = 0.8416 / 1.6449;  // of a 90 % interval
    out.smallest = half * (1 + normal_power_over_half) + std::max(reach.down, reach.up);
  }
  judge(settings, out);
}

Result<void> check_design(const Panel& panel, const MeasureSettings& settings,
                          const std::optional<Predictors>& predictors) {
  size_t treated = 0;
  for (size_t unit = 0; unit < panel.units.size(); ++unit) treated += panel.is_treated(unit);
  if (treated == 0) return fail("panel_no_treated");
  if (treated == panel.units.size()) return fail("panel_all_treated");
  if (predictors && settings.method != Method::sc) {
    return fail("predictors_only_sc", {{"method", std::string(word(settings.method))}});
  }
  if (predictors && treated != 1) return fail("predictors_one_treated");
  return {};
}

}  // namespace

std::string_view word(Verdict verdict) { return verdicts[static_cast<size_t>(verdict)]; }

Result<Measurement> measure(const Panel& panel, const MeasureSettings& settings,
                            const std::optional<Predictors>& predictors, Rng& rng) {
  UMIKOE_TRY(check_design(panel, settings, predictors));
  Measurement out{.method = settings.method, .level = settings.level};
  const Study study = prepare(panel, settings, predictors, out);
  out.donors = study.donors.units.size();
  for (const Treated& one : study.treated) out.treated.push_back(panel.units[one.unit]);
  refuse_early(study, out);
  if (!out.refused.empty()) return out;

  const Comparison comparison(study.values, {settings.method, settings.indexed, settings.level},
                              predictors);
  const Compared found = comparison.of(study.treated, study.donors.units, false);
  const Placebos placebos = run_placebos(comparison, study.treated, study.donors.units,
                                         panel.groups, settings.placebos, rng);
  std::vector<std::string> donor_names;
  for (const size_t unit : study.donors.units) donor_names.push_back(panel.units[unit]);
  out.unit_weights = named(donor_names, found.unit_weights);
  std::ranges::stable_sort(out.unit_weights, std::ranges::greater{},
                           [](const auto& named) { return std::abs(named.second); });
  out.time_weights = named(panel.times, found.time_weights);
  if (predictors) out.importance = named(predictors->names, found.importance);
  out.pre_fit = found.pre_fit;
  out.traces = named(panel, found.traces);
  out.placebos = placebos.ratios.size();
  refuse_late(found, placebos, out);
  // A series is ranked by what its placebos are made of.
  const Compared& ranked =
      found.series ? comparison.of(study.treated, study.donors.units, true) : found;
  if (ranked.scale > 0 && !placebos.ratios.empty()) {
    out.placebo_p = placebo_p(placebos, std::abs(ranked.effect) / ranked.scale);
  }
  if (!out.refused.empty()) return out;
  conclude(found, placebos, reach_of(panel, study, settings.indexed, predictors), settings, out);
  return out;
}

}  // namespace umikoe::impact
