#include "demand/forecast/forecast.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "demand/invented_charts_test.h"

namespace umikoe::demand {
namespace {

const Date origin = *Date::parse("2025-11-06");  // a Thursday

std::string said(const WeekTable& table, const ForecastRun& run) {
  std::string out;
  for (const Forecast& f : run.forecasts) {
    const SeriesName& name = table.series[f.series];
    out += name.territory + name.artist + name.title + std::to_string(f.horizon);
    for (const double value : f.quantiles) out += " " + std::to_string(value);
    out += "\n";
  }
  return out;
}

std::string ask(const std::vector<ChartLine>& lines, SeriesLevel level) {
  const WeekTable table = week_table(lines, level, WeekStart::friday);
  const ForecastRun run = forecast(table, last_whole_week(origin, WeekStart::friday), 4);
  std::string text = said(table, run);
  // Series stand in the order of their first day, which a future may lengthen but not change.
  return text;
}

TEST(WeekTable, WeeksRunFromFridayOrMonday) {
  const Date thursday = *Date::parse("2025-06-19");
  const int32_t week = week_of(thursday, WeekStart::friday);
  EXPECT_EQ(week_of(*Date::parse("2025-06-13"), WeekStart::friday), week);
  EXPECT_EQ(week_of(*Date::parse("2025-06-20"), WeekStart::friday), week + 1);
  EXPECT_EQ(last_day_of(week, WeekStart::friday), thursday);
  EXPECT_EQ(last_day_of(week_of(thursday, WeekStart::monday), WeekStart::monday),
            *Date::parse("2025-06-22"));
  EXPECT_EQ(week_of(*Date::parse("1969-12-31"), WeekStart::friday), -1);
  EXPECT_EQ(last_whole_week(thursday, WeekStart::friday), week);
  EXPECT_EQ(last_whole_week(thursday.plus(1), WeekStart::friday), week);
  EXPECT_EQ(last_whole_week(thursday.plus(-1), WeekStart::friday), week - 1);
}

ChartLine row(const char* day, int64_t streams, const char* title = "Uta") {
  ChartLine line;
  line.territory = "KR";
  line.file_day = *Date::parse(day);
  line.rank = 1;
  line.artist = "Umi";
  line.title = title;
  line.streams = streams;
  return line;
}

TEST(WeekTable, AWeekIsSevenTimesTheMeanOverTheDaysOfTheChart) {
  std::vector<ChartLine> lines = {row("2025-06-13", 100), row("2025-06-14", 300),
                                  row("2025-06-14", 50, "Other"), row("2025-06-15", 500)};
  lines.back().stale = true;  // repeats the day before: it neither adds nor counts as a day
  const WeekTable table = week_table(lines, SeriesLevel::track, WeekStart::friday);
  ASSERT_EQ(table.series.size(), 2U);
  EXPECT_EQ(*table.value(0, table.points[0].week), 7 * 400 / 2.0);
  EXPECT_EQ(*table.value(1, table.points[0].week), 7 * 50 / 2.0);
  EXPECT_EQ(table.value(1, table.points[0].week + 1), nullptr);  // below the chart is not zero
  const WeekTable artists = week_table(lines, SeriesLevel::artist, WeekStart::friday);
  ASSERT_EQ(artists.series.size(), 1U);
  EXPECT_EQ(*artists.value(0, artists.points[0].week), 7 * 450 / 2.0);
}

TEST(WeekTable, AStatedSumOfSevenDaysIsBelieved) {
  std::vector<ChartLine> lines = {row("2025-06-13", 100), row("2025-06-14", 300)};
  lines[1].streams_7d = 2'500;
  const WeekTable table = week_table(lines, SeriesLevel::track, WeekStart::friday);
  EXPECT_EQ(*table.value(0, table.points[0].week), 2'500);
}

TEST(WeekTable, AFirstWeekThatTheFileHoldsInPartIsLeftOut) {
  const WeekTable table = week_table(std::vector{row("2025-06-12", 100), row("2025-06-13", 200)},
                                     SeriesLevel::track, WeekStart::friday);
  ASSERT_EQ(table.points.size(), 1U);
  EXPECT_EQ(last_day_of(table.points[0].week, WeekStart::friday), *Date::parse("2025-06-19"));
}

TEST(Forecast, NoFutureChangesWhatIsSaid) {
  const auto lines = invented_charts();
  for (const SeriesLevel level : {SeriesLevel::track, SeriesLevel::artist}) {
    const std::string answer = ask(lines, level);
    EXPECT_GT(answer.size(), 1'000U);
    EXPECT_EQ(ask(with_another_future(lines, origin), level), answer);
  }
}

TEST(Forecast, LearnsTheDecayThatTheSeriesShare) {
  const auto lines = invented_charts();
  const WeekTable table = week_table(lines, SeriesLevel::track, WeekStart::friday);
  const int32_t week = last_whole_week(origin, WeekStart::friday);
  double ours = 0;
  double naive = 0;
  int inside = 0;
  int count = 0;
  for (const Forecast& f : forecast(table, week, 4).forecasts) {
    EXPECT_TRUE(std::ranges::is_sorted(f.quantiles));
    const double* value = table.value(f.series, week + f.horizon);
    if (value == nullptr || f.horizon < 3) continue;
    ours += std::abs(f.point - *value);
    naive += std::abs(*table.value(f.series, week) - *value);
    inside += *value >= f.quantiles.front() && *value <= f.quantiles.back() ? 1 : 0;
    ++count;
  }
  ASSERT_GT(count, 40);
  EXPECT_LT(ours, 0.6 * naive);
  EXPECT_GT(inside, count * 6 / 10);
}

TEST(Forecast, AnIndexStaysBelowItsHighest) {
  auto lines = invented_charts();
  for (ChartLine& line : lines) {
    line.popularity = 90 + static_cast<double>(*line.streams % 11);
    line.streams.reset();
  }
  const WeekTable table = week_table(lines, SeriesLevel::track, WeekStart::friday);
  const auto run = forecast(table, last_whole_week(origin, WeekStart::friday), 2);
  ASSERT_FALSE(run.forecasts.empty());
  for (const Forecast& f : run.forecasts) EXPECT_LE(f.quantiles.back(), 100);
}

TEST(Forecast, SaysWhichHorizonsItCannotLearn) {
  const auto lines = invented_charts(35);
  const WeekTable table = week_table(lines, SeriesLevel::track, WeekStart::friday);
  const ForecastRun run = forecast(table, table.points.back().week, 8);
  ASSERT_FALSE(run.horizons_too_short.empty());
  EXPECT_EQ(run.horizons_too_short.back(), 8);
  for (const Forecast& f : run.forecasts) EXPECT_LT(f.horizon, run.horizons_too_short.front());
}

}  // namespace
}  // namespace umikoe::demand
