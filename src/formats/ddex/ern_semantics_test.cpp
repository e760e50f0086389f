// The semantics of ERN deals that implementers get wrong, as far as reading decides them. What the
// values then mean is judged, and tested, in rights.
#include <gtest/gtest.h>

#include "formats/ddex/ern_test_message.h"

namespace umikoe::formats::ddex {
namespace {

using rights::Deal;

constexpr std::string_view period =
    "<ValidityPeriod><StartDate>2026-02-01</StartDate></ValidityPeriod>";

Deal deal_of(std::string_view terms) {
  const auto message = read_text(message_with_terms(terms).xml());
  EXPECT_TRUE(message) << message.error().code;
  return message ? message->statement.deals.at(0) : Deal();
}

ErnMessage message_of(const TestMessage& written) {
  const auto message = read_text(written.xml());
  EXPECT_TRUE(message) << message.error().code << " " << message.error().where.element;
  return message.value_or(ErnMessage());
}

std::string terms(std::string_view more) {
  return "<TerritoryCode>JP</TerritoryCode>" + std::string(period) + std::string(more);
}

TEST(ErnSemantics, S01_IncludeAndExcludeAreAlternatives) {
  const Deal included = deal_of(
      "<TerritoryCode>JP</TerritoryCode><TerritoryCode>US</TerritoryCode>" + std::string(period));
  EXPECT_EQ(included.territory, (rights::TerritoryScope{false, {"JP", "US"}}));
  const Deal excluded =
      deal_of("<ExcludedTerritoryCode>JP</ExcludedTerritoryCode>" + std::string(period));
  EXPECT_EQ(excluded.territory, (rights::TerritoryScope{true, {"JP"}}));
  const auto expanded = rights::expand(*excluded.territory, *Date::of(2026, 1, 1));
  EXPECT_FALSE(expanded.territories.contains(*TerritoryCode::parse("JP")));
  EXPECT_TRUE(expanded.territories.contains(*TerritoryCode::parse("BR")));
}

TEST(ErnSemantics, S01_NoTerritoryIsReportedAndNotTakenForTheWorld) {
  const ErnMessage message = message_of(message_with_terms(period));
  EXPECT_FALSE(message.statement.deals.at(0).territory);
  EXPECT_TRUE(finding_of(message, "deal_without_territory"));
}

TEST(ErnSemantics, S02_TisCodesAreExpandedOrReported) {
  const auto with_code = [](std::string_view code) {
    return message_of(message_with_terms("<TerritoryCode IdentifierType=\"TIS\">" +
                                         std::string(code) + "</TerritoryCode>" +
                                         std::string(period)));
  };
  const ErnMessage known = with_code("392");
  EXPECT_EQ(known.statement.deals.at(0).territory->codes.at(0), "392");
  EXPECT_TRUE(known.counts.territories.contains(*TerritoryCode::parse("JP")));
  EXPECT_TRUE(finding_of(with_code("2199"), "territory_group_unknown"));
  EXPECT_TRUE(finding_of(with_code("XQ"), "territory_unknown"));
}

TEST(ErnSemantics, S03_AStatementKnowsItsThreadAndItsTime) {
  TestMessage written = message_with_terms(terms(""));
  written.header_more = "";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.statement.sender.dpid, "PADPIDA2013042401U");
  EXPECT_EQ(message.statement.recipients.at(0).dpid, "PADPIDA2009101501Y");
  EXPECT_EQ(message.statement.message_id, "M-1");
  EXPECT_EQ(message.statement.created.to_string(), "2026-01-10T00:00:00Z");
  EXPECT_EQ(message.statement.main_release.icpns.at(0), "04900000000016");
  EXPECT_FALSE(finding_of(message, "message_time_without_zone"));
}

TEST(ErnSemantics, S03_ATimeWithoutZoneIsReadAsUtcAndSaid) {
  TestMessage written = message_with_terms(terms(""));
  written.created = "2026-01-10T09:00:00";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.statement.created.to_string(), "2026-01-10T09:00:00Z");
  EXPECT_TRUE(finding_of(message, "message_time_without_zone"));
}

TEST(ErnSemantics, S03_AnUpdateIndicatorChangesNothing) {
  TestMessage written = message_with_terms(terms(""));
  written.version = "382";
  std::string xml = written.xml();
  const ErnMessage plain = read_text(xml).value();
  xml.replace(xml.find("<PartyList>"), 0, "<UpdateIndicator>UpdateMessage</UpdateIndicator>");
  EXPECT_EQ(read_text(xml).value().statement, plain.statement);
}

TEST(ErnSemantics, S04_AMessageWithoutDealsStatesThatNothingIsGranted) {
  TestMessage written = message_with_terms("");
  written.deals = "";
  const ErnMessage message = message_of(written);
  EXPECT_TRUE(message.statement.deals.empty());
  EXPECT_EQ(message.statement.releases.size(), 2u);
  EXPECT_EQ(message.counts.deals, 0);
}

TEST(ErnSemantics, S04_TakedownsOfThreeXAreMarked) {
  TestMessage written = message_with_terms(terms("<TakeDown>true</TakeDown>"));
  written.version = "382";
  EXPECT_TRUE(message_of(written).statement.deals.at(0).is_takedown);
  written.deals = release_deal("R1", deal(terms("<AllDealsCancelled>true</AllDealsCancelled>")));
  EXPECT_TRUE(message_of(written).statement.deals.at(0).is_takedown);
  written.deals = release_deal("R1", deal(terms("<TakeDown>false</TakeDown>")));
  EXPECT_FALSE(message_of(written).statement.deals.at(0).is_takedown);
}

TEST(ErnSemantics, S04_APurgeNamesTheReleaseItTakesAway) {
  const std::string purge =
      "<e:PurgeReleaseMessage xmlns:e=\"http://ddex.net/xml/ern/43\">" + TestMessage().header() +
      "<PurgedRelease><ReleaseId><ICPN>4900000000016</ICPN>"
      "<ProprietaryId Namespace=\"PADPIDA2013042401U\">AB-12-3</ProprietaryId></ReleaseId>"
      "</PurgedRelease></e:PurgeReleaseMessage>";
  const auto message = read_text(purge);
  ASSERT_TRUE(message) << message.error().code;
  EXPECT_EQ(message->statement.kind, rights::StatementKind::purge);
  EXPECT_EQ(
      message->statement.main_release.keys(),
      (std::vector<std::string>{"icpn:04900000000016", "proprietary:PADPIDA2013042401U:AB123"}));
  EXPECT_EQ(read_text("<e:PurgeReleaseMessage xmlns:e=\"http://ddex.net/xml/ern/43\">" +
                      TestMessage().header() + "</e:PurgeReleaseMessage>")
                .error()
                .code,
            "purge_without_release_id");
}

TEST(ErnSemantics, S05_ADealGrantsOnlyTheReleasesItNames) {
  TestMessage written = message_with_terms(terms(""));
  written.deals = release_deal("R0", deal(terms("")) + deal(terms("")));
  const ErnMessage message = message_of(written);
  for (const Deal& deal : message.statement.deals) {
    EXPECT_EQ(deal.release_references, (std::vector<std::string>{"R0"}));
  }
  EXPECT_EQ(message.statement.releases.at(0).kind, catalogue::ReleaseKind::main);
  EXPECT_EQ(message.statement.releases.at(1).kind, catalogue::ReleaseKind::track);
  EXPECT_EQ(message.statement.releases.at(1).assets.at(0).isrc.view(), "JPZZ02600001");
}

TEST(ErnSemantics, S05_ReferencesAreFoundInAnyOrderAndMissingOnesReported) {
  TestMessage written = message_with_terms(terms(""));
  written.deals = "<ReleaseDeal>" + deal(terms("")) +
                  "<DealReleaseReference>R1</DealReleaseReference>"
                  "<DealReleaseReference>R9</DealReleaseReference></ReleaseDeal>";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.statement.deals.at(0).release_references,
            (std::vector<std::string>{"R1", "R9"}));
  const Finding* unknown = finding_of(message, "deal_release_reference_unknown");
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->arguments.at(0).second, "R9");
}

TEST(ErnSemantics, S06_ModelsAndUsesAreACrossProductInsideOneDeal) {
  const Deal deal =
      deal_of(terms("<CommercialModelType>SubscriptionModel</CommercialModelType>"
                    "<CommercialModelType>AdvertisementSupportedModel"
                    "</CommercialModelType><UseType>Stream</UseType>"
                    "<UseType>ConditionalDownload</UseType>"));
  EXPECT_EQ(deal.models, bit(rights::Model::subscription) | bit(rights::Model::ad_supported));
  EXPECT_EQ(deal.uses, bit(rights::Use::on_demand_stream) |
                           bit(rights::Use::non_interactive_stream) | bit(rights::Use::download));
  EXPECT_EQ(deal.use_types, (std::vector<std::string>{"Stream", "ConditionalDownload"}));
}

TEST(ErnSemantics, S06_UsesOfThreeXStandInsideUsage) {
  TestMessage written =
      message_with_terms(terms("<Usage><UseType>OnDemandStream</UseType></Usage>"));
  written.version = "382";
  EXPECT_EQ(message_of(written).statement.deals.at(0).uses, bit(rights::Use::on_demand_stream));
}

TEST(ErnSemantics, S06_AbsentUsesAndModelsMeanEvery) {
  const ErnMessage message = message_of(message_with_terms(terms("")));
  EXPECT_EQ(message.statement.deals.at(0).uses, rights::every_use);
  EXPECT_EQ(message.statement.deals.at(0).models, rights::every_model);
  EXPECT_TRUE(finding_of(message, "deal_without_use"));
}

TEST(ErnSemantics, S06_AUseNobodyKnowsGrantsNothing) {
  const ErnMessage message = message_of(message_with_terms(terms("<UseType>Telepathy</UseType>")));
  EXPECT_EQ(message.statement.deals.at(0).uses, 0);
  EXPECT_TRUE(finding_of(message, "use_type_unknown"));
}

std::string validity(std::string_view inside) {
  return "<TerritoryCode>JP</TerritoryCode><ValidityPeriod>" + std::string(inside) +
         "</ValidityPeriod><UseType>Stream</UseType>";
}

TEST(ErnSemantics, S07_AnEndDateIsInclusiveAndAnEndDateTimeIsNot) {
  const auto first =
      deal_of(validity("<StartDate>2026-02-01</StartDate><EndDate>2026-02-28</EndDate>"))
          .periods.at(0);
  const auto second = deal_of(validity("<StartDate>2026-03-01</StartDate>")).periods.at(0);
  EXPECT_EQ(first.end, second.start);
  EXPECT_EQ(first.end->to_string(), "2026-03-01T00:00:00");
  const auto timed =
      deal_of(validity("<StartDateTime>2026-02-01T00:00:00Z</StartDateTime>"
                       "<EndDateTime>2026-03-01T00:00:00Z</EndDateTime>"));
  EXPECT_EQ(timed.periods.at(0).end->to_string(), "2026-03-01T00:00:00Z");
}

TEST(ErnSemantics, S07_AnEndBeforeItsStartIsReported) {
  const auto reported = [](std::string_view inside) {
    const ErnMessage message = message_of(message_with_terms(validity(inside)));
    return finding_of(message, "deal_end_before_start") != nullptr;
  };
  EXPECT_TRUE(reported("<StartDate>2026-02-02</StartDate><EndDate>2026-02-01</EndDate>"));
  EXPECT_FALSE(reported("<StartDate>2026-02-01</StartDate><EndDate>2026-02-01</EndDate>"));
  EXPECT_TRUE(
      reported("<StartDateTime>2026-02-01T00:00:00Z</StartDateTime>"
               "<EndDateTime>2026-02-01T00:00:00Z</EndDateTime>"));
}

TEST(ErnSemantics, S07_ADateThatIsNoneRefusesTheMessage) {
  const auto message =
      read_text(message_with_terms(validity("<StartDate>2026-02-30</StartDate>")).xml());
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().code, "time_invalid");
  EXPECT_EQ(message.error().arguments.at(0).second, "2026-02-30");
  EXPECT_TRUE(message.error().where.element.ends_with("ValidityPeriod/StartDate"));
}

TEST(ErnSemantics, S08_TimesKeepWhetherTheyAreLocal) {
  EXPECT_TRUE(deal_of(validity("<StartDate>2026-02-01</StartDate>")).periods.at(0).start->local);
  EXPECT_TRUE(deal_of(validity("<StartDateTime>2026-02-01T12:00:00</StartDateTime>"))
                  .periods.at(0)
                  .start->local);
  const auto zoned = deal_of(validity("<StartDateTime>2026-02-01T12:00:00+09:00</StartDateTime>"));
  EXPECT_FALSE(zoned.periods.at(0).start->local);
  EXPECT_EQ(zoned.periods.at(0).start->to_string(), "2026-02-01T03:00:00Z");
  const auto dated = deal_of(validity("<StartDate>2026-02-01+09:00</StartDate>"));
  EXPECT_EQ(dated.periods.at(0).start->to_string(), "2026-01-31T15:00:00Z");
}

TEST(ErnSemantics, S09_EveryPeriodOfADealIsKept) {
  const Deal deal = deal_of(
      "<TerritoryCode>JP</TerritoryCode>"
      "<ValidityPeriod><StartDate>2026-01-01</StartDate><EndDate>2026-01-31</EndDate>"
      "</ValidityPeriod><ValidityPeriod><StartDate>2026-03-01</StartDate></ValidityPeriod>");
  ASSERT_EQ(deal.periods.size(), 2u);
  EXPECT_FALSE(deal.periods[1].end);
}

TEST(ErnSemantics, S09_ADealWithoutPeriodIsUnboundedAndReported) {
  const ErnMessage message =
      message_of(message_with_terms("<TerritoryCode>JP</TerritoryCode><UseType>Stream</UseType>"));
  EXPECT_TRUE(message.statement.deals.at(0).periods.empty());
  EXPECT_TRUE(finding_of(message, "deal_without_period"));
}

TEST(ErnSemantics, S10_PreOrderDealsAndInstantGratificationAreMarked) {
  const Deal deal =
      deal_of(terms("<IsPreOrderDeal>true</IsPreOrderDeal><InstantGratificationResourceList>"
                    "<DealResourceReference>A1</DealResourceReference>"
                    "</InstantGratificationResourceList>"));
  EXPECT_TRUE(deal.is_pre_order);
  EXPECT_EQ(deal.instant_gratification, (std::vector<std::string>{"A1"}));
}

TEST(ErnSemantics, S10_AThreeXPreOrderDateIsAWindowBeforeTheDeal) {
  TestMessage written =
      message_with_terms(terms("<PreOrderReleaseDate>2026-01-20</PreOrderReleaseDate>"));
  written.version = "382";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.counts.deals, 1);
  ASSERT_EQ(message.statement.deals.size(), 2u);
  EXPECT_FALSE(message.statement.deals[0].is_pre_order);
  EXPECT_TRUE(message.statement.deals[1].is_pre_order);
  EXPECT_EQ(message.statement.deals[1].periods.at(0).start->to_string(), "2026-01-20T00:00:00");
  EXPECT_EQ(message.statement.deals[1].periods.at(0).end->to_string(), "2026-02-01T00:00:00");
  EXPECT_EQ(message.statement.deals[1].release_references, (std::vector<std::string>{"R1"}));
}

TEST(ErnSemantics, S11_TheTerritoryOfATitleGrantsNothing) {
  TestMessage written = message_with_terms(terms(""));
  written.releases = album(
                         "<DisplayTitle ApplicableTerritoryCode=\"BR\"><TitleText>Onda</TitleText>"
                         "</DisplayTitle>") +
                     track("R1", "A1");
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.contents.releases.at(0).titles.at(0).territories,
            (std::vector<std::string>{"BR"}));
  EXPECT_FALSE(message.counts.territories.contains(*TerritoryCode::parse("BR")));
  EXPECT_EQ(message.statement.deals.at(0).territory->codes, (std::vector<std::string>{"JP"}));
}

TEST(ErnSemantics, S12_LanguagesAreInheritedAndNormalised) {
  TestMessage written = message_with_terms(terms(""));
  written.resources = sound_recording(
      "A1", "JPZZ02600001",
      "<DisplayTitle><TitleText>遠い波</TitleText></DisplayTitle>"
      "<DisplayTitle LanguageAndScriptCode=\"ja-hrkt\"><TitleText>とおいなみ</TitleText>"
      "</DisplayTitle><DisplayTitle LanguageAndScriptCode=\"en_US\"><TitleText>Far Waves"
      "</TitleText></DisplayTitle>");
  const ErnMessage message = message_of(written);
  const auto& titles = message.contents.recordings.at(0).titles;
  ASSERT_EQ(titles.size(), 3u);
  EXPECT_EQ(titles[0].language.text, "ja-Jpan");
  EXPECT_EQ(titles[1].language.text, "ja-Hrkt");
  EXPECT_EQ(titles[1].language_as_written, "ja-hrkt");
  EXPECT_EQ(titles[2].language.text, "en-US");
  int bad = 0;
  for (const Finding& finding : message.findings) bad += finding.code == "language_tag_bad";
  EXPECT_EQ(bad, 2);
}

TEST(ErnSemantics, S13_AnIsrcIsNoReleaseIdAndMayStandTwice) {
  TestMessage written;
  written.resources =
      sound_recording("A1", "JPZZ02600001") + sound_recording("A2", "JP-ZZ0-26-00001");
  written.releases =
      album(
          "<ResourceGroup><ResourceGroupContentItem><ReleaseResourceReference>A1"
          "</ReleaseResourceReference></ResourceGroupContentItem><ResourceGroupContentItem>"
          "<ReleaseResourceReference>A2</ReleaseResourceReference></ResourceGroupContentItem>"
          "</ResourceGroup>") +
      "<TrackRelease><ReleaseReference>R1</ReleaseReference><ReleaseId><ISRC>JPZZ02600001</ISRC>"
      "</ReleaseId><ReleaseResourceReference>A1</ReleaseResourceReference></TrackRelease>";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.counts.sound_recordings, 2);
  EXPECT_EQ(message.statement.releases.at(0).assets.size(), 2u);
  EXPECT_TRUE(message.contents.releases.at(1).ids.keys().empty());
}

TEST(ErnSemantics, S14_ADealReferenceIsFreeTextAndPricesAreKeptAsWritten) {
  const Deal deal = deal_of(
      terms("<PriceInformation><PriceCode Namespace=\"PADPIDA2013042401U\">TIER-7</PriceCode>"
            "<WholesalePricePerUnit CurrencyCode=\"JPY\">178</WholesalePricePerUnit>"
            "</PriceInformation>"));
  EXPECT_EQ(deal.prices, (std::vector<std::string>{"PriceCode TIER-7 PADPIDA2013042401U",
                                                   "WholesalePricePerUnit 178 JPY"}));
}

TEST(ErnSemantics, DealsOutOfBandAreMarkedAndReported) {
  TestMessage written = message_with_terms("");
  written.deals =
      release_deal("R1", "<Deal><IsCommunicatedOutOfBand>true</IsCommunicatedOutOfBand></Deal>");
  const ErnMessage message = message_of(written);
  EXPECT_TRUE(message.statement.deals.at(0).is_out_of_band);
  EXPECT_TRUE(finding_of(message, "deal_out_of_band"));
  EXPECT_FALSE(finding_of(message, "deal_without_territory"));
}

TEST(ErnSemantics, ChannelsNarrowADealByDpid) {
  const Deal deal = deal_of(
      terms("<DistributionChannel><PartyId><DPID>PADPIDA2009101501Y</DPID></PartyId>"
            "</DistributionChannel><ExcludedDistributionChannel>"
            "<PartyId IsDPID=\"true\">PADPIDA2013042401U</PartyId></ExcludedDistributionChannel>"));
  EXPECT_EQ(deal.channels.at(0).dpid, "PADPIDA2009101501Y");
  EXPECT_EQ(deal.excluded_channels.at(0).dpid, "PADPIDA2013042401U");
}

ErnMessage three_x(std::string_view deals) {
  TestMessage written = message_with_terms("");
  written.version = "382";
  written.deals = "<ReleaseDeal><DealReleaseReference>R1</DealReleaseReference>" +
                  std::string(deals) + "</ReleaseDeal>";
  return message_of(written);
}

TEST(ErnSemantics, S15_A3xReleaseDealTakesEffectOnItsDay) {
  const auto starts = [](const ErnMessage& message) {
    const auto& start = message.statement.deals.at(0).periods.at(0).start;
    return start ? start->to_string() : "";
  };
  EXPECT_EQ(starts(three_x(deal(terms("")) + "<EffectiveDate>2026-03-01</EffectiveDate>")),
            "2026-03-01T00:00:00");
  EXPECT_EQ(starts(three_x(deal(terms("")) + "<EffectiveDate>2017-01-01</EffectiveDate>")),
            "2026-02-01T00:00:00")
      << "a day before the deal's own start changes nothing";
  // A takedown dated ahead leaves what holds until then.
  const auto takedown = three_x(deal("<TakeDown>true</TakeDown><TerritoryCode>JP</TerritoryCode>") +
                                "<EffectiveDate>2026-03-01</EffectiveDate>");
  EXPECT_TRUE(takedown.statement.deals.at(0).is_takedown);
  EXPECT_EQ(starts(takedown), "2026-03-01T00:00:00");
  // The day belongs to its ReleaseDeal alone.
  TestMessage written = message_with_terms(terms(""));
  written.version = "382";
  written.deals = "<ReleaseDeal><DealReleaseReference>R0</DealReleaseReference>" + deal(terms("")) +
                  "<EffectiveDate>2026-03-01</EffectiveDate></ReleaseDeal>" +
                  release_deal("R1", deal(terms("")));
  EXPECT_EQ(message_of(written).statement.deals.at(1).periods.at(0).start->to_string(),
            "2026-02-01T00:00:00");
}

TEST(ErnSemantics, S16_UsesOfSingleResourcesStandForThoseOfTheDeal) {
  const auto message = three_x(
      "<Deal><DealTerms><Usage><UseType>OnDemandStream</UseType></Usage>"
      "<TerritoryCode>JP</TerritoryCode></DealTerms><ResourceUsage>"
      "<DealResourceReference>A1</DealResourceReference><Usage>"
      "<UseType>PermanentDownload</UseType><UseType>Nonsense</UseType></Usage>"
      "</ResourceUsage></Deal>");
  const Deal& read = message.statement.deals.at(0);
  ASSERT_EQ(read.resource_uses.size(), 1u);
  EXPECT_EQ(read.resource_uses[0].reference, "A1");
  EXPECT_EQ(read.resource_uses[0].uses, bit(rights::Use::download));
  EXPECT_TRUE(finding_of(message, "use_type_unknown"));
}

}  // namespace
}  // namespace umikoe::formats::ddex
