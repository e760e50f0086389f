// What every source and sink of files must do, written once and run against each of them.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "stores/disk_files.h"
#include "stores/memory_files.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

// A source and the sink that writes where it reads.
struct Pair {
  std::shared_ptr<app::FileSource> source;
  std::shared_ptr<app::FileSink> sink;
};

struct Kind {
  const char* name;
  Pair (*open)();
};

class Files : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    files_ = GetParam().open();
    ASSERT_TRUE(files_.sink->make_folder(at("")));
  }
  std::string at(const std::string& name) const { return folder_.at("files/" + name); }
  void write(const std::string& name, std::string_view bytes) {
    const auto written = files_.sink->write(at(name), bytes);
    ASSERT_TRUE(written) << name << ": " << written.error().code;
  }
  // The whole file, in pieces of `piece` bytes; the code word where it cannot be read.
  std::string read(const std::string& name, size_t piece = 3) const {
    auto reader = files_.source->open(at(name));
    if (!reader) return reader.error().code;
    std::string bytes, buffer(piece, '?');
    for (;;) {
      const auto got = (*reader)->read(buffer);
      if (!got) return got.error().code;
      if (*got == 0) return bytes;
      bytes.append(buffer, 0, *got);
    }
  }
  std::vector<std::string> names_at(const std::string& name) const {
    const auto found = files_.source->files_at(at(name));
    if (!found) return {found.error().code};
    std::vector<std::string> names;
    for (const auto& path : *found) names.push_back(path.substr(at("").size()));
    return names;
  }

  TemporaryFolder folder_;
  Pair files_;
};

using Names = std::vector<std::string>;

TEST_P(Files, GivesBackWhatWasWritten) {
  const std::string bytes("\0\xff 夜明け\n", 13);
  write("夜 明け.csv", bytes);
  EXPECT_EQ(read("夜 明け.csv"), bytes);
  EXPECT_EQ(read("夜 明け.csv", 1000), bytes);
  write("empty", "");
  EXPECT_EQ(read("empty"), "");
}

TEST_P(Files, ReplacesAFileOfThatName) {
  write("a", "long before");
  write("a", "now");
  EXPECT_EQ(read("a"), "now");
}

TEST_P(Files, ListsFoldersInByteOrderOfNames) {
  ASSERT_TRUE(files_.sink->make_folder(at("b/deep")));
  ASSERT_TRUE(files_.sink->make_folder(at("b/deep")));  // is there already
  write("c", "");
  write("b/deep/2", "");
  write("b/deep/10", "");
  write("b/1", "");
  write("a", "");
  EXPECT_EQ(names_at(""), (Names{"a", "b/1", "b/deep/10", "b/deep/2", "c"}));
  EXPECT_EQ(names_at("b/deep"), (Names{"b/deep/10", "b/deep/2"}));
  EXPECT_EQ(names_at("a"), Names{"a"});
}

TEST_P(Files, LeavesHiddenFilesAlone) {
  write("seen", "");
  write(".hidden", "");
  ASSERT_TRUE(files_.sink->make_folder(at(".git")));
  write(".git/config", "");
  EXPECT_EQ(names_at(""), Names{"seen"});
}

TEST_P(Files, SaysWhatIsNotThere) {
  EXPECT_EQ(names_at("nothing"), Names{"no_such_file"});
  EXPECT_EQ(read("nothing"), "file_unreadable");
  ASSERT_TRUE(files_.sink->make_folder(at("empty")));
  EXPECT_EQ(names_at("empty"), Names{});
}

TEST_P(Files, RefusesToWriteWhereItCannot) {
  write("file", "kept");
  ASSERT_TRUE(files_.sink->make_folder(at("folder")));
  const auto code = [](const Result<void>& result) {
    return result ? std::string() : result.error().code;
  };
  EXPECT_EQ(code(files_.sink->write(at("folder"), "x")), "file_unwritable");
  EXPECT_EQ(code(files_.sink->write(at("missing/x"), "x")), "file_unwritable");
  EXPECT_EQ(code(files_.sink->write(at("file/x"), "x")), "file_unwritable");
  EXPECT_EQ(code(files_.sink->make_folder(at("file"))), "file_unwritable");
  EXPECT_EQ(code(files_.sink->make_folder(at("file/below"))), "file_unwritable");
  EXPECT_EQ(read("file"), "kept");
}

TEST_P(Files, StopsAtItsDepth) {
  std::string deep;
  for (int i = 0; i < limits::folder_depth.value + 2; ++i) deep += "d/";
  ASSERT_TRUE(files_.sink->make_folder(at(deep)));
  write(deep + "x", "");
  EXPECT_EQ(names_at(""), Names{"limit_exceeded"});
}

Pair on_disk() { return {disk_files(), disk_sink()}; }
Pair in_memory() {
  const auto files = std::make_shared<MemoryFiles>();
  return {files, files};
}

INSTANTIATE_TEST_SUITE_P(Ports, Files,
                         testing::Values(Kind{"disk", on_disk}, Kind{"memory", in_memory}),
                         [](const auto& one) { return one.param.name; });

// Only a disk has links.
TEST(DiskFiles, FollowsNoLinks) {
  const TemporaryFolder folder;
  const auto sink = disk_sink();
  ASSERT_TRUE(sink->make_folder(folder.at("in")));
  ASSERT_TRUE(sink->write(folder.at("outside"), "x"));
  ASSERT_EQ(::symlink(folder.at("in").c_str(), folder.at("in/loop").c_str()), 0);
  ASSERT_EQ(::symlink(folder.at("outside").c_str(), folder.at("in/file").c_str()), 0);
  EXPECT_TRUE(disk_files()->files_at(folder.at("in")).value().empty());
}

}  // namespace
}  // namespace umikoe::stores
