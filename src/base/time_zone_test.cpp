#include "base/time_zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <set>

namespace umikoe {
namespace {

struct NamedZone {
  std::string territory;
  std::string names;
  std::string changes;
};

std::vector<NamedZone> zones_in_data(std::string* release = nullptr) {
  std::ifstream file(std::string(UMIKOE_SOURCE_DIR) + "/data/territory_offsets.tsv");
  EXPECT_TRUE(file.is_open());
  std::vector<NamedZone> zones;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# tzdata ") && release) *release = line.substr(9);
    if (line.starts_with('#')) continue;
    const size_t a = line.find('\t');
    const size_t b = line.find('\t', a + 1);
    zones.push_back({line.substr(0, a), line.substr(a + 1, b - a - 1), line.substr(b + 1)});
  }
  return zones;
}

std::string written(ZoneOffsets zone) {
  std::string text;
  for (const OffsetChange& change : zone) {
    if (!text.empty()) text += ' ';
    const bool ever = change.from.seconds == INT64_MIN;
    text += ever ? "-" : std::to_string(change.from.seconds);
    text += '=' + std::to_string(change.offset_seconds);
  }
  return text;
}

// The zone of a territory under one of its tz names, found through the data file.
ZoneOffsets zone(std::string_view territory, std::string_view name) {
  size_t at = 0;
  for (const NamedZone& row : zones_in_data()) {
    if (row.territory != territory) continue;
    if (("," + row.names + ",").contains("," + std::string(name) + ",")) {
      return zones_of(*TerritoryCode::parse(territory))[at];
    }
    ++at;
  }
  ADD_FAILURE() << territory << ' ' << name;
  return zones_of(TerritoryCode{0})[0];
}

std::string start(ZoneOffsets z, std::string_view day) {
  return day_start(z, *Date::parse(day)).to_string();
}

std::string local(ZoneOffsets z, std::string_view text) {
  return instant_of(z, WrittenTime::parse(text).value()).to_string();
}

TEST(TimeZone, TableAgreesWithTheData) {
  std::string release;
  const auto rows = zones_in_data(&release);
  EXPECT_EQ(tzdata_release(), release);
  EXPECT_EQ(release, "2025b");
  size_t at = 0;
  for (const TerritoryCode t : TerritorySet::all().members()) {
    ASSERT_FALSE(zones_of(t).empty()) << t.code();
    std::set<std::string> distinct;
    for (const ZoneOffsets z : zones_of(t)) {
      ASSERT_LT(at, rows.size());
      EXPECT_EQ(rows[at].territory, t.code());
      EXPECT_EQ(rows[at].changes, written(z)) << "run tools/make_base_tables.py";
      distinct.insert(written(z));
      ++at;
    }
    EXPECT_EQ(distinct.size(), zones_of(t).size()) << t.code();
  }
  EXPECT_EQ(at, rows.size());
}

TEST(TimeZone, ChangesAreInOrderAndPlausible) {
  for (const TerritoryCode t : TerritorySet::all().members()) {
    for (const ZoneOffsets z : zones_of(t)) {
      EXPECT_EQ(z[0].from.seconds, INT64_MIN);
      for (size_t i = 0; i < z.size(); ++i) {
        EXPECT_GE(z[i].offset_seconds, -12 * 3600);
        EXPECT_LE(z[i].offset_seconds, 14 * 3600);
        if (i == 0) continue;
        EXPECT_LT(z[i - 1].from, z[i].from);
        EXPECT_NE(z[i - 1].offset_seconds, z[i].offset_seconds);
      }
    }
  }
}

TEST(TimeZone, Japan) {
  ASSERT_EQ(zones_of(*TerritoryCode::parse("JP")).size(), 1);
  const ZoneOffsets tokyo = zone("JP", "Asia/Tokyo");
  EXPECT_EQ(start(tokyo, "2026-11-20"), "2026-11-19T15:00:00Z");
  EXPECT_EQ(local(tokyo, "2026-11-20T00:00:00"), "2026-11-19T15:00:00Z");
  EXPECT_EQ(local(tokyo, "2026-11-20T00:00:00Z"), "2026-11-20T00:00:00Z");
  EXPECT_EQ(date_in(tokyo, Instant{0}).to_string(), "1970-01-01");
}

TEST(TimeZone, KiritimatiIsFirst) {
  const ZoneOffsets kiritimati = zone("KI", "Pacific/Kiritimati");
  EXPECT_EQ(start(kiritimati, "2026-11-20"), "2026-11-19T10:00:00Z");
  // 1994-12-31 did not exist there: the islands crossed the date line.
  EXPECT_EQ(start(kiritimati, "1994-12-31"), start(kiritimati, "1995-01-01"));
  EXPECT_LT(start(kiritimati, "1994-12-30"), start(kiritimati, "1995-01-01"));
}

TEST(TimeZone, UnitedStates) {
  EXPECT_GE(zones_of(*TerritoryCode::parse("US")).size(), 7);
  EXPECT_EQ(start(zone("US", "America/New_York"), "2026-11-20"), "2026-11-20T05:00:00Z");
  EXPECT_EQ(start(zone("US", "America/New_York"), "2026-07-01"), "2026-07-01T04:00:00Z");
  EXPECT_EQ(start(zone("US", "America/Los_Angeles"), "2026-11-20"), "2026-11-20T08:00:00Z");
  EXPECT_EQ(start(zone("US", "Pacific/Honolulu"), "2026-07-01"), "2026-07-01T10:00:00Z");
}

TEST(TimeZone, MidnightThatDoesNotExist) {
  const ZoneOffsets sao_paulo = zone("BR", "America/Sao_Paulo");
  EXPECT_EQ(start(sao_paulo, "2017-10-14"), "2017-10-14T03:00:00Z");
  EXPECT_EQ(start(sao_paulo, "2017-10-15"), "2017-10-15T03:00:00Z");  // 01:00 there
  EXPECT_EQ(start(sao_paulo, "2017-10-16"), "2017-10-16T02:00:00Z");
  EXPECT_EQ(local(sao_paulo, "2017-10-15T00:30:00"), "2017-10-15T03:00:00Z");
  EXPECT_EQ(local(sao_paulo, "2017-10-15T01:00:00"), "2017-10-15T03:00:00Z");
  const ZoneOffsets beirut = zone("LB", "Asia/Beirut");
  EXPECT_EQ(start(beirut, "2024-03-31"), "2024-03-30T22:00:00Z");  // 01:00 there
  EXPECT_EQ(date_in(beirut, day_start(beirut, *Date::parse("2024-03-31"))).to_string(),
            "2024-03-31");
}

TEST(TimeZone, MidnightThatComesTwiceCountsFirst) {
  // Havana's clocks go from 01:00 back to 00:00.
  const ZoneOffsets havana = zone("CU", "America/Havana");
  EXPECT_EQ(start(havana, "2024-11-03"), "2024-11-03T04:00:00Z");
  EXPECT_EQ(local(havana, "2024-11-03T00:30:00"), "2024-11-03T04:30:00Z");
  EXPECT_EQ(local(havana, "2024-11-03T01:00:00"), "2024-11-03T06:00:00Z");
}

TEST(TimeZone, LordHoweMovesHalfAnHour) {
  const ZoneOffsets lord_howe = zone("AU", "Australia/Lord_Howe");
  EXPECT_EQ(start(lord_howe, "2026-07-01"), "2026-06-30T13:30:00Z");
  EXPECT_EQ(start(lord_howe, "2026-12-01"), "2026-11-30T13:00:00Z");
}

TEST(TimeZone, TerritoriesWithoutAZoneOfTheirOwn) {
  EXPECT_EQ(start(zone("ES-CN", "Atlantic/Canary"), "2026-11-20"), "2026-11-20T00:00:00Z");
  EXPECT_EQ(start(zone("ES-CE", "Africa/Ceuta"), "2026-11-20"), "2026-11-19T23:00:00Z");
  EXPECT_EQ(start(zone("XK", "Europe/Belgrade"), "2026-11-20"), "2026-11-19T23:00:00Z");
}

TEST(TimeZone, FarDaysUseTheNearestKnownOffset) {
  const ZoneOffsets tokyo = zone("JP", "Asia/Tokyo");
  EXPECT_EQ(start(tokyo, "0001-01-02"), "0001-01-01T15:00:00Z");
  EXPECT_EQ(start(tokyo, "9999-12-31"), "9999-12-30T15:00:00Z");
}

ZoneOffsets arbitrary_zone() {
  const int territory = *rc::gen::inRange(0, territory_count());
  const auto zones = zones_of(TerritoryCode{static_cast<uint8_t>(territory)});
  return zones[*rc::gen::inRange<size_t>(0, zones.size())];
}

// The oracle walks all offsets; the table's search may not skip one.
RC_GTEST_PROP(TimeZone, FirstInstantAtOrAfter, ()) {
  const ZoneOffsets z = arbitrary_zone();
  const auto wanted = *rc::gen::inRange<int64_t>(600'000'000, 2'400'000'000);
  std::optional<int64_t> best;
  for (size_t i = 0; i < z.size(); ++i) {
    const int64_t from = std::max(z[i].from.seconds, wanted - z[i].offset_seconds);
    if (i + 1 < z.size() && from >= z[i + 1].from.seconds) continue;
    if (!best || from < *best) best = from;
  }
  RC_ASSERT(local_to_instant(z, wanted).seconds == best.value());
}

RC_GTEST_PROP(TimeZone, DaysFollowEachOther, ()) {
  const ZoneOffsets z = arbitrary_zone();
  const Date day{*rc::gen::inRange(7300, 27'800)};
  const Instant begin = day_start(z, day);
  const Instant end = day_start(z, day.plus(1));
  RC_ASSERT(begin <= end);
  if (begin < end) RC_ASSERT(date_in(z, begin) == day);
  RC_ASSERT(date_in(z, Instant{begin.seconds - 1}) < day);
}

}  // namespace
}  // namespace umikoe
