#include "app/demo/ern_text.h"

#include <fmt/format.h>

namespace umikoe::app::demo {
namespace {

void write_party(XmlText& xml, std::string_view element, Company company) {
  xml.open(element);
  xml.leaf("PartyId", facts(company).dpid);
  xml.open("PartyName");
  xml.leaf("FullName", facts(company).name);
  xml.close();
  xml.close();
}

// ERN has purges of its own root; the release is named by its ids alone.
void write_purge(XmlText& xml, const Release& release, const Sending& sending) {
  xml.open("ern:PurgeReleaseMessage", {{"xmlns:ern", "http://ddex.net/xml/ern/" + release.version},
                                       {"LanguageAndScriptCode", "ja-Jpan"}});
  write_header(xml, release, sending);
  xml.open("PurgedRelease");
  xml.open("ReleaseId");
  xml.leaf("GRid", release.grid);
  xml.leaf("ICPN", release.icpn);
  xml.close();
  xml.open("Title", {{"LanguageAndScriptCode", "ja-Jpan"}, {"TitleType", "DisplayTitle"}});
  xml.leaf("TitleText", release.titles.front().text);
  xml.close();
  xml.close();
  xml.close();
}

}  // namespace

std::string duration_text(int seconds) {
  return fmt::format("PT{}M{}S", seconds / 60, seconds % 60);
}

std::string file_name(const Release& release, const Track& track, size_t track_index) {
  return fmt::format("resources/{}_{:03}.{}", release.icpn, track_index + 1,
                     track.is_video ? "mp4" : "flac");
}

std::string reference(char letter, size_t number) { return fmt::format("{}{}", letter, number); }

XmlText::Attributes form_attributes(const Form& form) {
  XmlText::Attributes attributes;
  if (!form.language.empty()) attributes.emplace_back("LanguageAndScriptCode", form.language);
  if (!form.territory.empty()) attributes.emplace_back("ApplicableTerritoryCode", form.territory);
  if (form.is_default) attributes.emplace_back("IsDefault", "true");
  if (form.is_original) attributes.emplace_back("IsInOriginalLanguage", "true");
  return attributes;
}

void write_header(XmlText& xml, const Release& release, const Sending& sending) {
  xml.open("MessageHeader");
  xml.leaf("MessageThreadId", fmt::format("DEMO-{}", release.icpn));
  xml.leaf("MessageId",
           fmt::format("DEMO-{}-{}-{}", release.icpn, facts(sending.recipients.front()).dpid,
                       sending.created.seconds));
  write_party(xml, "MessageSender", sending.sender);
  if (sending.on_behalf) write_party(xml, "SentOnBehalfOf", *sending.on_behalf);
  for (const Company recipient : sending.recipients) {
    write_party(xml, "MessageRecipient", recipient);
  }
  xml.leaf("MessageCreatedDateTime", sending.created.to_string());
  xml.leaf("MessageControlType", "LiveMessage");
  xml.close();
}

std::string ern_message(const Release& release, const Sending& sending) {
  XmlText xml;
  xml.comment("DEMO: every party, name, number and recording here is invented.");
  if (sending.purge) {
    write_purge(xml, release, sending);
  } else if (release.version == "382") {
    write_new_release_3(xml, release, sending);
  } else {
    write_new_release_4(xml, release, sending);
  }
  return xml.take();
}

}  // namespace umikoe::app::demo
