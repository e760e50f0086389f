#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/territory.h"

namespace umikoe::formats::charts {

// What a chart calls its region: one territory, the world, several things, or nothing known.
struct Region {
  std::optional<TerritoryCode> code;
  bool everywhere = false;           // "global", "WW"
  std::vector<std::string> options;  // readings of a word that means several things
};

// Codes in any case, alpha-3 codes, names and the words of data/territory_words.tsv.
Region region_of(std::string_view written);
// Whether a word is a region of a chart at all: one territory or the world.
bool is_region_word(std::string_view written);

// The same, each word looked up once: a file repeats its few regions millions of times.
class Regions {
 public:
  const Region& of(std::string_view written);

 private:
  std::map<std::string, Region, std::less<>> known_;
  Region last_;
};

}  // namespace umikoe::formats::charts
