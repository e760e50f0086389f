// What every store must say of what came after a generation.
#include <gtest/gtest.h>

#include "stores/embedded_store.h"
#include "stores/memory_store.h"
#include "stores/sample_deliveries.h"
#include "stores/temporary_folder.h"

namespace umikoe::stores {
namespace {

using sample::isrc;
constexpr size_t many = 1'000;

class ChangesStore : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (!GetParam()) {
      store_ = make_memory_store("海声レコード");
      return;
    }
    auto opened = open_world(folder_.at("world"), OpenMode::write, "海声レコード");
    ASSERT_TRUE(opened) << opened.error().code;
    store_ = *std::move(opened);
  }
  void accept(sample::Delivery delivery) {
    delivery.record = sample::record(++records_);
    ASSERT_TRUE(sample::deliver(*store_, delivery));
  }
  void accept_statement(const std::vector<std::string>& icpns, const std::vector<int>& isrcs) {
    sample::Delivery delivery;
    delivery.content.statements = {sample::statement(icpns, isrcs)};
    accept(delivery);
  }
  app::Changes since(int64_t generation, size_t most = many) {
    return store_->changes_since(generation, most).value();
  }

  TemporaryFolder folder_;
  std::unique_ptr<app::WorldStore> store_;
  int records_ = 0;
};

using Isrcs = std::vector<Isrc>;

TEST_P(ChangesStore, AreOfDeliveriesAfterTheGeneration) {
  accept_statement({"1"}, {1, 2});
  accept_statement({"2"}, {5});
  EXPECT_EQ(since(0).recordings, (Isrcs{isrc(1), isrc(2), isrc(5)}));
  EXPECT_EQ(since(1).recordings, (Isrcs{isrc(5)}));
  EXPECT_TRUE(since(1).only_rights);
  EXPECT_TRUE(since(2).recordings.empty());
  EXPECT_TRUE(since(2).only_rights);
}

TEST_P(ChangesStore, AMessageIsAboutAllThatItsReleaseEverHeld) {
  accept_statement({"1"}, {1, 2});
  accept_statement({"3"}, {7});
  accept_statement({"1", "3"}, {3});  // joins the groups of both
  EXPECT_EQ(since(2).recordings, (Isrcs{isrc(1), isrc(2), isrc(3), isrc(7)}));
}

TEST_P(ChangesStore, LicencesSightingsAndContentsNameTheirRecordings) {
  sample::Delivery delivery;
  rights::Licence licence;
  licence.isrc = isrc(4);
  delivery.content.licences = {licence};
  rights::Sighting sighting;
  sighting.isrc = isrc(3);
  sighting.territory = sample::territory("BR");
  delivery.content.sightings = {sighting};
  delivery.content.contents = sample::contents({9});
  accept(delivery);
  EXPECT_EQ(since(0).recordings, (Isrcs{isrc(3), isrc(4), isrc(9)}));
  EXPECT_TRUE(since(0).only_rights);
}

TEST_P(ChangesStore, TooManyAreCutAfterOneMore) {
  accept_statement({"1"}, {1, 2, 3, 4, 5});
  EXPECT_EQ(since(0, 2).recordings.size(), 3u);
  EXPECT_EQ(since(0, 5).recordings.size(), 5u);
}

TEST_P(ChangesStore, WhatOtherAnswersRestOnIsMoreThanRights) {
  accept_statement({"1"}, {1});
  ASSERT_TRUE(store_->set_as_of(sample::day("2026-11-20"), false));
  EXPECT_FALSE(since(0).only_rights);
  EXPECT_FALSE(since(1).only_rights);
  EXPECT_TRUE(since(2).only_rights);
  sample::Delivery plays;
  plays.usage_rows = {sample::usage_row(1, "JP", 4)};
  accept(plays);
  EXPECT_FALSE(since(2).only_rights);
  sample::Delivery party;
  party.content.parties.emplace_back();
  accept(party);
  EXPECT_TRUE(since(3).only_rights);
  sample::Delivery group;
  group.content.groups.emplace_back();
  accept(group);
  EXPECT_FALSE(since(4).only_rights);
}

TEST_P(ChangesStore, EditsAreToldByTheirKinds) {
  ASSERT_TRUE(store_->append_edit({.author = "A", .kind = "plan"}));
  const std::vector<edits::EditDraft> drafts{{.author = "A", .kind = "held_back"},
                                             {.author = "A", .kind = "name_form"}};
  ASSERT_TRUE(store_->append_edits(drafts));
  accept_statement({"1"}, {1});
  using Kinds = std::vector<std::string>;
  EXPECT_EQ(since(0).edit_kinds, (Kinds{"held_back", "name_form", "plan"}));
  EXPECT_EQ(since(1).edit_kinds, (Kinds{"held_back", "name_form"}));
  EXPECT_EQ(since(2).edit_kinds, Kinds{});
  for (int64_t generation = 0; generation < 3; ++generation) {
    EXPECT_TRUE(since(generation).only_rights) << generation;
  }
}

// What came before the generations of edits were kept can have been anything.
TEST_P(ChangesStore, EditsOfUnknownGenerationAreMoreThanRights) {
  ASSERT_TRUE(store_->set_as_of(sample::day("2026-11-20"), false));
  ASSERT_TRUE(store_->append_edit({.author = "A", .kind = "plan"}));
  EXPECT_FALSE(since(0).only_rights);
  EXPECT_TRUE(since(1).only_rights);
}

INSTANTIATE_TEST_SUITE_P(Memory, ChangesStore, testing::Values(false));
#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
INSTANTIATE_TEST_SUITE_P(Embedded, ChangesStore, testing::Values(true));

TEST(ChangesOfStores, Agree) {
  const TemporaryFolder folder;
  const auto embedded = open_world(folder.at("world"), OpenMode::write, "海声レコード").value();
  const auto memory = make_memory_store("海声レコード");
  for (int n = 0; n < 40; ++n) {
    ASSERT_TRUE(sample::deliver(*embedded, sample::delivery(n * 7 % 41)));
    ASSERT_TRUE(sample::deliver(*memory, sample::delivery(n * 7 % 41)));
  }
  for (int64_t generation = 0; generation <= 40; ++generation) {
    const auto ours = embedded->changes_since(generation, many).value();
    const auto theirs = memory->changes_since(generation, many).value();
    EXPECT_EQ(ours.only_rights, theirs.only_rights) << generation;
    EXPECT_EQ(ours.recordings, theirs.recordings) << generation;
    EXPECT_EQ(ours.edit_kinds, theirs.edit_kinds) << generation;
  }
}
#endif

}  // namespace
}  // namespace umikoe::stores
