#include "plan/plan_problem.h"

#include <gtest/gtest.h>

namespace umikoe::plan {
namespace {

const TerritoryCode brazil = *TerritoryCode::parse("BR");
const TerritoryCode france = *TerritoryCode::parse("FR");
const Date today = *Date::of(2026, 11, 20);
const Date end = *Date::of(2028, 1, 1);

Opportunity place(ActionKind kind, std::string artist, TerritoryCode territory,
                  std::vector<std::string> needs = {}) {
  Opportunity out;
  out.kind = kind;
  out.id = std::string(word(kind)) + "-" + std::string(territory.code()) + "-" + artist;
  out.artist = artist;
  out.territory = territory;
  out.needs = std::move(needs);
  out.spots = {{artist, territory, 60'000, 40'000, 90'000, {}, 1}};
  return out;
}

struct World {
  explicit World(std::vector<Opportunity> all) : opportunities(std::move(all)) {
    slots = schedule(opportunities, book, today, end);
    for (const Opportunity& o : opportunities) costs.push_back(cost_of(o, book.of(o.kind)));
    GainQuestion question;
    question.settings = book.settings;
    question.today = today;
    question.horizon_end = end;
    for (size_t i = 0; i < action_kinds; ++i) {
      question.beliefs[i] = prior_belief(book.rules[i]);
      question.pays_share[i] = book.rules[i].figure(RuleFigure::pays_share);
    }
    table.emplace(opportunities, slots, costs, question);
    pairs = table->pairs(100);
  }
  PortfolioProblem problem(int64_t budget, const Aim& aim = {}, double caution = 0) const {
    return portfolio_problem(
        {opportunities, slots, costs, *table, pairs, book, budget, rules, wishes}, aim, caution);
  }

  RuleBook book = shipped_rules();
  std::vector<Opportunity> opportunities;
  std::vector<Slot> slots;
  std::vector<int64_t> costs;
  std::optional<GainTable> table;
  std::vector<PairGain> pairs;
  std::vector<BudgetRule> rules;
  PlanWishes wishes;
};

std::vector<Opportunity> two_artists() {
  return {place(ActionKind::promote, "Umi", brazil), place(ActionKind::promote, "Kaze", france),
          place(ActionKind::tour_leg, "Umi", brazil, {"promote-BR-Umi"}),
          place(ActionKind::showcase, "Umi", brazil),
          place(ActionKind::collaboration, "Kaze", france)};
}

TEST(PlanProblem, ConcertsAndAShowcaseOfOneArtistInOnePlaceExcludeEachOther) {
  const World world(two_artists());
  const auto sets = alternatives(world.opportunities, world.book);
  ASSERT_EQ(sets.size(), 1u);
  EXPECT_EQ(std::set(sets[0].begin(), sets[0].end()), (std::set<size_t>{2, 3}));
}

TEST(PlanProblem, EveryRuleOfTheTableBecomesARow) {
  World world(two_artists());
  world.rules = {
      {.name = "Touring",
       .amount_jpy = 5'000'000,
       .kinds = {ActionKind::tour_leg, ActionKind::showcase}},
      {.name = "France", .amount_jpy = 1'000'000, .territories = {france}},
      {.name = "Kaze", .kind = BudgetRuleKind::least_share, .share = 0.3, .artists = {"Kaze"}},
      {.name = "Spring", .amount_jpy = 1, .from = end, .to = {}}};
  const PortfolioProblem problem = world.problem(30'000'000);
  ASSERT_EQ(problem.budgets.size(), 4u);
  EXPECT_EQ(problem.choices[2].rows, (std::vector<size_t>{0, 1}));
  EXPECT_EQ(problem.choices[1].rows, (std::vector<size_t>{0, 2}));
  EXPECT_EQ(problem.choices[0].rows, (std::vector<size_t>{0}));
  ASSERT_EQ(problem.least_shares.size(), 1u);
  EXPECT_EQ(problem.least_shares[0].members, (std::vector<size_t>{1, 4}));
  EXPECT_EQ(problem.choices[2].needs, (std::vector<size_t>{0}));
}

TEST(PlanProblem, WhatIsTooLateOrForbiddenStaysOut) {
  World world(two_artists());
  world.opportunities[1].latest = today;
  world.wishes.forbidden = {world.opportunities[3].id};
  world.wishes.pinned = {world.opportunities[4].id};
  const PortfolioProblem problem = world.problem(30'000'000);
  EXPECT_EQ(problem.choices[0].wish, Wish::free);
  EXPECT_EQ(problem.choices[1].wish, Wish::out);
  EXPECT_EQ(problem.choices[3].wish, Wish::out);
  EXPECT_EQ(problem.choices[4].wish, Wish::in);
}

// The chosen set keeps the budget, gains what was promised, and a larger budget never gains less.
TEST(PlanProblem, MoreMoneyNeverGainsLess) {
  const World world(two_artists());
  double before = -1;
  for (const int64_t budget : {0, 1'500'000, 3'000'000, 6'000'000, 15'000'000, 40'000'000}) {
    const PortfolioProblem problem = world.problem(budget);
    const auto chosen = choose(problem, usual_work(problem.choices.size()), 1);
    ASSERT_TRUE(chosen);
    EXPECT_TRUE(check_portfolio(problem, chosen->chosen));
    EXPECT_GE(chosen->bound, chosen->objective - 1e-9);
    EXPECT_GE(chosen->objective, before - 1e-9);
    before = chosen->objective;
  }
}

TEST(PlanProblem, CautionTakesEveryFutureInAndIncomeCountsYenAlone) {
  const World world(two_artists());
  EXPECT_EQ(world.problem(1, {}, 0.5).scenarios, 200u);
  EXPECT_EQ(world.problem(1, {}, 0).scenarios, 1u);
  // No yield is measured here, so there is no yen to gain.
  const PortfolioProblem income = world.problem(1, {0, 1, 0});
  for (const Choice& choice : income.choices) EXPECT_EQ(choice.gain, std::vector<double>{0});
  EXPECT_EQ(world.problem(1, {0, 0, 1}).coverage.size(), 2u);
}

}  // namespace
}  // namespace umikoe::plan
