// Many files become few, and no answer changes: compared with the store in memory, which has none.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
namespace umikoe::stores {
namespace {

constexpr int delivered = 41;

size_t files_in(const std::string& folder) {
  size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    count += entry.is_regular_file() ? 1 : 0;
  }
  return count;
}

std::unique_ptr<app::WorldStore> open(const TemporaryFolder& folder, int64_t compact_rows_max) {
  return open_world(folder.at("world"), OpenMode::write, "Umikoe",
                    {.segment_rows_max = 10, .compact_rows_max = compact_rows_max})
      .value();
}

app::SeriesQuestion series_question() {
  return {.isrcs = {sample::isrc(0), sample::isrc(1), sample::isrc(5), sample::isrc(40)},
          .names = {{"歌手", "夜1"}, {"歌手", "夜2"}},
          .territories = TerritorySet::all().members(),
          .as_of = sample::day("2026-11-20")};
}

void expect_same_answers(const app::WorldStore& store, const app::WorldStore& memory) {
  EXPECT_EQ(sample::everything(store).value(), sample::everything(memory).value());
  for (int i = 0; i < delivered + 4; ++i) {
    EXPECT_EQ(store.usage(sample::isrc(i)), memory.usage(sample::isrc(i)));
    EXPECT_EQ(store.revenue(sample::isrc(i)), memory.revenue(sample::isrc(i)));
  }
  const app::OfRecordings some(series_question().isrcs);
  EXPECT_EQ(store.usage(some), memory.usage(some));
  EXPECT_EQ(store.revenue(some), memory.revenue(some));
  EXPECT_EQ(store.chart_days(series_question()), memory.chart_days(series_question()));
  EXPECT_EQ(store.usage_periods(series_question()), memory.usage_periods(series_question()));
  EXPECT_EQ(store.usage_rows(), memory.usage_rows());
}

TEST(Compaction, ChangesNoAnswer) {
  for (const int64_t rows_max : {7, 100, 1'000'000}) {
    const TemporaryFolder folder;
    const auto store = open(folder, rows_max);
    const auto memory = make_memory_store("Umikoe");
    for (int n = 0; n < delivered; ++n) {
      // The same rows in two deliveries share a file and still count twice.
      auto delivery = sample::delivery(n);
      if (n % 8 == 5) delivery.usage_rows = sample::delivery(1).usage_rows;
      ASSERT_EQ(sample::deliver(*store, delivery), sample::deliver(*memory, delivery));
      // Compacted files are compacted again with what has come since.
      if (n == 20) ASSERT_TRUE(store->compact());
    }
    const int64_t generation = store->info().value().generation;
    const auto done = store->compact();
    ASSERT_TRUE(done) << done.error().code << " " << done.error().arguments.at(0).second;
    EXPECT_LT(done->files_after, done->files_before) << rows_max;
    EXPECT_EQ(files_in(folder.at("world/segments")), static_cast<size_t>(done->files_after));
    EXPECT_EQ(store->info().value().generation, generation);
    if (rows_max == 1'000'000) EXPECT_EQ(done->files_after, 3) << "one of each kind";
    expect_same_answers(*store, *memory);
    EXPECT_TRUE(store->verify().value().empty());
    const auto again = store->compact();
    EXPECT_EQ(again.value(), app::Compaction{}) << "there is nothing to do";
  }
}

TEST(Compaction, TheSameRowsMakeTheSameFiles) {
  std::vector<std::string> names[2];
  for (auto& of_world : names) {
    const TemporaryFolder folder;
    const auto store = open(folder, 100);
    for (int n = 0; n < 12; ++n) ASSERT_TRUE(sample::deliver(*store, sample::delivery(n)));
    ASSERT_TRUE(store->compact());
    for (const auto& entry : std::filesystem::directory_iterator(folder.at("world/segments"))) {
      of_world.push_back(entry.path().filename());
    }
    std::ranges::sort(of_world);
  }
  EXPECT_EQ(names[0], names[1]);
}

TEST(Compaction, AReaderThatOpenedBeforeItGoesOn) {
  const TemporaryFolder folder;
  const auto store = open(folder, 1'000'000);
  for (int n = 0; n < 12; ++n) ASSERT_TRUE(sample::deliver(*store, sample::delivery(n)));
  const auto reader = open_world(folder.at("world"), OpenMode::read).value();
  const auto before = reader->usage(std::nullopt).value();
  ASSERT_TRUE(store->compact());
  EXPECT_EQ(reader->usage(std::nullopt).value(), before);
  EXPECT_FALSE(reader->compact()) << "who reads changes nothing";
}

sample::Delivery report(int64_t created, int32_t file, int32_t files, int64_t units) {
  sample::Delivery out;
  out.usage_rows = {sample::usage_row(file, "BR", units)};
  out.revenue_rows = {sample::revenue_row(file, "BR", units)};
  demand::ReportVersion version;
  version.series = "series";
  version.subject = "subject";
  version.territories = {"BR"};
  version.created = Instant{created};
  version.message_id = "M" + std::to_string(created);
  version.file = file;
  version.files = files;
  out.content.report_versions = {version};
  demand::RevenueStatement statement;
  statement.number = version.message_id;
  statement.lines = 1;
  out.content.revenue_statements = {statement};
  return out;
}

// What a later version replaces is kept and does not count, compacted or not, in whichever order
// the versions came.
TEST(ReportVersions, TheLaterOneCounts) {
  const std::vector<sample::Delivery> versions{report(100, 1, 1, 10), report(300, 2, 2, 30),
                                               report(200, 1, 1, 20), report(300, 1, 2, 40)};
  for (const bool backwards : {false, true}) {
    const TemporaryFolder folder;
    const auto store = open(folder, 1'000'000);
    const auto memory = make_memory_store("Umikoe");
    for (size_t i = 0; i < versions.size(); ++i) {
      auto delivery = versions[backwards ? versions.size() - 1 - i : i];
      delivery.record = sample::record(static_cast<int>(i));
      ASSERT_EQ(sample::deliver(*store, delivery), sample::deliver(*memory, delivery));
      expect_same_answers(*store, *memory);
      if (i == 1) ASSERT_TRUE(store->compact());
      if (!backwards && i == 2) {
        EXPECT_EQ(store->usage(sample::isrc(1)).value().at(0).paid_units, 20)
            << "the last version that is whole";
      }
    }
    ASSERT_TRUE(store->compact());
    expect_same_answers(*store, *memory);
    EXPECT_EQ(store->usage(sample::isrc(1)).value().at(0).paid_units, 40);
    EXPECT_EQ(store->usage(sample::isrc(2)).value().at(0).paid_units, 30);
    EXPECT_EQ(store->revenue(std::nullopt).value().size(), 2u);
    EXPECT_EQ(store->revenue_statements().value().size(), 2u);
    EXPECT_EQ(store->report_versions().value().size(), 4u);
    EXPECT_EQ(store->usage_rows().value(), 4);
  }
}

}  // namespace
}  // namespace umikoe::stores
#endif
