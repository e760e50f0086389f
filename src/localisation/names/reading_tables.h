#pragma once

#include <string_view>

// What we know about reading names besides the engine's dictionary. The tables lie in
// data/readings, each with its source, and are part of the program.
namespace umikoe::localisation {

// The reading of a whole word of ours (words.tsv), in katakana; empty where it is not listed.
std::string_view listed_reading(std::string_view word);
// Whether any word of ours may begin with that character: most texts need not be looked up.
bool begins_listed_word(char32_t first);
// The usual Sino-Japanese reading of one kanji (onyomi.tsv); empty where none is known.
std::string_view onyomi(char32_t kanji);
// The usual form of an old or variant kanji (itaiji.tsv), else the character itself.
char32_t usual_form(char32_t kanji);
// The reading of a person's full name (people.tsv), in katakana; empty where none is listed or
// namesakes are read differently.
std::string_view person_reading(std::string_view name);
// What a common word means in English, up to six glosses with bars between (glosses.tsv).
std::string_view glosses(std::string_view word);
// The foreign word a katakana word comes from (loanwords.tsv); empty where none is listed.
std::string_view foreign_word(std::string_view katakana);
// How much a feature of two neighbouring morphemes speaks for a blank between them, by the FNV-1a
// hash of its name (word_division.tsv); 0 where it is not listed.
float division_weight(uint64_t feature_hash);

}  // namespace umikoe::localisation
