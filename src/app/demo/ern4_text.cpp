#include <map>

#include "app/demo/ern_text.h"

namespace umikoe::app::demo {
namespace {

// Parties are listed once and referred to.
class Parties {
 public:
  std::string of(const Person& person) {
    const std::string& name = person.names.front().text;
    const auto [at, fresh] = references_.try_emplace(name, list_.size());
    if (fresh) list_.push_back(person);
    return reference('P', at->second + 2);  // P1 is the label
  }
  void write(XmlText& xml, Company label) const {
    xml.open("PartyList");
    xml.open("Party");
    xml.leaf("PartyReference", "P1");
    xml.open("PartyName", {{"LanguageAndScriptCode", "en"}});
    xml.leaf("FullName", facts(label).name);
    xml.close();
    xml.open("PartyId");
    xml.leaf("DPID", facts(label).dpid);
    xml.close();
    xml.close();
    for (size_t i = 0; i < list_.size(); ++i) write_person(xml, list_[i], i + 2);
    xml.close();
  }

 private:
  static void write_person(XmlText& xml, const Person& person, size_t number) {
    xml.open("Party");
    xml.leaf("PartyReference", reference('P', number));
    for (const Form& form : person.names) {
      xml.open("PartyName", form_attributes(form));
      xml.leaf("FullName", form.text);
      xml.close();
    }
    if (!person.isni.empty()) {
      xml.open("PartyId");
      xml.leaf("ISNI", person.isni);
      xml.close();
    }
    xml.close();
  }

  std::map<std::string, size_t> references_;
  std::vector<Person> list_;
};

void write_titles(XmlText& xml, const Forms& titles) {
  xml.leaf("DisplayTitleText", titles.front().text,
           {{"LanguageAndScriptCode", titles.front().language}});
  for (const Form& form : titles) {
    xml.open("DisplayTitle", form_attributes(form));
    xml.leaf("TitleText", form.text);
    xml.close();
  }
}

void write_artist(XmlText& xml, const Forms& names, const std::string& party) {
  for (const Form& form : names) xml.leaf("DisplayArtistName", form.text, form_attributes(form));
  xml.open("DisplayArtist", {{"SequenceNumber", "1"}});
  xml.leaf("ArtistPartyReference", party);
  xml.leaf("DisplayArtistRole", "MainArtist");
  xml.close();
}

void write_line(XmlText& xml, std::string_view element, const std::string& line) {
  if (line.empty()) return;
  const std::string text_element = std::string(element) + "Text";
  xml.open(element);
  xml.leaf("Year", line.substr(4, 4));
  xml.leaf(text_element, line);
  xml.close();
}

void write_ids(XmlText& xml, const Release& release, const Track& track) {
  xml.open("ResourceId");
  if (track.isrc.empty()) {
    xml.leaf("ProprietaryId", release.icpn + "_DEMO", {{"Namespace", facts(Company::own).dpid}});
  } else {
    xml.leaf("ISRC", track.isrc);
  }
  xml.close();
}

void write_file(XmlText& xml, const Release& release, const Track& track, size_t index) {
  xml.open("TechnicalDetails");
  xml.leaf("TechnicalResourceDetailsReference", reference('T', index + 1));
  xml.open("DeliveryFile");
  xml.leaf("Type", track.is_video ? "AudioVisualFile" : "AudioFile");
  if (track.asset_seconds > 0) xml.leaf("Duration", duration_text(track.asset_seconds));
  xml.open("File");
  xml.leaf("URI", file_name(release, track, index));
  xml.close();
  xml.close();
  xml.close();
}

// ERN 4.3 moved identifiers, P line and files into an edition; 4.2 has them in the resource.
void write_edition(XmlText& xml, const Release& release, const Track& track, size_t index) {
  const bool has_edition = release.version == "43";
  if (has_edition) xml.open(track.is_video ? "VideoEdition" : "SoundRecordingEdition");
  write_ids(xml, release, track);
  write_line(xml, "PLine", track.p_line);
  write_file(xml, release, track, index);
  if (has_edition) xml.close();
}

void write_contributors(XmlText& xml, Parties& parties, const std::vector<Person>& people,
                        const char* role) {
  for (const Person& person : people) {
    xml.open("Contributor");
    xml.leaf("ContributorPartyReference", parties.of(person));
    xml.leaf("Role", role);
    xml.close();
  }
}

void write_resource(XmlText& xml, Parties& parties, const Release& release, size_t index) {
  const Track& track = release.tracks[index];
  xml.open(track.is_video ? "Video" : "SoundRecording");
  xml.leaf("ResourceReference", reference('A', index + 1));
  xml.leaf("Type", track.is_video ? "ShortFormMusicalWorkVideo" : "MusicalWorkSoundRecording");
  write_edition(xml, release, track, index);
  write_titles(xml, track.titles);
  write_artist(xml, track.artist_names, parties.of(track.artist));
  write_contributors(xml, parties, track.composers, "Composer");
  write_contributors(xml, parties, track.lyricists, "Lyricist");
  xml.leaf("Duration", duration_text(track.seconds));
  if (!track.warning.empty()) xml.leaf("ParentalWarningType", track.warning);
  if (!track.language.empty()) xml.leaf("LanguageOfPerformance", track.language);
  for (const auto& language : track.subtitles) xml.leaf("SubTitleLanguage", language);
  xml.open("DisplayGenre");
  xml.leaf("GenreText", track.genre);
  xml.close();
  xml.close();
}

void write_cover(XmlText& xml, const Release& release) {
  const std::string px = std::to_string(release.cover_px);
  const size_t number = release.tracks.size() + 1;
  xml.open("Image");
  xml.leaf("ResourceReference", reference('A', number));
  xml.leaf("Type", "FrontCoverImage");
  xml.open("ResourceId");
  xml.leaf("ProprietaryId", "COVER:" + release.icpn, {{"Namespace", facts(Company::own).dpid}});
  xml.close();
  xml.leaf("ParentalWarningType", "NotExplicit");
  xml.open("TechnicalDetails");
  xml.leaf("TechnicalResourceDetailsReference", reference('T', number));
  xml.leaf("ImageHeight", px, {{"UnitOfMeasure", "Pixel"}});
  xml.leaf("ImageWidth", px, {{"UnitOfMeasure", "Pixel"}});
  xml.open("File");
  xml.leaf("URI", "resources/" + release.icpn + ".jpg");
  xml.close();
  xml.close();
  xml.close();
}

void write_label(XmlText& xml, const Release& release) {
  XmlText::Attributes attributes;
  if (!release.label_territory.empty()) {
    attributes.emplace_back("ApplicableTerritoryCode", release.label_territory);
  }
  xml.leaf("ReleaseLabelReference", "P1", attributes);
}

void write_genres(XmlText& xml, const std::vector<std::string>& genres) {
  for (const auto& genre : genres) {
    xml.open("DisplayGenre");
    xml.leaf("GenreText", genre);
    xml.close();
  }
}

void write_track_group(XmlText& xml, const Release& release) {
  xml.open("ResourceGroup");
  for (size_t i = 0; i < release.tracks.size(); ++i) {
    xml.open("ResourceGroupContentItem");
    xml.leaf("SequenceNumber", std::to_string(i + 1));
    xml.leaf("ReleaseResourceReference", reference('A', i + 1));
    if (i == 0) {
      xml.leaf("LinkedReleaseResourceReference", reference('A', release.tracks.size() + 1));
    }
    xml.close();
  }
  xml.close();
}

void write_main_release(XmlText& xml, Parties& parties, const Release& release) {
  xml.open("Release");
  xml.leaf("ReleaseReference", "R0");
  xml.leaf("ReleaseType", release.type);
  xml.open("ReleaseId");
  xml.leaf("GRid", release.grid);
  xml.leaf("ICPN", release.icpn);
  xml.close();
  write_titles(xml, release.titles);
  write_artist(xml, release.artist_names, parties.of(release.artist));
  write_label(xml, release);
  write_line(xml, "PLine", release.p_line);
  write_line(xml, "CLine", release.c_line);
  write_genres(xml, release.genres);
  xml.leaf("ReleaseDate", release.released.to_string());
  xml.leaf("OriginalReleaseDate", release.first_released.to_string());
  if (!release.warning.empty()) xml.leaf("ParentalWarningType", release.warning);
  write_track_group(xml, release);
  xml.close();
}

void write_track_release(XmlText& xml, const Release& release, size_t index) {
  xml.open("TrackRelease");
  xml.leaf("ReleaseReference", reference('R', index + 1));
  xml.open("ReleaseId");
  xml.leaf("ProprietaryId", release.icpn + "_" + std::to_string(index + 1),
           {{"Namespace", facts(Company::own).dpid}});
  xml.close();
  xml.leaf("ReleaseResourceReference", reference('A', index + 1));
  write_label(xml, release);
  write_genres(xml, release.genres);
  xml.close();
}

void write_terms(XmlText& xml, const DealPlan& deal) {
  xml.open("Deal");
  xml.open("DealTerms");
  for (const auto& code : deal.codes) {
    xml.leaf(deal.excluding ? "ExcludedTerritoryCode" : "TerritoryCode", code);
  }
  for (const auto& period : deal.periods) {
    xml.open("ValidityPeriod");
    xml.leaf("StartDate", period.start.to_string());
    if (period.last) xml.leaf("EndDate", period.last->to_string());
    xml.close();
  }
  for (const auto& model : deal.models) xml.leaf("CommercialModelType", model);
  for (const auto& use : deal.uses) xml.leaf("UseType", use);
  if (!deal.price.empty()) {
    xml.open("PriceInformation");
    xml.leaf("PriceCode", deal.price, {{"Namespace", facts(Company::own).dpid}});
    xml.close();
  }
  xml.close();
  xml.close();
}

void write_deals(XmlText& xml, const Release& release, const Sending& sending) {
  xml.open("DealList");
  if (!sending.deals.empty()) {
    xml.open("ReleaseDeal");
    xml.leaf("DealReleaseReference", "R0");
    for (size_t i = 0; i < release.tracks.size(); ++i) {
      bool has_deal = true;
      for (const size_t without : release.tracks_without_deal) has_deal = has_deal && without != i;
      if (has_deal) xml.leaf("DealReleaseReference", reference('R', i + 1));
    }
    for (const DealPlan& deal : sending.deals) write_terms(xml, deal);
    xml.close();
  }
  xml.close();
}

}  // namespace

void write_new_release_4(XmlText& xml, const Release& release, const Sending& sending) {
  XmlText::Attributes root{{"xmlns:ern", "http://ddex.net/xml/ern/" + release.version},
                           {"ReleaseProfileVersionId",
                            release.tracks.front().is_video ? "Video" : "Audio"},
                           {"LanguageAndScriptCode", "ja-Jpan"}};
  if (release.version == "43") root.emplace_back("AvsVersionId", "3");
  // The party list stands before the resources that decide what is in it.
  Parties parties;
  XmlText ignored;
  for (size_t i = 0; i < release.tracks.size(); ++i) write_resource(ignored, parties, release, i);
  parties.of(release.artist);

  xml.open("ern:NewReleaseMessage", root);
  write_header(xml, release, sending);
  parties.write(xml, release.label);
  xml.open("ResourceList");
  for (size_t i = 0; i < release.tracks.size(); ++i) write_resource(xml, parties, release, i);
  write_cover(xml, release);
  xml.close();
  xml.open("ReleaseList");
  write_main_release(xml, parties, release);
  for (size_t i = 0; i < release.tracks.size(); ++i) write_track_release(xml, release, i);
  xml.close();
  write_deals(xml, release, sending);
  xml.close();
}

}  // namespace umikoe::app::demo
