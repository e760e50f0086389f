// A crash is a power cut: after every sync of a recorded import the disk is laid out as it could
// then look, opened by the real store, and the import is repeated.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "stores/embedded_store.h"
#include "stores/power_cut.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

#ifndef __SANITIZE_THREAD__
namespace umikoe::stores {
namespace {

using Kind = DiskOperation::Kind;

constexpr int delivery_count = 13;
constexpr int second_session_from = 8;
constexpr size_t short_cuts = 40;

bool long_mode() {
  const char* value = std::getenv("UMIKOE_LONG");
  return value && std::string_view(value) == "1";
}

sample::Delivery workload(int number) {
  sample::Delivery delivery = sample::delivery(number);
  // One report of more than SQLite's 1,000 log pages, so that a checkpoint falls into a session.
  if (number == 4) delivery.record.report = std::string(4'500'000, 'r');
  return delivery;
}

// Brings in what the world does not hold yet, as a repeated import does.
Result<void> import_all(const std::string& world, const WorldSurroundings& around,
                        const std::function<void(int)>& acknowledge) {
  for (const auto& [from, to] :
       {std::pair(0, second_session_from), std::pair(second_session_from, delivery_count)}) {
    UMIKOE_TRY(const auto store, open_world(world, OpenMode::write, "Umikoe", around));
    for (int number = from; number < to; ++number) {
      const auto delivery = workload(number);
      UMIKOE_TRY(const auto held, store->delivery_with(delivery.record.sha256));
      if (held) continue;
      UMIKOE_TRY(sample::deliver(*store, delivery));
      acknowledge(number);
    }
    // The files of a session become few; the second time some are few already.
    UMIKOE_TRY(store->compact());
  }
  return {};
}

bool is_sync(const DiskOperation& op) {
  return op.kind == Kind::sync_file || op.kind == Kind::sync_folder;
}

// One moment of the recorded run, and whether unsynced writes are all lost or lucky.
struct Cut {
  size_t operations;
  bool lucky;
  uint64_t seed = 0;
};

std::vector<Cut> cuts_of(const std::vector<DiskOperation>& log) {
  std::vector<Cut> cuts;
  for (size_t i = 0; i < log.size(); ++i) {
    if (is_sync(log[i]) || log[i].kind == Kind::acknowledge) cuts.push_back({i + 1, false});
    if (!is_sync(log[i])) continue;
    // All that was written waits for this sync.
    for (uint64_t seed = 0; seed < (long_mode() ? 3u : 1u); ++seed) cuts.push_back({i, true, seed});
  }
  cuts.push_back({log.size(), true});
  if (long_mode() || cuts.size() <= short_cuts) return cuts;
  std::vector<Cut> chosen;
  for (size_t i = 0; i < short_cuts; ++i) chosen.push_back(cuts[i * cuts.size() / short_cuts]);
  return chosen;
}

class PowerCut : public testing::Test {
 protected:
  PowerCut() : recorder_(folder_.at("recorded")) {
    std::filesystem::create_directory(folder_.at("recorded"));
    around_.files = recorder_.files();
    around_.vfs = recorder_.vfs_name();
    around_.segment_rows_max = 25;
    const auto done = import_all(folder_.at("recorded/world"), around_,
                                 [&](int number) { recorder_.acknowledge(number); });
    EXPECT_TRUE(done) << done.error().code;
    const auto store = open_world(folder_.at("recorded/world"), OpenMode::read);
    expected_ = sample::everything(**store).value();
  }

  // What is wrong with the world a cut leaves; empty when it survives.
  std::string problem_after(const Disk& disk, const std::set<int>& acknowledged,
                            std::mt19937_64* luck) {
    const std::string root = folder_.at(fmt::format("cut{}", ++laid_out_));
    disk.lay_out(root, luck);
    std::string problem = examine(root + "/world", acknowledged);
    std::filesystem::remove_all(root);
    return problem;
  }

  std::string examine(const std::string& world, const std::set<int>& acknowledged) {
    {
      const auto store = open_world(world, OpenMode::write, "Umikoe");
      if (!store) return "does not open: " + store.error().code;
      const auto findings = (*store)->verify();
      if (!findings) return "cannot be verified: " + findings.error().code;
      if (!findings->empty()) return findings->front().code;
      for (const int number : acknowledged) {
        const auto held = (*store)->delivery_with(workload(number).record.sha256);
        if (!held || !*held) return fmt::format("lost acknowledged delivery {}", number);
      }
    }
    const auto repeated = import_all(world, {.segment_rows_max = 25}, [](int) {});
    if (!repeated) return "cannot be completed: " + repeated.error().code;
    const auto store = open_world(world, OpenMode::read);
    if (!store) return "does not open to read: " + store.error().code;
    auto all = sample::everything(**store);
    if (!all) return "cannot be read: " + all.error().code;
    // A repeated import may find the files few already, so the generation is not compared.
    all->generation = expected_.generation;
    return *all == expected_ ? "" : "is not the world of an undisturbed import";
  }

  TemporaryFolder folder_;
  DiskRecorder recorder_;
  WorldSurroundings around_;
  sample::Everything expected_;
  int laid_out_ = 0;
};

TEST_F(PowerCut, LosesNothingThatWasAcknowledged) {
  const auto cuts = cuts_of(recorder_.log);
  ASSERT_EQ(expected_.deliveries.size(), static_cast<size_t>(delivery_count));
  Disk disk;
  std::set<int> acknowledged;
  size_t applied = 0;
  std::vector<Cut> ordered = cuts;
  std::ranges::sort(ordered, {}, &Cut::operations);
  for (const Cut& cut : ordered) {
    for (; applied < cut.operations; ++applied) {
      const DiskOperation& op = recorder_.log[applied];
      disk.apply(op);
      if (op.kind == Kind::acknowledge) acknowledged.insert(static_cast<int>(op.offset));
    }
    std::mt19937_64 luck(cut.operations * 64 + cut.seed);
    const std::string problem = problem_after(disk, acknowledged, cut.lucky ? &luck : nullptr);
    EXPECT_EQ(problem, "") << "cut after operation " << cut.operations << " of "
                           << recorder_.log.size() << (cut.lucky ? ", lucky " : " ") << cut.seed;
  }
  RecordProperty("cuts", static_cast<int>(cuts.size()));
}

// The log must hold what the test is about: a checkpoint inside a session, renames, folders.
TEST_F(PowerCut, RecordsEveryKindOfOperation) {
  std::set<Kind> kinds;
  size_t database_syncs = 0;
  for (const DiskOperation& op : recorder_.log) {
    kinds.insert(op.kind);
    database_syncs += op.kind == Kind::sync_file && op.name == "world/world.sqlite";
  }
  for (const Kind kind : {Kind::create, Kind::write, Kind::sync_file, Kind::rename, Kind::unlink,
                          Kind::make_folder, Kind::sync_folder, Kind::acknowledge}) {
    EXPECT_TRUE(kinds.contains(kind)) << static_cast<int>(kind);
  }
  EXPECT_GE(database_syncs, 3u);
}

// Proof that the test can fail: a store that forgot one of its syncs is caught.
TEST_F(PowerCut, CatchesAStoreThatDoesNotSync) {
  for (const char* forgotten :
       {"world/segments", "world/segments/incoming", "world/world.sqlite-wal"}) {
    Disk disk;
    std::set<int> acknowledged;
    for (const DiskOperation& op : recorder_.log) {
      const bool second_session = acknowledged.contains(second_session_from);
      if (second_session && acknowledged.contains(second_session_from + 2)) break;
      if (op.kind == Kind::acknowledge) acknowledged.insert(static_cast<int>(op.offset));
      if (!(is_sync(op) && op.name.starts_with(forgotten))) disk.apply(op);
    }
    EXPECT_NE(problem_after(disk, acknowledged, nullptr), "") << forgotten;
  }
}

TEST(DiskFull, FailsOneDeliveryAndHarmsNothing) {
  const TemporaryFolder folder;
  DiskRecorder recorder(folder.path());
  const WorldSurroundings around{.files = recorder.files(), .vfs = recorder.vfs_name()};
  const auto store = open_world(folder.at("world"), OpenMode::write, "Umikoe", around).value();
  for (int n = 0; n < 4; ++n) ASSERT_TRUE(sample::deliver(*store, sample::delivery(n)));
  const auto before = sample::everything(*store).value();
  for (int n = 4; n < 8; ++n) {  // a statement, a sales report, a chart, tables
    recorder.full = true;
    const auto refused = sample::deliver(*store, sample::delivery(n));
    recorder.full = false;
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "disk_full");
    EXPECT_EQ(sample::everything(*store).value(), before);
    EXPECT_TRUE(store->verify().value().empty());
  }
  ASSERT_TRUE(sample::deliver(*store, sample::delivery(5)));
  EXPECT_EQ(store->info().value().generation, before.generation + 1);
}

}  // namespace
}  // namespace umikoe::stores
#endif
