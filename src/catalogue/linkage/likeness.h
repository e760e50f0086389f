#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace umikoe::catalogue {

// Levenshtein's distance, in bytes.
size_t edit_distance(std::string_view a, std::string_view b);
// 1 - distance / longer length; 0 when one of them is empty.
double letter_likeness(std::string_view a, std::string_view b);
// The consonants of Latin letters, alike sounds written alike (l and r, v and b, c and k): what
// survives the way of a foreign word through kana and back.
std::string consonant_skeleton(std::string_view letters);

// A part of a name that means something: the words that may translate it, cut to their stems, and
// its letters.
struct Concept {
  std::vector<std::string> meanings;
  std::string letters;

  bool operator==(const Concept&) const = default;
};

// A name prepared for comparison across scripts. Letters are folded: a to z and digits, one way of
// writing long vowels.
struct ComparableName {
  std::string plain;                 // as written, folded, without signs and blanks
  std::vector<std::string> letters;  // every way to spell it in Latin letters, the likeliest first
  std::vector<std::string> skeletons;
  std::vector<Concept> concepts;   // of a name in Japanese
  std::vector<std::string> words;  // of a name in Latin letters, without articles and particles

  bool empty() const { return plain.empty(); }
};

// How alike two names are, each 0 to 1.
struct NameLikeness {
  double letters = 0;   // best over their spellings; 1 when they are the same as written
  double skeleton = 0;  // of spellings with at least three consonants
  double meaning = 0;   // words of one that translate parts of the other, both ways
  bool same_as_written = false;

  double best() const;
};
NameLikeness likeness(const ComparableName& a, const ComparableName& b);

// A word cut to what its forms share: "trials" and "trial".
std::string word_stem(std::string_view word);

}  // namespace umikoe::catalogue
