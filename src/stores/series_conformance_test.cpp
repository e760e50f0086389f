// What every store must do for questions about one series, run against each of them.
#include <gtest/gtest.h>

#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

using sample::isrc;

class SeriesStore : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (!GetParam()) {
      store_ = make_memory_store("海声レコード");
      return;
    }
    auto opened =
        open_world(folder_.at("world"), OpenMode::write, "海声レコード", {.segment_rows_max = 7});
    ASSERT_TRUE(opened) << opened.error().code;
    store_ = *std::move(opened);
  }
  int64_t accept(sample::Delivery delivery) {
    delivery.record = sample::record(++records_);
    const auto id = sample::deliver(*store_, delivery);
    EXPECT_TRUE(id) << id.error().code;
    return id ? id->value : 0;
  }

  TemporaryFolder folder_;
  std::unique_ptr<app::WorldStore> store_;
  int records_ = 0;
};

app::SeriesQuestion series_question() {
  return {.isrcs = {isrc(1), isrc(2)},
          .names = {{"歌手", "A"}},
          .territories = {sample::territory("BR")},
          .as_of = sample::day("2026-11-20")};
}

TEST_P(SeriesStore, TellsEachDayOfAChartWithAndWithoutTheRowsAskedFor) {
  sample::Delivery d;
  d.chart_rows = {sample::chart_row("daily", "2026-11-10", 1, "A", 300),
                  sample::chart_row("daily", "2026-11-10", 2, "B", 200),
                  sample::chart_row("daily", "2026-11-10", 3, "C", 100),
                  sample::chart_row("daily", "2026-11-11", 1, "C", 90),
                  sample::chart_row("daily", "2026-11-12", 2, "A", std::nullopt),
                  sample::chart_row("daily", "2026-11-13", 1, "A", 70),  // stale below
                  sample::chart_row("daily", "2026-11-21", 1, "A", 9999),
                  sample::chart_row("weekly", "2026-11-13", 4, "A", 700)};
  d.chart_rows[1].isrc = isrc(2);
  d.chart_rows[2].isrc = isrc(3);
  d.chart_rows[2].title = "A";  // another recording of that name
  d.chart_rows[5].stale = true;
  d.chart_rows[7].span = demand::ChartSpan::week;
  const DeliveryId id{accept(d)};
  const auto days = store_->chart_days(series_question()).value();
  const TerritoryCode there = d.chart_rows[0].territory;
  const int32_t depth = d.chart_rows[0].depth;
  const auto day = [&](const char* chart, const char* date, std::optional<int64_t> lowest) {
    app::ChartedDay expected;
    expected.chart = chart;
    expected.territory = there;
    expected.day = sample::day(date);
    expected.depth = depth;
    expected.lowest = lowest;
    expected.deliveries = {id};
    return expected;
  };
  auto on = day("daily", "2026-11-10", 100);
  on.rows = 2;
  on.streams = 500;
  on.best_rank = 1;
  auto rank_only = day("daily", "2026-11-12", std::nullopt);
  rank_only.rows = 1;
  rank_only.best_rank = 2;
  auto weekly = day("weekly", "2026-11-13", 700);
  weekly.span = demand::ChartSpan::week;
  weekly.rows = 1;
  weekly.streams = 700;
  weekly.best_rank = 4;
  EXPECT_EQ(days, (std::vector{on, day("daily", "2026-11-11", 90), rank_only, weekly}));
}

TEST_P(SeriesStore, JoinsTheDeliveriesOfAChartsDayAndDropsRepeatedOnes) {
  sample::Delivery upper, lower, late, next;
  for (int rank = 1; rank <= 12; ++rank) {
    const auto row =
        sample::chart_row("daily", "2026-11-10", rank, rank == 12 ? "A" : "Z", 1000 - rank);
    (rank <= 6 ? upper : lower).chart_rows.push_back(row);
    next.chart_rows.push_back(row);
    next.chart_rows.back().day = sample::day("2026-11-11");  // the same again: a stale scrape
  }
  late.chart_rows = {sample::chart_row("daily", "2026-11-09", 1, "Wrong", 1)};
  accept(upper);
  accept(lower);
  accept(late);
  accept(next);
  late.chart_rows[0].title = "A";
  accept(late);
  const auto days = store_->chart_days(series_question()).value();
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0].streams, 1);
  EXPECT_EQ(days[0].deliveries, std::vector{DeliveryId{5}});
  EXPECT_EQ(days[1].deliveries, (std::vector{DeliveryId{1}, DeliveryId{2}}));
  EXPECT_EQ(days[1].best_rank, 12);
  EXPECT_EQ(days[1].lowest, 988);
  app::SeriesQuestion elsewhere = series_question();
  elsewhere.territories = {sample::territory("AQ")};
  EXPECT_TRUE(store_->chart_days(elsewhere).value().empty());
  app::SeriesQuestion nobody = series_question();
  nobody.names.clear();
  nobody.isrcs.clear();
  ASSERT_EQ(store_->chart_days(nobody).value().size(), 2u);
  EXPECT_EQ(store_->chart_days(nobody).value()[0].rows, 0);
  EXPECT_TRUE(store_->usage_periods(nobody).value().empty());
}

TEST_P(SeriesStore, TellsReportsOfSeveralRecordingsByDeliveryAndPeriod) {
  sample::Delivery one, two;
  auto day = sample::usage_row(1, "BR", 7);
  day.period_end = day.period_start;
  one.usage_rows = {sample::usage_row(1, "BR", 100), sample::usage_row(2, "BR", 20), day,
                    sample::usage_row(3, "BR", 5), sample::usage_row(1, "TH", 9)};
  one.usage_rows[1].service_name = "";
  two.usage_rows = {sample::usage_row(1, "BR", -30), sample::usage_row(1, "BR", 4)};
  two.usage_rows[1].user_generated = true;
  accept(one);
  accept(two);
  app::SeriesQuestion question = series_question();
  question.territories = {sample::territory("BR")};
  question.as_of = day.period_start.plus(400);
  const auto periods = store_->usage_periods(question).value();
  ASSERT_EQ(periods.size(), 4u);
  EXPECT_EQ(periods[0].units, 7);
  EXPECT_EQ(periods[0].period_end, day.period_start);
  EXPECT_EQ(periods[1].units, 120);
  EXPECT_EQ(periods[1].delivery, DeliveryId{1});
  EXPECT_EQ(periods[1].service_name, sample::usage_row(1, "BR", 1).service_name);
  EXPECT_EQ(periods[2].units, -30);
  EXPECT_FALSE(periods[2].user_generated);
  EXPECT_EQ(periods[3].units, 4);
  EXPECT_TRUE(periods[3].user_generated);
  question.as_of = day.period_start.plus(-1);
  EXPECT_TRUE(store_->usage_periods(question).value().empty());
}

// Of each day only the deliveries that stand, in order; of a week the last day is when it is known.
TEST_P(SeriesStore, GivesTheRowsOfTheDaysAskedFor) {
  sample::Delivery first, again, weekly;
  first.chart_rows = {sample::chart_row("daily", "2026-11-11", 2, "B", 20),
                      sample::chart_row("daily", "2026-11-11", 1, "A", std::nullopt),
                      sample::chart_row("daily", "2026-11-10", 1, "Wrong", 30),
                      sample::chart_row("daily", "2026-11-21", 1, "Later", 30),
                      sample::chart_row("other", "2026-11-11", 1, "Other", 40)};
  first.chart_rows[1].isrc = isrc(2);
  first.chart_rows[0].stale = true;
  again.chart_rows = {sample::chart_row("daily", "2026-11-10", 1, "Right", 31)};
  weekly.chart_rows = {sample::chart_row("weekly", "2026-11-13", 4, "A", 700)};
  weekly.chart_rows[0].span = demand::ChartSpan::week;
  accept(first);
  accept(again);
  accept(weekly);
  std::vector<app::ChartedDay> daily, weeks;
  const auto all = store_->chart_days(series_question()).value();
  for (const auto& day : all) {
    if (day.chart == "daily") daily.push_back(day);
    if (day.chart == "weekly") weeks.push_back(day);
  }
  ASSERT_EQ(daily.size(), 2u);
  const auto lines = store_->chart_lines(daily).value();
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].title, "Right");
  EXPECT_EQ(lines[0].file_day, sample::day("2026-11-10"));
  EXPECT_EQ(lines[0].territory, "BR");
  EXPECT_EQ(lines[0].code, sample::territory("BR"));
  EXPECT_EQ(lines[0].artist, "歌手");
  EXPECT_EQ(lines[0].streams, 31);
  EXPECT_EQ(lines[1].title, "A");
  EXPECT_EQ(lines[1].isrc, isrc(2));
  EXPECT_EQ(lines[1].streams, std::nullopt);
  EXPECT_FALSE(lines[1].stale);
  EXPECT_TRUE(lines[2].stale);
  ASSERT_EQ(store_->chart_lines(std::span(daily).last(1)).value().size(), 2u);
  ASSERT_EQ(weeks.size(), 1u);
  const auto week = store_->chart_lines(weeks).value();
  ASSERT_EQ(week.size(), 1u);
  EXPECT_EQ(week[0].day, sample::day("2026-11-13"));
  EXPECT_EQ(week[0].file_day, sample::day("2026-11-19"));
  EXPECT_TRUE(store_->chart_lines({}).value().empty());
}

INSTANTIATE_TEST_SUITE_P(Memory, SeriesStore, testing::Values(false));
#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
INSTANTIATE_TEST_SUITE_P(Embedded, SeriesStore, testing::Values(true));
#endif

}  // namespace
}  // namespace umikoe::stores
