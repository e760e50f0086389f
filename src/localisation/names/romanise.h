#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "localisation/names/reading.h"

namespace umikoe::localisation {

// How kana become Latin letters. The artist's own spelling is none of them: it is stored, never
// computed.
enum class Scheme : uint8_t {
  hepburn,   // modified Hepburn: ō ū, n before b m p, n' before vowels and y
  ala_lc,    // the library tables: as Hepburn, only the first word and names capitalised
  passport,  // the passport rule (旅券法施行規則): NAMBA, HATCHO, long o and u dropped
  wapuro     // as typed: ou, uu, n before everything
};
std::optional<Scheme> parse_scheme(std::string_view word);  // "hepburn", "ala-lc", …
std::string_view word(Scheme scheme);

// The reading in Latin letters, divided into words. Digits and Latin words stay as written; kanji
// without a reading too.
std::string romanised(const Reading& reading, Scheme scheme);

// The same with borrowed words in their foreign spelling where the tables know it (ミラクル:
// Miracle); empty when that changes nothing.
std::string romanised_with_foreign_words(const Reading& reading, Scheme scheme);

}  // namespace umikoe::localisation
