#include "demand/standing_views.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/rng.h"

namespace umikoe::demand {
namespace {

const Date october = *Date::parse("2026-10-01");
const Date later = *Date::parse("2026-12-31");

VideoViews views(int delivery, int first, int last, int64_t count, std::string video = "v") {
  VideoViews row;
  row.delivery = DeliveryId{delivery};
  row.service = "YouTube";
  row.video_id = std::move(video);
  row.first_day = october.plus(first);
  row.last_day = october.plus(last);
  row.there = {{"BR", count}};
  return row;
}

std::vector<int64_t> counts(const std::vector<VideoViews>& rows, Date as_of = later) {
  std::vector<int64_t> out;
  for (const VideoViews& row : standing_views(rows, as_of)) out.push_back(row.there[0].views);
  return out;
}

TEST(StandingViews, AnExportSentAgainCountsOnce) {
  const std::vector half_then_whole = {views(1, 0, 14, 10), views(2, 0, 30, 25)};
  EXPECT_EQ(counts(half_then_whole), std::vector<int64_t>{25});
  EXPECT_EQ(counts({views(1, 0, 30, 25), views(2, 0, 30, 26)}), std::vector<int64_t>{26});
  EXPECT_EQ(counts({views(1, 0, 14, 10), views(2, 15, 30, 15)}), (std::vector<int64_t>{10, 15}));
  EXPECT_EQ(counts({views(1, 0, 14, 10), views(2, 0, 30, 9, "w")}), (std::vector<int64_t>{10, 9}));
  // Before the longer one is known, the shorter stands.
  EXPECT_EQ(counts(half_then_whole, october.plus(20)), std::vector<int64_t>{10});
}

TEST(StandingViews, RowsOfOneExportCoverTheSameDays) {
  const std::vector rows = {views(1, 2, 30, 10), views(1, 0, 14, 3, "w"), views(1, 5, 6, 1)};
  const auto out = standing_views(rows, later);
  ASSERT_EQ(out.size(), 3u);
  for (const VideoViews& row : out) {
    EXPECT_EQ(row.first_day, october);
    EXPECT_EQ(row.last_day, october.plus(30));
  }
  EXPECT_TRUE(standing_views(rows, october.plus(29)).empty());
}

// Against days counted one by one: none of a video counts from two exports, and what is left out
// overlaps something at least as long that stands.
TEST(StandingViews, NoDayCountsTwiceAndNothingIsLeftOutForNothing) {
  Rng rng(17);
  for (int round = 0; round < 300; ++round) {
    std::vector<VideoViews> rows;
    for (int delivery = 1; delivery <= 6; ++delivery) {
      const int first = static_cast<int>(rng.below(28));
      const int last = first + static_cast<int>(rng.below(31 - static_cast<uint64_t>(first)));
      for (const char* video : {"v", "w"}) {
        if (rng.below(3) > 0) rows.push_back(views(delivery, first, last, 1, video));
      }
    }
    const auto out = standing_views(rows, later);
    std::map<std::pair<std::string, Date>, DeliveryId> counted;
    for (const VideoViews& row : out) {
      for (Date day = row.first_day; day <= row.last_day; day = day.plus(1)) {
        EXPECT_TRUE(counted.try_emplace({row.video_id, day}, row.delivery).second);
      }
    }
    for (const VideoViews& row : rows) {
      if (std::ranges::find(out, row) != out.end()) continue;
      EXPECT_TRUE(std::ranges::any_of(out, [&](const VideoViews& kept) {
        return kept.video_id == row.video_id && kept.first_day <= row.last_day &&
               row.first_day <= kept.last_day &&
               kept.last_day.days - kept.first_day.days >= row.last_day.days - row.first_day.days;
      }));
    }
  }
}

}  // namespace
}  // namespace umikoe::demand
