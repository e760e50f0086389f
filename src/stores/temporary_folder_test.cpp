#include "stores/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace umikoe::stores {

TemporaryFolder::TemporaryFolder() {
  // A memory file system where there is one: these tests write much and sync often.
  const char* parent = std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp";
  path_ = std::string(parent) + "/umikoe-test-XXXXXX";
  if (!::mkdtemp(path_.data())) std::abort();
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TEST(TemporaryFolder, IsThereAndThenIsNot) {
  std::string path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    EXPECT_TRUE(std::filesystem::is_directory(path));
    std::filesystem::create_directory(folder.at("inner"));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace umikoe::stores
