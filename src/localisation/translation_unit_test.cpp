#include "localisation/translation_unit.h"

#include <gtest/gtest.h>

#include "localisation/content_calendar.h"
#include "localisation/coverage.h"

namespace umikoe::localisation {
namespace {

TEST(TranslationUnit, KeysReadBack) {
  for (const char* written :
       {"recording:title:en:JPZ9D2300029", "work:lyric_line.12:zh-Hant:T0345246801",
        "video:subtitle_cue.3:pt-BR:YouTube:abc:1", "artist:artist_name:en:星野 灯"}) {
    const auto key = parse_unit_key(written);
    ASSERT_TRUE(key) << written;
    EXPECT_EQ(to_string(*key), written);
  }
  EXPECT_EQ(parse_unit_key("recording:lyric_line:en:X")->text.number, 0);
  for (const char* wrong : {"", "recording", "recording:title", "recording:title:en:",
                            "recording:title.3:en:X", "song:title:en:X", "recording:tittle:en:X",
                            "recording:lyric_line.0:en:X", "recording:lyric_line.:en:X",
                            "recording:lyric_line.3x:en:X", "recording:title::X"}) {
    EXPECT_FALSE(parse_unit_key(wrong)) << wrong;
  }
}

TEST(TranslationUnit, TheHashIsOfTheWords) {
  SourceText a;
  a.text = "星";
  SourceText b = a;
  b.context = "other";
  b.max_width = 3;
  EXPECT_EQ(source_hash(a), source_hash(b));
  b.text = "星 ";
  EXPECT_NE(source_hash(a), source_hash(b));
}

CoverageUnit unit(const char* key, UnitStage stage, std::optional<int64_t> demand = {}) {
  return {.key = *parse_unit_key(key),
          .stage = stage,
          .on_file = false,
          .source_changed = false,
          .since = Instant{0},
          .demand = demand};
}

TEST(Coverage, CountsStagesAndTheLongestWait) {
  auto waiting = unit("recording:title:en:A", UnitStage::translated);
  waiting.since = Instant{3 * seconds_per_day};
  auto delivered = unit("recording:title:en:C", UnitStage::missing);
  delivered.on_file = true;
  const std::vector units{waiting, unit("recording:title:en:B", UnitStage::published), delivered,
                          unit("recording:title:ko:A", UnitStage::missing)};
  const auto rows = coverage(units, Instant{10 * seconds_per_day});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].units, 3);
  EXPECT_EQ(rows[0].finished, 2);
  EXPECT_EQ(rows[0].on_file, 1);
  EXPECT_EQ(rows[0].oldest_days[2], 7);
  EXPECT_FALSE(rows[0].oldest_days[5]) << "nobody has to act on what is published";
  EXPECT_EQ(rows[1].language, "ko");
}

TEST(Coverage, NextBestIsDemandTimesGapAndUnknownIsNotZero) {
  const std::vector units{unit("recording:title:en:A", UnitStage::missing, 100),
                          unit("recording:lyric_line.1:en:A", UnitStage::published, 100),
                          unit("recording:title:en:B", UnitStage::missing, 60),
                          unit("recording:title:en:C", UnitStage::missing),
                          unit("recording:title:en:D", UnitStage::published, 9000)};
  const auto best = next_best(units, 10);
  ASSERT_EQ(best.size(), 3u);
  EXPECT_EQ(best[0].id, "B");
  EXPECT_EQ(*best[1].score, 50.0);
  EXPECT_EQ(best[2].id, "C");
  EXPECT_FALSE(best[2].score);
  EXPECT_EQ(next_best(units, 1).size(), 1u);
}

CalendarEntry entry(const char* day, const char* territory = "BR") {
  CalendarEntry out;
  out.artist = "海音";
  out.channel = "YouTube";
  out.territory = *TerritoryCode::parse(territory);
  out.day = *Date::parse(day);
  return out;
}

TEST(ContentCalendar, FourteenQuietDaysAreFineFifteenAreAGap) {
  const Date today = *Date::parse("2026-11-20");
  EXPECT_TRUE(calendar_gaps(std::vector{entry("2026-11-06")}, today).empty());
  const auto late = calendar_gaps(std::vector{entry("2026-11-05")}, today);
  ASSERT_EQ(late.size(), 1u);
  EXPECT_EQ(late[0].days, 15);
  EXPECT_FALSE(late[0].next);
  // A plan in the future is no gap behind it, but may leave one before it.
  const auto planned =
      calendar_gaps(std::vector{entry("2026-12-10"), entry("2026-11-19")}, today);
  ASSERT_EQ(planned.size(), 1u);
  EXPECT_EQ(planned[0].next, Date::parse("2026-12-10"));
  // Territories and channels do not fill each other's gaps.
  EXPECT_EQ(calendar_gaps(std::vector{entry("2026-11-01"), entry("2026-11-19", "KR")}, today)
                .size(),
            1u);
}

TEST(ContentCalendar, LocalTimesAreOfTheTerritory) {
  CalendarEntry tokyo = entry("2026-11-20", "JP");
  EXPECT_FALSE(instant_of(tokyo));
  tokyo.minute = 20 * 60;
  EXPECT_EQ(instant_of(tokyo)->to_string(), "2026-11-20T11:00:00Z");
  CalendarEntry york = entry("2026-11-20", "US");
  york.minute = 20 * 60;
  york.offset_minutes = -300;
  EXPECT_EQ(instant_of(york)->to_string(), "2026-11-21T01:00:00Z");
  york.offset_minutes.reset();
  const Instant on_time = *instant_of(york);
  york.offset_minutes = -300;
  EXPECT_LE(on_time, *instant_of(york)) << "nowhere in the territory later than said";
}

}  // namespace
}  // namespace umikoe::localisation
