#include "app/demo/ern_text.h"

namespace umikoe::app::demo {
namespace {

void write_person(XmlText& xml, std::string_view element, std::string_view role_element,
                  const Person& person, const char* role) {
  xml.open(element, {{"SequenceNumber", "1"}});
  for (const Form& form : person.names) {
    xml.open("PartyName", {{"LanguageAndScriptCode", form.language}});
    xml.leaf("FullName", form.text);
    xml.close();
  }
  if (!person.isni.empty()) xml.leaf("PartyId", person.isni, {{"IsISNI", "true"}});
  xml.leaf(role_element, role);
  xml.close();
}

void write_reference_title(XmlText& xml, const Forms& titles) {
  xml.open("ReferenceTitle", {{"LanguageAndScriptCode", titles.front().language}});
  xml.leaf("TitleText", titles.front().text);
  xml.close();
}

void write_titles(XmlText& xml, const Forms& titles) {
  for (const Form& form : titles) {
    xml.open("Title", {{"LanguageAndScriptCode", form.language}, {"TitleType", "DisplayTitle"}});
    xml.leaf("TitleText", form.text);
    xml.close();
  }
}

void write_line(XmlText& xml, std::string_view element, const std::string& line) {
  if (line.empty()) return;
  xml.open(element);
  xml.leaf("Year", line.substr(4, 4));
  xml.leaf(std::string(element) + "Text", line);
  xml.close();
}

void write_recording(XmlText& xml, const Release& release, size_t index) {
  const Track& track = release.tracks[index];
  xml.open("SoundRecording", {{"LanguageAndScriptCode", "ja-Jpan"}});
  xml.leaf("SoundRecordingType", "MusicalWorkSoundRecording");
  xml.open("SoundRecordingId");
  xml.leaf("ISRC", track.isrc);
  xml.close();
  xml.leaf("ResourceReference", reference('A', index + 1));
  write_reference_title(xml, track.titles);
  xml.leaf("LanguageOfPerformance", track.language);
  xml.leaf("Duration", duration_text(track.seconds));
  xml.open("SoundRecordingDetailsByTerritory");
  xml.leaf("TerritoryCode", "Worldwide");
  write_titles(xml, track.titles);
  write_person(xml, "DisplayArtist", "ArtistRole", track.artist, "MainArtist");
  for (const Person& person : track.composers) {
    write_person(xml, "IndirectResourceContributor", "IndirectResourceContributorRole", person,
                 "Composer");
  }
  for (const Person& person : track.lyricists) {
    write_person(xml, "IndirectResourceContributor", "IndirectResourceContributorRole", person,
                 "Lyricist");
  }
  write_line(xml, "PLine", track.p_line);
  xml.open("Genre");
  xml.leaf("GenreText", track.genre);
  xml.close();
  xml.leaf("ParentalWarningType", track.warning);
  xml.open("TechnicalSoundRecordingDetails");
  xml.leaf("TechnicalResourceDetailsReference", reference('T', index + 1));
  xml.open("File");
  xml.leaf("FileName", file_name(release, track, index));
  xml.close();
  xml.close();
  xml.close();
  xml.close();
}

void write_cover(XmlText& xml, const Release& release) {
  const std::string px = std::to_string(release.cover_px);
  const size_t number = release.tracks.size() + 1;
  xml.open("Image");
  xml.leaf("ImageType", "FrontCoverImage");
  xml.open("ImageId");
  xml.leaf("ProprietaryId", "COVER:" + release.icpn, {{"Namespace", facts(Company::own).dpid}});
  xml.close();
  xml.leaf("ResourceReference", reference('A', number));
  xml.open("ImageDetailsByTerritory");
  xml.leaf("TerritoryCode", "Worldwide");
  xml.open("TechnicalImageDetails");
  xml.leaf("TechnicalResourceDetailsReference", reference('T', number));
  xml.leaf("ImageHeight", px, {{"UnitOfMeasure", "Pixel"}});
  xml.leaf("ImageWidth", px, {{"UnitOfMeasure", "Pixel"}});
  xml.open("File");
  xml.leaf("FileName", "resources/" + release.icpn + ".jpg");
  xml.close();
  xml.close();
  xml.close();
  xml.close();
}

void write_details(XmlText& xml, const Release& release, const Forms& titles) {
  xml.open("ReleaseDetailsByTerritory");
  xml.leaf("TerritoryCode", "Worldwide");
  for (const Form& form : release.artist_names) {
    xml.leaf("DisplayArtistName", form.text, {{"LanguageAndScriptCode", form.language}});
  }
  xml.leaf("LabelName", facts(release.label).name);
  write_titles(xml, titles);
  write_person(xml, "DisplayArtist", "ArtistRole", release.artist, "MainArtist");
  xml.leaf("ParentalWarningType", release.warning);
  for (const auto& genre : release.genres) {
    xml.open("Genre");
    xml.leaf("GenreText", genre);
    xml.close();
  }
  xml.close();
}

void write_main_release(XmlText& xml, const Release& release) {
  xml.open("Release", {{"IsMainRelease", "true"}, {"LanguageAndScriptCode", "ja-Jpan"}});
  xml.open("ReleaseId");
  xml.leaf("GRid", release.grid);
  xml.leaf("ICPN", release.icpn);
  xml.close();
  xml.leaf("ReleaseReference", "R0");
  write_reference_title(xml, release.titles);
  xml.open("ReleaseResourceReferenceList");
  for (size_t i = 0; i <= release.tracks.size(); ++i) {
    xml.leaf("ReleaseResourceReference", reference('A', i + 1),
             {{"ReleaseResourceType",
               i < release.tracks.size() ? "PrimaryResource" : "SecondaryResource"}});
  }
  xml.close();
  xml.leaf("ReleaseType", release.type);
  write_details(xml, release, release.titles);
  write_line(xml, "PLine", release.p_line);
  write_line(xml, "CLine", release.c_line);
  xml.leaf("GlobalOriginalReleaseDate", release.first_released.to_string());
  xml.close();
}

void write_track_release(XmlText& xml, const Release& release, size_t index) {
  xml.open("Release", {{"LanguageAndScriptCode", "ja-Jpan"}});
  xml.open("ReleaseId");
  xml.leaf("ProprietaryId", release.icpn + "_" + std::to_string(index + 1),
           {{"Namespace", facts(Company::own).dpid}});
  xml.close();
  xml.leaf("ReleaseReference", reference('R', index + 1));
  write_reference_title(xml, release.tracks[index].titles);
  xml.open("ReleaseResourceReferenceList");
  xml.leaf("ReleaseResourceReference", reference('A', index + 1),
           {{"ReleaseResourceType", "PrimaryResource"}});
  xml.close();
  xml.leaf("ReleaseType", "TrackRelease");
  write_details(xml, release, release.tracks[index].titles);
  xml.close();
}

// 3.x takes down by a deal that says so, from its start on.
void write_terms(XmlText& xml, const DealPlan& deal) {
  xml.open("Deal");
  xml.open("DealTerms");
  if (deal.takedown) {
    xml.leaf("TakeDown", "true");
  } else {
    for (const auto& model : deal.models) xml.leaf("CommercialModelType", model);
    xml.open("Usage");
    for (const auto& use : deal.uses) xml.leaf("UseType", use);
    xml.close();
  }
  for (const auto& code : deal.codes) {
    xml.leaf(deal.excluding ? "ExcludedTerritoryCode" : "TerritoryCode", code);
  }
  for (const auto& period : deal.periods) {
    xml.open("ValidityPeriod");
    xml.leaf("StartDate", period.start.to_string());
    if (period.last) xml.leaf("EndDate", period.last->to_string());
    xml.close();
  }
  xml.close();
  xml.close();
}

}  // namespace

void write_new_release_3(XmlText& xml, const Release& release, const Sending& sending) {
  xml.open("ern:NewReleaseMessage",
           {{"xmlns:ern", "http://ddex.net/xml/ern/382"},
            {"MessageSchemaVersionId", "ern/382"},
            {"ReleaseProfileVersionId", "CommonReleaseTypes/14/AudioAlbumMusicOnly"},
            {"LanguageAndScriptCode", "ja-Jpan"}});
  write_header(xml, release, sending);
  xml.open("ResourceList");
  for (size_t i = 0; i < release.tracks.size(); ++i) write_recording(xml, release, i);
  write_cover(xml, release);
  xml.close();
  xml.open("ReleaseList");
  write_main_release(xml, release);
  for (size_t i = 0; i < release.tracks.size(); ++i) write_track_release(xml, release, i);
  xml.close();
  xml.open("DealList");
  xml.open("ReleaseDeal");
  for (size_t i = 0; i <= release.tracks.size(); ++i) {
    xml.leaf("DealReleaseReference", reference('R', i));
  }
  for (const DealPlan& deal : sending.deals) write_terms(xml, deal);
  xml.close();
  xml.close();
  xml.close();
}

}  // namespace umikoe::app::demo
