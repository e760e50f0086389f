#include "formats/ddex/ern_credits.h"

#include <algorithm>
#include <iterator>

#include "base/territory.h"
#include "formats/ddex/ern_party.h"

namespace umikoe::formats::ddex {

using catalogue::Credit;
using catalogue::NameForm;
using catalogue::NameKind;

namespace {

std::vector<std::string> roles_of(Element credit) {
  std::vector<std::string> roles;
  for (const Element& element : credit.children()) {
    const bool is_role = element.name_text().ends_with("Role");
    if (!is_role || element.text().empty()) continue;
    std::string role(element.text());
    if (role == "UserDefined" && element.has_attribute("UserDefinedValue")) {
      role = std::string(element.attribute("UserDefinedValue"));
    }
    if (std::ranges::find(roles, role) == roles.end()) roles.push_back(std::move(role));
  }
  return roles;
}

// The codes a later details-by-territory composite is about; none for everywhere.
std::vector<std::string> territories_of(Element details) {
  std::vector<std::string> codes;
  for (const Element& code : details.children("TerritoryCode")) {
    if (code.text() == "Worldwide") return {};
    codes.emplace_back(code.text());
  }
  TerritorySet excluded;
  const Elements exclusions = details.children("ExcludedTerritoryCode");
  for (const Element& code : exclusions) {
    if (const auto set = expand_territory(code.text(), Date{})) excluded = excluded | *set;
  }
  if (exclusions.empty() || excluded.empty()) return codes;
  for (const TerritoryCode& territory : (TerritorySet::all() - excluded).members()) {
    codes.emplace_back(territory.code());
  }
  return codes;
}

// Names written with both words in one language, in the order of the artists.
void add_joined(const std::vector<const Credit*>& artists, const NameForm& first,
                std::vector<NameForm>& forms) {
  NameForm joined = first;
  joined.is_default = std::nullopt;
  for (size_t i = 1; i < artists.size(); ++i) {
    const auto& names = artists[i]->party.names;
    const auto same = std::ranges::find_if(names, [&](const NameForm& name) {
      return name.kind == NameKind::display && name.language == first.language;
    });
    if (same == names.end()) return;
    joined.text += ", " + same->text;
  }
  if (std::ranges::find(forms, joined) == forms.end()) forms.push_back(std::move(joined));
}

}  // namespace

std::vector<Credit> credits_of_3(NameReader& names, Element details) {
  std::vector<Credit> credits;
  for (const Element& element : details.children()) {
    const bool artist = element.name() == "DisplayArtist" || element.name() == "DisplayConductor";
    if (!artist && element.name() != "ResourceContributor" &&
        element.name() != "IndirectResourceContributor") {
      continue;
    }
    Credit credit{
        .party = party_of(names, element), .roles = roles_of(element), .is_display_artist = artist};
    if (!credit.party.name.empty() || !credit.party.keys().empty()) {
      credits.push_back(std::move(credit));
    }
  }
  return credits;
}

void add_credits_4(ErnReading& reading, Element resource, ReadRecording& read) {
  for (const Element& element : resource.children()) {
    const bool artist = element.name() == "DisplayArtist";
    if (!artist && element.name() != "Contributor") continue;
    const Element reference =
        element.child(artist ? Name("ArtistPartyReference") : Name("ContributorPartyReference"));
    if (reference.text().empty()) continue;
    name_party(reading, reference);
    read.credit_parties.emplace_back(reference.text());
    read.recording.credits.push_back(
        {.party = {}, .roles = roles_of(element), .is_display_artist = artist});
  }
}

std::vector<NameForm> names_of_display_artists(const std::vector<Credit>& credits) {
  std::vector<const Credit*> artists;
  for (const Credit& credit : credits) {
    const bool main = std::ranges::find(credit.roles, "MainArtist") != credit.roles.end();
    if (credit.is_display_artist && (main || credit.roles.empty())) artists.push_back(&credit);
  }
  std::vector<NameForm> forms;
  if (artists.empty()) return forms;
  for (const NameForm& name : artists.front()->party.names) {
    if (name.kind == NameKind::display) add_joined(artists, name, forms);
  }
  return forms;
}

void read_details_by_territory(NameReader& names, const std::vector<Element>& composites,
                               std::vector<NameForm>& titles, std::vector<NameForm>& artist_names) {
  for (size_t i = 0; i < composites.size(); ++i) {
    names.territories = i == 0 ? std::vector<std::string>() : territories_of(composites[i]);
    add_titles_3(names, composites[i], titles);
    std::ranges::move(display_artist_names_of(names, composites[i]),
                      std::back_inserter(artist_names));
  }
  names.territories.clear();
}

std::string line_text(const std::vector<Element>& parts, const LineNames& names) {
  for (const Element& part : parts) {
    const Element line = part.child(names.line);
    if (!line) continue;
    const std::string_view text = line.child(names.text).text();
    if (!text.empty()) return std::string(text);
    const std::string_view company = line.child(names.company).text();
    if (company.empty()) continue;
    return std::string(line.child("Year").text()) + " " + std::string(company);
  }
  return {};
}

}  // namespace umikoe::formats::ddex
