#include "plan/action_rule.h"

#include <gtest/gtest.h>

#include "rights/answer.h"

namespace umikoe::plan {
namespace {

// Every figure of every shipped rule says where it comes from or that it is an assumption, and the
// roles are words of the room that answers who can change a link.
TEST(ActionRules, EveryFigureHasASourceAndEveryRoleIsKnown) {
  const RuleBook book = shipped_rules();
  for (size_t i = 0; i < action_kinds; ++i) {
    const ActionRule& rule = book.rules[i];
    EXPECT_EQ(rule.kind, static_cast<ActionKind>(i));
    EXPECT_TRUE(rights::parse_who_role(rule.who)) << word(rule.kind);
    EXPECT_EQ(rule.currency, "JPY");
    EXPECT_EQ(rule.cost_year, 2026);
    for (const Figure& figure : rule.figures) EXPECT_FALSE(figure.source.empty());
    // What one needs comes before it, so that a list by kind is an order of work.
    for (const ActionKind need : rule.needs) EXPECT_LT(need, rule.kind);
  }
}

TEST(ActionRules, AFigureIsSetInItsRangeOnly) {
  RuleBook book = shipped_rules();
  ASSERT_TRUE(set_figure(book, "subtitle.cost_per_minute", 2500, "our 2026 average"));
  EXPECT_EQ(book.of(ActionKind::subtitle).figure(RuleFigure::cost_per_minute), 2500);
  EXPECT_EQ(book.rules[4].figures[2].source, "our 2026 average");
  ASSERT_TRUE(set_figure(book, "settings.artist_share", 0.25, "contract"));
  EXPECT_DOUBLE_EQ(book.settings.our_share(), 0.75);
  for (const auto& [name, value] : std::initializer_list<std::pair<const char*, double>>{
           {"subtitle.cost_per_minute", -1},
           {"subtitle.effect_low", 0.5},    // above the middle
           {"negotiate.effect_high", 1.5},  // a chance above 1
           {"grant.pays_share", 1.01},
           {"settings.artist_share", 1.5},
           {"settings.streams_per_listener", 0}}) {
    const auto set = set_figure(book, name, value, "x");
    ASSERT_FALSE(set) << name;
    EXPECT_EQ(set.error().code, "plan_rule_value") << name;
  }
  for (const char* name :
       {"", "subtitle", "subtitle.", "subtitle.price", "dance.cost_fixed", "settings.nothing"}) {
    const auto set = set_figure(book, name, 1, "x");
    ASSERT_FALSE(set) << name;
    EXPECT_EQ(set.error().code, "plan_rule_key") << name;
  }
}

TEST(ActionRules, ABrokenFileNamesItsLine) {
  const auto missing = parse_rule(ActionKind::names, "who\town_decision\n");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "plan_rule_missing");
  const auto strange = parse_rule(ActionKind::names, "# heading\nprice\t5\t-\n");
  ASSERT_FALSE(strange);
  EXPECT_EQ(strange.error().code, "plan_rule_key");
  EXPECT_EQ(strange.error().where.line, 2);
  const auto words = parse_rule(ActionKind::names, "cost_fixed\tmuch\t-\n");
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().code, "plan_rule_value");
}

}  // namespace
}  // namespace umikoe::plan
