#include "stores/map_folder.h"

#include <gtest/gtest.h>

#include <fstream>

#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

Result<void> put(app::MapFolder& folder, const std::string& name, std::string_view bytes) {
  const std::vector<app::FileSection> sections{{"numbers", bytes}};
  return folder.replace(name, 7, sections);
}

TEST(MapFolder, GivesBackWhatWasPutIntoIt) {
  const TemporaryFolder world;
  const auto maps = open_map_folder(world.path());
  EXPECT_TRUE(maps->names().empty());
  ASSERT_TRUE(put(*maps, "map-7-1-a.bin", "first"));
  EXPECT_EQ(maps->names(), std::vector<std::string>{"map-7-1-a.bin"});
  const auto file = maps->open("map-7-1-a.bin").value();
  EXPECT_EQ(file->generation(), 7);
  EXPECT_EQ(file->section("numbers").value(), "first");
  EXPECT_EQ(maps->open("map-8-1-a.bin").error().code, "map_missing");
}

TEST(MapFolder, AReaderKeepsTheMapThatAnotherReplaces) {
  const TemporaryFolder world;
  const auto maps = open_map_folder(world.path());
  const std::string old(200'000, 'o');
  ASSERT_TRUE(put(*maps, "map-7-1-a.bin", old));
  const auto file = maps->open("map-7-1-a.bin").value();
  ASSERT_TRUE(put(*maps, "map-8-1-a.bin", "new"));
  EXPECT_EQ(maps->names(), std::vector<std::string>{"map-8-1-a.bin"});
  EXPECT_EQ(file->section("numbers").value(), old);
}

TEST(MapFolder, WhatSomebodyElsePutThereStays) {
  const TemporaryFolder world;
  const auto maps = open_map_folder(world.path());
  ASSERT_TRUE(put(*maps, "map-7-1-a.bin", "first"));
  std::ofstream(world.path() + "/maps/notes.txt") << "mine";
  ASSERT_TRUE(put(*maps, "map-8-1-a.bin", "second"));
  EXPECT_EQ(maps->names(), std::vector<std::string>{"map-8-1-a.bin"});
  EXPECT_TRUE(std::ifstream(world.path() + "/maps/notes.txt").good());
}

TEST(MapFolder, EachBrokenMapIsFound) {
  const TemporaryFolder world;
  const auto maps = open_map_folder(world.path());
  ASSERT_TRUE(put(*maps, "map-7-1-a.bin", "first"));
  EXPECT_TRUE(verify_maps(world.path() + "/maps").empty());
  std::fstream file(world.path() + "/maps/map-7-1-a.bin",
                    std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(128);
  file.put('?');
  file.close();
  const auto findings = verify_maps(world.path() + "/maps");
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings.front().code, "map_broken");
  EXPECT_EQ(maps->open("map-7-1-a.bin").value()->section("numbers").error().code, "map_broken");
}

TEST(MapFolder, WhereNothingCanBeWrittenNothingIsLost) {
  const TemporaryFolder world;
  FileLayer files = real_files();
  files.rename = [](const std::string&, const std::string&) -> Result<void> {
    return fail("store_failed", {{"reason", "disk full"}});
  };
  const auto good = open_map_folder(world.path());
  ASSERT_TRUE(put(*good, "map-7-1-a.bin", "first"));
  const auto full = open_map_folder(world.path(), files);
  EXPECT_FALSE(put(*full, "map-8-1-a.bin", "second"));
  EXPECT_EQ(good->names(), std::vector<std::string>{"map-7-1-a.bin"});
}

}  // namespace
}  // namespace umikoe::stores
