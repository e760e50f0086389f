#include "base/limits.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

namespace umikoe {
namespace {

TEST(Limits, AreDocumentedAsTheyAre) {
  std::ifstream file(UMIKOE_SOURCE_DIR "/docs/limits.md");
  ASSERT_TRUE(file.is_open());
  std::set<std::string> documented;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("| `")) continue;
    size_t end = 0;
    for (int column = 0; column < 3; ++column) end = line.find('|', end + 1);
    documented.insert(line.substr(0, end + 1));
  }
  std::set<std::string> real;
  for (const Limit& limit : limits::all) {
    EXPECT_GT(limit.value, 0) << limit.name;
    EXPECT_TRUE(
        real.insert(fmt::format("| `{}` | {} | {} |", limit.name, limit.value, limit.unit)).second);
  }
  EXPECT_EQ(documented, real);
}

}  // namespace
}  // namespace umikoe
