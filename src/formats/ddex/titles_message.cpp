#include "formats/ddex/titles_message.h"

#include <fmt/format.h>

#include "formats/xml_text.h"

namespace umikoe::formats::ddex {
namespace {

using catalogue::NameForm;
using catalogue::NameKind;

std::string numbered(char letter, size_t number) { return fmt::format("{}{}", letter, number); }

XmlText::Attributes attributes_of(const NameForm& form) {
  XmlText::Attributes attributes;
  if (!form.language.empty()) attributes.emplace_back("LanguageAndScriptCode", form.language.text);
  if (form.is_default) attributes.emplace_back("IsDefault", *form.is_default ? "true" : "false");
  if (form.is_in_original_language) {
    attributes.emplace_back("IsInOriginalLanguage",
                            *form.is_in_original_language ? "true" : "false");
  }
  return attributes;
}

void write_titles(XmlText& xml, const std::vector<NameForm>& titles) {
  if (titles.empty()) return;
  const NameForm& first = titles.front();
  XmlText::Attributes language;
  if (!first.language.empty()) language.emplace_back("LanguageAndScriptCode", first.language.text);
  xml.leaf("DisplayTitleText", first.text, language);
  for (const NameForm& form : titles) {
    xml.open("DisplayTitle", attributes_of(form));
    xml.leaf("TitleText", form.text);
    if (!form.sub_title.empty()) xml.leaf("SubTitle", form.sub_title);
    xml.close();
  }
}

void write_artists(XmlText& xml, const std::vector<NameForm>& names, size_t party) {
  for (const NameForm& form : names) {
    xml.leaf("DisplayArtistName", form.text, attributes_of(form));
  }
  xml.open("DisplayArtist", {{"SequenceNumber", "1"}});
  xml.leaf("ArtistPartyReference", numbered('P', party));
  xml.leaf("DisplayArtistRole", "MainArtist");
  xml.close();
}

void write_party(XmlText& xml, size_t number, const std::vector<NameForm>& names,
                 const std::string& dpid) {
  xml.open("Party");
  xml.leaf("PartyReference", numbered('P', number));
  for (const NameForm& form : names) {
    XmlText::Attributes language;
    if (!form.language.empty()) language.emplace_back("LanguageAndScriptCode", form.language.text);
    xml.open("PartyName", language);
    // A reading in kana is what FullNameIndexed sorts by; its element still needs a FullName.
    xml.leaf("FullName", form.text);
    if (form.kind == NameKind::indexed) xml.leaf("FullNameIndexed", form.text);
    xml.close();
  }
  if (!dpid.empty()) {
    xml.open("PartyId");
    xml.leaf("DPID", dpid);
    xml.close();
  }
  xml.close();
}

void write_header(XmlText& xml, const TitlesMessage& message) {
  xml.open("MessageHeader");
  xml.leaf("MessageThreadId", message.message_id);
  xml.leaf("MessageId", message.message_id);
  xml.open("MessageSender");
  xml.leaf("PartyId", message.sender_dpid);
  xml.open("PartyName");
  xml.leaf("FullName", message.sender_name);
  xml.close();
  xml.close();
  xml.open("MessageRecipient");
  xml.leaf("PartyId", message.recipient_dpid);
  xml.close();
  xml.leaf("MessageCreatedDateTime", message.created.to_string());
  xml.close();
}

void write_recording(XmlText& xml, const catalogue::Recording& recording, size_t number) {
  const bool video = recording.kind == catalogue::RecordingKind::video;
  xml.open(video ? "Video" : "SoundRecording");
  xml.leaf("ResourceReference", numbered('A', number));
  xml.leaf("Type", recording.type.empty()
                       ? (video ? "ShortFormMusicalWorkVideo" : "MusicalWorkSoundRecording")
                       : recording.type);
  xml.open(video ? "VideoEdition" : "SoundRecordingEdition");
  xml.open("ResourceId");
  if (recording.isrc) xml.leaf("ISRC", recording.isrc->to_string());
  xml.close();
  xml.close();
  write_titles(xml, recording.titles);
  write_artists(xml, recording.display_artist_names, number + 1);
  for (const std::string& language : recording.languages_of_performance) {
    xml.leaf("LanguageOfPerformance", language);
  }
  xml.close();
}

void write_release(XmlText& xml, const TitlesMessage& message) {
  const catalogue::Release& release = message.release;
  xml.open("Release");
  xml.leaf("ReleaseReference", "R0");
  xml.leaf("ReleaseType", release.types.empty() ? "Album" : release.types.front());
  xml.open("ReleaseId");
  for (const std::string& grid : release.ids.grids) xml.leaf("GRid", grid);
  for (const std::string& icpn : release.ids.icpns) xml.leaf("ICPN", icpn);
  xml.close();
  write_titles(xml, release.titles);
  write_artists(xml, release.display_artist_names, message.recordings.size() + 2);
  xml.leaf("ReleaseLabelReference", "P1");
  xml.open("ResourceGroup");
  for (size_t i = 0; i < message.recordings.size(); ++i) {
    xml.open("ResourceGroupContentItem");
    xml.leaf("SequenceNumber", std::to_string(i + 1));
    xml.leaf("ReleaseResourceReference", numbered('A', i + 1));
    xml.close();
  }
  xml.close();
  xml.close();
}

}  // namespace

std::string titles_message(const TitlesMessage& message) {
  XmlText xml;
  xml.open("ern:NewReleaseMessage", {{"xmlns:ern", "http://ddex.net/xml/ern/43"},
                                     {"AvsVersionId", "4"},
                                     {"LanguageAndScriptCode", "ja"},
                                     {"ReleaseProfileVersionId", "Audio"}});
  write_header(xml, message);
  xml.open("PartyList");
  write_party(xml, 1, {NameForm{.text = message.sender_name}}, message.sender_dpid);
  for (size_t i = 0; i < message.recordings.size(); ++i) {
    write_party(xml, i + 2, message.recordings[i].display_artist_names, {});
  }
  write_party(xml, message.recordings.size() + 2, message.release.display_artist_names, {});
  xml.close();
  xml.open("ResourceList");
  for (size_t i = 0; i < message.recordings.size(); ++i) {
    write_recording(xml, message.recordings[i], i + 1);
  }
  xml.close();
  xml.open("ReleaseList");
  write_release(xml, message);
  xml.close();
  xml.close();
  return xml.take();
}

}  // namespace umikoe::formats::ddex
