// What both stores say of charts that come in parts, late, twice or by the week.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "stores/duck.h"
#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/segment_queries.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

using sample::deliver;

class Charts : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam()) {
      store_ = open_world(folder_.at("w"), OpenMode::write, "海声レコード", {.segment_rows_max = 7})
                   .value();
    } else {
      store_ = make_memory_store("海声レコード");
    }
  }
  void accept(sample::Delivery delivery) {
    delivery.record = sample::record(++records_);
    ASSERT_TRUE(deliver(*store_, delivery));
  }

  TemporaryFolder folder_;
  std::unique_ptr<app::WorldStore> store_;
  int records_ = 0;
};

const app::ChartSummary& line_of(const std::vector<app::ChartSummary>& lines, const char* title) {
  static const app::ChartSummary none;
  for (const auto& line : lines) {
    if (line.title == title) return line;
  }
  ADD_FAILURE() << "no line " << title;
  return none;
}

TEST_P(Charts, JoinsThePartsOfAChartAndNothingElse) {
  const auto rows = [](int from, int to, const char* title) {
    sample::Delivery d;
    for (int rank = from; rank <= to; ++rank) {
      d.chart_rows.push_back(sample::chart_row("daily", "2026-11-10", rank, title, 100 - rank));
      d.chart_rows.back().depth = to;
    }
    return d;
  };
  accept(rows(1, 9, "Old"));  // the whole chart, before it came again in two parts
  accept(rows(1, 5, "First"));
  accept(rows(6, 9, "Second"));
  const auto lines = store_->charts(sample::day("2026-11-20")).value();
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].depth, 9);
  EXPECT_EQ(lines[0].threshold_streams, 91);
  EXPECT_EQ(line_of(lines, "First").depth, 9);
  EXPECT_EQ(line_of(lines, "First").streams_28d, 99 + 98 + 97 + 96 + 95);
  EXPECT_EQ(line_of(lines, "Second").best_rank, 6);
  accept(rows(1, 3, "Short"));  // overlaps the first part alone
  EXPECT_EQ(store_->charts(sample::day("2026-11-20")).value().size(), 3u);
}

// The source stood still from one file to the next; nothing in either says so.
TEST_P(Charts, CountsACopiedDayOnce) {
  const auto on = [](const char* day, int more) {
    sample::Delivery d;
    for (int rank = 1; rank <= 10; ++rank) {
      d.chart_rows.push_back(sample::chart_row("daily", day, rank, "A", 100 - rank + more));
      d.chart_rows.back().title += std::to_string(rank);
    }
    return d;
  };
  accept(on("2026-11-11", 0));  // late: the day before comes after it
  accept(on("2026-11-10", 0));
  accept(on("2026-11-12", 1));
  accept(on("2026-11-13", 0));
  const auto lines = store_->charts(sample::day("2026-11-20")).value();
  EXPECT_EQ(lines.at(0).days_28d, 3);
  EXPECT_EQ(line_of(lines, "A1").days_28d, 3);
  EXPECT_EQ(line_of(lines, "A1").streams_28d, 99 + 100 + 99);
  EXPECT_EQ(line_of(lines, "A1").last_day, sample::day("2026-11-13"));
}

TEST_P(Charts, CountsAWeekAsSevenDays) {
  sample::Delivery d;
  for (const char* day : {"2026-10-16", "2026-10-23", "2026-10-30", "2026-11-06", "2026-11-13"}) {
    d.chart_rows.push_back(sample::chart_row("weekly", day, 1, "A", 700));
    d.chart_rows.back().span = demand::ChartSpan::week;
  }
  accept(d);
  // The week from the 13th is not over; the last one that is ended on the 12th.
  const auto lines = store_->charts(sample::day("2026-11-18")).value();
  EXPECT_EQ(line_of(lines, "A").days_28d, 28);
  EXPECT_EQ(line_of(lines, "A").streams_28d, 2800);
  EXPECT_EQ(lines.at(0).threshold_streams, 100);
  EXPECT_EQ(store_->charts(sample::day("2026-11-19")).value().at(0).last_day,
            sample::day("2026-11-13"));
}

std::string text_of(const char* name) {
  std::ifstream file(std::string(UMIKOE_SOURCE_DIR) + "/src/stores/sql/for_tests/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
// Worlds keep the files they have: what had no column for weeks is of days.
TEST(ChartFiles, OfBeforeChartsOfWeeksAreRead) {
  const TemporaryFolder folder;
  auto duck = Duck::open(1, folder.path()).value();
  DuckParameters target;
  target.add(folder.at("old.parquet"));
  ASSERT_TRUE(duck.run(text_of("chart_before_weeks.sql").c_str(), target));
  const SegmentList segments{folder.path(), {"old.parquet"}, {-1}};
  const auto lines = summarise_charts(duck, segments, sample::day("2026-11-12"));
  ASSERT_TRUE(lines) << lines.error().arguments.at(0).second;
  ASSERT_EQ(lines->size(), 2u);
  EXPECT_EQ(line_of(*lines, "Wave").days_28d, 1);
  EXPECT_EQ(line_of(*lines, "Wave").streams_28d, 700);
  EXPECT_EQ(lines->at(0).threshold_streams, 700);
}

INSTANTIATE_TEST_SUITE_P(Embedded, Charts, testing::Values(true));
#endif
INSTANTIATE_TEST_SUITE_P(Memory, Charts, testing::Values(false));

}  // namespace
}  // namespace umikoe::stores
