#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "localisation/names/romanise.h"

namespace umikoe::localisation {

// A stretch of kana with one rule for its vowels: of one morpheme, which must outlive it.
struct KanaPiece {
  std::string_view kana;
  bool keeps_final_u = false;     // the ending う of a verb (思う omou) lengthens nothing
  bool ends_in_particle = false;  // its last kana は or へ is said wa or e
};

// One word in lower case letters of the scheme (upper case for passport).
std::string latin_word(const std::vector<KanaPiece>& pieces, Scheme scheme);

}  // namespace umikoe::localisation
