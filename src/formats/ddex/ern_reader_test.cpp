#include "formats/ddex/ern_reader.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "formats/ddex/ern_test_message.h"

namespace umikoe::formats::ddex {
namespace {

using catalogue::NameKind;

Error error_of(std::string_view xml) {
  const auto message = read_text(xml);
  EXPECT_FALSE(message);
  return message ? Error() : message.error();
}

ErnMessage message_of(const TestMessage& written) {
  const auto message = read_text(written.xml());
  EXPECT_TRUE(message) << message.error().code << " " << message.error().where.element;
  return message.value_or(ErnMessage());
}

std::string purge(std::string_view before_root = "") {
  return std::string(before_root) +
         "<e:PurgeReleaseMessage xmlns:e=\"http://ddex.net/xml/ern/43\">" + TestMessage().header() +
         "<PurgedRelease><ReleaseId><ICPN>4900000000016</ICPN></ReleaseId></PurgedRelease>"
         "</e:PurgeReleaseMessage>";
}

std::string utf16(std::string_view ascii, bool little) {
  std::string bytes = little ? "\xff\xfe" : "\xfe\xff";
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

TEST(ErnReader, ReadsPiecesOfAnySize) {
  const std::string xml = message_with_terms("<TerritoryCode>JP</TerritoryCode>").xml();
  const auto whole = read_text(xml);
  ASSERT_TRUE(whole);
  for (const size_t piece : {size_t{1}, size_t{2}, size_t{3}, size_t{7}, size_t{100}}) {
    const auto pieces = read_text(xml, piece);
    ASSERT_TRUE(pieces) << piece << " " << pieces.error().code;
    EXPECT_EQ(whole->statement, pieces->statement);
    EXPECT_EQ(whole->contents, pieces->contents);
  }
}

TEST(ErnReader, ReadsUtf16AndAMark) {
  EXPECT_TRUE(read_text(utf16(purge(), true)));
  EXPECT_TRUE(read_text(utf16(purge(), true), 1));
  EXPECT_TRUE(read_text(utf16(purge(), false)));
  EXPECT_TRUE(read_text("\xef\xbb\xbf" + purge()));
}

TEST(ErnReader, RefusesBytesThatAreNotUtf8) {
  TestMessage written = message_with_terms("");
  written.releases =
      album("<DisplayTitle><TitleText>bad \xff\xfe bytes</TitleText></DisplayTitle>");
  EXPECT_EQ(error_of(written.xml()).code, "xml_not_well_formed");
}

TEST(ErnReader, RefusesABrokenMessageWithItsPlace) {
  const std::string xml = message_with_terms("<TerritoryCode>JP</Territory>").xml();
  const Error error = error_of(xml);
  EXPECT_EQ(error.code, "xml_not_well_formed");
  EXPECT_GT(error.where.line, 1);
  EXPECT_FALSE(error.arguments.at(0).second.empty());
  const std::string cut = message_with_terms("").xml();
  EXPECT_EQ(error_of(cut.substr(0, cut.size() / 2)).code, "xml_not_well_formed");
  EXPECT_EQ(error_of("").code, "xml_not_well_formed");
  EXPECT_EQ(error_of(purge() + "<again/>").code, "xml_not_well_formed");
}

TEST(ErnReader, RefusesDocumentTypesAndEntities) {
  EXPECT_EQ(error_of(purge("<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\">")).code,
            "xml_doctype_refused");
  EXPECT_EQ(
      error_of(purge("<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>")).code,
      "xml_doctype_refused");
  TestMessage written = message_with_terms("");
  written.releases = album("<DisplayTitle><TitleText>&undeclared;</TitleText></DisplayTitle>");
  EXPECT_EQ(error_of(written.xml()).code, "xml_not_well_formed");
}

TEST(ErnReader, ReadsCharacterReferencesAndSections) {
  TestMessage written = message_with_terms("");
  written.releases = album(
      "<DisplayTitle LanguageAndScriptCode=\"j&#x61;\"><TitleText>A &amp; &#x6d77;"
      "<![CDATA[ <b> ]]>c</TitleText></DisplayTitle>");
  const auto title = message_of(written).contents.releases.at(0).titles.at(0);
  EXPECT_EQ(title.text, "A & 海 <b> c");
  EXPECT_EQ(title.language.text, "ja");
}

std::string limit_name(std::string_view xml) {
  const Error error = error_of(xml);
  EXPECT_EQ(error.code, "limit_exceeded");
  EXPECT_GT(error.where.line, 0);
  return error.arguments.empty() ? "" : error.arguments[0].second;
}

TEST(ErnReader, HoldsTheLimitsInsideAndOutsideComposites) {
  const auto with = [](std::string_view outside, std::string_view inside) {
    TestMessage written = message_with_terms("");
    written.releases = album(inside);
    std::string xml = written.xml();
    xml.insert(xml.find("<PartyList>"), outside);
    return xml;
  };
  std::string deep;
  for (int i = 0; i < limits::xml_depth.value; ++i) deep = "<x>" + deep + "</x>";
  EXPECT_EQ(limit_name(with(deep, "")), "xml_depth");
  EXPECT_EQ(limit_name(with("", deep)), "xml_depth");
  const std::string text(static_cast<size_t>(limits::xml_text_bytes.value) + 1, 'x');
  EXPECT_EQ(limit_name(with("<x>" + text + "</x>", "")), "xml_text_bytes");
  EXPECT_EQ(limit_name(with("", "<x>" + text + "</x>")), "xml_text_bytes");
  EXPECT_EQ(limit_name(with("", "<x y=\"" + text + "\"/>")), "xml_text_bytes");
  std::string attributes;
  for (int i = 0; i <= limits::xml_attributes.value; ++i) {
    attributes += " a" + std::to_string(i) + "=\"\"";
  }
  EXPECT_EQ(limit_name(with("<x" + attributes + "/>", "")), "xml_attributes");
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) many += "<x/>";
  EXPECT_EQ(limit_name(with("", many)), "xml_composite_bytes");
  EXPECT_TRUE(read_text(with(many, "")));
}

TEST(ErnReader, NamesVersionsAndRootsItDoesNotRead) {
  const auto root = [](std::string_view open, std::string_view name) {
    return "<" + std::string(name) + std::string(open) + "></" + std::string(name) + ">";
  };
  const Error old =
      error_of(root(" xmlns:e=\"http://ddex.net/xml/ern/113\"", "e:NewReleaseMessage"));
  EXPECT_EQ(old.code, "ern_version_unsupported");
  EXPECT_EQ(old.arguments.at(0).second, "113");
  EXPECT_EQ(error_of(root("", "e:NewReleaseMessage")).code, "ern_namespace_missing");
  EXPECT_EQ(error_of(root("", "NewReleaseMessage")).code, "ern_namespace_missing");
  EXPECT_EQ(error_of(root(" xmlns:m=\"http://ddex.net/xml/mead/11\"", "m:MeadMessage")).code,
            "not_ern");
  EXPECT_EQ(error_of(root(" xmlns=\"http://example.com/ern/43\"", "NewReleaseMessage")).code,
            "not_ern");
}

TEST(ErnReader, NamesWhatAHeaderLacks) {
  const auto without = [](std::string_view from, std::string_view to) {
    std::string xml = message_with_terms("").xml();
    const size_t begin = xml.find(from);
    xml.erase(begin, xml.find(to) + to.size() - begin);
    return error_of(xml);
  };
  EXPECT_EQ(without("<MessageHeader>", "</MessageHeader>").arguments.at(0).second, "MessageHeader");
  EXPECT_EQ(without("<MessageSender>", "</MessageSender>").arguments.at(0).second, "MessageSender");
  EXPECT_EQ(without("<MessageRecipient>", "</MessageRecipient>").arguments.at(0).second,
            "MessageRecipient");
  const Error created = without("<MessageCreatedDateTime>", "</MessageCreatedDateTime>");
  EXPECT_EQ(created.code, "ern_header_incomplete");
  EXPECT_EQ(created.where.element, "NewReleaseMessage/MessageHeader");
  TestMessage written = message_with_terms("");
  written.created = "yesterday";
  EXPECT_EQ(error_of(written.xml()).code, "time_invalid");
}

TEST(ErnReader, MarksTestMessagesAndWhoTheyAreSentFor) {
  TestMessage written = message_with_terms("");
  EXPECT_FALSE(message_of(written).is_test);
  written.header_more =
      "<MessageControlType>TestMessage</MessageControlType>"
      "<SentOnBehalfOf><PartyId>PADPIDA2009101501Y</PartyId></SentOnBehalfOf>";
  const ErnMessage message = message_of(written);
  EXPECT_TRUE(message.is_test);
  EXPECT_EQ(message.statement.party().dpid, "PADPIDA2009101501Y");
}

TEST(ErnReader, FindsTheIsrcInItsThreePlaces) {
  const auto isrc_in = [](std::string_view version, std::string_view inside) {
    TestMessage written;
    written.version = version;
    written.resources = "<SoundRecording><ResourceReference>A1</ResourceReference>" +
                        std::string(inside) + "</SoundRecording><Video><ResourceReference>A2" +
                        "</ResourceReference>" + std::string(inside) + "</Video>";
    written.releases = album();
    const ErnMessage message = message_of(written);
    EXPECT_EQ(message.counts.videos, 1);
    for (const auto& recording : message.contents.recordings) {
      EXPECT_TRUE(recording.isrc && recording.isrc->view() == "JPZZ02600001") << inside;
    }
  };
  const std::string id = "<ISRC>JPZZ02600001</ISRC>";
  isrc_in("43",
          "<SoundRecordingEdition><ResourceId>" + id + "</ResourceId></SoundRecordingEdition>");
  isrc_in("43", "<VideoEdition><ResourceId>" + id + "</ResourceId></VideoEdition>");
  isrc_in("411", "<ResourceId>" + id + "</ResourceId>");
  isrc_in("382", "<SoundRecordingId>" + id + "</SoundRecordingId>");
  isrc_in("382", "<VideoId>" + id + "</VideoId>");
  isrc_in("382",
          "<SoundRecordingId IsReplaced=\"true\"><ISRC>JPZZ09900009</ISRC>"
          "</SoundRecordingId><SoundRecordingId>" +
              id + "</SoundRecordingId>");
}

TEST(ErnReader, EveryEditionWithItsOwnIsrcCanBeAskedAbout) {
  TestMessage written;
  written.resources =
      "<SoundRecording><ResourceReference>A1</ResourceReference>"
      "<SoundRecordingEdition><ResourceId><ISRC>JPZZ02600001</ISRC></ResourceId>"
      "</SoundRecordingEdition><SoundRecordingEdition><ResourceId><ISRC>JPZZ02600002</ISRC>"
      "</ResourceId></SoundRecordingEdition></SoundRecording>";
  written.releases = album() + track("R1", "A1");
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.counts.sound_recordings, 1);
  EXPECT_EQ(message.contents.recordings.size(), 2u);
  EXPECT_EQ(message.statement.releases.at(1).assets.size(), 2u);
}

TEST(ErnReader, SaysWhenAnIsrcIsMissingOrMalformed) {
  TestMessage written;
  written.resources = sound_recording("A1", "") + sound_recording("A2", "JPZZ0260000");
  written.releases = album() + track("R1", "A1") + track("R2", "A2") + track("R3", "A9");
  const ErnMessage message = message_of(written);
  EXPECT_TRUE(finding_of(message, "isrc_missing"));
  const Finding* malformed = finding_of(message, "isrc_malformed");
  ASSERT_TRUE(malformed);
  EXPECT_EQ(malformed->arguments.at(0).second, "JPZZ0260000");
  EXPECT_TRUE(malformed->where.element.ends_with("SoundRecordingEdition/ResourceId/ISRC"));
  EXPECT_TRUE(finding_of(message, "resource_reference_unknown"));
  for (const auto& release : message.statement.releases) EXPECT_TRUE(release.assets.empty());
}

TEST(ErnReader, ResolvesPartiesWhereverTheListStands) {
  TestMessage written;
  written.resources = sound_recording(
      "A1", "JPZZ02600001",
      "<DisplayArtist><ArtistPartyReference>P1</ArtistPartyReference><DisplayArtistRole>MainArtist"
      "</DisplayArtistRole></DisplayArtist><Contributor><ContributorPartyReference>P7"
      "</ContributorPartyReference><Role>Composer</Role></Contributor>");
  written.releases = album(
      "<ReleaseLabelReference ApplicableTerritoryCode=\"JP\">P2"
      "</ReleaseLabelReference>");
  std::string xml = written.xml();
  const std::string parties =
      "<PartyList><Party><PartyReference>P1</PartyReference><PartyName><FullName>海音</FullName>"
      "<FullNameIndexed>かいおん</FullNameIndexed></PartyName><PartyName IsDefault=\"true\" "
      "LanguageAndScriptCode=\"ja-Latn\"><FullName>Kaion</FullName></PartyName></Party><Party>"
      "<PartyReference>P2</PartyReference><PartyName><FullName>Invented "
      "Label</FullName></PartyName>"
      "</Party></PartyList>";
  xml.insert(xml.find("</ern:NewReleaseMessage>"), parties);
  const auto message = read_text(xml);
  ASSERT_TRUE(message) << message.error().code;
  const auto& credits = message->contents.recordings.at(0).credits;
  ASSERT_EQ(credits.size(), 1u);
  EXPECT_EQ(credits[0].party.name, "Kaion");
  EXPECT_EQ(credits[0].party.names.size(), 3u);
  EXPECT_TRUE(credits[0].is_display_artist);
  EXPECT_EQ(finding_of(*message, "party_reference_unknown")->arguments.at(0).second, "P7");
  EXPECT_EQ(message->contents.releases.at(0).label, "Invented Label");
  EXPECT_EQ(message->contents.releases.at(0).label_territories, (std::vector<std::string>{"JP"}));
}

TEST(ErnReader, TellsAClipFromAPreviewCutFromTheFile) {
  const auto recording = [](std::string_view version, std::string_view more) {
    TestMessage written;
    written.version = version;
    written.resources = sound_recording("A1", "JPZZ02600001", more);
    written.releases = album();
    return message_of(written).contents.recordings.at(0);
  };
  const auto full = recording("43",
                              "<TechnicalDetails><DeliveryFile><Duration>PT3M</Duration>"
                              "</DeliveryFile><ClipDetails><Duration>PT30S</Duration>"
                              "</ClipDetails></TechnicalDetails><Duration>PT4M</Duration>");
  EXPECT_FALSE(full.is_clip);
  EXPECT_EQ(full.asset_duration_ms, 180'000);
  EXPECT_EQ(full.duration_ms, 240'000);
  EXPECT_TRUE(recording("43", "<IsClip>true</IsClip>").is_clip);
  const std::string preview =
      "<SoundRecordingDetailsByTerritory><TechnicalSoundRecordingDetails><IsPreview>true"
      "</IsPreview><Duration>PT30S</Duration></TechnicalSoundRecordingDetails>";
  const std::string end = "</SoundRecordingDetailsByTerritory>";
  EXPECT_TRUE(recording("382", preview + end).is_clip);
  EXPECT_FALSE(recording("382", preview +
                                    "<TechnicalSoundRecordingDetails><IsPreview>false"
                                    "</IsPreview></TechnicalSoundRecordingDetails>" +
                                    end)
                   .is_clip);
  EXPECT_FALSE(recording("382", "").is_clip);
}

TEST(ErnReader, ReadsDetailsByTerritoryAsDefaultAndDifferences) {
  TestMessage written;
  written.version = "382";
  written.resources =
      "<SoundRecording><SoundRecordingId><ISRC>JPZZ02600001</ISRC></SoundRecordingId>"
      "<ResourceReference>A1</ResourceReference>"
      "<ReferenceTitle><TitleText>Reference</TitleText></ReferenceTitle>"
      "<SoundRecordingDetailsByTerritory><TerritoryCode>JP</TerritoryCode>"
      "<Title TitleType=\"DisplayTitle\"><TitleText>遠い波</TitleText></Title>"
      "<Title TitleType=\"TranslatedTitle\" LanguageAndScriptCode=\"en\"><TitleText>Far Waves"
      "</TitleText></Title><DisplayArtist><PartyName><FullName>海音</FullName></PartyName>"
      "<ArtistRole>MainArtist</ArtistRole></DisplayArtist></SoundRecordingDetailsByTerritory>"
      "<SoundRecordingDetailsByTerritory><TerritoryCode>KR</TerritoryCode>"
      "<Title TitleType=\"DisplayTitle\" LanguageAndScriptCode=\"ko\"><TitleText>먼 "
      "파도</TitleText>"
      "</Title></SoundRecordingDetailsByTerritory></SoundRecording>";
  written.releases = album();
  const auto recording = message_of(written).contents.recordings.at(0);
  ASSERT_EQ(recording.titles.size(), 3u);
  EXPECT_TRUE(recording.titles[0].territories.empty());
  EXPECT_EQ(recording.titles[1].kind, NameKind::translated);
  EXPECT_EQ(recording.titles[2].territories, (std::vector<std::string>{"KR"}));
  EXPECT_EQ(recording.display_artist_names.at(0).text, "海音");
}

TEST(ErnReader, FindsTheMainReleaseOfThreeX) {
  const auto release = [](std::string_view reference, std::string_view type, std::string_view icpn,
                          std::string_view attributes = "") {
    return "<Release" + std::string(attributes) + "><ReleaseId><ICPN>" + std::string(icpn) +
           "</ICPN></ReleaseId><ReleaseReference>" + std::string(reference) +
           "</ReleaseReference><ReleaseType>" + std::string(type) + "</ReleaseType></Release>";
  };
  const auto main_of = [](std::string releases) {
    TestMessage written;
    written.version = "382";
    written.releases = std::move(releases);
    return message_of(written).statement.main_release.icpns.at(0);
  };
  const std::string first = release("R1", "TrackRelease", "4900000000016");
  EXPECT_EQ(main_of(first + release("R2", "Album", "4900000000023", " IsMainRelease=\"true\"") +
                    release("R0", "Album", "4900000000030")),
            "04900000000023");
  EXPECT_EQ(main_of(first + release("R2", "Album", "4900000000023") +
                    release("R0", "Album", "4900000000030")),
            "04900000000030");
  EXPECT_EQ(main_of(first + release("R2", "Album", "4900000000023")), "04900000000023");
}

TEST(ErnReader, TakesAMarkedTrackReleaseForTheMainOneWhereThereIsNoOther) {
  TestMessage written;
  written.version = "411";
  std::string second = track("R2", "A2");
  second.insert(second.find('>'), " IsMainRelease=\"true\"");
  written.releases = track("R1", "A1") + second;
  EXPECT_EQ(message_of(written).statement.main_release.proprietary.at(0), "PADPIDA2013042401U:R2");
  written.releases += album();
  EXPECT_EQ(message_of(written).statement.main_release.icpns.at(0), "04900000000016");
}

TEST(ErnReader, CountsTrackReleasesByTypeInThreeX) {
  TestMessage written;
  written.version = "382";
  written.releases =
      "<Release><ReleaseReference>R0</ReleaseReference><ReleaseType>Album</ReleaseType></Release>"
      "<Release><ReleaseReference>R1</ReleaseReference><ReleaseType>TrackRelease</ReleaseType>"
      "</Release><Release><ReleaseReference>R2</ReleaseReference><ReleaseType>VideoTrackRelease"
      "</ReleaseType></Release><Release><ReleaseReference>R3</ReleaseReference><ReleaseType>Single"
      "</ReleaseType></Release>";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.counts.releases, 2);
  EXPECT_EQ(message.counts.track_releases, 2);
  EXPECT_TRUE(finding_of(message, "release_without_id"));
}

TEST(ErnReader, CountsNoClipRelease) {
  TestMessage written = message_with_terms("");
  written.releases +=
      "<ClipRelease><ReleaseReference>R2</ReleaseReference>"
      "<ReleaseResourceReference>A1</ReleaseResourceReference></ClipRelease>";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(message.counts.releases, 1);
  EXPECT_EQ(message.counts.track_releases, 1);
  EXPECT_EQ(message.statement.releases.at(2).kind, catalogue::ReleaseKind::clip);
}

TEST(ErnReader, OrdersTracksByVolumeAndSequence) {
  const auto item = [](int sequence, std::string_view reference) {
    return "<ResourceGroupContentItem><SequenceNumber>" + std::to_string(sequence) +
           "</SequenceNumber><ReleaseResourceReference>" + std::string(reference) +
           "</ReleaseResourceReference></ResourceGroupContentItem>";
  };
  TestMessage written;
  written.releases =
      album("<ResourceGroup><ResourceGroup><SequenceNumber>2</SequenceNumber>" + item(1, "A3") +
            "</ResourceGroup><ResourceGroup><SequenceNumber>1"
            "</SequenceNumber>" +
            item(2, "A2") + item(1, "A1") +
            "</ResourceGroup><LinkedReleaseResourceReference>A9"
            "</LinkedReleaseResourceReference></ResourceGroup>");
  const auto release = message_of(written).contents.releases.at(0);
  EXPECT_EQ(release.resource_references, (std::vector<std::string>{"A1", "A2", "A3"}));
  EXPECT_EQ(release.linked_resource_references, (std::vector<std::string>{"A9"}));
}

TEST(ErnReader, GradesIdentifiers) {
  TestMessage written = message_with_terms("");
  written.releases =
      "<Release><ReleaseReference>R0</ReleaseReference><ReleaseId>"
      "<ICPN>4900000000017</ICPN><GRid>nonsense</GRid>"
      "<ProprietaryId>no namespace</ProprietaryId></ReleaseId></Release>";
  const ErnMessage message = message_of(written);
  EXPECT_TRUE(finding_of(message, "identifier_check_digit"));
  EXPECT_TRUE(finding_of(message, "identifier_malformed"));
  EXPECT_TRUE(finding_of(message, "identifier_without_namespace"));
  EXPECT_EQ(message.statement.main_release.icpns.at(0), "04900000000017");
  EXPECT_TRUE(message.statement.main_release.proprietary.empty());
}

TEST(ErnReader, SaysWhatAMessageLacks) {
  TestMessage written = message_with_terms("<TerritoryCode>JP</TerritoryCode>");
  written.releases += track("R2", "A1");
  written.resources += sound_recording("A2", "JPZZ02600002");
  const ErnMessage message = message_of(written);
  EXPECT_EQ(finding_of(message, "release_without_deal")->arguments.at(0).second, "R2");
  EXPECT_EQ(finding_of(message, "resource_unused")->arguments.at(0).second, "A2");
  EXPECT_TRUE(finding_of(message, "front_cover_missing"));
  EXPECT_FALSE(finding_of(message, "message_without_recording"));
  written.deals = "";
  EXPECT_FALSE(finding_of(message_of(written), "release_without_deal"));
}

TEST(ErnReader, KnowsTheElementsOfThreeXAndNamesThoseOfFourItHasNotMet) {
  TestMessage written = message_with_terms("");
  written.resources = sound_recording("A1", "JPZZ02600001", "<Invented>x</Invented>");
  EXPECT_FALSE(finding_of(message_of(written), "element_unknown"));
  EXPECT_EQ(finding_of(message_of(written), "element_not_met")->arguments.at(0).second, "Invented");
  EXPECT_FALSE(finding_of(message_of(message_with_terms("")), "element_not_met"));
  written.version = "382";
  const ErnMessage message = message_of(written);
  EXPECT_EQ(finding_of(message, "element_unknown")->arguments.at(0).second,
            "SoundRecordingEdition");
}

// Tables may name recordings by them.
TEST(ErnReader, KeepsTrackNumbersAndTheSendersOwnIds) {
  const auto item = [](const char* sequence, const char* reference) {
    return "<ResourceGroupContentItem><SequenceNumber>" + std::string(sequence) +
           "</SequenceNumber><ReleaseResourceReference>" + reference +
           "</ReleaseResourceReference></ResourceGroupContentItem>";
  };
  TestMessage written = message_with_terms("");
  written.resources =
      "<SoundRecording><ResourceReference>A1</ResourceReference>"
      "<SoundRecordingEdition><ResourceId><ISRC>JPZZ02600001</ISRC>"
      "<ProprietaryId Namespace=\"X\">KZ-1</ProprietaryId></ResourceId>"
      "</SoundRecordingEdition></SoundRecording>" +
      sound_recording("A2", "JPZZ02600002");
  written.releases =
      album("<ResourceGroup>" + item("2", "A1") + item("1", "A2") + "</ResourceGroup>") +
      track("R1", "A1");
  const ErnMessage one = message_of(written);
  EXPECT_EQ(one.contents.recordings.at(0).own_ids, std::vector<std::string>{"KZ-1"});
  EXPECT_EQ(one.contents.releases.at(0).resource_references,
            (std::vector<std::string>{"A2", "A1"}));
  EXPECT_EQ(one.contents.releases.at(0).track_numbers, (std::vector<int32_t>{1, 2}));
  // On two volumes "track 1" is two tracks.
  written.releases =
      album("<ResourceGroup><ResourceGroup>" + item("1", "A1") + "</ResourceGroup><ResourceGroup>" +
            item("1", "A2") + "</ResourceGroup></ResourceGroup>") +
      track("R1", "A1");
  EXPECT_TRUE(message_of(written).contents.releases.at(0).track_numbers.empty());
}

TEST(ErnReader, KeepsFindingsWithinTheirLimit) {
  TestMessage written = message_with_terms("");
  written.deals = "";
  for (int i = 0; i < 300; ++i) written.deals += release_deal("R1", deal(""));
  const ErnMessage message = message_of(written);
  EXPECT_EQ(std::ssize(message.findings), limits::findings_kept.value + 1);
  EXPECT_EQ(message.findings.back().code, "findings_omitted");
}

TEST(ErnReader, ReadsImageSizesInPixelsOnly) {
  TestMessage written = message_with_terms("");
  written.resources =
      "<Image><ResourceReference>A3</ResourceReference><Type>FrontCoverImage</Type>"
      "<TechnicalDetails><ImageHeight UnitOfMeasure=\"Pixel\">3000</ImageHeight>"
      "<ImageWidth UnitOfMeasure=\"Inch\">12</ImageWidth><File><URI>c.jpg</URI></File>"
      "</TechnicalDetails></Image>";
  const auto image = message_of(written).contents.images.at(0);
  EXPECT_EQ(image.height_px, 3000);
  EXPECT_FALSE(image.width_px);
  EXPECT_EQ(image.file, "c.jpg");
}

}  // namespace
}  // namespace umikoe::formats::ddex
