#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace umikoe::localisation {

// Parts of speech as far as reading and dividing words needs them; each engine maps its own onto
// these.
enum class WordClass : uint8_t {
  noun,
  adjectival,  // 形容動詞語幹, 形状詞
  verb,
  adjective,
  adverb,
  adnominal,
  conjunction,
  interjection,
  particle,
  auxiliary,
  prefix,
  suffix,
  symbol,
  other
};

enum class WordDetail : uint8_t {
  none,
  number,
  name,         // 固有名詞
  conjunctive,  // 接続助詞
  dependent,    // 非自立
  unknown,      // not in the engine's dictionary
  listed        // made of several morphemes by our own table of words
};

// One piece of a name as an engine cut it.
struct Morpheme {
  std::string surface;
  WordClass word_class = WordClass::other;
  WordDetail detail = WordDetail::none;
  // Katakana as spelt (は is ハ also as a particle); empty for what is silent; the text itself
  // where nothing is known.
  std::string kana;
  std::string base;        // the word as dictionaries list it (駆ける of 駆け); may be empty
  std::string foreign;     // the word it was borrowed from, where the dictionary says so
  bool after_gap = false;  // a blank stands before it
  bool known = true;       // in the engine's dictionary

  bool operator==(const Morpheme&) const = default;
};

// One way to cut a whole name, and what it costs (the less, the likelier).
struct MorphemePath {
  std::vector<Morpheme> morphemes;
  int64_t cost = 0;
};

}  // namespace umikoe::localisation
