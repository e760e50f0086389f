#include "demand/worth.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace umikoe::demand {
namespace {

TerritoryCode brazil() { return *TerritoryCode::parse("BR"); }

TEST(Worth, UnknownIsNotZero) {
  const Worth worth = estimate({}, std::nullopt, std::nullopt);
  EXPECT_FALSE(worth.expected);
  EXPECT_EQ(worth.kind, WorthKind::none);
  EXPECT_FALSE(estimate({}, 1000.0, std::nullopt).expected);
  EXPECT_FALSE(estimate({}, std::nullopt, 0.5).expected);
}

TEST(Worth, ReportsComeBeforeCharts) {
  Evidence there;
  there.reported = 500;
  there.charted = 900;
  EXPECT_EQ(estimate(there, 1e6, 1.0).expected, 500);
  EXPECT_EQ(estimate(there, 1e6, 1.0).kind, WorthKind::observed);
}

TEST(Worth, DaysOffTheChartAreBounded) {
  Evidence there;
  there.charted = 1400;
  there.charted_days = 14;
  there.below_chart = 280;
  const Worth worth = estimate(there, std::nullopt, std::nullopt);
  EXPECT_EQ(worth.expected, 1400);
  EXPECT_EQ(worth.most, 1400 + 140);
}

TEST(Worth, AChartsLimitCapsAnEstimate) {
  Evidence there;
  there.below_chart = 280;
  const Worth capped = estimate(there, 1e6, 1.0);
  EXPECT_EQ(capped.expected, 280);
  EXPECT_EQ(capped.kind, WorthKind::bounded);
  const Worth below = estimate(there, 100.0, 1.0);
  EXPECT_EQ(below.expected, 100);
  EXPECT_EQ(below.kind, WorthKind::scaled);
  there.ever_charted = true;
  EXPECT_EQ(estimate(there, std::nullopt, std::nullopt).expected, 140) << "half the limit";
}

TEST(Worth, RatiosComeFromTheArtistThenTheWorldThenTheMarket) {
  ForeignToHome ratios;
  EXPECT_FALSE(ratios.ratio("Umi", brazil())) << "no size of Brazil is on file";
  EXPECT_NEAR(*ratios.ratio("Umi", *TerritoryCode::parse("US")), 1 / 0.23, 1e-9);
  ratios.add("Nami", brazil(), 10, 100);
  EXPECT_NEAR(*ratios.ratio("Umi", brazil()), 0.1, 1e-9);
  for (int i = 0; i < 3; ++i) ratios.add("Umi", brazil(), 50, 100);
  EXPECT_NEAR(*ratios.ratio("Umi", brazil()), 0.5, 1e-9);
  ratios.add("Umi", brazil(), 50, 0);
  EXPECT_NEAR(*ratios.ratio("Umi", brazil()), 0.5, 1e-9) << "no home streams, nothing learnt";
  for (const char* artist : {"Umi", "Nami", ""}) {
    const auto all = ratios.ratios_of(artist);
    for (const TerritoryCode t : TerritorySet::all().members()) {
      EXPECT_EQ(all[t.index], ratios.ratio(artist, t)) << artist << " " << t.code();
    }
  }
}

TEST(Worth, SpreadsAreTheSameSortedOrNot) {
  ForeignToHome ratios;
  for (int i = 0; i < 40; ++i) {
    ratios.add(i % 3 == 0 ? "Umi" : "Nami", brazil(), 10 + i * 17 % 41, 100 + i * 7 % 13);
  }
  const auto own = ratios.spread("Umi", brazil()), others = ratios.spread("Kawa", brazil());
  ASSERT_TRUE(own && others);
  EXPECT_LT(own->low, 1);
  EXPECT_GT(own->high, 1);
  ratios.sort();
  EXPECT_EQ(ratios.spread("Umi", brazil()), own);
  EXPECT_EQ(ratios.spread("Kawa", brazil()), others);
}

RC_GTEST_PROP(Worth, ExpectedNeverExceedsMost, ()) {
  Evidence there;
  if (*rc::gen::arbitrary<bool>()) there.charted = *rc::gen::inRange(0, 100000);
  there.charted_days = *rc::gen::inRange(0, 29);
  there.ever_charted = there.charted.has_value() || *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) there.below_chart = *rc::gen::inRange(0, 100000);
  const Worth worth = estimate(there, *rc::gen::inRange(0, 100000), 0.3);
  if (worth.expected && worth.most) RC_ASSERT(*worth.expected <= *worth.most);
}

TEST(Markets, AreDatedSourcedAndDistinct) {
  const Markets m = markets();
  EXPECT_EQ(m.territories.size(), 184u);
  EXPECT_EQ(std::set(m.territories.begin(), m.territories.end()).size(), m.territories.size());
  EXPECT_FALSE(m.source.empty());
  EXPECT_TRUE(Date::parse(m.verified_on));
}

TEST(Worth, EveryKindHasAnIntervalOfItsOwn) {
  const Interval change{0.5, 2};
  const Interval spread{0.1, 4};
  Evidence reported;
  reported.reported = 100;
  const auto of = [&](const Evidence& there, std::optional<double> home) {
    return interval_of(estimate(there, home, 0.5), there, change, spread);
  };
  EXPECT_EQ(of(reported, 10)->low, 50);
  EXPECT_EQ(of(reported, 10)->high, 200);
  Evidence charted;
  charted.charted = 140;
  charted.charted_days = 14;
  charted.below_chart = 280;
  EXPECT_EQ(of(charted, 10)->low, 140);
  EXPECT_EQ(of(charted, 10)->high, 280);  // fourteen days at the limit more
  Evidence fallen;
  fallen.ever_charted = true;
  fallen.below_chart = 280;
  EXPECT_EQ(of(fallen, std::nullopt)->low, 0);
  EXPECT_EQ(of(fallen, std::nullopt)->high, 280);
  EXPECT_EQ(of({}, 100)->low, 5);
  EXPECT_EQ(of({}, 100)->high, 200);
  EXPECT_FALSE(of({}, std::nullopt));  // unknown stays unknown
  EXPECT_FALSE(interval_of(estimate(reported, 10, 0.5), reported, std::nullopt, spread));
}

TEST(Worth, TheSpreadOfARatioComesFromItsRecordings) {
  ForeignToHome ratios;
  const TerritoryCode place = *TerritoryCode::parse("KR");
  for (int i = 1; i <= 11; ++i) ratios.add("Umi", place, i, 10);
  const auto spread = ratios.spread("Umi", place);
  ASSERT_TRUE(spread);
  EXPECT_DOUBLE_EQ(spread->low, 2 / 6.0);
  EXPECT_DOUBLE_EQ(spread->high, 10 / 6.0);
  EXPECT_FALSE(ratios.spread("Umi", *TerritoryCode::parse("TW")));
  ForeignToHome few;
  few.add("Umi", place, 1, 10);
  EXPECT_FALSE(few.spread("Umi", place));
}

}  // namespace
}  // namespace umikoe::demand
