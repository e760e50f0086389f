#include "demand/entries/entry_record.h"

#include <gtest/gtest.h>

#include "demand/invented_charts_test.h"

namespace umikoe::demand {
namespace {

const Date origin = *Date::parse("2026-02-20");

EntryRecord record_of(const std::vector<ChartLine>& lines) {
  const EntryCharts charts(lines);
  EntryForecaster forecaster(charts);
  return {forecaster, charts, origin};
}

// Recounted from files that end where each question's 28 days end, each by a forecaster of its own.
TEST(EntryRecord, SaysHowOftenSuchChancesCameTrue) {
  const auto lines = invented_charts(300);
  const EntryRecord record = record_of(lines);
  int64_t said = 0;
  int64_t came = 0;
  for (int back = 1; back <= 12; ++back) {
    const Date past = origin.plus(-28 * back);
    auto known = lines;
    std::erase_if(known, [&](const ChartLine& line) { return line.file_day > past.plus(28); });
    const EntryCharts charts(known);
    EntryForecaster forecaster(charts);
    const auto run = forecaster.at(past);
    if (!run) break;
    for (const Entry& entry : run->entries) {
      if (entry.probability < 0.5 || entry.candidate.respelled) continue;
      ++said;
      came += charts.first_seen(entry.candidate.track, entry.candidate.territory) ? 1 : 0;
    }
  }
  EXPECT_GE(said, 20);
  EXPECT_EQ(record.of(0.8).said, said);
  EXPECT_EQ(record.of(0.8).came, came);
  EXPECT_EQ(record.of(0.8).precision(), static_cast<double>(came) / static_cast<double>(said));
  EXPECT_EQ(record.of(0.01).from, least_alarming_chance);
  EXPECT_EQ(record.of(0.5).from, 0.5);
  EXPECT_EQ(record.of(0.49).from, 0.35);
}

// All of it is over by the origin: what comes after changes nothing.
TEST(EntryRecord, NoFutureChangesIt) {
  const auto lines = invented_charts(300);
  const EntryRecord one = record_of(lines);
  const EntryRecord other = record_of(with_another_future(lines, origin));
  for (const double chance : {0.2, 0.4, 0.6}) {
    EXPECT_EQ(one.of(chance).said, other.of(chance).said);
    EXPECT_EQ(one.of(chance).came, other.of(chance).came);
  }
}

TEST(EntryRecord, WithTooFewCasesThePrecisionIsUnknown) {
  EXPECT_FALSE((EntryBand{.from = 0.2, .said = 19, .came = 19}).precision());
  EXPECT_EQ((EntryBand{.from = 0.2, .said = 20, .came = 5}).precision(), 0.25);
  const auto lines = invented_charts(90);
  const EntryCharts charts(lines);
  EntryForecaster forecaster(charts);
  const EntryRecord record(forecaster, charts, charts.first_day().plus(80));
  EXPECT_FALSE(record.of(0.3).precision());
}

}  // namespace
}  // namespace umikoe::demand
