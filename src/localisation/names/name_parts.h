#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "localisation/names/reading.h"

namespace umikoe::localisation {

// A part of a Japanese name that means something by itself.
struct MeaningPart {
  std::vector<std::string> meanings;  // English words that may translate it, lower case
  std::string letters;                // folded, of its reading
};
// Particles, endings and signs are no parts; a run of katakana is one for each borrowed word in it.
std::vector<MeaningPart> meaning_parts(const Reading& reading);

// Every spelling in folded Latin letters worth comparing, the likeliest first: as read, with
// borrowed words in their own spelling, and all kanji read as Sino-Japanese.
std::vector<std::string> latin_spellings(const Reading& reading);

// Whether a text has kana or kanji, so that it has to be read.
bool is_japanese(std::string_view text);

}  // namespace umikoe::localisation
