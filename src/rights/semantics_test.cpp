// The evaluation half of the fourteen DDEX semantics implementers get wrong (Knowledge Base, ERN
// part 1), one named test each, on invented messages; the reading half is tested beside the reader.

#include <gtest/gtest.h>

#include "rights/answer.h"

namespace umikoe::rights {
namespace {

using catalogue::Party;
using catalogue::ReleaseKind;

Isrc isrc() { return *Isrc::parse("JPZZ02400001"); }
TerritoryCode territory(const char* code) { return *TerritoryCode::parse(code); }
Date day(const char* text) { return *Date::parse(text); }
WrittenTime at(const char* text) { return *WrittenTime::parse(text); }
Instant instant(const char* text) { return {at(text).seconds}; }

Party party(const char* dpid) {
  Party p;
  p.dpid = dpid;
  return p;
}

Deal deal(std::vector<std::string> codes, bool excluding = false) {
  Deal d;
  d.release_references = {"R1"};
  d.territory = TerritoryScope{excluding, std::move(codes)};
  d.uses = every_use;
  d.models = every_model;
  return d;
}

ValidityPeriod from_to(const char* start, const char* end) {
  ValidityPeriod p;
  if (start) p.start = at(start);
  if (end) p.end = at(end);
  return p;
}

ValidityPeriod days(const char* first, const char* last_inclusive) {
  ValidityPeriod p;
  if (first) p.start = WrittenTime::at_local_midnight(day(first));
  if (last_inclusive) p.end = WrittenTime::at_local_midnight(day(last_inclusive).plus(1));
  return p;
}

struct World {
  std::vector<Statement> statements;
  std::vector<Licence> licences;
  std::vector<Sighting> sightings;
  std::optional<int64_t> length_ms;

  Statement& send(const char* id, const char* created, std::vector<Deal> deals,
                  const char* recipient = "SERVICEONE", const char* sender = "LABEL") {
    Statement s;
    s.message_id = id;
    s.created = instant(created);
    s.sender = party(sender);
    s.recipients = {party(recipient)};
    s.main_release.icpns = {"04900000000001"};
    s.releases = {{"R0",
                   ReleaseKind::main,
                   {{isrc(), "A1", false, {}}, {*Isrc::parse("JPZZ02400002"), "A2", false, {}}}},
                  {"R1", ReleaseKind::track, {{isrc(), "A1", false, {}}}}};
    s.deals = std::move(deals);
    statements.push_back(std::move(s));
    return statements.back();
  }

  Answer ask(const char* where, const char* when, Use use = Use::on_demand_stream,
             ModelSet models = every_model) {
    PartyDirectory parties;
    for (Statement& s : statements) {
      prepare(s);
      parties.add(s.sender);
      if (s.on_behalf_of) parties.add(*s.on_behalf_of);
      for (const auto& r : s.recipients) parties.add(r);
      for (const auto& d : s.deals) {
        for (const auto& c : d.channels) parties.add(c);
      }
    }
    for (const auto& l : licences) parties.add(l.party);
    for (const auto& s : sightings) parties.add(s.service);
    std::vector<const Statement*> all;
    for (const auto& s : statements) all.push_back(&s);
    file_ = {isrc(), length_ms, {}, licences, sightings};
    for (auto& t : threads_of(all, parties)) file_.threads.push_back(t);
    Question q;
    q.territory = territory(where);
    q.date = day(when);
    q.today = day("2026-11-20");
    q.use = use;
    q.models = models;
    return answer(file_, q, parties);
  }

  std::string delivered(const char* where, const char* when, Use use = Use::on_demand_stream,
                        ModelSet models = every_model) {
    const Answer a = ask(where, when, use, models);
    const auto& link = a.chain[1];
    return link.state == LinkState::closed ? std::string(word(link.reason))
                                           : std::string(word(link.state));
  }

 private:
  RecordingFile file_;
};

TEST(Semantics, IncludedAndExcludedTerritoriesAreAlternatives) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {deal({"JP"}, true)});
  EXPECT_EQ(w.delivered("BR", "2024-06-01"), "open");
  EXPECT_EQ(w.delivered("JP", "2024-06-01"), "not_delivered");
}

TEST(Semantics, TisGroupsAreExpandedByTheDay) {
  World before;
  before.send("1", "2019-01-01T00:00:00Z", {deal({"2123"})});
  EXPECT_EQ(before.delivered("GB", "2019-06-01"), "open") << "GB was in the EU";
  World after;
  after.send("1", "2021-01-01T00:00:00Z", {deal({"2123"})});
  EXPECT_EQ(after.delivered("GB", "2021-06-01"), "not_delivered");
  EXPECT_EQ(after.delivered("FR", "2021-06-01"), "open");
}

TEST(Semantics, SpainGrantsTheCanariesButNotTheReverse) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {deal({"ES"})});
  EXPECT_EQ(w.delivered("ES-CN", "2024-06-01"), "open");
  World canaries;
  canaries.send("1", "2024-01-01T00:00:00Z", {deal({"ES-CN"})});
  EXPECT_EQ(canaries.delivered("ES", "2024-06-01"), "not_delivered");
}

TEST(Semantics, ANewerMessageReplacesEverythingToItsRecipientOnly) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})});
  w.send("2", "2024-03-01T00:00:00Z", {deal({"JP"})});
  EXPECT_EQ(w.delivered("BR", "2024-02-01"), "open");
  EXPECT_EQ(w.delivered("BR", "2024-04-01"), "withdrawn");
  w.send("3", "2024-01-15T00:00:00Z", {deal({"BR"})}, "SERVICETWO");
  EXPECT_EQ(w.delivered("BR", "2024-04-01"), "open") << "the other service was told nothing new";
}

TEST(Semantics, UsesOfASingleResourceStandForThoseOfTheDeal) {
  World w;
  Deal named = deal({"BR"});
  named.uses = bit(Use::on_demand_stream);
  named.resource_uses = {{"A1", bit(Use::download)}};
  w.send("1", "2024-01-01T00:00:00Z", {named});
  EXPECT_EQ(w.delivered("BR", "2024-06-01"), "not_delivered");
  EXPECT_EQ(w.delivered("BR", "2024-06-01", Use::download), "open");
  World other;
  named.resource_uses = {{"A9", bit(Use::download)}};
  other.send("1", "2024-01-01T00:00:00Z", {named});
  EXPECT_EQ(other.delivered("BR", "2024-06-01"), "open") << "another resource is meant";
  EXPECT_EQ(other.delivered("BR", "2024-06-01", Use::download), "not_delivered");
}

TEST(Semantics, NoDealIsNoAvailability) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {});
  EXPECT_EQ(w.delivered("JP", "2024-06-01"), "not_delivered");
}

TEST(Semantics, TakedownByNoDealPurgeAndFlag) {
  World none;
  none.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})});
  none.send("2", "2024-03-01T00:00:00Z", {});
  EXPECT_EQ(none.delivered("US", "2024-06-01"), "withdrawn");

  World purge;
  purge.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})});
  purge.send("2", "2024-03-01T00:00:00Z", {}).kind = StatementKind::purge;
  EXPECT_EQ(purge.delivered("US", "2024-06-01"), "withdrawn");

  World flag;
  flag.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})});
  Deal takedown = deal({"BR"});
  takedown.is_takedown = true;
  takedown.periods = {days("2024-04-01", nullptr)};
  flag.send("2", "2024-03-01T00:00:00Z", {deal({"BR"}, true), takedown});
  EXPECT_EQ(flag.delivered("BR", "2024-03-20"), "open") << "the takedown's own day has not come";
  EXPECT_EQ(flag.delivered("BR", "2024-04-01"), "withdrawn");
  EXPECT_EQ(flag.delivered("US", "2024-06-01"), "open");
}

TEST(Semantics, AStrangersPurgeChangesNothing) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})});
  w.send("9", "2024-03-01T00:00:00Z", {}, "SERVICEONE", "STRANGER").kind = StatementKind::purge;
  EXPECT_EQ(w.delivered("US", "2024-06-01"), "open");
}

TEST(Semantics, ThePartySentOnBehalfOfMayPurge) {
  World w;
  Statement& first =
      w.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})}, "SERVICEONE", "AGENT");
  first.on_behalf_of = party("LABEL");
  w.send("2", "2024-03-01T00:00:00Z", {}, "SERVICEONE", "LABEL").kind = StatementKind::purge;
  EXPECT_EQ(w.delivered("US", "2024-06-01"), "withdrawn");
}

TEST(Semantics, AnAlbumDealOpensNoTrack) {
  World w;
  Deal album = deal({"Worldwide"});
  album.release_references = {"R0"};
  w.send("1", "2024-01-01T00:00:00Z", {album});
  EXPECT_EQ(w.delivered("US", "2024-06-01"), "not_delivered");
}

TEST(Semantics, ModelAndUseAreACrossProductWithinOneDealOnly) {
  World w;
  Deal stream = deal({"Worldwide"});
  stream.uses = bit(Use::on_demand_stream);
  stream.models = bit(Model::subscription);
  Deal download = deal({"Worldwide"});
  download.uses = bit(Use::download);
  download.models = bit(Model::pay_as_you_go);
  w.send("1", "2024-01-01T00:00:00Z", {stream, download});
  EXPECT_EQ(w.delivered("US", "2024-06-01", Use::on_demand_stream, bit(Model::subscription)),
            "open");
  EXPECT_EQ(w.delivered("US", "2024-06-01", Use::download, bit(Model::subscription)),
            "not_delivered");
}

TEST(Semantics, EndDatesAreInclusiveAndEndTimesAreNot) {
  World dates;
  Deal d = deal({"JP"});
  d.periods = {days("2024-01-01", "2024-03-31")};
  dates.send("1", "2023-12-01T00:00:00Z", {d});
  EXPECT_EQ(dates.delivered("JP", "2024-03-31"), "open");
  EXPECT_EQ(dates.delivered("JP", "2024-04-01"), "expired");
  World times;
  Deal t = deal({"JP"});
  t.periods = {from_to("2024-01-01T00:00:00", "2024-03-31T00:00:00")};
  times.send("1", "2023-12-01T00:00:00Z", {t});
  EXPECT_EQ(times.delivered("JP", "2024-03-30"), "open");
  EXPECT_EQ(times.delivered("JP", "2024-03-31"), "expired");
}

TEST(Semantics, TimesWithoutZoneAreLocalAndWithZoneOneInstant) {
  World local;
  Deal d = deal({"Worldwide"});
  d.periods = {from_to("2024-06-10T00:00:00", nullptr)};
  local.send("1", "2024-01-01T00:00:00Z", {d});
  EXPECT_EQ(local.delivered("KI", "2024-06-10"), "open");
  EXPECT_EQ(local.delivered("KI", "2024-06-09"), "not_yet");
  EXPECT_EQ(local.delivered("US", "2024-06-09"), "not_yet");
  World instant_world;
  Deal z = deal({"Worldwide"});
  z.periods = {from_to("2024-06-10T00:00:00Z", nullptr)};
  instant_world.send("1", "2024-01-01T00:00:00Z", {z});
  EXPECT_EQ(instant_world.delivered("US", "2024-06-09"), "open")
      << "the evening before, in America";
  EXPECT_EQ(instant_world.delivered("JP", "2024-06-09"), "not_yet")
      << "09:00 on the tenth in Japan";
}

TEST(Semantics, ADayIsOpenWhenAnyPartOfItIs) {
  World w;
  Deal d = deal({"JP"});
  d.periods = {from_to("2024-06-10T23:30:00", "2024-06-11T00:30:00")};
  w.send("1", "2024-01-01T00:00:00Z", {d});
  EXPECT_EQ(w.delivered("JP", "2024-06-10"), "open");
  EXPECT_EQ(w.delivered("JP", "2024-06-11"), "open");
  EXPECT_EQ(w.delivered("JP", "2024-06-12"), "expired");
}

TEST(Semantics, AWithdrawalLeavesItsOwnDayOpenUnlessItFallsOnTheFirstInstant) {
  World midday;
  midday.send("1", "2024-01-01T00:00:00Z", {deal({"JP"})});
  midday.send("2", "2024-06-10T03:00:00Z", {});  // noon in Japan
  EXPECT_EQ(midday.delivered("JP", "2024-06-10"), "open");
  EXPECT_EQ(midday.delivered("JP", "2024-06-11"), "withdrawn");
  World midnight;
  midnight.send("1", "2024-01-01T00:00:00Z", {deal({"JP"})});
  midnight.send("2", "2024-06-09T15:00:00Z", {});  // 00:00 on the tenth in Japan
  EXPECT_EQ(midnight.delivered("JP", "2024-06-10"), "withdrawn");
}

TEST(Semantics, AvailabilityIsTheUnionOfPeriodsAndAPauseIsNotYet) {
  World w;
  Deal d = deal({"JP"});
  d.periods = {days("2024-01-01", "2024-01-31"), days("2024-03-01", "2024-03-31")};
  w.send("1", "2023-12-01T00:00:00Z", {d});
  EXPECT_EQ(w.delivered("JP", "2024-01-15"), "open");
  EXPECT_EQ(w.delivered("JP", "2024-02-15"), "not_yet");
  EXPECT_EQ(w.delivered("JP", "2024-03-15"), "open");
  EXPECT_EQ(w.delivered("JP", "2024-04-15"), "expired");
}

TEST(Semantics, PreOrdersArePlayableOnlyForInstantGratification) {
  World w;
  Deal order = deal({"Worldwide"});
  order.is_pre_order = true;
  order.periods = {days("2024-05-01", "2024-05-31")};
  Deal full = deal({"Worldwide"});
  full.periods = {days("2024-06-01", nullptr)};
  w.send("1", "2024-04-01T00:00:00Z", {order, full});
  EXPECT_EQ(w.delivered("US", "2024-05-15"), "preorder_only");
  EXPECT_EQ(w.delivered("US", "2024-06-01"), "open");
  World gift;
  order.release_references = {"R0"};  // on the album's pre-order, as services use it
  order.instant_gratification = {"A1"};
  gift.send("1", "2024-04-01T00:00:00Z", {order, full});
  EXPECT_EQ(gift.delivered("US", "2024-05-15"), "open");
}

TEST(Semantics, ShortAssetsArePreviewsAndEditsAreNot) {
  World w;
  w.length_ms = 240'000;
  Statement& s = w.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})});
  s.releases[1].assets[0].asset_duration_ms = 167'000;  // just under 70 %
  EXPECT_EQ(w.delivered("US", "2024-06-01"), "preview_only");
  w.statements[0].releases[1].assets[0].asset_duration_ms = 168'000;
  EXPECT_EQ(w.delivered("US", "2024-06-01"), "open");
}

TEST(Semantics, TiesGoToTheGreaterMessageIdInByteOrder) {
  World w;
  w.send("M2", "2024-01-01T00:00:00Z", {deal({"JP"})});
  w.send("M10", "2024-01-01T00:00:00Z", {deal({"BR"})});
  EXPECT_EQ(w.delivered("JP", "2024-06-01"), "open");
  EXPECT_EQ(w.delivered("BR", "2024-06-01"), "not_delivered") << "the lesser counts for nothing";
}

TEST(Semantics, BeforeTheFirstStatementTheFirstAnswers) {
  World w;
  w.send("1", "2024-03-01T00:00:00Z", {deal({"JP"})});
  EXPECT_EQ(w.delivered("JP", "2020-01-01"), "open");
}

TEST(Semantics, APurgeIsNeverTheFirstOnFile) {
  World w;
  w.send("0", "2023-01-01T00:00:00Z", {}).kind = StatementKind::purge;
  w.send("1", "2024-03-01T00:00:00Z", {deal({"JP"})});
  EXPECT_EQ(w.delivered("JP", "2023-06-01"), "open");
}

TEST(Semantics, ChannelsNarrowADealToServices) {
  World w;
  Deal d = deal({"Worldwide"});
  d.channels = {party("SHOPTHREE")};
  w.send("1", "2024-01-01T00:00:00Z", {d}, "HUB");
  const Answer a = w.ask("US", "2024-06-01");
  ASSERT_EQ(a.delivered.size(), 1u);
  EXPECT_EQ(a.chain[1].state, LinkState::open);
  World none;
  Deal excluded = deal({"Worldwide"});
  excluded.excluded_channels = {party("SERVICEONE")};
  none.send("1", "2024-01-01T00:00:00Z", {excluded});
  EXPECT_EQ(none.delivered("US", "2024-06-01"), "not_delivered");
}

Licence licence(const char* holder, std::vector<std::string> codes, bool exclusive) {
  Licence l;
  l.isrc = isrc();
  l.party = party(holder);
  l.territory = {false, std::move(codes)};
  l.exclusive = exclusive;
  return l;
}

TEST(Chain, DeliveredIsJudgedOnTheHoldersStatements) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {deal({"Worldwide"})}, "SERVICEONE", "LABEL");
  w.licences = {licence("LABEL", {"JP"}, true), licence("ABROAD", {"BR"}, true)};
  EXPECT_EQ(w.delivered("JP", "2024-06-01"), "open");
  EXPECT_EQ(w.delivered("BR", "2024-06-01"), "unknown") << "nothing of ABROAD is on file";
}

TEST(Chain, TheFirstClosedLinkGivesTheReasonAndWaysNameTheRest) {
  World w;
  w.send("1", "2024-01-01T00:00:00Z", {deal({"JP"})});
  w.licences = {licence("LABEL", {"JP"}, true)};
  const Answer a = w.ask("BR", "2024-06-01");
  EXPECT_EQ(a.answer, LinkState::closed);
  EXPECT_EQ(a.reason, Reason::no_rights);
  ASSERT_EQ(a.ways.size(), 3u);
  EXPECT_EQ(a.ways[1].link.reason, Reason::not_delivered);
  EXPECT_EQ(a.ways[2].link.state, LinkState::unknown);
}

Sighting sighting(const char* where, const char* on, Seen seen) {
  Sighting s;
  s.service = party("SERVICEONE");
  s.isrc = isrc();
  s.territory = territory(where);
  s.observed_from = s.observed_on = day(on);
  s.seen = seen;
  return s;
}

TEST(Chain, WhatPlaysAgainstTheDocumentsIsAQuestionNotAGap) {
  World w;
  w.licences = {licence("LABEL", {"JP"}, true)};
  w.sightings = {sighting("BR", "2024-06-01", Seen::yes)};
  const Answer a = w.ask("BR", "2024-06-10");
  EXPECT_EQ(a.answer, LinkState::closed);
  EXPECT_EQ(a.heard, LinkState::open);
  EXPECT_TRUE(a.heard_without_permission());
}

TEST(Chain, SightingsLastFortyFiveDaysAndTheFutureIsUnknown) {
  World w;
  w.sightings = {sighting("BR", "2024-06-01", Seen::no)};
  EXPECT_EQ(w.ask("BR", "2024-07-16").chain[2].reason, Reason::not_live);
  EXPECT_EQ(w.ask("BR", "2024-07-17").chain[2].state, LinkState::unknown);
  EXPECT_EQ(w.ask("BR", "2027-01-01").chain[2].state, LinkState::unknown);
  w.sightings.push_back(sighting("BR", "2024-06-20", Seen::not_checked));
  EXPECT_EQ(w.ask("BR", "2024-06-25").chain[2].reason, Reason::not_live);
}

TEST(Chain, UnknownNamesWhomToAsk) {
  World w;
  const Answer a = w.ask("BR", "2024-06-01");
  EXPECT_EQ(a.answer, LinkState::unknown);
  ASSERT_TRUE(a.ask);
  EXPECT_EQ(a.ask->link.kind, LinkKind::held);
  EXPECT_EQ(a.ask->who.role, WhoRole::rights_holder);
}

}  // namespace
}  // namespace umikoe::rights
