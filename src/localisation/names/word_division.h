#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "localisation/names/morpheme.h"

namespace umikoe::localisation {

// Where romanised words begin: result[i] says that a blank stands before morpheme i. Silent
// morphemes divide; the rest is decided by weights fitted to the usual division of Japanese titles
// (data/readings/word_division.tsv says to what and how).
std::vector<bool> word_starts(std::span<const Morpheme> morphemes);

// Whether two morphemes may be written together or apart at all, so that the weights decide.
bool division_is_open(std::span<const Morpheme> morphemes, size_t at);
// The names of the features of the place before morpheme `at` (> 0), for fitting.
std::vector<std::string> division_features(std::span<const Morpheme> morphemes, size_t at);

}  // namespace umikoe::localisation
