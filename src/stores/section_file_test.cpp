#include "stores/section_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void put(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

const std::string numbers(100'000, 'n');

// Two sections, the second of odd length, and an empty one.
std::string written(const TemporaryFolder& folder) {
  const std::vector<Section> sections{{"numbers", numbers}, {"names", "abc"}, {"nothing", ""}};
  const auto done = write_sections(real_files(), folder.path(), "map.bin", 42, sections);
  EXPECT_TRUE(done.has_value());
  return folder.path() + "/map.bin";
}

std::string error_of(const std::string& path) {
  const auto file = SectionFile::open(path);
  if (!file) return file.error().code;
  const auto whole = (*file)->verify();
  return whole ? "" : whole.error().code;
}

TEST(SectionFile, GivesBackWhatWasWritten) {
  const TemporaryFolder folder;
  const auto file = SectionFile::open(written(folder));
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ((*file)->generation(), 42);
  EXPECT_EQ(*(*file)->section("numbers"), numbers);
  EXPECT_EQ(*(*file)->section("names"), "abc");
  EXPECT_EQ(*(*file)->section("nothing"), "");
  EXPECT_EQ((*file)->section("others").error().code, "map_broken");
  EXPECT_EQ(reinterpret_cast<uintptr_t>((*file)->section("names")->data()) % 64, 0u);
  EXPECT_TRUE((*file)->verify().has_value());
}

TEST(SectionFile, TheSameSectionsAreTheSameBytes) {
  const TemporaryFolder one;
  const TemporaryFolder other;
  EXPECT_EQ(read_whole(written(one)), read_whole(written(other)));
}

TEST(SectionFile, StaysReadableWhileAnotherTakesItsPlace) {
  const TemporaryFolder folder;
  const std::string path = written(folder);
  const auto file = SectionFile::open(path);
  ASSERT_TRUE(file.has_value());
  const std::vector<Section> next{{"numbers", "7"}};
  ASSERT_TRUE(write_sections(real_files(), folder.path(), "map.bin", 43, next).has_value());
  EXPECT_EQ(*(*file)->section("numbers"), numbers);
  EXPECT_EQ((*SectionFile::open(path))->generation(), 43);
  ASSERT_EQ(std::remove(path.c_str()), 0);
  EXPECT_EQ(*(*file)->section("names"), "abc");
  EXPECT_EQ(error_of(path), "map_missing");
}

TEST(SectionFile, EveryChangedByteIsFound) {
  const TemporaryFolder folder;
  const std::string path = written(folder);
  const std::string bytes = read_whole(path);
  // Every byte of header and table, and some of the longest section; padding says nothing.
  constexpr size_t table_end = 160;
  constexpr size_t first_section = 192;
  for (size_t at = 0; at < numbers.size();
       at = at + 1 == table_end ? first_section : at + (at < table_end ? 1 : 997)) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    put(path, changed);
    const std::string error = error_of(path);
    EXPECT_TRUE(error == "map_broken" || error == "map_other_format") << at << " " << error;
  }
}

TEST(SectionFile, AnUncheckedSectionIsAsItLies) {
  const TemporaryFolder folder;
  const std::string path = written(folder);
  std::string bytes = read_whole(path);
  bytes[1000] = 'x';  // of numbers
  put(path, bytes);
  const auto file = SectionFile::open(path);
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ((*file)->section("numbers").error().code, "map_broken");
  EXPECT_EQ((*file)->unchecked_section("numbers")->size(), numbers.size());
  EXPECT_NE(*(*file)->unchecked_section("numbers"), numbers);
  EXPECT_EQ(*(*file)->unchecked_section("names"), "abc");
  EXPECT_EQ((*file)->unchecked_section("others").error().code, "map_broken");
}

TEST(SectionFile, ShortAndLongFilesAreRefused) {
  const TemporaryFolder folder;
  const std::string path = written(folder);
  const std::string bytes = read_whole(path);
  for (const size_t size : {size_t{0}, size_t{1}, size_t{39}, size_t{40}, size_t{100}, size_t{200},
                            bytes.size() / 2, bytes.size() - 1}) {
    put(path, std::string_view(bytes).substr(0, size));
    EXPECT_EQ(error_of(path), "map_broken") << size;
  }
  put(path, bytes + "more");
  EXPECT_EQ(error_of(path), "map_broken");
}

TEST(SectionFile, AFailedWriteLeavesNothing) {
  const TemporaryFolder folder;
  FileLayer files = real_files();
  files.sync_file = [](const std::string&) -> Result<void> { return fail("disk_full"); };
  const std::vector<Section> sections{{"numbers", numbers}};
  const auto done = write_sections(files, folder.path(), "map.bin", 1, sections);
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().code, "disk_full");
  EXPECT_EQ(error_of(folder.path() + "/map.bin"), "map_missing");
}

}  // namespace
}  // namespace umikoe::stores
