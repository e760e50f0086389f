#include "rights/party_directory.h"

#include <gtest/gtest.h>

namespace umikoe::rights {
namespace {

using catalogue::Party;
using catalogue::PartyRole;

Party party(const char* dpid, const char* isni, const char* name) {
  Party p;
  p.dpid = dpid;
  p.isni = isni;
  p.name = name;
  return p;
}

TEST(PartyDirectory, PartiesMeetThroughAThirdDocument) {
  PartyDirectory parties;
  parties.add(party("D1", "", "Umi"));
  parties.add(party("", "I1", "ウミ"));
  EXPECT_NE(parties.find(party("D1", "", "")), parties.find(party("", "I1", "")));
  parties.add(party("D1", "I1", ""));
  EXPECT_EQ(parties.find(party("D1", "", "")), parties.find(party("", "I1", "")));
}

TEST(PartyDirectory, ANameAloneMeetsNoIdentifiedParty) {
  PartyDirectory parties;
  parties.add(party("D1", "", "Umi"));
  parties.add(party("", "", "Umi"));
  EXPECT_NE(parties.find(party("D1", "", "Umi")), parties.find(party("", "", "Umi")));
  EXPECT_FALSE(parties.identified(parties.find(party("", "", "Umi"))));
  EXPECT_EQ(parties.search("umi").size(), 2u) << "a person is asked which one";
}

TEST(PartyDirectory, DeclaredRolesSurviveJoining) {
  PartyDirectory parties;
  parties.add(party("", "I1", ""));
  parties.declare({party("D1", "", "Umi Group"), PartyRole::own});
  parties.add(party("D1", "I1", "Umi"));
  const PartyRef found = parties.find(party("", "I1", ""));
  EXPECT_TRUE(parties.is_own(found));
  EXPECT_EQ(parties.search("D1"), std::vector{found});
  EXPECT_FALSE(parties.find(party("D9", "", "")));
}

}  // namespace
}  // namespace umikoe::rights
