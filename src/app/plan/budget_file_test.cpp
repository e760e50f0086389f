#include "app/plan/budget_file.h"

#include <gtest/gtest.h>

#include "app/plan/make_plan.h"
#include "base/limits.h"

namespace umikoe::app {
namespace {

Result<std::vector<plan::BudgetRule>> read(std::string_view text) {
  return read_budget_file(formats::from_memory(text));
}

TEST(BudgetFile, ReadsCeilingsAndSharesInAnyOrderOfColumns) {
  const auto rules = read(
      "amount,name,territories,kinds,from,to,artists,labels\r\n"
      "\"20,000,000JPY\",Touring,BR; PH,tour_leg;showcase,2027-01-01,2027-06-30,,\r\n"
      ",,,,,,,\r\n"
      "20%,New artists,,,,,Umi;Kaze,Small\r\n");
  ASSERT_TRUE(rules) << rules.error().code;
  ASSERT_EQ(rules->size(), 2u);
  const plan::BudgetRule& touring = rules->front();
  EXPECT_EQ(touring.amount_jpy, 20'000'000);
  EXPECT_EQ(touring.kind, plan::BudgetRuleKind::at_most);
  EXPECT_EQ(touring.kinds, (std::vector{plan::ActionKind::tour_leg, plan::ActionKind::showcase}));
  EXPECT_EQ(touring.territories.size(), 2u);
  EXPECT_EQ(touring.to, Date::of(2027, 6, 30));
  const plan::BudgetRule& artists = rules->back();
  EXPECT_EQ(artists.kind, plan::BudgetRuleKind::least_share);
  EXPECT_DOUBLE_EQ(artists.share, 0.2);
  EXPECT_EQ(artists.artists, (std::vector<std::string>{"Umi", "Kaze"}));
}

struct Bad {
  std::string_view text;
  std::string_view code;
  long line;
  std::string_view column;
};

TEST(BudgetFile, EveryMistakeNamesItsLineAndColumn) {
  const Bad bad[] = {
      {"", "file_empty", 0, ""},
      {"name\nA\n", "budget_column_missing", 1, "amount"},
      {"name,amount,colour\n", "budget_column_unknown", 1, "colour"},
      {"name,name,amount\n", "budget_column_unknown", 1, "name"},
      {"name,amount\n,5\n", "budget_cell", 2, "name"},
      {"name,amount\nA,-5\n", "plan_budget_word", 2, "amount"},
      {"name,amount\nA,5USD\n", "plan_currency", 2, "amount"},
      {"name,amount\nA,99999999999999999999\n", "plan_budget_word", 2, "amount"},
      {"name,amount\nA,101%\n", "budget_cell", 2, "amount"},
      {"name,amount\nA,nan%\n", "budget_cell", 2, "amount"},
      {"name,amount,from\nA,5,2027-02-30\n", "budget_cell", 2, "from"},
      {"name,amount,from,to\nA,5,2027-02-02,2027-01-01\n", "budget_cell", 2, "to"},
      {"name,amount,kinds\nA,5,dance\n", "budget_cell", 2, "kinds"},
      {"name,amount,territories\nA,5,Brazil\n", "budget_cell", 2, "territories"},
  };
  for (const Bad& one : bad) {
    const auto rules = read(one.text);
    ASSERT_FALSE(rules) << one.text;
    EXPECT_EQ(rules.error().code, one.code) << one.text;
    EXPECT_EQ(rules.error().where.line, one.line) << one.text;
    EXPECT_EQ(rules.error().where.element, one.column) << one.text;
  }
}

TEST(BudgetFile, MoreRowsThanAllowedAreRefused) {
  std::string text = "name,amount\n";
  for (int64_t i = 0; i <= limits::plan_rules.value; ++i) text += "A,1\n";
  const auto rules = read(text);
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().code, "limit_exceeded");
}

TEST(PlanWords, YenAndHorizonsAsPeopleWriteThem) {
  for (const char* word :
       {"50000000JPY", "50,000,000", "¥50000000", "50000000円", "50 000 000 JPY"}) {
    const auto yen = parse_yen(word);
    ASSERT_TRUE(yen) << word;
    EXPECT_EQ(*yen, 50'000'000) << word;
  }
  for (const char* word :
       {"", "JPY", "1.5", "-3", "¥¥5", "5JPYJPY", "0x10", "12345678901234567890"}) {
    EXPECT_FALSE(parse_yen(word)) << word;
  }
  EXPECT_EQ(parse_yen("5USD").error().code, "plan_currency");
  const Date today = *Date::of(2026, 11, 20);
  EXPECT_EQ(*parse_horizon("2027", today), *Date::of(2028, 1, 1));
  EXPECT_EQ(*parse_horizon("2027-03-31", today), *Date::of(2027, 4, 1));
  EXPECT_EQ(parse_horizon("soon", today).error().code, "plan_horizon_word");
  EXPECT_EQ(parse_horizon("2027-02-30", today).error().code, "plan_horizon_word");
  EXPECT_EQ(parse_horizon("2025", today).error().code, "plan_horizon_past");
  EXPECT_EQ(parse_horizon("2026-11-20", today).error().code, "plan_horizon_past");
}

}  // namespace
}  // namespace umikoe::app
