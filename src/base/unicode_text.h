#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace umikoe {

// Unicode's own operations on valid UTF-8 (invalid bytes become U+FFFD first), by ICU.

// Normalisation Form KC (UAX 15): full-width letters, half-width katakana, ligatures and circled
// digits become their plain forms.
std::string nfkc(std::string_view text);
// NFKC, then full case folding: equal for spellings that differ in case and width only.
std::string folded_text(std::string_view text);
// NFD without combining marks: "ō" and "é" become "o" and "e". Kana keep their sound marks.
std::string without_diacritics(std::string_view text);

// The user-perceived characters (UAX 29 extended grapheme clusters), as pieces of `text`.
std::vector<std::string_view> grapheme_clusters(std::string_view text);

// Which characters of ambiguous width (UAX 11 class A: ①, ※, Greek, Cyrillic …) count as.
enum class AmbiguousWidth { narrow, wide };
// The width of a text in half-width units by East Asian Width: wide and full-width clusters count
// two, others one; clusters of marks and controls alone count nothing.
int width_in_half_units(std::string_view text, AmbiguousWidth ambiguous);

}  // namespace umikoe
