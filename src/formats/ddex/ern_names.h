#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language_tag.h"
#include "catalogue/name_form.h"
#include "formats/ddex/composite.h"
#include "formats/findings.h"

namespace umikoe::formats::ddex {

// Language tags already parsed: a message has few, and each stands at thousands of names.
class LanguageTags {
 public:
  ParsedLanguageTag parse(std::string_view written);

 private:
  std::vector<std::pair<std::string, ParsedLanguageTag>> known_;
};

// Titles and names: one NameForm per written form, with the language in force at the element.
struct NameReader {
  Findings& findings;
  LanguageTags& languages;
  std::vector<std::string> territories = {};  // of the …DetailsByTerritory being read (3.x)

  LanguageTag language(Element at);
  catalogue::NameForm form(Element at, std::string_view text, catalogue::NameKind kind);
  catalogue::NameForm title(Element composite, catalogue::NameKind kind);
};

// TitleType of a Title or AdditionalTitle, with or without its suffix "Title".
catalogue::NameKind kind_of_title_type(std::string_view title_type);
// Territory codes of ApplicableTerritoryCode; none for "Worldwide".
std::vector<std::string> applicable_territories(Element at);
// Every title of a recording or release of ERN 4.
std::vector<catalogue::NameForm> titles_of(NameReader& names, Element composite);
// Adds the titles of one composite of ERN 3 (the recording itself, or its details by territory).
void add_titles_3(NameReader& names, Element composite, std::vector<catalogue::NameForm>& titles);
// ReferenceTitle stands in where no title for display is given.
void add_reference_title_3(NameReader& names, Element composite,
                           std::vector<catalogue::NameForm>& titles);
std::vector<catalogue::NameForm> display_artist_names_of(NameReader& names, Element composite);
// The forms of every PartyName below a party composite.
std::vector<catalogue::NameForm> party_names_of(NameReader& names, Element party);

}  // namespace umikoe::formats::ddex
