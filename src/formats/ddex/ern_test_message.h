#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "formats/ddex/ern_reader.h"

namespace umikoe::formats::ddex {

// Invented messages for tests, put together from the parts a test is about.
struct TestMessage {
  std::string version = "43";
  std::string root_attributes = " LanguageAndScriptCode=\"ja-Jpan\"";
  std::string created = "2026-01-10T09:00:00+09:00";
  std::string header_more = "";
  std::string parties = "";
  std::string resources = "";
  std::string releases = "";
  std::string deals = "";

  std::string xml() const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ern:NewReleaseMessage "
           "xmlns:ern=\"http://ddex.net/xml/ern/" +
           version + "\"" + root_attributes + ">\n" + header() + "<PartyList>" + parties +
           "</PartyList>\n<ResourceList>" + resources + "</ResourceList>\n<ReleaseList>" +
           releases + "</ReleaseList>\n<DealList>" + deals +
           "</DealList>\n</ern:NewReleaseMessage>\n";
  }
  std::string header() const {
    return "<MessageHeader><MessageId>M-1</MessageId>"
           "<MessageSender><PartyId>PADPIDA2013042401U</PartyId></MessageSender>"
           "<MessageRecipient><PartyId>PADPIDA2009101501Y</PartyId></MessageRecipient>"
           "<MessageCreatedDateTime>" +
           created + "</MessageCreatedDateTime>" + header_more + "</MessageHeader>\n";
  }
};

inline std::string sound_recording(std::string_view reference, std::string_view isrc,
                                   std::string_view more = "") {
  return "<SoundRecording><ResourceReference>" + std::string(reference) +
         "</ResourceReference><SoundRecordingEdition><ResourceId><ISRC>" + std::string(isrc) +
         "</ISRC></ResourceId></SoundRecordingEdition>" + std::string(more) + "</SoundRecording>";
}

inline std::string album(std::string_view more = "") {
  return "<Release><ReleaseReference>R0</ReleaseReference><ReleaseType>Album</ReleaseType>"
         "<ReleaseId><ICPN>4900000000016</ICPN></ReleaseId>" +
         std::string(more) + "</Release>";
}

inline std::string track(std::string_view reference, std::string_view resource) {
  return "<TrackRelease><ReleaseReference>" + std::string(reference) +
         "</ReleaseReference><ReleaseId><ProprietaryId Namespace=\"PADPIDA2013042401U\">" +
         std::string(reference) + "</ProprietaryId></ReleaseId><ReleaseResourceReference>" +
         std::string(resource) + "</ReleaseResourceReference></TrackRelease>";
}

inline std::string deal(std::string_view terms) {
  return "<Deal><DealTerms>" + std::string(terms) + "</DealTerms></Deal>";
}

inline std::string release_deal(std::string_view reference, std::string_view deals) {
  return "<ReleaseDeal><DealReleaseReference>" + std::string(reference) +
         "</DealReleaseReference>" + std::string(deals) + "</ReleaseDeal>";
}

// A message with one recording, an album, a track release and one deal of the given terms.
inline TestMessage message_with_terms(std::string_view terms) {
  TestMessage message;
  message.resources = sound_recording("A1", "JPZZ02600001");
  message.releases = album() + track("R1", "A1");
  message.deals = release_deal("R1", deal(terms));
  return message;
}

inline Result<ErnMessage> read_text(std::string_view xml, size_t piece = 64 * 1024) {
  return read_ern(from_memory(xml, piece));
}

inline const Finding* finding_of(const ErnMessage& message, std::string_view code) {
  const auto found = std::ranges::find(message.findings, code, &Finding::code);
  return found == message.findings.end() ? nullptr : &*found;
}

}  // namespace umikoe::formats::ddex
