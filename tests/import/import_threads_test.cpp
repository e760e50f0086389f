#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <stdexcept>
#include <thread>

#include "app/import_files.h"
#include "main/threads_in_order.h"
#include "scenario_message.h"
#include "stores/memory_files.h"
#include "stores/memory_store.h"

namespace umikoe {
namespace {

TEST(ThreadsInOrder, PreparesEachOnceAndAppliesInOrder) {
  for (const size_t threads : {size_t{0}, size_t{1}, size_t{2}, size_t{7}}) {
    constexpr size_t count = 500;
    constexpr size_t ahead = 5;
    std::vector<std::atomic<int>> prepared(count);
    std::atomic<size_t> applied = 0;
    std::atomic<bool> too_far = false;
    threads_in_order(threads, ahead)(
        count,
        [&](size_t i) {
          if (i >= applied + ahead) too_far = true;
          ++prepared[i];
        },
        [&](size_t i) {
          EXPECT_EQ(i, applied.load());
          EXPECT_EQ(prepared[i], 1);
          ++applied;
          return true;
        });
    EXPECT_EQ(applied, count);
    EXPECT_FALSE(too_far);
  }
}

TEST(ThreadsInOrder, WorksAtOnceAndAppliesOnTheThreadThatAsked) {
  // The first waits for the second, which ends only where two threads prepare.
  std::atomic<bool> second = false;
  std::set<std::thread::id> appliers;
  threads_in_order(2, 2)(
      2,
      [&](size_t i) {
        if (i == 1) second = true;
        while (!second) std::this_thread::yield();
      },
      [&](size_t) {
        appliers.insert(std::this_thread::get_id());
        return true;
      });
  EXPECT_EQ(appliers, std::set{std::this_thread::get_id()});
}

TEST(ThreadsInOrder, EndsEarlyAndPassesOnWhatWasThrown) {
  for (const size_t threads : {size_t{1}, size_t{3}}) {
    size_t applied = 0;
    const auto in_order = threads_in_order(threads, 4);
    in_order(
        100, [](size_t) {}, [&](size_t i) { return ++applied, i < 9; });
    EXPECT_EQ(applied, 10u);
    const auto throws = [](size_t i) {
      if (i == 20) throw std::runtime_error("twenty");
    };
    applied = 0;
    EXPECT_THROW(in_order(100, throws, [&](size_t) { return ++applied, true; }),
                 std::runtime_error);
    EXPECT_EQ(applied, 20u);
  }
}

// A folder of what really arrives: messages, some broken, some twice, some of the same release in
// the wrong order, a table among them.
stores::MemoryFiles folder() {
  stores::MemoryFiles files;
  EXPECT_TRUE(files.make_folder("d"));
  const auto write = [&](int number, std::string_view extension, std::string_view bytes) {
    EXPECT_TRUE(files.write(fmt::format("d/{:03}.{}", number, extension), bytes));
  };
  for (int i = 0; i < 60; ++i) {
    const std::string message = scenario::ern_message(
        {{"id", fmt::format("M{}", i)},
         {"isrc", fmt::format("JPZZ026{:05} JPZZ026{:05}", 2 * i, 2 * i + 1)},
         {"icpn", fmt::format("{:014}", i % 40)},
         {"created", fmt::format("2026-01-{:02}T00:00:00Z", 1 + (i * 7) % 28)},
         {"deal", i % 3 == 0 ? "JP" : "-JP"}});
    write(10 * i, "xml", i % 11 == 5 ? message.substr(0, message.size() / 2) : message);
    if (i % 13 == 1) write(10 * i + 1, "xml", message);
  }
  write(305, "csv", "isrc,title\nJPZZ02600001,夜\n");
  return files;
}

struct Imported {
  std::string report;
  std::vector<rights::Statement> statements;
  std::vector<app::DeliveredContents> contents;
  std::vector<app::DeliveryRecord> deliveries;
};

Imported import_with(size_t threads) {
  const stores::MemoryFiles files = folder();
  const auto store = stores::make_memory_store("Label");
  app::ImportOptions options;
  options.viewer = access::local_viewer(store->info().value().organisation.id);
  options.received_at = Instant{int64_t{Date::parse("2026-02-01")->days} * seconds_per_day};
  options.in_order = threads_in_order(threads, 4 * threads);
  const auto report = app::import_files(*store, files, {"d"}, options).value();
  return {app::import_json(report, messages::Language::en), store->statements(std::nullopt).value(),
          store->contents(std::nullopt).value(), store->deliveries().value()};
}

TEST(ImportThreads, MakeTheSameWorldOnAnyNumberOfThreads) {
  const Imported one = import_with(1);
  EXPECT_GT(one.statements.size(), 40u);
  EXPECT_NE(one.report.find("\"rejected\""), std::string::npos);
  EXPECT_NE(one.report.find("\"unchanged\""), std::string::npos);
  for (const size_t threads : {size_t{2}, size_t{5}}) {
    const Imported many = import_with(threads);
    EXPECT_EQ(many.report, one.report);
    EXPECT_EQ(many.statements, one.statements);
    EXPECT_EQ(many.contents, one.contents);
    EXPECT_EQ(many.deliveries, one.deliveries);
  }
}

}  // namespace
}  // namespace umikoe
