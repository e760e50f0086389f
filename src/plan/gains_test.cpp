#include "plan/gains.h"

#include <gtest/gtest.h>

#include <cmath>

namespace umikoe::plan {
namespace {

const TerritoryCode brazil = *TerritoryCode::parse("BR");
const Date today = *Date::of(2026, 11, 20);
const Date end = *Date::of(2027, 12, 31);

Opportunity one(ActionKind kind, std::string id, double streams,
                std::vector<std::string> needs = {}) {
  Opportunity out;
  out.kind = kind;
  out.id = std::move(id);
  out.artist = "Umi";
  out.needs = std::move(needs);
  if (streams > 0) out.spots = {{"Umi", brazil, streams, streams, streams, 0.2, 1}};
  return out;
}

// A world of actions with everything that is made of them.
struct World {
  explicit World(std::vector<Opportunity> all) : opportunities(std::move(all)) {
    slots = schedule(opportunities, book, today, end);
    for (const Opportunity& o : opportunities) costs.push_back(cost_of(o, book.of(o.kind)));
    question.settings = book.settings;
    question.today = today;
    question.horizon_end = end;
    for (size_t i = 0; i < action_kinds; ++i) {
      question.beliefs[i] = prior_belief(book.rules[i]);
      question.pays_share[i] = book.rules[i].figure(RuleFigure::pays_share);
    }
  }
  GainTable table() const { return {opportunities, slots, costs, question}; }

  RuleBook book = shipped_rules();
  std::vector<Opportunity> opportunities;
  std::vector<Slot> slots;
  std::vector<int64_t> costs;
  GainQuestion question;
};

TEST(Schedule, WhatOneNeedsIsDoneBeforeItBegins) {
  const World world(
      {one(ActionKind::names, "n", 1000), one(ActionKind::promote, "p", 1000, {"n"})});
  EXPECT_EQ(world.slots[0].starts, today);
  EXPECT_EQ(world.slots[0].acts_from, today.plus(14));
  EXPECT_EQ(world.slots[0].acts_until, end);
  EXPECT_EQ(world.slots[1].starts, today.plus(14));
  EXPECT_EQ(world.slots[1].acts_from, today.plus(44));
  EXPECT_EQ(world.slots[1].acts_until, today.plus(134));  // promotion lasts 90 days
  EXPECT_EQ(world.slots[1].deadline, end.plus(-58));
}

TEST(Cost, IsFixedAndByItemMinuteAndLanguage) {
  Opportunity subtitle = one(ActionKind::subtitle, "s", 1000);
  subtitle.language = "pt";
  subtitle.minutes = 12.5;
  EXPECT_EQ(cost_of(subtitle, shipped_rules().of(ActionKind::subtitle)), 20'000 + 37'500);
  Opportunity names = one(ActionKind::names, "n", 1000);
  names.items = 7;
  names.language = "pt";
  EXPECT_EQ(cost_of(names, shipped_rules().of(ActionKind::names)), 10'000 + 7 * 1'500);
}

// Listeners and yen by hand: the mean share is E[expm1] of the belief, the days are those it acts.
TEST(Gains, AreStreamsTimesEffectTimesDays) {
  const World world({one(ActionKind::promote, "p", 30'000)});
  const GainTable table = world.table();
  const EffectBelief& belief = world.question.beliefs[static_cast<size_t>(ActionKind::promote)];
  const double deviation = std::hypot(belief.uncertainty, belief.spread);
  const double share = std::exp(belief.mean + deviation * deviation / 2) - 1;
  const double days = world.slots[0].acts_until.days - world.slots[0].acts_from.days;
  const double horizon = end.days - today.days;
  const GainDraws& gain = table.gains()[0];
  EXPECT_NEAR(gain.mean_listeners() / (30'000 * share * days / horizon / 3), 1, 0.02);
  EXPECT_NEAR(gain.mean_yen() / (30'000 * share * days / 28 * 0.2), 1, 0.02);
}

TEST(Gains, AChainOpensOnlyWhereAllOfItSucceeds) {
  const World world(
      {one(ActionKind::negotiate, "n", 0), one(ActionKind::deliver, "d", 9'000, {"n"})});
  const GainTable table = world.table();
  size_t gains = 0;
  for (const double listeners : table.gains()[1].listeners) gains += listeners > 0;
  // One half of negotiations and 95 % of deliveries.
  EXPECT_NEAR(static_cast<double>(gains) / 200, 0.5 * 0.95, 0.06);
}

TEST(Gains, AGrantPaysPartOfWhatItNeeds) {
  Opportunity grant = one(ActionKind::grant, "g", 0, {"t"});
  const World world({one(ActionKind::tour_leg, "t", 1000), grant});
  const GainTable table = world.table();
  EXPECT_EQ(table.gains()[1].mean_listeners(), 0);
  EXPECT_NEAR(table.gains()[1].mean_yen(), 0.4 * 0.5 * 12'000'000, 0.06 * 6'000'000);
}

TEST(Gains, TwoTogetherGainTheProductAndOpeningsFeedAdditions) {
  const World world({one(ActionKind::deliver, "d", 50'000), one(ActionKind::names, "n", 1'000),
                     one(ActionKind::promote, "p", 1'000)});
  const auto pairs = world.table().pairs(100);
  ASSERT_EQ(pairs.size(), 3u);
  double with_opening = 0, without = 0;
  for (const PairGain& pair : pairs) {
    (pair.first == 0 ? with_opening : without) += pair.draws.mean_listeners();
    for (const double gain : pair.draws.listeners) EXPECT_GE(gain, 0);
  }
  EXPECT_GT(with_opening, without * 10);
  EXPECT_EQ(world.table().pairs(1).size(), 1u);
}

// Another action, another cost or another order of the list changes nobody else's draws.
TEST(Gains, DrawsBelongToTheActionAlone) {
  World alone({one(ActionKind::promote, "p", 30'000)});
  World more({one(ActionKind::negotiate, "n", 5'000), one(ActionKind::promote, "p", 30'000)});
  more.costs[1] *= 3;
  EXPECT_EQ(alone.table().gains()[0].listeners, more.table().gains()[1].listeners);
  alone.question.seed = 2;
  EXPECT_NE(alone.table().gains()[0].listeners, more.table().gains()[1].listeners);
}

TEST(Gains, WidthOfWorthIsKeptAndItsMeanIsTheEstimate) {
  Opportunity wide = one(ActionKind::deliver, "d", 10'000);
  wide.spots[0].low = 4'000;
  wide.spots[0].high = 25'000;
  World world({wide});
  world.question.scenarios = 4'000;
  world.question.beliefs[static_cast<size_t>(ActionKind::deliver)] = {EffectScale::chance, 40, 0, 0,
                                                                      0};
  const GainTable table = world.table();
  const double factor = (end.days - today.days - 14.0) / (end.days - today.days) / 3;
  const Percentiles spread = percentiles_of(table.gains()[0].listeners);
  EXPECT_NEAR(spread.mean / (10'000 * factor), 1, 0.03);
  EXPECT_NEAR(spread.p90 / spread.p10, 25.0 / 4, 0.8);
}

TEST(Percentiles, AreOfTheOrderedDraws) {
  const Percentiles five = percentiles_of({5, 1, 3, 2, 4});
  EXPECT_DOUBLE_EQ(five.p10, 1.4);
  EXPECT_DOUBLE_EQ(five.p50, 3);
  EXPECT_DOUBLE_EQ(five.p90, 4.6);
  EXPECT_EQ(percentiles_of({}).mean, 0);
}

}  // namespace
}  // namespace umikoe::plan
