#pragma once

#include <string>
#include <string_view>

#include "localisation/names/reading.h"

namespace umikoe::localisation {

// A run of katakana as the foreign words it is made of, by the longest listed pieces
// (ミラクルペイント: "miracle paint"); empty when a part of it is no listed word.
std::string foreign_spelling(std::string_view katakana);

// The same for one word of a reading: only where the name itself is written in katakana there,
// since a kanji's reading is no borrowed word.
std::string foreign_spelling(std::string_view katakana, const Reading& reading);

}  // namespace umikoe::localisation
