// How parties and releases of different documents are recognised as the same.
#include <gtest/gtest.h>

#include "catalogue/party.h"
#include "catalogue/release.h"

namespace umikoe::catalogue {
namespace {

Party party(std::string dpid, std::string isni, std::vector<std::string> ids, std::string name) {
  Party party;
  party.dpid = std::move(dpid);
  party.isni = std::move(isni);
  party.party_ids = std::move(ids);
  party.name = std::move(name);
  return party;
}

TEST(Party, MeetsAnotherByAnyKeyTheyShare) {
  EXPECT_TRUE(same_party(party("D1", "", {}, "A"), party("D1", "I2", {"x"}, "B")));
  EXPECT_TRUE(same_party(party("D1", "I1", {}, "A"), party("", "I1", {}, "B")));
  EXPECT_TRUE(same_party(party("", "", {"a", "b"}, "A"), party("D", "", {"c", "b"}, "B")));
}

TEST(Party, NeverMeetsAnotherByNameOrByNothing) {
  EXPECT_FALSE(same_party(party("", "", {}, "Same"), party("", "", {}, "Same")));
  EXPECT_FALSE(same_party(party("D1", "", {}, "Same"), party("D2", "", {}, "Same")));
  EXPECT_FALSE(same_party(party("X", "", {}, ""), party("", "X", {"X"}, "")));
}

TEST(Party, IsLabelledByItsStrongestKey) {
  EXPECT_EQ(party("D1", "I1", {"x"}, "N").label(), "D1");
  EXPECT_EQ(party("", "I1", {"x"}, "N").label(), "I1");
  EXPECT_EQ(party("", "", {"x"}, "N").label(), "x");
  EXPECT_EQ(party("", "", {}, "N").label(), "\"N\"");
  EXPECT_EQ(party("D1", "I1", {"x", "y"}, "N").keys(),
            (std::vector<std::string>{"dpid:D1", "isni:I1", "id:x", "id:y"}));
}

TEST(ReleaseIds, KeysLeaveTheCatalogueNumberOut) {
  ReleaseIds ids;
  ids.grids = {"G"};
  ids.icpns = {"04900000000016"};
  ids.proprietary = {"NS:1"};
  ids.catalogue_number = "ABC-1";
  EXPECT_EQ(ids.keys(),
            (std::vector<std::string>{"grid:G", "icpn:04900000000016", "proprietary:NS:1"}));
  EXPECT_TRUE(ReleaseIds{}.keys().empty());
}

}  // namespace
}  // namespace umikoe::catalogue
