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

TEST(PartyDirectory, MeansTheSameWhenItIsRestored) {
  PartyDirectory parties;
  parties.add({.dpid = "PADPIDA1", .isni = "", .party_ids = {}, .name = "A"});
  parties.add({.dpid = "", .isni = "0000000000000001", .party_ids = {}, .name = "B"});
  parties.add({.dpid = "PADPIDA1", .isni = "0000000000000001", .party_ids = {}, .name = "C"});
  parties.add({.dpid = "", .isni = "", .party_ids = {}, .name = "only a name"});
  const std::span<const PartyDirectory::Entry> entries = parties.entries();
  PartyDirectory restored({entries.begin(), entries.end()}, parties.keys());
  for (const auto& entry : entries) {
    EXPECT_EQ(restored.find(entry.party), parties.find(entry.party));
  }
  EXPECT_TRUE(restored.extends(parties));
  restored.add({.dpid = "PADPIDA2", .isni = "", .party_ids = {}, .name = "D"});
  EXPECT_TRUE(restored.extends(parties));
  EXPECT_FALSE(parties.extends(restored));
  restored.add({.dpid = "PADPIDA2", .isni = "0000000000000001", .party_ids = {}, .name = "E"});
  EXPECT_TRUE(restored.extends(parties));  // the later of the two gives way
  PartyDirectory joining({entries.begin(), entries.end()}, parties.keys());
  joining.add({.dpid = "PADPIDA3", .isni = "", .party_ids = {"X:1"}, .name = "F"});
  const PartyDirectory before = joining;
  joining.add({.dpid = "PADPIDA3", .isni = "0000000000000001", .party_ids = {}, .name = "G"});
  EXPECT_FALSE(joining.extends(before));
}

}  // namespace
}  // namespace umikoe::rights
