#include "base/date.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace umikoe {
namespace {

const Date first = *Date::of(1, 1, 1);
const Date last = *Date::of(9999, 12, 31);

TEST(Date, KnownDays) {
  EXPECT_EQ(Date::parse("1970-01-01")->days, 0);
  EXPECT_EQ(Date::parse("2000-03-01")->days, 11'017);
  EXPECT_EQ(Date::parse("2026-11-20")->days, 20'777);
  EXPECT_EQ(first.days, -719'162);
  EXPECT_EQ(last.days, 2'932'896);
}

TEST(Date, LeapDays) {
  EXPECT_TRUE(Date::parse("2020-02-29"));
  EXPECT_TRUE(Date::parse("2000-02-29"));
  EXPECT_FALSE(Date::parse("2019-02-29"));
  EXPECT_FALSE(Date::parse("1900-02-29"));
}

TEST(Date, RefusesWhatIsNotADay) {
  for (const char* text :
       {"",           "2020",        "2020-1-1",    "2020-01-1",   "2020-13-01",
        "2020-00-01", "2020-01-00",  "2020-04-31",  "2020-01-32",  "20200101",
        "2020/01/01", "2020-01-01 ", " 2020-01-01", "2020-01-01T", "0000-01-01",
        "-001-01-01", "12020-01-01", "2020-01-0a",  "+020-01-01",  "２０２０-01-01"}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
  EXPECT_FALSE(Date::of(10'000, 1, 1));
  EXPECT_FALSE(Date::of(0, 12, 31));
}

RC_GTEST_PROP(Date, WritesWhatItReads, ()) {
  const Date date{*rc::gen::inRange(first.days, last.days + 1)};
  RC_ASSERT(Date::parse(date.to_string()) == date);
  RC_ASSERT(Date::of(date.year(), date.month(), date.day()) == date);
}

TEST(Date, OfSecondsIsTheDayTheyFallOn) {
  EXPECT_EQ(day_of_seconds(0), Date{0});
  EXPECT_EQ(day_of_seconds(seconds_per_day - 1), Date{0});
  EXPECT_EQ(day_of_seconds(seconds_per_day), Date{1});
  EXPECT_EQ(day_of_seconds(-1), Date{-1});
  EXPECT_EQ(day_of_seconds(-seconds_per_day), Date{-1});
  EXPECT_EQ(day_of_seconds(-seconds_per_day - 1), Date{-2});
}

RC_GTEST_PROP(Date, OrderOfDaysIsOrderOfText, ()) {
  const Date a{*rc::gen::inRange(first.days, last.days + 1)};
  const Date b{*rc::gen::inRange(first.days, last.days + 1)};
  RC_ASSERT((a < b) == (a.to_string() < b.to_string()));
}

RC_GTEST_PROP(Date, NeverReadsRubbishAsAnotherDay, (const std::string& text)) {
  if (const auto date = Date::parse(text)) RC_ASSERT(date->to_string() == text);
}

RC_GTEST_PROP(Date, OneWrongCharacterIsNoticed, ()) {
  std::string text = Date{*rc::gen::inRange(0, 40'000)}.to_string();
  const auto at = *rc::gen::inRange<size_t>(0, text.size());
  text[at] = *rc::gen::arbitrary<char>();
  if (const auto date = Date::parse(text)) RC_ASSERT(date->to_string() == text);
}

TEST(WrittenTime, LocalWithoutZone) {
  const auto written = WrittenTime::parse("2026-11-20T00:00:00");
  ASSERT_TRUE(written);
  EXPECT_TRUE(written->local);
  EXPECT_EQ(written->seconds, 20'777 * seconds_per_day);
  EXPECT_EQ(*written, WrittenTime::at_local_midnight(*Date::parse("2026-11-20")));
}

TEST(WrittenTime, ZonesAreOneInstant) {
  const auto utc = WrittenTime::parse("2026-11-20T15:00:00Z");
  ASSERT_TRUE(utc);
  EXPECT_FALSE(utc->local);
  for (const char* text :
       {"2026-11-21T00:00:00+09:00", "2026-11-20T10:00:00-05:00", "2026-11-20T20:45:00+05:45",
        "2026-11-20T15:00:00-00:00", "2026-11-20T15:00:00+00:00", "2026-11-20T15:00Z",
        "2026-11-20T15:00:00.999Z", "2026-11-20T15:00:00,5+00:00", "2026-11-21T00:00:00+0900",
        "2026-11-21T00:00:00+09"}) {
    EXPECT_EQ(WrittenTime::parse(text), utc) << text;
  }
}

TEST(WrittenTime, EndOfDay) {
  EXPECT_EQ(WrittenTime::parse("2026-11-20T24:00:00"), WrittenTime::parse("2026-11-21T00:00:00"));
  EXPECT_FALSE(WrittenTime::parse("2026-11-20T24:00:01"));
  EXPECT_FALSE(WrittenTime::parse("2026-11-20T24:00:00.1"));
  EXPECT_FALSE(WrittenTime::parse("2026-11-20T24:01"));
}

TEST(WrittenTime, RefusesOtherForms) {
  for (const char* text : {"",
                           "2026-11-20",
                           "2026-11-20T",
                           "2026-11-20 00:00:00",
                           "2026-11-20T0:00:00",
                           "2026-11-20T25:00:00",
                           "2026-11-20T00:60:00",
                           "2026-11-20T00:00:60",
                           "2026-11-20T00:00:00z",
                           "2026-11-20T00:00:00ZZ",
                           "2026-11-20T00:00:00+15:00",
                           "2026-11-20T00:00:00+14:01",
                           "2026-11-20T00:00:00+09:60",
                           "2026-11-20T00:00:00+9:00",
                           "2026-11-20T00:00:00+",
                           "2026-11-20T00:00:00.",
                           "2026-11-20T00:00:00.Z",
                           "2026-02-30T00:00:00",
                           "2026-11-20T00",
                           "2026-11-20T00:00:00 Z",
                           "2026-11-20T00:00:00[Asia/Tokyo]",
                           "20261120T000000Z"}) {
    EXPECT_FALSE(WrittenTime::parse(text)) << text;
  }
}

TEST(WrittenTime, StaysWithinTheCalendar) {
  EXPECT_TRUE(WrittenTime::parse("0001-01-01T00:00:00Z"));
  EXPECT_FALSE(WrittenTime::parse("0001-01-01T00:00:00+01:00"));
  EXPECT_TRUE(WrittenTime::parse("9999-12-31T23:59:59Z"));
  EXPECT_FALSE(WrittenTime::parse("9999-12-31T23:59:59-01:00"));
  EXPECT_FALSE(WrittenTime::parse("9999-12-31T24:00:00"));
}

RC_GTEST_PROP(WrittenTime, WritesWhatItReads, (bool local)) {
  const auto seconds =
      *rc::gen::inRange<int64_t>(first.days * seconds_per_day, (last.days + 1) * seconds_per_day);
  const WrittenTime written{seconds, local};
  RC_ASSERT(WrittenTime::parse(written.to_string()) == written);
}

RC_GTEST_PROP(WrittenTime, AnOffsetMovesTheInstant, ()) {
  const int day = *rc::gen::inRange(0, 40'000);
  const int minutes = *rc::gen::inRange(-14 * 60, 14 * 60 + 1);
  const std::string text =
      fmt::format("{}T12:00:00{}{:02}:{:02}", Date{day}.to_string(), minutes < 0 ? '-' : '+',
                  std::abs(minutes) / 60, std::abs(minutes) % 60);
  const auto written = WrittenTime::parse(text);
  RC_ASSERT(written.has_value());
  RC_ASSERT(!written->local);
  RC_ASSERT(written->seconds == day * seconds_per_day + 12 * 3600 - minutes * 60);
}

RC_GTEST_PROP(WrittenTime, RubbishNeverCrashes, (const std::string& text)) {
  (void)WrittenTime::parse(text);
  (void)WrittenTime::parse("2026-11-20T" + text);
  (void)parse_duration_ms("P" + text);
}

TEST(Instant, IsWrittenInUtc) {
  EXPECT_EQ(Instant{0}.to_string(), "1970-01-01T00:00:00Z");
  EXPECT_EQ(Instant{-1}.to_string(), "1969-12-31T23:59:59Z");
  EXPECT_EQ(Instant{1'795'132'800}.to_string(), "2026-11-20T00:00:00Z");
}

TEST(Duration, Reads) {
  EXPECT_EQ(parse_duration_ms("PT4M23.583S"), 263'583);
  EXPECT_EQ(parse_duration_ms("PT1H2M3S"), 3'723'000);
  EXPECT_EQ(parse_duration_ms("PT0H3M58S"), 238'000);
  EXPECT_EQ(parse_duration_ms("PT90M"), 5'400'000);
  EXPECT_EQ(parse_duration_ms("P1DT1S"), 86'401'000);
  EXPECT_EQ(parse_duration_ms("P2D"), 172'800'000);
  EXPECT_EQ(parse_duration_ms("PT0S"), 0);
  EXPECT_EQ(parse_duration_ms("PT0.0009S"), 0);
  EXPECT_EQ(parse_duration_ms("PT1.5S"), 1500);
}

TEST(Duration, RefusesOtherForms) {
  for (const char* text :
       {"",      "P",     "PT",   "P1DT",  "4M",    "PT4",    "PT4M4M",        "PT4S4M",
        "P4M",   "P1Y",   "P1W",  "PT1D",  "P1H",   "PT1.5M", "PT.5S",         "PT1.S",
        "-PT1S", "PT-1S", "pt1s", "PT1S ", "PT1S2", "PTT1S",  "PT1234567890S", "00:04:23"}) {
    EXPECT_FALSE(parse_duration_ms(text)) << text;
  }
}

}  // namespace
}  // namespace umikoe
