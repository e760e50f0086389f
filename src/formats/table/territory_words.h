#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace umikoe::formats::table {

// A territory word nobody can read without asking, and the readings people give it.
struct OpenTerritoryWord {
  std::string word;                  // as written
  std::vector<std::string> options;  // codes, such as "US CA"; empty: the word is not known at all

  bool operator==(const OpenTerritoryWord&) const = default;
};

// What people answered about words: folded word -> codes such as "US CA" or "Worldwide -JP".
using TerritoryAnswers = std::map<std::string, std::string, std::less<>>;

// The territories of one cell, as our licences write them: "JP US", "Worldwide -JP".
struct TerritoryReading {
  std::string codes;  // when nothing is open
  std::vector<OpenTerritoryWord> open;

  bool operator==(const TerritoryReading&) const = default;
};

// Reads codes, names of territories in English and Japanese, the words of data/territory_words.tsv,
// lists of them, and exclusions (WW ex. JP, 全世界（日本を除く）, 日本以外). What may mean several
// things is open, never guessed.
TerritoryReading read_territories(std::string_view cell, const TerritoryAnswers& answers);

// The answer of a person as codes: what read_territories reads, with nothing open; "@Asia" is every
// territory of that region or subregion.
std::optional<std::string> territory_answer(std::string_view written);

}  // namespace umikoe::formats::table
