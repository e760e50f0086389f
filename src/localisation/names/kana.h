#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::localisation {

// Hiragana and iteration marks become katakana, everything else stays. ASCII is returned as it is.
std::string to_katakana(std::string_view text);
// Katakana become hiragana; the long vowel mark stays.
std::string to_hiragana(std::string_view text);

// Historical letters as they are said today (ヰ ヱ ヂ ヅ stay apart from ヲ): ヰ→イ, ヱ→エ.
std::string with_present_kana(std::string_view katakana);

bool is_kanji(char32_t c);     // ideographs and 々 〆
bool is_hiragana(char32_t c);  // with ゝ ゞ and the long vowel mark
bool is_katakana(char32_t c);  // with ヽ ヾ and the long vowel mark
// Letters, digits, kana and ideographs: what is read aloud. Signs and blanks are silent.
bool is_spoken(char32_t c);

bool all_kanji(std::string_view text);
bool any_kanji(std::string_view text);
bool all_hiragana(std::string_view text);
bool all_katakana(std::string_view text);
// Katakana and long vowel marks alone: a complete reading.
bool is_reading(std::string_view text);
size_t length_in_code_points(std::string_view text);

// What all characters of a text have in common, and what any of them is.
enum class TextScript : uint8_t { kanji, hiragana, katakana, with_kanji, other };
TextScript script_of(std::string_view text);

// One mora: its kana and its Hepburn letters ("キャ": "kya"). ッ is "q", ン is "n", ー is "-";
// what is no kana stands for itself. Points into the text.
struct Mora {
  std::string_view kana;
  std::string_view latin;
  bool is_kana = true;
};
std::vector<Mora> morae(std::string_view katakana);

}  // namespace umikoe::localisation
