#include "app/decisions.h"

#include <gtest/gtest.h>

#include "app/enquiry.h"
#include "app/holds.h"

namespace umikoe::app {
namespace {

TEST(WorthByKind, NeverSumsWhatIsUnknownAndKeepsKindsApart) {
  WorthByKind worth;
  worth.add({100.0, demand::WorthKind::observed, std::nullopt});
  worth.add({50.0, demand::WorthKind::scaled, std::nullopt});
  worth.add({7.0, demand::WorthKind::scaled, std::nullopt});
  worth.add(demand::Worth{});
  EXPECT_EQ(worth.observed, 100.0);
  EXPECT_EQ(worth.bounded, std::nullopt);
  EXPECT_EQ(worth.scaled, 57.0);
  EXPECT_EQ(worth.unknown_cells, 1);
}

TEST(WorkListName, IsSafeOnAnyFileSystem) {
  const std::string name = work_list_name(3, "A/B: \"Label\" <株式会社> ../..\\con.");
  EXPECT_EQ(
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-."),
      std::string::npos)
      << name;
  EXPECT_TRUE(name.starts_with("umikoe-03-A-B-Label-con-"));
  EXPECT_TRUE(name.ends_with(".xlsx"));
  EXPECT_NE(work_list_name(1, "株式会社海"), work_list_name(1, "株式会社山"));
  EXPECT_LT(work_list_name(999, std::string(5000, 'x')).size(), 80u);
}

edits::Edit edit_of(const Hold& hold, edits::EditState state = edits::EditState::applied) {
  edits::EditDraft draft;
  draft.author = hold.by;
  draft.kind = held_back_edit;
  draft.subject = subject_of(hold);
  draft.body = body_of(hold);
  draft.state = state;
  return edits::chained(draft, nullptr);
}

TEST(Holds, ReadBackFromTheLog) {
  Hold hold;
  hold.artist = "Umi \"no\" Koe";
  hold.territories.insert(*TerritoryCode::parse("BR"));
  hold.kind = HoldKind::physical_first;
  hold.until = *Date::of(2024, 7, 1);
  hold.by = "Aoki";
  hold.note = "not before the box set";
  hold.entry = EditId{1};
  EXPECT_EQ(holds_of(std::vector{edit_of(hold)}).value(), std::vector{hold});
  EXPECT_TRUE(holds_of(std::vector{edit_of(hold, edits::EditState::withdrawn)}).value().empty());
  hold.territories = TerritorySet::all();
  EXPECT_EQ(holds_of(std::vector{edit_of(hold)}).value(), std::vector{hold});
  auto broken = edit_of(hold);
  broken.entry.body = "{\"kind\":\"embargo\"}";
  EXPECT_EQ(holds_of(std::vector{broken}).error().code, "held_back_unreadable");
}

TEST(HeldBack, EndsOnTheReviewDate) {
  const Isrc isrc = *Isrc::parse("JPZZ02400001");
  const TerritoryCode brazil = *TerritoryCode::parse("BR");
  Hold hold;
  hold.territories.insert(brazil);
  hold.until = *Date::of(2024, 7, 1);
  HeldBack held;
  held.add(hold, {isrc});
  hold.until = *Date::of(2024, 6, 1);
  held.add(hold, {isrc});
  const Hold* found = held.on(isrc, brazil, *Date::of(2024, 5, 1));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->until, *Date::of(2024, 7, 1)) << "the one that lasts";
  EXPECT_NE(held.on(isrc, brazil, *Date::of(2024, 6, 30)), nullptr);
  EXPECT_EQ(held.on(isrc, brazil, *Date::of(2024, 7, 1)), nullptr);
  EXPECT_EQ(held.on(isrc, *TerritoryCode::parse("FR"), *Date::of(2024, 5, 1)), nullptr);
}

}  // namespace
}  // namespace umikoe::app
