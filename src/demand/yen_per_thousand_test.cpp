#include "demand/yen_per_thousand.h"

#include <gtest/gtest.h>

namespace umikoe::demand {
namespace {

const TerritoryCode us = *TerritoryCode::parse("US");
const TerritoryCode br = *TerritoryCode::parse("BR");

PaidPlays paid(int statement, TerritoryCode there, int64_t plays, std::string_view yen,
               std::string_view month = "2026-09-01") {
  return {DeliveryId{statement}, there, *Date::parse(month), plays, *FineAmount::parse(yen)};
}

TEST(YenPerThousand, DividesAllMoneyByAllPlays) {
  const auto measured = yen_per_thousand(std::vector{
      paid(1, us, 1000, "300"), paid(1, us, 3000, "700", "2026-08-01"), paid(1, br, 200, "8")});
  EXPECT_DOUBLE_EQ(measured.at(us).yen, 250);
  EXPECT_EQ(measured.at(us).statements, 1);
  EXPECT_FALSE(measured.at(us).low);
  EXPECT_EQ(measured.at(us).first_month.to_string(), "2026-08-01");
  EXPECT_DOUBLE_EQ(measured.at(br).yen, 40);
}

TEST(YenPerThousand, ShowsTheRangeOfSeveralStatements) {
  const auto measured =
      yen_per_thousand(std::vector{paid(1, us, 1000, "300"), paid(2, us, 1000, "500")});
  EXPECT_DOUBLE_EQ(measured.at(us).yen, 400);
  EXPECT_DOUBLE_EQ(measured.at(us).low.value(), 300);
  EXPECT_DOUBLE_EQ(measured.at(us).high.value(), 500);
  EXPECT_EQ(measured.at(us).statements, 2);
}

TEST(YenPerThousand, StaysUnknownWithFewPlaysOrNoMoney) {
  EXPECT_TRUE(yen_per_thousand(std::vector{paid(1, us, 99, "30")}).empty());
  EXPECT_TRUE(yen_per_thousand(std::vector{paid(1, us, 1000, "0")}).empty());
  EXPECT_TRUE(
      yen_per_thousand(std::vector{paid(1, us, 1000, "30"), paid(1, us, -950, "-28")}).empty());
  EXPECT_TRUE(yen_per_thousand({}).empty());
}

}  // namespace
}  // namespace umikoe::demand
