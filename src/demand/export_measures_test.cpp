#include "demand/export_measures.h"

#include <gtest/gtest.h>

namespace umikoe::demand {
namespace {

TerritoryCode place(std::string_view code) { return *TerritoryCode::parse(code); }

ReportedPlays row(std::string artist, std::string_view territory, const char* day, int64_t plays) {
  return {std::move(artist), place(territory), *Date::parse(day), plays};
}

TEST(ExportMeasures, SharesConcentrationAndContinuity) {
  const std::vector<ReportedPlays> plays = {
      row("Umi", "JP", "2026-01-01", 700), row("Umi", "KR", "2026-01-01", 200),
      row("Umi", "TW", "2026-01-01", 100), row("Sora", "JP", "2026-04-01", 50),
      row("Sora", "KR", "2026-04-01", 10), row("Umi", "TW", "2026-07-01", 0)};
  const auto measures = export_measures(plays, place("JP"));
  ASSERT_EQ(measures.size(), 3U);
  EXPECT_EQ(measures[0].artist, "");
  EXPECT_EQ(measures[0].home, 750);
  EXPECT_EQ(measures[0].abroad, 310);
  const ExportMeasures& umi = measures[1];
  EXPECT_EQ(umi.artist, "Umi");
  EXPECT_DOUBLE_EQ(*umi.export_share, 0.3);
  EXPECT_DOUBLE_EQ(*umi.top_share, 200 / 300.0);
  EXPECT_DOUBLE_EQ(*umi.top_three_share, 1);
  EXPECT_NEAR(*umi.gini, 1 / 6.0, 1e-12);
  ASSERT_EQ(umi.territories.size(), 2U);
  // Korea is covered in two quarters and played in one; Taiwan in the first and third, played once.
  EXPECT_EQ(umi.territories[0].reported, 2);
  EXPECT_EQ(umi.territories[0].active, 1);
  EXPECT_EQ(umi.territories[1].reported, 2);
  EXPECT_DOUBLE_EQ(*umi.continuity, 0.5);
  EXPECT_FALSE(measures[2].gini);        // one territory alone has no spread
  EXPECT_FALSE(measures[2].continuity);  // and one quarter no continuity
}

TEST(ExportMeasures, WithoutPlaysThereIsNoShare) {
  const auto measures = export_measures({}, place("JP"));
  ASSERT_EQ(measures.size(), 1U);
  EXPECT_FALSE(measures[0].export_share);
  EXPECT_FALSE(measures[0].top_share);
}

TEST(ExportMeasures, GiniRunsFromEqualToOne) {
  EXPECT_NEAR(*gini({5, 5, 5, 5}), 0, 1e-12);
  EXPECT_NEAR(*gini({0, 0, 0, 8}), 0.75, 1e-12);
  EXPECT_FALSE(gini({3}));
}

}  // namespace
}  // namespace umikoe::demand
