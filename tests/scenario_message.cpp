#include "scenario_message.h"

#include <fmt/format.h>

#include <sstream>
#include <vector>

namespace umikoe::scenario {
namespace {

std::string fact(const Facts& facts, const std::string& name, const std::string& otherwise) {
  const auto at = facts.find(name);
  return at == facts.end() ? otherwise : at->second;
}

std::vector<std::string> words(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string word; std::getline(in, word, separator);) {
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

std::string header(const Facts& facts) {
  std::string behalf = fact(facts, "on_behalf_of", "");
  if (!behalf.empty())
    behalf = fmt::format("<SentOnBehalfOf><PartyId>{}</PartyId></SentOnBehalfOf>", behalf);
  return fmt::format(
      "<MessageHeader><MessageId>{}</MessageId><MessageSender><PartyId>{}</PartyId></"
      "MessageSender>{}"
      "<MessageRecipient><PartyId>{}</PartyId></MessageRecipient>"
      "<MessageCreatedDateTime>{}</MessageCreatedDateTime>"
      "<MessageControlType>{}</MessageControlType></MessageHeader>\n",
      fact(facts, "id", "1"), fact(facts, "sender", "PADPIDA2099000001A"), behalf,
      fact(facts, "recipient", "PADPIDA2099000002B"),
      fact(facts, "created", "2024-01-01T00:00:00Z"), fact(facts, "control", "LiveMessage"));
}

std::string recording(const std::string& isrc, size_t number, const std::string& title) {
  return fmt::format(
      "<SoundRecording><ResourceReference>A{0}</ResourceReference><Type>MusicalWorkSoundRecording</"
      "Type>"
      "<SoundRecordingEdition><ResourceId><ISRC>{1}</ISRC></ResourceId></SoundRecordingEdition>"
      "<DisplayTitleText>{2}</DisplayTitleText><DisplayTitle><TitleText>{2}</TitleText></"
      "DisplayTitle>"
      "<DisplayArtistName>Demo "
      "Artist</DisplayArtistName><Duration>PT4M0S</Duration></SoundRecording>\n",
      number, isrc, title);
}

std::string track(size_t number) {
  return fmt::format(
      "<TrackRelease><ReleaseReference>R{0}</ReleaseReference><ReleaseId><ProprietaryId "
      "Namespace=\"PADPIDA2099000001A\">T{0}</ProprietaryId></ReleaseId>"
      "<ReleaseResourceReference>A{0}</ReleaseResourceReference></TrackRelease>\n",
      number);
}

std::string territories(const std::string& deal) {
  std::string out;
  for (std::string code : words(deal, ' ')) {
    const bool excluded = code[0] == '-';
    if (excluded) code.erase(0, 1);
    out += excluded ? fmt::format("<ExcludedTerritoryCode>{}</ExcludedTerritoryCode>", code)
                    : fmt::format("<TerritoryCode>{}</TerritoryCode>", code);
  }
  return out;
}

std::string moment(const char* element, const std::string& written) {
  if (written.empty()) return "";
  const char* kind = written.find('T') == std::string::npos ? "Date" : "DateTime";
  return fmt::format("<{0}{1}>{2}</{0}{1}>", element, kind, written);
}

std::string channel(const Facts& facts) {
  const std::string dpid = fact(facts, "channel", "");
  if (dpid.empty()) return "";
  return fmt::format("<DistributionChannel><PartyId>{}</PartyId></DistributionChannel>", dpid);
}

std::string deals(const Facts& facts, size_t tracks) {
  std::string references;
  for (size_t i = 1; i <= tracks; ++i) {
    references += fmt::format("<DealReleaseReference>R{}</DealReleaseReference>", i);
  }
  std::string out = "<ReleaseDeal>" + references;
  for (const auto& deal : words(fact(facts, "deal", "Worldwide"), '|')) {
    if (deal == "none") return "";
    out += fmt::format(
        "<Deal><DealTerms>{}<ValidityPeriod>{}{}</ValidityPeriod><CommercialModelType>{}"
        "</CommercialModelType><UseType>{}</UseType>{}</DealTerms></Deal>",
        territories(deal), moment("Start", fact(facts, "from", "2020-01-01")),
        moment("End", fact(facts, "until", "")), fact(facts, "model", "SubscriptionModel"),
        fact(facts, "use", "OnDemandStream"), channel(facts));
  }
  return out + "</ReleaseDeal>";
}

std::string purge(const Facts& facts) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ern:PurgeReleaseMessage "
      "xmlns:ern=\"http://ddex.net/xml/ern/43\" AvsVersionId=\"4\" "
      "LanguageAndScriptCode=\"en\">\n{}"
      "<PurgedRelease><ReleaseId><ICPN>{}</ICPN></ReleaseId></PurgedRelease>"
      "</ern:PurgeReleaseMessage>\n",
      header(facts), fact(facts, "icpn", "4900000000009"));
}

}  // namespace

std::string ern_message(const Facts& facts) {
  if (fact(facts, "kind", "release") == "purge") return purge(facts);
  const auto isrcs = words(fact(facts, "isrc", "JPZZ02400001"), ' ');
  std::string resources;
  std::string tracks;
  std::string content;
  for (size_t i = 1; i <= isrcs.size(); ++i) {
    resources += recording(isrcs[i - 1], i, fact(facts, "title", "Demo Song"));
    tracks += track(i);
    content += fmt::format(
        "<ResourceGroupContentItem><ReleaseResourceReference>A{}</ReleaseResourceReference>"
        "</ResourceGroupContentItem>",
        i);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ern:NewReleaseMessage "
      "xmlns:ern=\"http://ddex.net/xml/ern/43\" AvsVersionId=\"4\" LanguageAndScriptCode=\"en\">\n"
      "{}<ResourceList>{}</ResourceList><ReleaseList><Release><ReleaseReference>R0</"
      "ReleaseReference>"
      "<ReleaseType>Album</ReleaseType><ReleaseId><ICPN>{}</ICPN></ReleaseId>"
      "<DisplayTitleText>Demo Album</DisplayTitleText><DisplayTitle><TitleText>Demo "
      "Album</TitleText>"
      "</DisplayTitle><DisplayArtistName>Demo Artist</DisplayArtistName><ResourceGroup>{}"
      "</ResourceGroup></Release>\n{}</ReleaseList><DealList>{}</DealList></"
      "ern:NewReleaseMessage>\n",
      header(facts), resources, fact(facts, "icpn", "4900000000009"), content, tracks,
      deals(facts, isrcs.size()));
}

}  // namespace umikoe::scenario
