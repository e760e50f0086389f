#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "localisation/names/morpheme.h"

namespace umikoe::localisation {

// One way to read a name.
struct Reading {
  std::vector<Morpheme> morphemes;
  int64_t cost = 0;
  bool from_engine = true;  // false: made by a rule beside what the engine proposed

  // The reading as publishers write it: katakana as spelt, without blanks and signs; Latin letters
  // stay where no reading is known.
  std::string kana() const;
};

// What the engine is given: NFKC, old forms of kanji replaced by the usual ones. Only to look
// things up; a name is never changed in what is stored.
std::string prepared_name(std::string_view name);

// An engine's cut with our own knowledge applied: listed words, iteration marks, historical kana,
// kanji the dictionary lacks, numbers with their counters. Signs are silent.
Reading read_path(const MorphemePath& path);

// Other readings worth showing a person, the likeliest first: coined pairs of kanji read as
// Sino-Japanese, a second half voiced. Never the given one.
std::vector<Reading> other_readings(const Reading& reading);

}  // namespace umikoe::localisation
