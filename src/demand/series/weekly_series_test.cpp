#include "demand/series/weekly_series.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/rng.h"

namespace umikoe::demand {
namespace {

const Date friday = *Date::parse("2026-01-02");

ChartSight sight(int day, std::optional<double> streams, double lowest = 500, int64_t below = 1) {
  return {.chart = 0,
          .day = friday.plus(day),
          .rows = streams ? 1 : 0,
          .below = streams ? below - 1 : below,
          .streams = streams,
          .lowest = lowest,
          .deliveries = {DeliveryId{3}}};
}

void week_of_chart(SeriesSources& sources, int week, std::optional<double> streams_a_day) {
  for (int day = 0; day < 7; ++day) sources.charts.push_back(sight(7 * week + day, streams_a_day));
}

WeeklySeries series(const SeriesSources& sources, const char* as_of = "2026-12-31") {
  return weekly_series(sources, WeekStart::friday, *Date::parse(as_of));
}

TEST(WeeklySeries, AWholeWeekOnTheChartIsItsSum) {
  SeriesSources sources;
  week_of_chart(sources, 0, 1000);
  week_of_chart(sources, 1, 1200);
  const auto found = series(sources).weeks;
  ASSERT_EQ(found.size(), 6u);
  EXPECT_EQ(found[0].rests_on, RestsOn::observed);
  EXPECT_EQ(found[0].days_charted, 7);
  EXPECT_NEAR(*found[0].level, 7000, 70);
  EXPECT_NEAR(*found[1].level, 8400, 84);
  EXPECT_EQ(found[1].deliveries, std::set{DeliveryId{3}});
  EXPECT_EQ(found[5].rests_on, RestsOn::interpolated);
  EXPECT_GT(*found[5].high / *found[5].low, *found[2].high / *found[2].low);
}

TEST(WeeklySeries, BelowTheChartIsBoundedAndNeverZero) {
  SeriesSources sources;
  week_of_chart(sources, 0, 1000);
  week_of_chart(sources, 1, std::nullopt);
  const auto found = series(sources).weeks;
  EXPECT_EQ(found[1].rests_on, RestsOn::bounded);
  EXPECT_EQ(found[1].days_below, 7);
  EXPECT_EQ(found[1].most, 3500);
  EXPECT_LE(*found[1].high, 3500);
  EXPECT_GT(*found[1].low, 0);
}

TEST(WeeklySeries, AWeeklyChartBoundsItsWeek) {
  SeriesSources sources;
  ChartSight week = sight(0, std::nullopt, 1400);
  week.span = ChartSpan::week;
  sources.charts = {week};
  EXPECT_EQ(series(sources).weeks.front().most, 1400);
  sources.charts[0].day = friday.plus(3);  // a chart that counts from Monday bounds neither week
  EXPECT_EQ(series(sources).weeks.front().most, std::nullopt);
}

TEST(WeeklySeries, OnlyBelowChartsThereIsABoundAndNoLevel) {
  SeriesSources sources;
  week_of_chart(sources, 0, std::nullopt);
  const auto found = series(sources).weeks;
  EXPECT_EQ(found[0].rests_on, RestsOn::bounded);
  EXPECT_EQ(found[0].most, 3500);
  EXPECT_EQ(found[0].level, std::nullopt);
  EXPECT_EQ(found[1].rests_on, RestsOn::unknown);
}

TEST(WeeklySeries, UnknownStaysUnknown) {
  SeriesSources sources;
  week_of_chart(sources, 0, std::nullopt);
  week_of_chart(sources, 1, 1000);
  week_of_chart(sources, 20, 1000);
  const auto found = series(sources).weeks;
  EXPECT_EQ(found[0].level, std::nullopt);  // it may not have been out
  EXPECT_EQ(found[5].rests_on, RestsOn::interpolated);
  EXPECT_EQ(found[6].rests_on, RestsOn::unknown);
  EXPECT_EQ(found[6].level, std::nullopt);
  EXPECT_EQ(found[15].level, std::nullopt);
  EXPECT_TRUE(found[16].level);
  ASSERT_EQ(found.size(), 25u);  // four weeks after the last source, no more
  EXPECT_TRUE(found.back().level);
}

TEST(WeeklySeries, ChartsBoundAllTheTimeBetweenTwoFigures) {
  SeriesSources sources;
  week_of_chart(sources, 0, 1000);
  for (int week = 1; week < 20; ++week) week_of_chart(sources, week, std::nullopt);
  week_of_chart(sources, 20, 1000);
  for (int week = 21; week < 30; ++week) week_of_chart(sources, week, std::nullopt);
  const auto found = series(sources).weeks;
  EXPECT_TRUE(found[10].level);
  EXPECT_TRUE(found[24].level);
  EXPECT_EQ(found[25].level, std::nullopt);  // nobody knows how far it fell
  EXPECT_EQ(found[25].most, 3500);
}

TEST(WeeklySeries, AMonthIsSpreadAndItsTotalKept) {
  SeriesSources sources;
  sources.reports = {
      {*Date::parse("2026-01-01"), *Date::parse("2026-01-31"), 10007, {DeliveryId{5}}},
      {*Date::parse("2026-02-01"), *Date::parse("2026-02-28"), 3001, {DeliveryId{6}}}};
  const auto found = series(sources).weeks;
  int64_t sum = 0;
  double level = 0;
  for (const SeriesWeek& week : found) {
    sum += week.reported.value_or(0);
    if (week.rests_on == RestsOn::spread) level += *week.level;
  }
  // The first week is reported on one of its days, the last on two.
  level -= *found.front().level * 6 / 7 + *found[8].level * 5 / 7;
  EXPECT_EQ(sum, 13008);
  EXPECT_GT(*found[1].level, *found[7].level);
  EXPECT_NEAR(level, 13008, 13008 * 0.02);
  EXPECT_EQ(found[0].deliveries, std::set{DeliveryId{5}});
  EXPECT_EQ(found[5].deliveries, (std::set{DeliveryId{5}, DeliveryId{6}}));
}

TEST(WeeklySeries, AReportOfNoPlaysIsNoneAndNotUnknown) {
  SeriesSources sources;
  sources.reports = {{*Date::parse("2026-01-01"), *Date::parse("2026-01-31"), 0, {DeliveryId{5}}}};
  const auto found = series(sources).weeks;
  EXPECT_EQ(found[1].rests_on, RestsOn::spread);
  EXPECT_EQ(found[1].reported, 0);
  EXPECT_LT(*found[1].high, 2);
}

TEST(WeeklySeries, AYearSaysNothingOfAWeek) {
  SeriesSources sources;
  sources.reports = {
      {*Date::parse("2025-01-01"), *Date::parse("2025-12-31"), 9999, {DeliveryId{5}}}};
  const auto found = series(sources);
  EXPECT_TRUE(found.weeks.empty());
  EXPECT_EQ(found.reports_too_long, 1);
}

// Of an artist's three songs one is on the chart: the others are each below its lowest row.
TEST(WeeklySeries, SongsBelowTheChartWidenAnArtistsInterval) {
  SeriesSources alone, three;
  for (int day = 0; day < 7; ++day) {
    alone.charts.push_back(sight(day, 1000));
    three.charts.push_back(sight(day, 1000, 500, 3));
  }
  const auto one = series(alone).weeks.front();
  const auto all = series(three).weeks.front();
  EXPECT_GE(*all.level, 7000);
  EXPECT_LE(*all.high, 14000);
  EXPECT_GT(*all.high - *all.low, 10 * (*one.high - *one.low));
}

// Of one recording a month is known, of another four weeks within it and a week beyond.
TEST(WeeklySeries, ReportsOfOtherRecordingsAddUpWhateverTheirDays) {
  SeriesSources sources;
  const auto report = [&](int first, int last, int64_t plays, bool adds) {
    sources.reports.push_back(
        {friday.plus(first), friday.plus(last), plays, {DeliveryId{5}}, adds});
  };
  report(0, 27, 4000, false);
  report(0, 27, 800, true);
  EXPECT_NEAR(*series(sources).weeks[1].level, 1200, 30);
  sources.reports.pop_back();
  for (int week = 0; week < 4; ++week) report(7 * week, 7 * week + 6, 200, true);
  const auto found = series(sources).weeks;
  for (int week = 0; week < 4; ++week) {
    const SeriesWeek& one = found[static_cast<size_t>(week)];
    EXPECT_EQ(one.reported, 1200);
    EXPECT_LE(*one.low, 1200);
    EXPECT_GE(*one.high, 1200);
  }
  report(21, 34, 600, true);  // some of it before the month ends, nobody says how much
  const auto wider = series(sources).weeks;
  EXPECT_GT(*wider[2].high - *wider[2].low, *found[2].high - *found[2].low);
}

// Whatever two recordings did day by day, the level's interval speaks of both together.
TEST(WeeklySeries, TheSumOfTwoRecordingsIsWithinReachOfItsInterval) {
  Rng rng(23);
  int weeks = 0, inside = 0;
  for (int round = 0; round < 60; ++round) {
    SeriesSources sources;
    std::vector<double> truth(12);
    for (const bool adds : {false, true}) {
      std::vector<int64_t> days;
      double level = 500;
      for (int day = 0; day < 84; ++day) {
        if (day % 7 == 0) level *= std::exp(0.07 * rng.normal());
        days.push_back(std::llround(level));
        truth[static_cast<size_t>(day / 7)] += static_cast<double>(days.back());
      }
      for (size_t from = 0; from < days.size();) {
        const size_t to = std::min(days.size(), from + 7 + rng.below(28));
        const int64_t plays = std::accumulate(days.begin() + static_cast<long>(from),
                                              days.begin() + static_cast<long>(to), int64_t{0});
        sources.reports.push_back({friday.plus(static_cast<int32_t>(from)),
                                   friday.plus(static_cast<int32_t>(to) - 1),
                                   plays,
                                   {DeliveryId{1}},
                                   adds});
        from = to;
      }
    }
    const auto found = series(sources).weeks;
    for (size_t week = 0; week < truth.size(); ++week, ++weeks) {
      inside += *found[week].low <= truth[week] && truth[week] <= *found[week].high;
    }
  }
  EXPECT_GE(100.0 * inside / weeks, 75);
}

TEST(WeeklySeries, RanksWithoutStreamsGiveNoLevel) {
  SeriesSources sources;
  sources.charts = {{.chart = 0, .day = friday, .rows = 1, .below = 0}};
  for (const SeriesWeek& week : series(sources).weeks) EXPECT_EQ(week.level, std::nullopt);
}

TEST(WeeklySeries, NothingAfterTheDayIsSeen) {
  SeriesSources sources;
  week_of_chart(sources, 0, 1000);
  const auto before = series(sources, "2026-01-08");
  week_of_chart(sources, 1, 9000);
  EXPECT_EQ(series(sources, "2026-01-08").weeks, before.weeks);
  ASSERT_EQ(before.weeks.size(), 1u);
}

}  // namespace
}  // namespace umikoe::demand
