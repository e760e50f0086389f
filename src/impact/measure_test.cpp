#include "impact/measure.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "impact/filled.h"
#include "impact/placebos.h"

namespace umikoe::impact {
namespace {

// Units that share a walk, unit 0 treated from time 24 of 36 on.
Panel panel_of(size_t units, double effect, uint64_t seed) {
  Rng rng(seed);
  Panel panel;
  for (size_t t = 0; t < 36; ++t) panel.times.push_back(fmt::format("{}", 2000 + t));
  std::vector<double> walk(36, 0.0);
  for (size_t t = 1; t < 36; ++t) walk[t] = walk[t - 1] + rng.normal();
  for (size_t unit = 0; unit < units; ++unit) {
    panel.units.push_back(fmt::format("U{}", unit));
    panel.treated_from.push_back(unit == 0 ? 24 : 36);
    const double share = 1 + 0.2 * rng.normal();
    for (size_t t = 0; t < 36; ++t) {
      const double value =
          100 + share * walk[t] + rng.normal() + (unit == 0 && t >= 24 ? effect : 0);
      panel.cells.push_back({Seen::exactly, value});
    }
  }
  return panel;
}

Measurement measured(const Panel& panel, const MeasureSettings& settings = {}) {
  Rng rng(1);
  auto result = measure(panel, settings, {}, rng);
  EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().code);
  return result ? *result : Measurement{};
}

std::vector<std::string> codes(const Measurement& measurement) {
  std::vector<std::string> out;
  for (const Error& reason : measurement.refused) out.push_back(reason.code);
  return out;
}

TEST(Measure, SaysWorkedHarmedOrNoEvidence) {
  for (const Method method : {Method::sdid, Method::sc, Method::did, Method::bsts}) {
    MeasureSettings settings{.method = method};
    EXPECT_EQ(measured(panel_of(20, 15, 1), settings).verdict, Verdict::worked) << word(method);
    EXPECT_EQ(measured(panel_of(20, -15, 1), settings).verdict, Verdict::harmed) << word(method);
    EXPECT_EQ(measured(panel_of(20, 0, 1), settings).verdict, Verdict::no_evidence) << word(method);
  }
}

TEST(Measure, ALowerOutcomeMayBeTheBetterOne) {
  EXPECT_EQ(measured(panel_of(20, -15, 1), {.lower_is_better = true}).verdict, Verdict::worked);
}

TEST(Measure, CannotTellWhereAnEffectThatMattersWouldHaveBeenMissed) {
  const Panel panel = panel_of(20, 0, 1);
  const Measurement usual = measured(panel);
  ASSERT_TRUE(usual.smallest);
  EXPECT_GT(*usual.smallest, usual.interval->second - *usual.effect);
  EXPECT_EQ(measured(panel, {.matters = *usual.smallest * 0.9}).verdict, Verdict::cannot_tell);
  EXPECT_EQ(measured(panel, {.matters = *usual.smallest * 1.1}).verdict, Verdict::no_evidence);
}

TEST(Measure, GivesTheIntervalAroundItsEffectAndAPlaceboRank) {
  const Measurement one = measured(panel_of(20, 15, 2));
  ASSERT_TRUE(one.effect && one.interval && one.placebo_p);
  EXPECT_LT(one.interval->first, *one.effect);
  EXPECT_GT(one.interval->second, *one.effect);
  EXPECT_NEAR(*one.effect, 15, 3);
  EXPECT_EQ(one.placebos, 19u);
  EXPECT_NEAR(*one.placebo_p, 1.0 / 20, 1e-12);
}

TEST(Measure, RefusesWithoutAFigure) {
  const Measurement few = measured(panel_of(8, 15, 3));
  EXPECT_EQ(codes(few), std::vector<std::string>{"impact_few_donors"});
  EXPECT_FALSE(few.effect || few.interval);
  EXPECT_EQ(few.verdict, Verdict::cannot_tell);

  Panel early = panel_of(20, 15, 3);
  early.treated_from[0] = 4;
  EXPECT_EQ(codes(measured(early)), std::vector<std::string>{"impact_short_before"});

  Panel alone = panel_of(20, 15, 3);
  // Before the start it moves like nobody else.
  for (size_t t = 0; t < 24; ++t) alone.at(0, t).value += 30 * std::sin(static_cast<double>(t) / 4);
  EXPECT_EQ(codes(measured(alone)), std::vector<std::string>{"impact_poor_fit"});

  Panel disturbed = panel_of(20, 0, 3);
  for (size_t t = 21; t < 24; ++t) disturbed.at(0, t).value += 60;
  const auto reasons = codes(measured(disturbed, {.method = Method::did}));
  EXPECT_NE(std::ranges::find(reasons, "impact_disturbed"), reasons.end());
}

TEST(Measure, RefusesATreatedUnitItDoesNotKnow) {
  Panel hole = panel_of(20, 15, 5);
  hole.at(0, 3) = {};
  EXPECT_EQ(codes(measured(hole)), std::vector<std::string>{"impact_treated_unfit"});
}

TEST(Measure, ErrorsOfTheDesign) {
  Rng rng(1);
  Panel none = panel_of(12, 0, 6);
  none.treated_from[0] = none.times.size();
  EXPECT_EQ(measure(none, {}, {}, rng).error().code, "panel_no_treated");
  Panel all = panel_of(12, 0, 6);
  std::ranges::fill(all.treated_from, 20u);
  EXPECT_EQ(measure(all, {}, {}, rng).error().code, "panel_all_treated");
  EXPECT_EQ(measure(panel_of(12, 0, 6), {}, Predictors{}, rng).error().code, "predictors_only_sc");
}

TEST(Measure, UnitsThatCannotBeControlsAreLeftOutWithTheirReason) {
  Panel panel = panel_of(20, 15, 7);
  panel.groups.assign(20, "");
  panel.groups[0] = panel.groups[1] = "Iberia";
  panel.at(2, 5) = {};
  for (size_t t = 0; t < 20; ++t) panel.at(3, t) = {Seen::below, 90};
  for (size_t t = 0; t < 36; ++t) panel.at(4, t) = {Seen::exactly, 5};
  const Measurement one = measured(panel, {.excluded = {"U5"}});
  const std::vector<std::pair<std::string, NoDonor>> expected = {{"U1", NoDonor::touched},
                                                                 {"U2", NoDonor::unknown_cells},
                                                                 {"U3", NoDonor::mostly_below},
                                                                 {"U4", NoDonor::flat},
                                                                 {"U5", NoDonor::excluded}};
  EXPECT_EQ(one.dropped, expected);
  EXPECT_EQ(one.donors, 14u);
}

TEST(Measure, CellsBelowTheChartWidenTheIntervalInsteadOfBeingZero) {
  const Panel known = panel_of(20, -15, 8);
  Panel bounded = known;
  for (size_t t = 30; t < 34; ++t) bounded.at(0, t) = {Seen::below, 90};
  const Measurement exact = measured(known);
  const Measurement wide = measured(bounded);
  ASSERT_TRUE(exact.interval && wide.interval);
  EXPECT_EQ(wide.below_chart, 4u);
  // As low as nothing: four of twelve cells by about 85; as high as the bound.
  EXPECT_LT(wide.interval->first, exact.interval->first - 20);
  EXPECT_LE(*wide.effect, 0);
  EXPECT_GT(*wide.effect, *exact.effect - 10);
}

TEST(Measure, UnitsMayStartOneAfterTheOther) {
  Panel panel = panel_of(24, 12, 9);
  panel.treated_from[1] = 28;
  for (size_t t = 28; t < 36; ++t) panel.at(1, t).value += 12;
  const Measurement one = measured(panel);
  EXPECT_EQ(one.treated, (std::vector<std::string>{"U0", "U1"}));
  EXPECT_NEAR(*one.effect, 12, 2.5);
  EXPECT_EQ(one.placebos, 200u);
}

TEST(Measure, TheSameSeedGivesTheSameAnswer) {
  Panel panel = panel_of(24, 3, 10);
  panel.treated_from[1] = 28;
  const Measurement one = measured(panel);
  const Measurement two = measured(panel);
  EXPECT_EQ(one.interval, two.interval);
  EXPECT_EQ(one.placebo_p, two.placebo_p);
}

TEST(Measure, IndexedUnitsOfAnySizeGiveTheSameAnswer) {
  const Panel panel = panel_of(20, 15, 11);
  Panel scaled = panel;
  for (size_t unit = 0; unit < 20; ++unit) {
    for (size_t t = 0; t < 36; ++t)
      scaled.at(unit, t).value *= std::pow(2.0, static_cast<double>(unit));
  }
  const Measurement one = measured(panel, {.indexed = true});
  const Measurement two = measured(scaled, {.indexed = true});
  EXPECT_NEAR(*one.effect, 0.15, 0.04);
  EXPECT_NEAR(*one.effect, *two.effect, 1e-9);
  EXPECT_NEAR(one.interval->second, two.interval->second, 1e-9);
}

TEST(Filled, WhatIsBelowABoundIsExpectedBelowIt) {
  Panel panel = panel_of(6, 0, 12);
  const double truth = panel.at(3, 10).value;
  panel.at(3, 10) = {Seen::below, truth + 4};
  panel.at(4, 10) = {Seen::below, 20};
  const Matrix values = filled(panel, {0, 1, 2, 3, 4, 5});
  EXPECT_NEAR(values(3, 10), truth, 5);
  EXPECT_LT(values(3, 10), truth + 4);
  EXPECT_LE(values(4, 10), 20);
  EXPECT_GT(values(4, 10), 0);
  EXPECT_EQ(values(2, 10), panel.at(2, 10).value);
}

TEST(Placebos, TheQuantileCoversOneMoreDrawAsOftenAsItSays) {
  Rng rng(13);
  int covered = 0;
  constexpr int worlds = 20'000;
  for (int world = 0; world < worlds; ++world) {
    Placebos placebos;
    for (int i = 0; i < 14; ++i) placebos.ratios.push_back(rng.uniform());
    std::ranges::sort(placebos.ratios);
    placebos.independent = 14;
    covered += rng.uniform() <= ratio_quantile(placebos, 0.9);
  }
  EXPECT_NEAR(static_cast<double>(covered) / worlds, 0.9, 0.01);
}

TEST(Placebos, ThePValueIsARank) {
  const Placebos placebos{.ratios = {1, 2, 3, 4}, .independent = 4};
  EXPECT_NEAR(placebo_p(placebos, 5), 0.2, 1e-12);
  EXPECT_NEAR(placebo_p(placebos, 4), 0.4, 1e-12);
  EXPECT_NEAR(placebo_p(placebos, 0.5), 1, 1e-12);
}

}  // namespace
}  // namespace umikoe::impact
