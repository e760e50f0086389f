#include "demand/alarms.h"

#include <gtest/gtest.h>

#include <array>

namespace umikoe::demand {
namespace {

const Date today = *Date::parse("2026-11-20");

Abroad charted(int first_days_ago, int chart_days_ago) {
  Abroad cell;
  cell.isrc = *Isrc::parse("JPZ9D1800352");
  cell.territory = *TerritoryCode::parse("KR");
  cell.first_charted = today.plus(-first_days_ago);
  cell.chart_since = today.plus(-chart_days_ago);
  return cell;
}

std::vector<AlarmKind> kinds(const Abroad& cell) {
  std::vector<AlarmKind> out;
  for (const Alarm& alarm : alarms(std::array{cell}, today)) out.push_back(alarm.kind);
  return out;
}

TEST(Alarms, AFirstSightIsNewsForFourWeeks) {
  EXPECT_EQ(kinds(charted(0, 100)), std::vector{AlarmKind::first_seen});
  EXPECT_EQ(kinds(charted(27, 100)), std::vector{AlarmKind::first_seen});
  EXPECT_TRUE(kinds(charted(28, 100)).empty());
  EXPECT_TRUE(kinds(charted(-1, 100)).empty());  // not yet
}

TEST(Alarms, TheBeginningOfAChartOnFileIsNoFirstSight) {
  EXPECT_TRUE(kinds(charted(10, 10)).empty());
  EXPECT_TRUE(kinds(charted(10, 37)).empty());
  EXPECT_EQ(kinds(charted(10, 38)), std::vector{AlarmKind::first_seen});
}

TEST(Alarms, NothingDoneForSixtyDaysIsSaidUntilItIsHistory) {
  EXPECT_TRUE(kinds(charted(59, 300)).empty());
  EXPECT_EQ(kinds(charted(60, 300)), std::vector{AlarmKind::follow_through});
  EXPECT_EQ(kinds(charted(180, 300)), std::vector{AlarmKind::follow_through});
  EXPECT_TRUE(kinds(charted(181, 300)).empty());
  Abroad acted = charted(90, 300);
  acted.last_action = today.plus(-80);
  EXPECT_TRUE(kinds(acted).empty());
  acted.last_action = today.plus(-95);  // before the first sight: that was for something else
  EXPECT_EQ(kinds(acted), std::vector{AlarmKind::follow_through});
}

TEST(Alarms, ARiseIsMeasuredAgainstItsPeers) {
  std::vector<Abroad> cells;
  for (int i = 0; i < 20; ++i) {
    Abroad cell;
    cell.isrc = *Isrc::parse("JPZ9D1800352");
    cell.territory = *TerritoryCode::parse("KR");
    cell.before = 10'000;
    cell.latest = 10'000 + i * 100;
    cells.push_back(cell);
  }
  cells.back().latest = 40'000;
  const auto found = alarms(cells, today);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, AlarmKind::rising);
  EXPECT_DOUBLE_EQ(*found[0].growth, 4);
  EXPECT_DOUBLE_EQ(*found[0].usual, 1.17);
  cells.pop_back();
  EXPECT_TRUE(alarms(cells, today).empty());  // nineteen cells say too little
}

TEST(Alarms, FewPlaysAreNoRise) {
  std::vector<Abroad> cells(25);
  for (Abroad& cell : cells) {
    cell.before = 2'000;
    cell.latest = 2'000;
  }
  cells[3].before = 1;
  cells[3].latest = 900;
  EXPECT_TRUE(alarms(cells, today).empty());
}

}  // namespace
}  // namespace umikoe::demand
