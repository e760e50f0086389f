#include "demand/lone_slots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace umikoe::demand {
namespace {

const Date today = *Date::parse("2026-11-20");
const TerritoryCode home = *TerritoryCode::parse("JP");

Appearance date(const char* artist, const char* event, AppearanceKind kind, const char* territory,
                int days_from_today, int length = 1) {
  Appearance row;
  row.artist.name = artist;
  row.event = event;
  row.kind = kind;
  row.territory = *TerritoryCode::parse(territory);
  row.start = today.plus(days_from_today);
  row.end = row.start.plus(length - 1);
  return row;
}

Appearance festival(const char* territory, int days_from_today, int length = 1) {
  return date("波の会", "Wave Fest", AppearanceKind::festival, territory, days_from_today, length);
}

Appearance tour(const char* territory, int days_from_today) {
  return date("波の会", "Wave Tour", AppearanceKind::tour, territory, days_from_today);
}

size_t lone(std::vector<Appearance> rows) { return lone_slots(rows, home, today).size(); }

TEST(LoneSlots, AFestivalAbroadWithNothingElseIsAQuestion) {
  const auto found = lone_slots(std::vector{festival("BR", 60, 3)}, home, today);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].slot, festival("BR", 60, 3));
  EXPECT_FALSE(found[0].over);
  EXPECT_EQ(lone({festival("JP", 60)}), 0U);
  EXPECT_EQ(lone({date("波の会", "Con", AppearanceKind::convention, "US", 60)}), 1U);
  for (const auto kind : {AppearanceKind::showcase, AppearanceKind::support, AppearanceKind::tour,
                          AppearanceKind::headline, AppearanceKind::other}) {
    EXPECT_EQ(lone({date("波の会", "Night", kind, "US", 60)}), 0U) << word(kind);
  }
}

TEST(LoneSlots, AnotherDateCountsWithinThreeWeeksAndTheRegion) {
  EXPECT_EQ(lone({festival("US", 60), tour("CA", 81)}), 0U);
  EXPECT_EQ(lone({festival("US", 60), tour("CA", 82)}), 1U);
  EXPECT_EQ(lone({festival("US", 60, 3), tour("US", 83)}), 0U);  // from the last day
  EXPECT_EQ(lone({festival("US", 60), tour("US", 39)}), 0U);
  EXPECT_EQ(lone({festival("US", 60), tour("US", 38)}), 1U);
  EXPECT_EQ(lone({festival("US", 60), tour("GB", 65)}), 1U);
  EXPECT_EQ(lone({festival("DE", 60), tour("ES", 65)}), 0U);  // Europe is one
  EXPECT_EQ(lone({festival("KR", 60), tour("TH", 65)}), 1U);
  EXPECT_EQ(lone({festival("KR", 60), tour("TW", 65)}), 0U);
}

TEST(LoneSlots, SomebodyElsesTourIsNoTour) {
  Appearance theirs = tour("US", 62);
  theirs.artist.name = "Others";
  EXPECT_EQ(lone({festival("US", 60), theirs}), 1U);
  theirs.artist.name = "波 の 会";  // spelt with blanks
  EXPECT_EQ(lone({festival("US", 60), theirs}), 0U);
  Appearance slot = festival("US", 60);
  slot.artist.isni = "000000012146438X";
  EXPECT_EQ(lone({slot, theirs}), 0U);  // one of them states none: the name decides
  theirs.artist.isni = "0000000114708352";
  EXPECT_EQ(lone({slot, theirs}), 1U);  // a namesake
  theirs.artist.name = "Wave Society";
  theirs.artist.isni = slot.artist.isni;
  EXPECT_EQ(lone({slot, theirs}), 0U);
}

TEST(LoneSlots, OnlyWhatCanStillBeActedOnOrIsJustOver) {
  EXPECT_EQ(lone({festival("BR", 365)}), 1U);
  EXPECT_EQ(lone({festival("BR", 366)}), 0U);
  EXPECT_EQ(lone({festival("BR", -30)}), 1U);
  EXPECT_EQ(lone({festival("BR", -31)}), 0U);
  EXPECT_TRUE(lone_slots(std::vector{festival("BR", -1)}, home, today)[0].over);
  EXPECT_FALSE(lone_slots(std::vector{festival("BR", -1, 2)}, home, today)[0].over);
}

TEST(LoneSlots, DaysOfOneEventAreOneSlotAndNoTour) {
  const auto found = lone_slots(std::vector{festival("BR", 60), festival("BR", 61)}, home, today);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].slot.end, today.plus(61));
  // The same name in the next country is another date.
  EXPECT_EQ(lone({festival("BR", 60), festival("AR", 63)}), 0U);
}

TEST(LoneSlots, ALaterListReplacesWhatItRepeats) {
  Appearance off = festival("BR", 60);
  off.cancelled = true;
  EXPECT_EQ(lone({festival("BR", 60), off}), 0U);
  EXPECT_EQ(lone({off, festival("BR", 60)}), 1U);
  Appearance no_tour = tour("BR", 62);
  no_tour.cancelled = true;
  EXPECT_EQ(lone({festival("BR", 60), tour("BR", 62)}), 0U);
  EXPECT_EQ(lone({festival("BR", 60), tour("BR", 62), no_tour}), 1U);
  EXPECT_EQ(standing_appearances(std::vector{tour("BR", 62), no_tour}).size(), 0U);
}

// Adding a date of the same artist to the place of a lone slot answers its question, whatever else
// is on file; taking all other dates away raises it for every slot abroad.
TEST(LoneSlots, AnyOtherDateAnswersTheQuestion) {
  std::mt19937_64 random(7);
  const std::vector<const char*> places = {"BR", "US", "CA", "DE", "FR", "KR", "JP", "TH"};
  const std::vector<const char*> artists = {"Umi", "Sora", "Kaze"};
  for (int round = 0; round < 200; ++round) {
    std::vector<Appearance> rows;
    for (size_t i = 0; i < 12; ++i) {
      rows.push_back(date(artists[random() % artists.size()], random() % 2 == 0 ? "Fest" : "Tour",
                          static_cast<AppearanceKind>(random() % 7),
                          places[random() % places.size()], static_cast<int>(random() % 200)));
    }
    const auto found = lone_slots(rows, home, today);
    for (const LoneSlot& each : found) {
      Appearance added = each.slot;
      added.event = "One more";
      added.kind = AppearanceKind::headline;
      auto with = rows;
      with.push_back(added);
      const auto after = lone_slots(with, home, today);
      EXPECT_EQ(std::ranges::find(after, each), after.end());
    }
    std::ranges::shuffle(rows, random);
    // Which of two rows of one slot is the later one is all that order decides.
    for (const LoneSlot& each : lone_slots(rows, home, today)) {
      EXPECT_NE(each.slot.territory, home);
    }
  }
}

}  // namespace
}  // namespace umikoe::demand
