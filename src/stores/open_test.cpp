// Opening worlds: new, old, newer, foreign, broken, in use, read-only.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "stores/embedded_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

#ifndef __SANITIZE_THREAD__
namespace umikoe::stores {
namespace {

namespace fs = std::filesystem;
using sample::deliver;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// Overwrites a big-endian 32-bit field of the database's header (SQLite file format, section 1.3).
void patch_header(const std::string& path, size_t offset, uint32_t value) {
  std::string bytes = bytes_of(path);
  for (size_t i = 0; i < 4; ++i) bytes.at(offset + i) = static_cast<char>(value >> (24 - 8 * i));
  write_bytes(path, bytes);
}
constexpr size_t application_id_offset = 68;

class OpenWorld : public testing::Test {
 protected:
  Result<std::unique_ptr<app::WorldStore>> open(OpenMode mode,
                                                const WorldSurroundings& around = {}) {
    return open_world(world_, mode, "Umikoe Records", around);
  }
  void make(int deliveries) {
    const auto store = open(OpenMode::write);
    ASSERT_TRUE(store) << store.error().code;
    for (int n = 0; n < deliveries; ++n) ASSERT_TRUE(deliver(**store, sample::delivery(n)));
  }
  std::string error_of(OpenMode mode, const WorldSurroundings& around = {}) {
    const auto store = open(mode, around);
    return store ? "opened" : store.error().code;
  }
  // This program as it will be one version later.
  static WorldSurroundings later_version(const char* migration) {
    static std::vector<std::string> kept;  // migrations are borrowed by address
    kept.push_back(
        bytes_of(std::string(UMIKOE_SOURCE_DIR "/src/stores/sql/for_tests/") + migration));
    WorldSurroundings around;
    around.migrations.push_back(kept.back().c_str());
    return around;
  }

  TemporaryFolder folder_;
  std::string world_ = folder_.at("world");
  std::string database_ = world_ + "/world.sqlite";
};

TEST_F(OpenWorld, ReadingNeverMakesAWorld) {
  EXPECT_EQ(error_of(OpenMode::read), "no_such_world");
  EXPECT_FALSE(fs::exists(world_));
  fs::create_directory(world_);
  EXPECT_EQ(error_of(OpenMode::read), "no_such_world");
  EXPECT_TRUE(fs::is_empty(world_));
}

TEST_F(OpenWorld, WritingMakesAWorldInAnAbsentOrEmptyFolder) {
  EXPECT_EQ(error_of(OpenMode::write), "opened");
  EXPECT_EQ(open(OpenMode::read).value()->info().value().organisation.name, "Umikoe Records");
  const std::string other = folder_.at("other");
  fs::create_directory(other);
  EXPECT_TRUE(open_world(other + "/", OpenMode::write));
  EXPECT_FALSE(open_world(folder_.at("a/b/c"), OpenMode::write));
}

TEST_F(OpenWorld, AWorldThatLostPowerWhileMadeIsMadeAgain) {
  fs::create_directory(world_);
  write_bytes(database_, "");
  EXPECT_EQ(error_of(OpenMode::read), "no_such_world");
  EXPECT_EQ(error_of(OpenMode::write), "opened");
  EXPECT_EQ(error_of(OpenMode::read), "opened");
}

TEST_F(OpenWorld, KeepsWhatItWasGivenBetweenOpenings) {
  make(8);
  const auto before = sample::everything(*open(OpenMode::read).value()).value();
  EXPECT_EQ(before.deliveries.size(), 8u);
  EXPECT_EQ(sample::everything(*open(OpenMode::write).value()).value(), before);
}

TEST_F(OpenWorld, RefusesAnotherProgramsDatabase) {
  make(1);
  patch_header(database_, application_id_offset, 0x12345678);
  const std::string before = bytes_of(database_);
  EXPECT_EQ(error_of(OpenMode::read), "not_a_world");
  EXPECT_EQ(error_of(OpenMode::write), "not_a_world");
  EXPECT_EQ(bytes_of(database_), before);
  patch_header(database_, application_id_offset, 0);  // a plain SQLite database with tables
  EXPECT_EQ(error_of(OpenMode::write), "not_a_world");
}

TEST_F(OpenWorld, RefusesWhatIsNoDatabase) {
  fs::create_directory(world_);
  const std::string text(5000, 'x');
  write_bytes(database_, text);
  EXPECT_EQ(error_of(OpenMode::read), "world_broken");
  EXPECT_EQ(error_of(OpenMode::write), "world_broken");
  EXPECT_EQ(bytes_of(database_), text);
}

TEST_F(OpenWorld, RefusesANewerWorldWithoutTouchingIt) {
  { ASSERT_TRUE(open(OpenMode::write, later_version("next_adds_a_note.sql"))); }
  const std::string before = bytes_of(database_);
  for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
    const auto store = open(mode);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, "world_too_new");
    const std::pair<std::string, std::string> found{"found", "5"}, known{"known", "4"};
    EXPECT_EQ(store.error().arguments, (std::vector{found, known}));
  }
  EXPECT_EQ(bytes_of(database_), before);
}

TEST_F(OpenWorld, BringsAnOlderWorldUpToDateAndKeepsACopy) {
  make(6);
  const auto before = sample::everything(*open(OpenMode::read).value()).value();
  const auto later = later_version("next_adds_a_note.sql");
  {
    const auto store = open(OpenMode::read, later).value();
    EXPECT_EQ(store->info().value().schema_version, 5);
    EXPECT_EQ(sample::everything(*store).value(), before);
  }
  EXPECT_EQ(error_of(OpenMode::read), "world_too_new");
  // The copy, put back, is the world as it was.
  fs::copy_file(world_ + "/copies/world-schema-4.sqlite", database_,
                fs::copy_options::overwrite_existing);
  EXPECT_EQ(sample::everything(*open(OpenMode::read).value()).value(), before);
  EXPECT_EQ(error_of(OpenMode::write, later), "opened");  // a copy of that name is replaced
}

TEST_F(OpenWorld, AMigrationThatFailsChangesNothing) {
  make(3);
  const auto before = sample::everything(*open(OpenMode::read).value()).value();
  EXPECT_EQ(error_of(OpenMode::write, later_version("next_fails_half_way.sql")),
            "migration_failed");
  EXPECT_TRUE(fs::exists(world_ + "/copies/world-schema-4.sqlite"));
  EXPECT_EQ(sample::everything(*open(OpenMode::read).value()).value(), before);
}

TEST_F(OpenWorld, HasOneWriterAtATime) {
  auto writer = open(OpenMode::write);
  ASSERT_TRUE(writer);
  const auto second = open(OpenMode::write);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "world_in_use");
  EXPECT_EQ(second.error().arguments.at(0).second, world_);
  EXPECT_EQ(error_of(OpenMode::read), "opened");
  writer->reset();
  EXPECT_EQ(error_of(OpenMode::write), "opened");
}

TEST_F(OpenWorld, ReadersSeeWholeDeliveriesOnly) {
  make(2);
  const auto reader = open(OpenMode::read).value();
  const auto before = sample::everything(*reader).value();
  const auto store = open(OpenMode::write).value();
  auto writer = store->begin_delivery().value();
  ASSERT_TRUE(writer->add(sample::usage_row(7, "JP", 70)));
  EXPECT_EQ(sample::everything(*reader).value(), before);
  ASSERT_TRUE(writer->commit(sample::record(99), sample::delivery(0).content));
  const auto after = sample::everything(*reader).value();
  EXPECT_EQ(after.generation, before.generation + 1);
  EXPECT_EQ(after.usage.size(), before.usage.size() + 1);
  EXPECT_EQ(after, sample::everything(*store).value());
}

TEST_F(OpenWorld, AReaderCannotDeliver) {
  make(1);
  const auto reader = open(OpenMode::read).value();
  EXPECT_EQ(reader->begin_delivery().error().code, "store_failed");
  EXPECT_EQ(reader->set_as_of(std::nullopt, true).error().code, "store_failed");
  EXPECT_FALSE(reader->info().value().demo);
}

TEST_F(OpenWorld, TellsOfMissingAndChangedSegments) {
  make(4);
  std::vector<std::string> segments;
  for (const auto& entry : fs::directory_iterator(world_ + "/segments")) {
    segments.push_back(entry.path());
  }
  ASSERT_EQ(segments.size(), 3u);
  fs::remove(segments[0]);
  write_bytes(segments[1], bytes_of(segments[1]) + "x");
  const auto store = open(OpenMode::read).value();
  std::vector<std::string> codes;
  const auto findings = store->verify().value();
  for (const auto& finding : findings) codes.push_back(finding.code);
  std::ranges::sort(codes);
  EXPECT_EQ(codes, (std::vector<std::string>{"segment_changed", "segment_missing"}));
  const bool usage = store->usage(std::nullopt).has_value();
  const bool charts = store->charts(sample::day("2026-11-20")).has_value();
  EXPECT_FALSE(usage && charts);  // a missing file is an error, never an empty answer
}

TEST_F(OpenWorld, TellsOfADamagedDatabase) {
  make(30);
  std::string bytes = bytes_of(database_);
  // The second half: behind the header and the schema, which were written first.
  std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), '\0');
  write_bytes(database_, bytes);
  const auto store = open(OpenMode::read);
  ASSERT_TRUE(store) << store.error().code;
  const auto findings = (*store)->verify().value();
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].code, "world_broken");
  const auto all = sample::everything(**store);
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().code, "world_broken");
  EXPECT_EQ(bytes_of(database_), bytes);
}

TEST_F(OpenWorld, TellsOfACutDatabase) {
  make(8);
  const std::string bytes = bytes_of(database_);
  write_bytes(database_, bytes.substr(0, bytes.size() / 2));
  const auto store = open(OpenMode::read);
  if (store)
    EXPECT_FALSE((*store)->verify().value().empty());
  else
    EXPECT_EQ(store.error().code, "world_broken");
}

TEST_F(OpenWorld, TellsOfAnEditThatSomebodyTouched) {
  make(1);
  {
    const auto store = open(OpenMode::write).value();
    edits::EditDraft entry;
    entry.author = "森";
    entry.kind = "held_back";
    entry.subject = "a";
    ASSERT_TRUE(store->append_edit(entry));
    entry.subject = "b";
    ASSERT_TRUE(store->append_edit(entry));
  }
  {
    auto database = Sqlite::open(database_, {.write = true});
    ASSERT_TRUE(database);
    const auto script = [&](const char* name) {
      const std::string text =
          bytes_of(std::string(UMIKOE_SOURCE_DIR "/src/stores/sql/for_tests/") + name);
      return database->run_script(text.c_str()).has_value();
    };
    EXPECT_FALSE(script("changes_an_edit.sql"));
    EXPECT_FALSE(script("deletes_an_edit.sql"));
    ASSERT_TRUE(script("forces_a_change.sql"));
  }
  const auto findings = open(OpenMode::read).value()->verify().value();
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, "edit_chain_broken");
}

TEST_F(OpenWorld, SweepsWhatNobodyRegisteredAndNothingElse) {
  make(4);
  const std::string rubbish = world_ + "/segments/" + std::string(64, 'a') + ".parquet";
  const std::string strange = world_ + "/segments/notes.txt";
  write_bytes(rubbish, "x");
  write_bytes(strange, "x");
  write_bytes(world_ + "/segments/incoming3", "x");
  write_bytes(world_ + "/tmp/usage1.parquet", "x");
  const auto store = open(OpenMode::write).value();
  EXPECT_FALSE(fs::exists(rubbish));
  EXPECT_FALSE(fs::exists(world_ + "/segments/incoming3"));
  EXPECT_TRUE(fs::is_empty(world_ + "/tmp"));
  EXPECT_TRUE(fs::exists(strange));
  EXPECT_TRUE(store->verify().value().empty());
}

// Runs as a user who may only read, where the test itself runs as root.
class AsReader {
 public:
  AsReader() : root_(::geteuid() == 0) {
    if (root_) {
      EXPECT_EQ(::seteuid(65534), 0);
    }
  }
  ~AsReader() {
    if (root_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }

 private:
  bool root_;
};

TEST_F(OpenWorld, CanBeReadInAFolderNobodyMayWrite) {
  make(4);
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0555), 0);
  ASSERT_EQ(::chmod(world_.c_str(), 0555), 0);
  ASSERT_EQ(::chmod(database_.c_str(), 0444), 0);
  {
    const AsReader reader;
    const auto store = open(OpenMode::read);
    ASSERT_TRUE(store) << store.error().code << store.error().arguments.at(0).second;
    EXPECT_EQ((*store)->deliveries().value().size(), 4u);
    EXPECT_EQ(error_of(OpenMode::write), "store_failed");
  }
  ASSERT_EQ(::chmod(world_.c_str(), 0755), 0);
  ASSERT_EQ(::chmod(folder_.path().c_str(), 0755), 0);
}

TEST_F(OpenWorld, TheSameRowsMakeTheSameFiles) {
  std::vector<std::vector<std::string>> names;
  for (const char* name : {"one", "two"}) {
    const auto store = open_world(folder_.at(name), OpenMode::write).value();
    sample::Delivery d = sample::delivery(1);
    for (int i = 0; i < 30'000; ++i) d.usage_rows.push_back(sample::usage_row(i % 977, "TH", i));
    d.chart_rows = sample::delivery(2).chart_rows;
    ASSERT_TRUE(deliver(*store, d));
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder_.at(name) + "/segments")) {
      found.push_back(entry.path().filename());
    }
    std::ranges::sort(found);
    names.push_back(found);
  }
  EXPECT_EQ(names[0].size(), 3u);
  EXPECT_EQ(names[0], names[1]);
}

TEST_F(OpenWorld, ADroppedDeliveryLeavesNoFile) {
  const auto store = open(OpenMode::write, {.segment_rows_max = 2}).value();
  ASSERT_TRUE(deliver(*store, sample::delivery(1)));
  const auto count = [&] {
    return std::distance(fs::directory_iterator(world_ + "/segments"), fs::directory_iterator{});
  };
  const auto before = count();
  EXPECT_EQ(before, 25);  // 40 rows of usage and 9 of revenue, two to a file
  {
    auto writer = store->begin_delivery().value();
    for (const auto& row : sample::delivery(1).usage_rows) ASSERT_TRUE(writer->add(row));
    for (const auto& row : sample::delivery(2).chart_rows) ASSERT_TRUE(writer->add(row));
    EXPECT_GT(count(), before);
  }
  EXPECT_EQ(count(), before);  // what the first delivery registered is still there
  EXPECT_TRUE(fs::is_empty(world_ + "/tmp"));
  EXPECT_TRUE(store->verify().value().empty());
}

}  // namespace
}  // namespace umikoe::stores
#endif
