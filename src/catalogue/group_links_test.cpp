#include "catalogue/group_links.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace umikoe::catalogue {
namespace {

Isrc isrc(int number) { return *Isrc::parse("JPZZ0240000" + std::to_string(number)); }

GroupMember member(const char* group, int number,
                   VersionKind kind = VersionKind::same_performance) {
  return {{}, group, isrc(number), kind};
}

std::string shown(const std::map<Isrc, GroupLinks>& links, int number) {
  std::string out;
  for (const Isrc& same : links.at(isrc(number)).same_performance) {
    out += std::string(1, same.to_string().back()) + " ";
  }
  for (const auto& [other, kind] : links.at(isrc(number)).versions) {
    out += std::string(1, other.to_string().back()) + ":" + std::string(word(kind)) + " ";
  }
  return out;
}

TEST(GroupLinks, JoinsOnePerformanceAndOnlyLinksVersions) {
  const std::vector<GroupMember> rows{member("G", 1), member("G", 2),
                                      member("G", 3, VersionKind::english_version),
                                      member("G", 4, VersionKind::live)};
  const auto links = links_of(rows);
  EXPECT_EQ(shown(links, 1), "2 3:english_version 4:live ");
  EXPECT_EQ(shown(links, 2), "1 3:english_version 4:live ");
  EXPECT_EQ(shown(links, 3), "1:same_performance 2:same_performance 4:live ");
  EXPECT_FALSE(links.contains(isrc(5)));
}

TEST(GroupLinks, MeetsThroughAThirdRecordingWhateverTheOrder) {
  std::vector<GroupMember> rows{member("B", 2), member("A", 1), member("A", 2), member("B", 3),
                                member("B", 4, VersionKind::tv_size)};
  const auto links = links_of(rows);
  EXPECT_EQ(shown(links, 1), "2 3 4:tv_size ");
  EXPECT_EQ(shown(links, 3), "1 2 4:tv_size ");
  std::ranges::reverse(rows);
  EXPECT_EQ(shown(links_of(rows), 1), "2 3 4:tv_size ");
}

TEST(GroupLinks, WhereDocumentsDisagreeNothingIsJoined) {
  const std::vector<GroupMember> rows{member("G", 1), member("G", 2),
                                      member("G", 2, VersionKind::re_recording)};
  EXPECT_EQ(shown(links_of(rows), 1), "2:re_recording ");
}

// A chain of groups as long as a catalogue would open every cell through every other.
TEST(GroupLinks, JoinsNothingByASlipOfThePen) {
  std::vector<GroupMember> one_group;
  std::vector<GroupMember> chain;
  const auto numbered = [](size_t number) {
    return *Isrc::parse("JPZZ024" + std::to_string(10'000 + number));
  };
  for (size_t i = 0; i <= group_size_max; ++i) {
    one_group.push_back({{}, "Label", numbered(i), VersionKind::same_performance});
    chain.push_back({{}, std::to_string(i), numbered(i), VersionKind::same_performance});
    chain.push_back({{}, std::to_string(i), numbered(i + 1), VersionKind::same_performance});
  }
  EXPECT_TRUE(links_of(one_group).at(numbered(0)).same_performance.empty());
  EXPECT_TRUE(links_of(chain).at(numbered(0)).same_performance.empty());
  one_group.pop_back();
  EXPECT_EQ(links_of(one_group).at(numbered(0)).same_performance.size(), group_size_max - 1);
}

}  // namespace
}  // namespace umikoe::catalogue
