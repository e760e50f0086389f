// The words of deals: uses, models and territories.
#include <gtest/gtest.h>

#include "rights/deal.h"
#include "rights/use.h"

namespace umikoe::rights {
namespace {

TEST(Use, TypesFormATree) {
  EXPECT_EQ(uses_of_type("Stream"), bit(Use::on_demand_stream) | bit(Use::non_interactive_stream));
  EXPECT_EQ(uses_of_type("OnDemandStream"), bit(Use::on_demand_stream));
  EXPECT_EQ(uses_of_type("PermanentDownload"), bit(Use::download));
  EXPECT_EQ(uses_of_type("UserMakeAvailableLabelProvided"), bit(Use::user_generated));
  EXPECT_EQ(uses_of_type("UseAsRingbackTune"), bit(Use::ringtone));
  EXPECT_EQ(uses_of_type("onDemandStream"), std::nullopt);
  EXPECT_EQ(uses_of_type(""), std::nullopt);
}

TEST(Use, WordsOfTheCommandLineReadBack) {
  for (int i = 0; i < use_count; ++i) {
    const Use use = static_cast<Use>(i);
    EXPECT_EQ(parse_use(word(use)), use);
    EXPECT_EQ(uses_of_word(word(use)), bit(use));
  }
  EXPECT_EQ(parse_use("stream"), std::nullopt);
  EXPECT_EQ(uses_of_word("stream"), uses_of_type("Stream"));
  EXPECT_EQ(uses_of_word("all"), every_use);
  EXPECT_EQ(uses_of_word("humming"), std::nullopt);
}

TEST(Model, OurWordsAndTheNamesOfDdexAgree) {
  EXPECT_EQ(parse_model("subscription"), Model::subscription);
  EXPECT_EQ(parse_model("SubscriptionModel"), Model::subscription);
  EXPECT_EQ(parse_model("AdvertisementSupportedModel"), Model::ad_supported);
  EXPECT_EQ(parse_model("UserDefined"), Model::other);
  EXPECT_EQ(parse_model("Barter"), std::nullopt);
  ModelSet all = 0;
  for (int i = 0; i <= static_cast<int>(Model::other); ++i) {
    EXPECT_EQ(parse_model(word(static_cast<Model>(i))), static_cast<Model>(i));
    all |= bit(static_cast<Model>(i));
  }
  EXPECT_EQ(all, every_model);
}

const Date day = *Date::of(2026, 1, 1);

bool contains(const ExpandedScope& scope, std::string_view code) {
  return scope.territories.contains(*TerritoryCode::parse(code));
}

TEST(Expand, AnExclusionIsEverythingElse) {
  const ExpandedScope scope = expand({true, {"JP", "KR"}}, day);
  EXPECT_FALSE(contains(scope, "JP"));
  EXPECT_FALSE(contains(scope, "KR"));
  EXPECT_EQ(scope.territories.size(), TerritorySet::all().size() - 2);
}

TEST(Expand, SpainGrantsItsPartsAndAPartDoesNotGrantSpain) {
  EXPECT_TRUE(contains(expand({false, {"ES"}}, day), "ES-CN"));
  EXPECT_FALSE(contains(expand({false, {"ES-CN"}}, day), "ES"));
  EXPECT_FALSE(contains(expand({true, {"ES"}}, day), "ES-CN"));
}

TEST(Expand, AnUnknownCodeGrantsNothingAndIsListed) {
  const ExpandedScope included = expand({false, {"JP", "2199"}}, day);
  EXPECT_EQ(included.territories.size(), 1);
  EXPECT_EQ(included.unknown_codes, (std::vector<std::string>{"2199"}));
  EXPECT_TRUE(expand({true, {"2199"}}, day).territories.empty());
  EXPECT_TRUE(expand({true, {"Worldwide"}}, day).territories.empty());
}

}  // namespace
}  // namespace umikoe::rights
