#include "demand/latent/latent_model.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "demand/latent/territory_likeness.h"

namespace umikoe::demand {
namespace {

using Rows = std::vector<std::pair<std::string, std::vector<std::string>>>;

// Two worlds that hardly meet: hk–tw–sg and de–at–ch.
Rows two_worlds() {
  Rows rows;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "Umi " + std::to_string(i);
    rows.emplace_back(name, i % 2 == 0 ? std::vector<std::string>{"tw", "hk", "global"}
                                       : std::vector<std::string>{"hk", "sg", "tw"});
    rows.emplace_back(name + " b", i % 3 == 0 ? std::vector<std::string>{"de", "at", "ch"}
                                              : std::vector<std::string>{"de", "at"});
  }
  rows.emplace_back("Sora", std::vector<std::string>{"hk", "hk"});
  rows.emplace_back("Kaze", std::vector<std::string>{});
  return rows;
}

TEST(Presence, TerritoriesStandOnceAndInOrder) {
  const Presence presence = presence_of(two_worlds());
  EXPECT_EQ(presence.territories, (std::vector<std::string>{"at", "ch", "de", "hk", "sg", "tw"}));
  EXPECT_EQ(presence.rows[0].territories, (std::vector<uint32_t>{3, 5}));
  EXPECT_EQ(presence.rows[120].territories, (std::vector<uint32_t>{3}));
  EXPECT_TRUE(presence.rows[121].territories.empty());
}

TEST(LatentModel, NamesWhereLikeArtistsAre) {
  const Presence presence = presence_of(two_worlds());
  const LatentModel model(presence);
  const auto ranked = model.rank({3});  // hk
  ASSERT_EQ(ranked.size(), 5U);
  EXPECT_EQ(ranked[0].territory, 5U);  // tw
  EXPECT_EQ(ranked[1].territory, 4U);  // sg
  EXPECT_EQ(ranked[0].nearest, std::vector<uint32_t>{3});
  double total = 0;
  for (const auto& territory : ranked) total += territory.score;
  EXPECT_NEAR(total, 1, 1e-9);
  EXPECT_GT(ranked[0].score, 0.5);
}

TEST(LatentModel, TheOrderOfTheRowsDoesNotMatter) {
  Rows rows = two_worlds();
  const LatentModel one(presence_of(rows));
  std::ranges::reverse(rows);
  const LatentModel other(presence_of(rows));
  const auto a = one.rank({0, 2});
  const auto b = other.rank({0, 2});
  ASSERT_EQ(a.size(), b.size());
  for (size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].territory, b[i].territory);
    EXPECT_EQ(a[i].score, b[i].score);
  }
}

TEST(LatentModel, AnArtistSeenNowhereOrEverywhereHasNoRanking) {
  const LatentModel model(presence_of(two_worlds()));
  EXPECT_TRUE(model.rank({}).empty());
  EXPECT_TRUE(model.rank({0, 1, 2, 3, 4, 5}).empty());
}

TEST(LatentModel, OneTerritoryAloneIsNoTrouble) {
  const LatentModel model(presence_of({{"Umi", {"jp"}}, {"Sora", {"jp"}}}));
  EXPECT_TRUE(model.rank({0}).empty());
}

TEST(LatentModel, TheShippedModelKnowsItsNeighbours) {
  const LatentModel& model = LatentModel::shipped();
  const auto number = [&](std::string_view code) {
    return static_cast<uint32_t>(std::ranges::find(model.territories(), code) -
                                 model.territories().begin());
  };
  ASSERT_EQ(model.territories().size(), 50U);
  EXPECT_EQ(model.rank({number("JP"), number("TW")})[0].territory, number("HK"));
  EXPECT_EQ(model.rank({number("DE"), number("CH")})[0].territory, number("AT"));
  double total = 0;
  for (const auto& territory : model.rank({number("JP")})) total += territory.score;
  EXPECT_NEAR(total, 1, 1e-9);
}

TEST(LatentModel, TheTableOfChoicesHasARowForEverySize) {
  const std::string table = LatentModel(presence_of(two_worlds())).choice_table();
  EXPECT_EQ(std::ranges::count(table, '\n'), 1 + 6 + 3);
  EXPECT_TRUE(table.starts_with("territories\tat\tch\tde\thk\tsg\ttw\n"));
}

TEST(TerritoryLikeness, KnowsLanguagesAndRegions) {
  EXPECT_EQ(territory_likeness("de", "AT"), (std::array{1.0, 1.0, 1.0}));
  EXPECT_EQ(territory_likeness("br", "PT"), (std::array{1.0, 0.0, 0.0}));
  EXPECT_EQ(territory_likeness("jp", "KR"), (std::array{0.0, 1.0, 1.0}));
  EXPECT_EQ(territory_likeness("jp", "atlantis"), (std::array{0.0, 0.0, 0.0}));
}

}  // namespace
}  // namespace umikoe::demand
