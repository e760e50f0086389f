#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace umikoe {

// One place a licence can name: ISO 3166-1 alpha-2, plus XK and DDEX's ES-CE, ES-CN and ES-ML. The
// value is the row of data/territories.tsv, which only ever grows at its end, so that stored sets
// keep their meaning.
struct TerritoryCode {
  uint8_t index = 0;

  auto operator<=>(const TerritoryCode&) const = default;
  static std::optional<TerritoryCode> parse(std::string_view code);  // exact upper case
  std::string_view code() const;
  std::string_view name_en() const;
  std::string_view name_ja() const;
  // "Africa", "Antarctica", "Asia", "Europe", "Latin America", "Northern America" or "Oceania".
  std::string_view region() const;
  std::string_view subregion() const;  // of the UN's M49, such as "South-eastern Asia"
  int iso_numeric() const;             // 0 for XK, ES-CE, ES-CN and ES-ML
};

// A set of territories, one bit each.
struct TerritorySet {
  std::array<uint64_t, 4> words = {};

  bool operator==(const TerritorySet&) const = default;
  static TerritorySet all();  // every territory of the table
  bool contains(TerritoryCode t) const { return words[t.index >> 6] >> (t.index & 63) & 1; }
  void insert(TerritoryCode t) { words[t.index >> 6] |= uint64_t{1} << (t.index & 63); }
  void erase(TerritoryCode t) { words[t.index >> 6] &= ~(uint64_t{1} << (t.index & 63)); }
  bool empty() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
  int size() const;
  std::vector<TerritoryCode> members() const;  // in order of the table
  TerritorySet operator|(const TerritorySet& other) const;
  TerritorySet operator&(const TerritorySet& other) const;
  TerritorySet operator-(const TerritorySet& other) const;
};

// How many territories the table has; every index below it is a territory.
int territory_count();
// Every territory of ISO 3166-1 itself (249), in order of code: what totals are counted over.
std::span<const TerritoryCode> iso_territories();

// The territories one written code grants on a day: "ES" grants ES-CE, ES-CN and ES-ML too,
// "Worldwide" and "2136" all, a CISAC TIS number its territory or its members as of `on`
// (data/tis_groups.tsv, dated). Nothing when the code is not known.
std::optional<TerritorySet> expand_territory(std::string_view written, Date on);
// The territories of a region or subregion, in any ASCII case; empty when the word is neither.
TerritorySet territories_in_region(std::string_view word);
// True for codes that once were valid (ISO 3166-3, DDEX deprecated four-letter codes).
bool is_deprecated_territory(std::string_view written);

}  // namespace umikoe
