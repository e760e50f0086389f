#include "formats/dsr/block_ids.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <string>

namespace umikoe::formats::dsr {
namespace {

TEST(BlockIds, TellsTheFirstFromThoseThatComeAgain) {
  BlockIds ids;
  for (int i = 1; i <= 1000; ++i) EXPECT_TRUE(ids.insert(std::to_string(i)));
  EXPECT_FALSE(ids.insert("1"));
  EXPECT_FALSE(ids.insert("1000"));
  EXPECT_TRUE(ids.insert("1001"));
  EXPECT_TRUE(ids.insert("0001")) << "another id than 1";
  EXPECT_FALSE(ids.insert("0001"));
  EXPECT_TRUE(ids.insert("b1"));
  EXPECT_TRUE(ids.insert("B1"));
  EXPECT_FALSE(ids.insert("b1"));
  EXPECT_FALSE(ids.full());
}

TEST(BlockIds, CountsUpwardsAfterOthersWereSeen) {
  BlockIds ids;
  // More runs than are kept as such: the later ones are hashes, and a run may grow into one.
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(ids.insert(std::to_string(i * 10)));
  EXPECT_TRUE(ids.insert("311"));
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(ids.insert(std::to_string(i * 10)));
}

RC_GTEST_PROP(BlockIds, AgreesWithASet, ()) {
  const auto numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 300));
  const bool words = *rc::gen::arbitrary<bool>();
  BlockIds ids;
  std::set<std::string> seen;
  for (const int number : numbers) {
    const std::string id = (words && number % 3 == 0 ? "x" : "") + std::to_string(number);
    RC_ASSERT(ids.insert(id) == seen.insert(id).second);
  }
}

}  // namespace
}  // namespace umikoe::formats::dsr
