#pragma once

#include <string>
#include <vector>

#include "catalogue/recording.h"
#include "formats/ddex/ern_names.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

// Credits of ERN 3, whose parties are written inline.
std::vector<catalogue::Credit> credits_of_3(NameReader& names, Element details);
// Credits of ERN 4, whose parties are named by reference.
void add_credits_4(ErnReading& reading, Element resource, ReadRecording& read);
// The artist's name where ERN 3 leaves DisplayArtistName out: the names of the main artists in
// each language that all of them have.
std::vector<catalogue::NameForm> names_of_display_artists(
    const std::vector<catalogue::Credit>& credits);
// Titles and artist names of the …DetailsByTerritory composites of ERN 3: the first is the default
// for all territories, whatever it names; later ones carry only differences for theirs.
void read_details_by_territory(NameReader& names, const std::vector<Element>& composites,
                               std::vector<catalogue::NameForm>& titles,
                               std::vector<catalogue::NameForm>& artist_names);
// PLineText or CLineText of the first part that has one; else the year and the company.
struct LineNames {
  Name line;
  Name text;
  Name company;
};
inline constexpr LineNames p_line_names{"PLine", "PLineText", "PLineCompany"};
inline constexpr LineNames c_line_names{"CLine", "CLineText", "CLineCompany"};
std::string line_text(const std::vector<Element>& parts, const LineNames& names);

}  // namespace umikoe::formats::ddex
