#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace umikoe::localisation {

// Latin letters and digits in lower case without marks, and long vowels, doubled consonants and
// nasals in one way of writing each, so that every romanisation of one reading is the same:
// ou oo oh→o, uu→u, aa→a, ii→i, ee ei→e, wo→o, tch→cch, dz→z, dj→j, mb mp mm→nb np nm.
std::string folded_letters(std::string_view text);

// The words of a text in Latin letters: lower case, without marks, articles and Japanese particles
// (unless nothing else is there).
std::vector<std::string> latin_words(std::string_view text);

}  // namespace umikoe::localisation
