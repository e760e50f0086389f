// Questions about plays answered from rollups: the same answers as from the reports themselves and
// from the store in memory, whatever is registered, replaced, missing or damaged.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
namespace umikoe::stores {
namespace {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

constexpr int recordings = 30;
const std::vector<std::string> places{"JP", "BR", "TH", "US", "KR"};

const std::string& one_of(const std::vector<std::string>& words, Random& random) {
  return words[random() % words.size()];
}

demand::UsageRow some_row(Random& random) {
  static const std::vector<std::string> services{"PADPIDA2011021601H", "PADPIDA2014120301W", "歌"};
  static const std::vector<std::string> names{"", "Service", "Dienst"};
  auto row =
      sample::usage_row(static_cast<int>(random() % recordings), one_of(places, random).c_str(),
                        static_cast<int64_t>(random() % 1000) - 100);
  row.service = one_of(services, random);
  row.service_name = one_of(names, random);
  row.use_type = random() % 2 == 0 ? "OnDemandStream" : "Download";
  row.user_generated = random() % 5 == 0;
  if (random() % 2 == 0) {  // a day, some of another month
    row.period_start = row.period_start.plus(static_cast<int32_t>(random() % 60) - 20);
    row.period_end = row.period_start;
  } else if (random() % 3 == 0) {
    row.period_end = row.period_start.plus(static_cast<int32_t>(random() % 20));
  }
  return row;
}

// A report, in one of two series of which later versions replace earlier ones, or of none.
sample::Delivery some_delivery(Random& random, int number) {
  sample::Delivery out;
  out.record = sample::record(number);
  for (size_t n = random() % 60; n > 0; --n) out.usage_rows.push_back(some_row(random));
  if (random() % 2 == 0) {
    demand::ReportVersion version;
    version.series = random() % 2 == 0 ? "one" : "two";
    version.created = Instant{static_cast<int64_t>(random() % 4)};
    version.message_id = "M";
    version.files = 2;
    version.file = static_cast<int32_t>(1 + random() % 2);
    out.content.report_versions = {version};
  }
  return out;
}

app::SeriesQuestion some_question(Random& random) {
  app::SeriesQuestion out;
  for (size_t n = random() % 8; n > 0; --n) {
    out.isrcs.push_back(sample::isrc(static_cast<int>(random() % (recordings + 3))));
  }
  for (size_t n = random() % 6; n > 0; --n) {
    out.territories.push_back(sample::territory(one_of(places, random).c_str()));
  }
  if (random() % 2 == 0) out.territories = TerritorySet::all().members();
  out.as_of = sample::day("2026-10-31").plus(static_cast<int32_t>(random() % 60) - 40);
  return out;
}

void expect_same_answers(const app::WorldStore& store, const app::WorldStore& memory,
                         Random& random) {
  for (int i = 0; i < 4; ++i) {
    const auto question = some_question(random);
    ASSERT_EQ(store.usage_periods(question), memory.usage_periods(question));
    const Isrc isrc = sample::isrc(static_cast<int>(random() % (recordings + 3)));
    ASSERT_EQ(store.usage(isrc), memory.usage(isrc));
  }
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::ranges::sort(names);
  return names;
}

// Something happens to one of the rollups.
void harm(const std::string& folder, Random& random) {
  const auto names = names_in(folder);
  if (names.empty()) return;
  const std::string path = folder + "/" + one_of(names, random);
  if (random() % 3 == 0) {
    fs::remove(path);
    return;
  }
  // Beside it and into its place: whoever has it mapped keeps the old bytes.
  std::string bytes;
  {
    std::ifstream file(path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  if (random() % 2 == 0) bytes.resize(random() % bytes.size());
  for (size_t at = random() % 97; at < bytes.size(); at += 97) bytes[at] = 'x';
  std::ofstream(path + ".new", std::ios::binary) << bytes;
  fs::rename(path + ".new", path);
}

TEST(ServedUsage, EqualsTheReportsOverRandomWorlds) {
  const char* const long_mode = std::getenv("UMIKOE_LONG");
  const uint64_t worlds = long_mode && std::string_view(long_mode) == "1" ? 200 : 6;
  for (uint64_t seed = 1; seed <= worlds; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const TemporaryFolder folder;
    const WorldSurroundings around{.segment_rows_max = static_cast<int64_t>(5 + random() % 40),
                                   .compact_rows_max = static_cast<int64_t>(20 + random() % 200)};
    auto store = open_world(folder.at("world"), OpenMode::write, "Umikoe", around).value();
    const auto memory = make_memory_store("Umikoe");
    sample::Delivery last;
    for (int n = 0; n < 12; ++n) {
      auto delivery = some_delivery(random, n);
      if (random() % 4 == 0) delivery.usage_rows = last.usage_rows;  // one file of two deliveries
      ASSERT_EQ(sample::deliver(*store, delivery), sample::deliver(*memory, delivery));
      last = delivery;
      if (random() % 3 == 0) ASSERT_TRUE(store->compact());
      if (random() % 3 == 0) harm(folder.at("world/rollups"), random);
      if (random() % 4 == 0) {
        store.reset();
        store = open_world(folder.at("world"), OpenMode::write, "Umikoe", around).value();
      }
      expect_same_answers(*store, *memory, random);
    }
    ASSERT_TRUE(store->compact());
    EXPECT_TRUE(store->verify().value().empty());
    expect_same_answers(*store, *memory, random);
    WorldSurroundings without = around;
    without.rollups = false;
    expect_same_answers(*open_world(folder.at("world"), OpenMode::read, "", without).value(),
                        *memory, random);
  }
}

class RolledUpWorld : public testing::Test {
 protected:
  void SetUp() override {
    for (int n = 0; n < 6; ++n) bring_in();
    const auto done = store_->compact();
    ASSERT_TRUE(done) << done.error().code;
    EXPECT_FALSE(rollups().empty());
  }
  void bring_in() {
    sample::Delivery delivery;
    delivery.record = sample::record(delivered_);
    for (int i = 0; i < 40; ++i) delivery.usage_rows.push_back(some_row(random_));
    ASSERT_EQ(sample::deliver(*store_, delivery), sample::deliver(*memory_, delivery));
    ++delivered_;
  }
  void expect_right() { expect_same_answers(*store_, *memory_, random_); }
  // A new store, that has nothing open.
  void reopen(bool rollups = true) {
    store_.reset();
    around_.rollups = rollups;
    store_ = open_world(folder_.at("world"), OpenMode::write, "Umikoe", around_).value();
  }
  std::vector<std::string> rollups() const { return names_in(folder_.at("world/rollups")); }
  std::string path_of(const std::string& name) const { return folder_.at("world/rollups/" + name); }

  TemporaryFolder folder_;
  WorldSurroundings around_{.segment_rows_max = 30, .compact_rows_max = 100};
  Random random_{7};
  int delivered_ = 0;
  std::unique_ptr<app::WorldStore> store_ =
      open_world(folder_.at("world"), OpenMode::write, "Umikoe", around_).value();
  std::unique_ptr<app::WorldStore> memory_ = make_memory_store("Umikoe");
};

TEST_F(RolledUpWorld, AnswersWithoutLookingAtTheReports) {
  for (const std::string& name : names_in(folder_.at("world/segments"))) {
    fs::remove(folder_.at("world/segments/" + name));
  }
  expect_right();
  EXPECT_FALSE(store_->usage(std::nullopt)) << "the files really are gone";
}

TEST_F(RolledUpWorld, HasOneForEachFileAndMakesNoneTwice) {
  EXPECT_EQ(rollups().size(), names_in(folder_.at("world/segments")).size());
  EXPECT_EQ(store_->compact().value(), app::Compaction{});
  bring_in();  // two files beside those that are few already
  const auto before = rollups();
  expect_right();
  ASSERT_TRUE(store_->compact());
  EXPECT_EQ(rollups().size(), names_in(folder_.at("world/segments")).size());
  for (const std::string& name : rollups()) {
    EXPECT_TRUE(name.starts_with("rollup-") && name.ends_with("-1.bin")) << name;
  }
  expect_right();
}

TEST_F(RolledUpWorld, TheSameReportsMakeTheSameBytes) {
  const auto bytes_of = [](const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  std::map<std::string, std::string> before;
  for (const std::string& name : rollups()) {
    before[name] = bytes_of(path_of(name));
    fs::remove(path_of(name));
  }
  ASSERT_TRUE(store_->compact());
  ASSERT_EQ(rollups().size(), before.size());
  for (const auto& [name, bytes] : before) EXPECT_EQ(bytes_of(path_of(name)), bytes) << name;
}

TEST_F(RolledUpWorld, DamageIsToldAndMendedByTheNextCompaction) {
  for (const std::string& name : rollups()) {
    SCOPED_TRACE(name);
    const auto size = static_cast<int64_t>(fs::file_size(path_of(name)));
    for (const int64_t at : {int64_t{9}, int64_t{400}, size - 70}) {
      // In the header, in a part that is checked on opening, in the last page. A copy takes its
      // place, as no program of ours changes what may be mapped.
      fs::copy_file(path_of(name), path_of(name) + ".new");
      std::fstream file(path_of(name) + ".new", std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(at).write("damage", 6);
      file.close();
      fs::rename(path_of(name) + ".new", path_of(name));
      reopen();
      expect_right();
      const auto findings = store_->verify().value();
      ASSERT_EQ(findings.size(), 1u) << at;
      EXPECT_EQ(findings[0].code, "rollup_broken");
      EXPECT_EQ(findings[0].arguments.at(0).second, name);
      ASSERT_TRUE(store_->compact());
      EXPECT_TRUE(store_->verify().value().empty());
      expect_right();
    }
  }
}

TEST_F(RolledUpWorld, WhatBelongsToNoSegmentIsRemovedAndAPersonsFilesStay) {
  const auto wanted = rollups();
  const std::string of_nothing = "rollup-" + std::string(64, 'f') + "-1.bin";
  std::string older = wanted.front();
  older.replace(older.size() - 5, 1, "0");
  for (const std::string& name :
       {of_nothing, older, std::string("incoming-1-x"), std::string("notes.txt")}) {
    std::ofstream(path_of(name)) << "x";
  }
  EXPECT_TRUE(store_->verify().value().empty());
  reopen();
  auto expected = wanted;
  expected.push_back("notes.txt");
  std::ranges::sort(expected);
  EXPECT_EQ(rollups(), expected);
}

TEST_F(RolledUpWorld, AReaderGoesOnWhileOthersTakeTheirPlace) {
  const auto reader = open_world(folder_.at("world"), OpenMode::read).value();
  expect_same_answers(*reader, *memory_, random_);
  for (int round = 0; round < 3; ++round) {
    bring_in();
    expect_same_answers(*reader, *memory_, random_);
    ASSERT_TRUE(store_->compact());
    expect_same_answers(*reader, *memory_, random_);
  }
}

TEST_F(RolledUpWorld, CanBeDoneWithout) {
  reopen(false);
  expect_right();
  bring_in();
  const auto before = rollups();
  ASSERT_TRUE(store_->compact());
  EXPECT_EQ(rollups(), before) << "those of files that are gone go when a writer opens the world";
  expect_right();
  reopen(true);
  EXPECT_TRUE(rollups().empty());
  expect_right();
  ASSERT_TRUE(store_->compact());
  EXPECT_EQ(rollups().size(), names_in(folder_.at("world/segments")).size());
  expect_right();
}

// A sum that leaves 64 bits is an error, with rollups as without, and never a wrong sum.
TEST_F(RolledUpWorld, ASumThatLeaves64BitsIsRefused) {
  for (int i = 0; i < 2; ++i) {
    sample::Delivery delivery;
    delivery.record = sample::record(delivered_++);
    auto row = sample::usage_row(1 + i, "JP", INT64_MAX - 5);
    delivery.usage_rows = {row};
    ASSERT_TRUE(sample::deliver(*store_, delivery));
  }
  ASSERT_TRUE(store_->compact());
  app::SeriesQuestion question;
  question.isrcs = {sample::isrc(1), sample::isrc(2)};
  question.territories = {sample::territory("JP")};
  question.as_of = sample::day("2026-12-31");
  // Two deliveries, so two sums: each fits.
  EXPECT_TRUE(store_->usage_periods(question));
  sample::Delivery both;
  both.record = sample::record(delivered_++);
  both.usage_rows = {sample::usage_row(1, "JP", INT64_MAX - 5),
                     sample::usage_row(2, "JP", INT64_MAX - 5)};
  ASSERT_TRUE(sample::deliver(*store_, both));
  EXPECT_FALSE(store_->usage_periods(question));
  ASSERT_TRUE(store_->compact());
  EXPECT_FALSE(store_->usage_periods(question));
}

}  // namespace
}  // namespace umikoe::stores
#endif
