// Licences as contracts say them: the rights declared as needed, refusals, silence and consents
// that ran out; services that are not there; what a service's own list says; groups.
#include <gtest/gtest.h>

#include "rights/answer.h"
#include "rights/check_statements.h"

namespace umikoe::rights {
namespace {

Date day(const char* text) { return *Date::parse(text); }
TerritoryCode territory(const char* code) { return *TerritoryCode::parse(code); }

catalogue::Party party(const char* name) {
  catalogue::Party p;
  p.name = name;
  p.party_ids = {name};
  return p;
}

Licence row(Right right, Scope scope, const char* who, std::vector<std::string> codes = {}) {
  Licence licence;
  licence.isrc = *Isrc::parse("JPZZ02400001");
  licence.party = party(who);
  licence.right = right;
  licence.scope = scope;
  licence.territory = codes.empty() ? TerritoryScope{false, {"Worldwide"}}
                                    : TerritoryScope{false, std::move(codes)};
  return licence;
}

Licence until(Licence licence, const char* first_day_after) {
  licence.end = day(first_day_after);
  return licence;
}

struct Ledger {
  std::vector<Licence> rows;
  std::vector<Sighting> sightings;
  PartyDirectory parties;
  RecordingFile file = {};

  Answer ask(const char* where, Use use = Use::on_demand_stream) {
    for (const auto& licence : rows) {
      parties.add(licence.party);
      if (licence.grantor) parties.add(*licence.grantor);
    }
    for (const auto& sighting : sightings) parties.add(sighting.service);
    file = {*Isrc::parse("JPZZ02400001"), {}, {}, rows, sightings};
    Question q;
    q.territory = territory(where);
    q.date = day("2026-11-20");
    q.today = q.date;
    q.use = use;
    return answer(file, q, parties);
  }
  // "state:detail" of held, and who is asked or can change it.
  std::string held(const char* where, Use use = Use::on_demand_stream) {
    const Answer a = ask(where, use);
    std::string out(word(a.chain[0].state));
    out += ":" + std::string(a.chain[0].detail);
    if (a.ways.empty() || a.ways[0].link.kind != LinkKind::held) return out;
    const Who& who = a.ways[0].who;
    out += " " + std::string(word(who.role));
    for (const PartyRef p : who.parties) out += " " + parties.describe(p).name;
    return out;
  }
};

TEST(Contracts, ARightNobodyDeclaredCountsForNothing) {
  Ledger ledger{{row(Right::master, Scope::yes, "Label")}, {}, {}};
  EXPECT_EQ(ledger.held("BR"), "open:");
}

TEST(Contracts, ARefusedConsentClosesAndNamesItsRight) {
  Ledger ledger{{row(Right::master, Scope::yes, "Label"),
                 row(Right::talent_image, Scope::no, "Agency", {"BR"})},
                {},
                {}};
  EXPECT_EQ(ledger.held("BR"), "closed:talent_image agency Agency");
  EXPECT_EQ(ledger.ask("BR").reason, Reason::no_rights);
}

// A refusal for Brazil says nothing of France, and nobody has said yes there.
TEST(Contracts, ARefusalElsewhereIsNotAConsentHere) {
  Ledger ledger{{row(Right::master, Scope::yes, "Label"),
                 row(Right::talent_image, Scope::no, "Agency", {"BR"})},
                {},
                {}};
  EXPECT_EQ(ledger.held("FR"), "unknown:talent_image agency Agency");
}

TEST(Contracts, AConsentThatRanOutClosesEvenBesideAnother) {
  Ledger ledger{
      {row(Right::performers_making_available, Scope::yes, "Singer"),
       until(row(Right::performers_making_available, Scope::yes, "Drummer"), "2026-04-01")},
      {},
      {}};
  EXPECT_EQ(ledger.held("BR"), "closed:performers_making_available rights_holder Drummer");
  ledger.rows.push_back(row(Right::performers_making_available, Scope::yes, "Drummer"));
  EXPECT_EQ(ledger.held("BR"), "open:") << "the same party renewed it";
}

TEST(Contracts, ConsentsOfOtherTerritoriesDoNotCountHere) {
  Ledger ledger{{row(Right::composition_and_synchronisation, Scope::yes, "Publisher", {"JP"}),
                 row(Right::composition_and_synchronisation, Scope::yes, "Sub-publisher", {"BR"})},
                {},
                {}};
  EXPECT_EQ(ledger.held("BR"), "open:");
  EXPECT_EQ(ledger.held("JP"), "open:");
  EXPECT_EQ(ledger.held("FR"), "closed:composition_and_synchronisation rights_holder Publisher");
}

TEST(Contracts, SilenceIsUnknownUntilTheSamePartySaysYes) {
  Ledger ledger{{row(Right::master, Scope::yes, "Label"),
                 row(Right::production_committee, Scope::silent, "Committee")},
                {},
                {}};
  EXPECT_EQ(ledger.held("BR"), "unknown:production_committee committee Committee");
  EXPECT_EQ(ledger.ask("BR").answer, LinkState::unknown);
  ledger.rows.push_back(row(Right::production_committee, Scope::yes, "Committee", {"BR"}));
  EXPECT_EQ(ledger.held("BR"), "open:");
}

TEST(Contracts, NotAskedYetIsUnknownAndClosedBeatsIt) {
  Ledger ledger{{row(Right::sample_or_cover, Scope::not_asked, "Sampled"),
                 row(Right::broadcaster_footage, Scope::no, "Broadcaster")},
                {},
                {}};
  EXPECT_EQ(ledger.held("BR"), "closed:broadcaster_footage rights_holder Broadcaster");
  ledger.rows.pop_back();
  EXPECT_EQ(ledger.held("BR"), "unknown:sample_or_cover rights_holder Sampled");
}

TEST(Contracts, ASilentMasterContractIsUnknownUnlessAnotherPartyMay) {
  Ledger ledger{{row(Right::master, Scope::silent, "Label")}, {}, {}};
  ledger.rows[0].grantor = party("Artist");
  EXPECT_EQ(ledger.held("BR"), "unknown:master rights_holder Artist");
  ledger.rows.push_back(row(Right::master, Scope::yes, "Licensee", {"BR"}));
  EXPECT_EQ(ledger.held("BR"), "open:");
  EXPECT_EQ(ledger.held("FR"), "unknown:master rights_holder Artist");
}

TEST(Contracts, AMasterRefusedToOnePartyMayBeAnothers) {
  Ledger ledger{
      {row(Right::master, Scope::yes, "Label"), row(Right::master, Scope::no, "Label", {"BR"})},
      {},
      {}};
  EXPECT_EQ(ledger.held("BR"), "closed:master rights_holder");
  EXPECT_EQ(ledger.held("FR"), "open:");
  ledger.rows.push_back(row(Right::master, Scope::yes, "Licensee", {"BR"}));
  EXPECT_EQ(ledger.held("BR"), "open:");
}

TEST(Contracts, OnlyMastersConflict) {
  std::vector<Licence> ledger{row(Right::master, Scope::yes, "Label"),
                              row(Right::talent_image, Scope::yes, "Agency"),
                              row(Right::master, Scope::no, "Licensee")};
  PartyDirectory parties;
  for (Licence& licence : ledger) {
    licence.exclusive = true;
    parties.add(licence.party);
  }
  EXPECT_TRUE(check_licences(ledger, day("2026-11-20"), parties).empty());
  ledger[2].scope = Scope::yes;
  EXPECT_EQ(check_licences(ledger, day("2026-11-20"), parties).size(), 1u);
  ledger[2].end = day("2026-01-01");
  EXPECT_TRUE(check_licences(ledger, day("2026-11-20"), parties).empty());
  ledger[2].terms.auto_renewal_months = 12;
  EXPECT_EQ(check_licences(ledger, day("2026-11-20"), parties).size(), 1u) << "it renewed itself";
}

TEST(Contracts, ChakuutaFullNeverOpensStreaming) {
  Ledger ledger{{row(Right::master, Scope::yes, "Label")}, {}, {}};
  ledger.rows[0].uses = *uses_of_word("着うたフル");
  EXPECT_EQ(ledger.held("JP", Use::on_demand_stream), "closed:master rights_holder");
  EXPECT_EQ(ledger.held("JP", Use::non_interactive_stream), "closed:master rights_holder");
  EXPECT_EQ(ledger.held("JP", Use::ringtone), "closed:master rights_holder");
  EXPECT_EQ(ledger.held("JP", Use::download), "open:");
}

TEST(Contracts, WordsOfLedgersHaveOneMeaning) {
  EXPECT_EQ(uses_of_word("着うた"), bit(Use::ringtone));
  EXPECT_EQ(uses_of_word("待ちうた"), bit(Use::ringtone));
  EXPECT_EQ(uses_of_word("有料配信"), bit(Use::download));
  EXPECT_EQ(uses_of_word("サブスク"), bit(Use::on_demand_stream));
  EXPECT_EQ(uses_of_word("ストリーミング"), uses_of_word("stream"));
  EXPECT_EQ(uses_of_word("カラオケ"), bit(Use::other));
  EXPECT_EQ(uses_of_word("配信"), std::nullopt) << "could be anything";
  EXPECT_EQ(parse_scope("契約書に定めなし"), Scope::silent);
  EXPECT_EQ(parse_scope("たぶん"), std::nullopt);
  EXPECT_EQ(parse_right("製作委員会"), Right::production_committee);
  EXPECT_EQ(parse_right("著作権"), std::nullopt);
  for (int i = 0; i < right_count; ++i) {
    EXPECT_EQ(parse_right(word(static_cast<Right>(i))), static_cast<Right>(i));
  }
}

Sighting listed(const char* service, SightingState state) {
  Sighting s;
  s.service = party(service);
  s.isrc = *Isrc::parse("JPZZ02400001");
  s.territory = territory("BR");
  s.observed_from = s.observed_on = day("2026-11-10");
  s.seen = seen_in(state);
  s.detail = detail_of(state, "list of November");
  return s;
}

std::string live(Ledger ledger) {
  const Link link = ledger.ask("BR").chain[2];
  return std::string(word(link.state)) + ":" + std::string(link.detail);
}

TEST(Listings, SayWhyAServiceDoesNotShowIt) {
  using enum SightingState;
  EXPECT_EQ(live({{}, {listed("Tune", greyed)}, {}}), "closed:greyed");
  EXPECT_EQ(live({{}, {listed("Tune", rejected), listed("Other", greyed)}, {}}), "closed:greyed");
  EXPECT_EQ(live({{}, {listed("Tune", other_version)}, {}}), "closed:other_version");
  EXPECT_EQ(live({{}, {listed("Tune", age_limited)}, {}}), "open:age_limited");
  EXPECT_EQ(live({{}, {listed("Tune", age_limited), listed("Other", playable)}, {}}), "open:");
}

TEST(Listings, PeoplesOwnWordsAreNotStates) {
  Sighting s = listed("Tune", SightingState::hidden);
  EXPECT_EQ(state_of(s), SightingState::hidden);
  s.seen = Seen::yes;
  EXPECT_EQ(state_of(s), SightingState::none);
  s.detail = "playable in the app";
  EXPECT_EQ(state_of(s), SightingState::none);
  EXPECT_EQ(parse_sighting_state(""), std::nullopt);
  EXPECT_EQ(parse_sighting_state("visible"), std::nullopt);
}

std::string where_not(const char* name, const char* dpid, const char* code, const char* on) {
  catalogue::Party service;
  service.name = name;
  service.dpid = dpid;
  return operates(absences_of(service), territory(code), day(on)) ? "operates" : "absent";
}

TEST(ServiceTerritories, AreDatedAndNeverGuessed) {
  EXPECT_EQ(where_not("", "PADPIDA2011072101T", "RU", "2022-04-10"), "operates");
  EXPECT_EQ(where_not("", "PADPIDA2011072101T", "RU", "2022-04-11"), "absent");
  EXPECT_EQ(where_not("spotify", "", "CN", "2026-01-01"), "absent");
  EXPECT_EQ(where_not("Spotify", "", "PR", "2026-01-01"), "operates");
  EXPECT_EQ(where_not("LINE MUSIC", "", "TW", "2022-07-31"), "operates");
  EXPECT_EQ(where_not("LINE MUSIC", "", "TW", "2022-08-01"), "absent");
  EXPECT_EQ(where_not("LINE MUSIC", "", "JP", "2026-01-01"), "operates");
  EXPECT_EQ(where_not("Namiuta", "", "KP", "2026-01-01"), "operates");
  EXPECT_EQ(where_not("", "", "KP", "2026-01-01"), "operates");
}

TEST(ServiceTerritories, EveryRowIsDatedAndSourced) {
  for (const ServiceAbsenceRow& row : service_absence_rows()) {
    EXPECT_TRUE(Date::parse(row.from)) << row.service;
    EXPECT_TRUE(row.until.empty() || Date::parse(row.until)) << row.service;
    EXPECT_TRUE(Date::parse(row.verified_on)) << row.service;
    EXPECT_FALSE(row.source.empty()) << row.service;
    for (size_t at = row.territories[0] == '-'; at < row.territories.size(); at += 3) {
      EXPECT_TRUE(TerritoryCode::parse(row.territories.substr(at, 2))) << row.territories;
    }
  }
}

// A deal to a service that is not there opens nothing, and says so.
TEST(ServiceTerritories, ADealCountsOnlyWhereTheServiceOperates) {
  Statement s;
  s.message_id = "1";
  s.sender = party("Label");
  s.recipients = {party("LINE MUSIC")};
  s.main_release.icpns = {"04900000000001"};
  s.releases = {
      {"R1", catalogue::ReleaseKind::track, {{*Isrc::parse("JPZZ02400001"), "A1", false, {}}}}};
  Deal deal;
  deal.release_references = {"R1"};
  deal.territory = TerritoryScope{false, {"Worldwide"}};
  deal.uses = every_use;
  deal.models = every_model;
  s.deals = {deal};
  prepare(s);
  PartyDirectory parties;
  parties.add(s.sender);
  parties.add(s.recipients[0]);
  const Statement* all[] = {&s};
  RecordingFile file{*Isrc::parse("JPZZ02400001"), {}, threads_of(all, parties), {}, {}};
  Question q;
  q.date = q.today = day("2026-11-20");
  q.territory = territory("BR");
  const Answer abroad = answer(file, q, parties);
  EXPECT_EQ(abroad.reason, Reason::not_delivered);
  EXPECT_EQ(abroad.detail, "no_service_operates");
  q.territory = territory("JP");
  EXPECT_EQ(answer(file, q, parties).answer, LinkState::open);
}

TEST(Groups, AreOpenThroughAMemberAndSayOtherVersions) {
  Ledger closed{{row(Right::master, Scope::yes, "Label", {"JP"})}, {}, {}};
  closed.ask("BR");
  RecordingFile single = closed.file;
  RecordingFile album = closed.file;
  album.isrc = *Isrc::parse("JPZZ02400002");
  album.licences[0].territory.codes = {"BR"};
  album.sightings = {listed("Tune", SightingState::playable)};
  closed.parties.add(album.sightings[0].service);
  Question q;
  q.date = q.today = day("2026-11-20");
  q.territory = territory("BR");
  EXPECT_EQ(answer(single, q, closed.parties).answer, LinkState::closed);
  single.members = {&album};
  const Answer joined = answer(single, q, closed.parties);
  EXPECT_EQ(joined.answer, LinkState::open);
  EXPECT_EQ(joined.through, album.isrc);
  single.members.clear();
  single.versions = {{&album, catalogue::VersionKind::english_version}};
  EXPECT_EQ(answer(single, q, closed.parties).answer, LinkState::closed) << "never counted";
  ASSERT_EQ(open_versions(single, q, closed.parties).size(), 1u);
  EXPECT_EQ(open_versions(single, q, closed.parties)[0].file->isrc, album.isrc);
}

}  // namespace
}  // namespace umikoe::rights
