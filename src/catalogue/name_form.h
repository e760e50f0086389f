#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/language_tag.h"

namespace umikoe::catalogue {

// What kind of title or name a form is. DDEX TitleType and the attributes of ERN 4 map onto these.
enum class NameKind {
  display,         // DisplayTitle, DisplayTitleText, DisplayArtistName, FullName
  formal,          // FormalTitle
  original,        // OriginalTitle
  translated,      // TranslatedTitle
  transliterated,  // TransliteratedTitle, FullNameAsciiTranscribed
  indexed,         // FullNameIndexed: the sort or reading form
  grouping,        // GroupingTitle
  other
};

// One written form of a title or name, with the language and script it is in as far as stated.
struct NameForm {
  std::string text;
  std::string sub_title = {};
  NameKind kind = NameKind::display;
  LanguageTag language = {};  // inherited from the composite or root when not on the element
  std::string language_as_written = {};
  std::vector<std::string> territories = {};  // ApplicableTerritoryCode; empty: everywhere
  std::optional<bool> is_default = {};
  std::optional<bool> is_in_original_language = {};

  bool operator==(const NameForm&) const = default;
};

}  // namespace umikoe::catalogue
