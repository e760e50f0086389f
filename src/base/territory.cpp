#include "base/territory.h"

#include <algorithm>

#include "base/territory_table.h"

namespace umikoe {
namespace {

constexpr size_t iso_count = 249;
constexpr int tis_world = 2136;

// ISO 3166-3 as of 2025 (alpha-4, which DDEX lists as deprecated), the alpha-2 codes withdrawn with
// them that were never given to another country, and the numbers TIS keeps for those states.
constexpr std::string_view deprecated[] = {
    "AIDJ", "AN",   "ANHH", "BQAQ", "BU",   "BUMM", "BYAA", "CS",   "CSHH", "CSXX", "CT",   "CTKI",
    "DD",   "DDDE", "DY",   "DYBJ", "FQ",   "FQHH", "FX",   "FXFR", "GEHH", "HV",   "HVBF", "JT",
    "JTUM", "MI",   "MIUM", "NH",   "NHVU", "NQ",   "NQAQ", "NT",   "NTHH", "PC",   "PCHH", "PU",
    "PUUM", "PZ",   "PZPA", "RH",   "RHZW", "SKIN", "SU",   "SUHH", "TP",   "TPTL", "VD",   "VDVN",
    "WK",   "WKUM", "YD",   "YDYE", "YU",   "YUCS", "ZR",   "ZRCD"};
constexpr int deprecated_numbers[] = {200, 278, 530, 582, 720, 736, 810, 886, 890, 891};

// A number of one to four digits, as TIS writes it with or without leading zeros.
std::optional<int> tis_number(std::string_view written) {
  if (written.empty() || written.size() > 4) return std::nullopt;
  int number = 0;
  for (const char c : written) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

TerritoryCode territory_at(size_t index) { return TerritoryCode{static_cast<uint8_t>(index)}; }

// Ceuta, the Canary Islands and Melilla are parts of Spain: a grant for ES covers them.
void insert_with_parts(TerritorySet& set, TerritoryCode territory) {
  set.insert(territory);
  if (territory.code() != "ES") return;
  const auto rows = territory_rows();
  for (size_t i = iso_count; i < rows.size(); ++i) {
    if (rows[i].code.starts_with("ES-")) set.insert(territory_at(i));
  }
}

std::optional<TerritorySet> expand_tis(int number, Date on) {
  if (number == tis_world) return TerritorySet::all();
  TerritorySet set;
  for (const TisMembership& member : tis_memberships()) {
    if (member.group == number && member.from <= on && on < member.until) {
      insert_with_parts(set, TerritoryCode{member.territory});
    }
  }
  const auto rows = territory_rows();
  for (size_t i = 0; number > 0 && i < iso_count; ++i) {
    if (rows[i].iso_numeric == number) insert_with_parts(set, territory_at(i));
  }
  if (set.empty()) return std::nullopt;
  return set;
}

}  // namespace

std::optional<TerritoryCode> TerritoryCode::parse(std::string_view code) {
  const auto rows = territory_rows();
  const auto iso = rows.first(iso_count);
  const auto found = std::ranges::lower_bound(iso, code, {}, &TerritoryRow::code);
  if (found != iso.end() && found->code == code) return territory_at(found - iso.begin());
  for (size_t i = iso_count; i < rows.size(); ++i) {
    if (rows[i].code == code) return territory_at(i);
  }
  return std::nullopt;
}

std::string_view TerritoryCode::code() const { return territory_rows()[index].code; }
std::string_view TerritoryCode::name_en() const { return territory_rows()[index].name_en; }
std::string_view TerritoryCode::name_ja() const { return territory_rows()[index].name_ja; }
std::string_view TerritoryCode::region() const { return territory_rows()[index].region; }
std::string_view TerritoryCode::subregion() const { return territory_rows()[index].subregion; }
int TerritoryCode::iso_numeric() const { return territory_rows()[index].iso_numeric; }

TerritorySet TerritorySet::all() {
  TerritorySet set;
  for (int i = 0; i < territory_count(); ++i) set.insert(territory_at(i));
  return set;
}

int TerritorySet::size() const {
  int count = 0;
  for (const uint64_t word : words) count += std::popcount(word);
  return count;
}

std::vector<TerritoryCode> TerritorySet::members() const {
  std::vector<TerritoryCode> found;
  found.reserve(size());
  for (size_t word = 0; word < words.size(); ++word) {
    for (uint64_t rest = words[word]; rest != 0; rest &= rest - 1) {
      found.push_back(territory_at(word * 64 + std::countr_zero(rest)));
    }
  }
  return found;
}

TerritorySet TerritorySet::operator|(const TerritorySet& other) const {
  TerritorySet result = *this;
  for (size_t i = 0; i < words.size(); ++i) result.words[i] |= other.words[i];
  return result;
}

TerritorySet TerritorySet::operator&(const TerritorySet& other) const {
  TerritorySet result = *this;
  for (size_t i = 0; i < words.size(); ++i) result.words[i] &= other.words[i];
  return result;
}

TerritorySet TerritorySet::operator-(const TerritorySet& other) const {
  TerritorySet result = *this;
  for (size_t i = 0; i < words.size(); ++i) result.words[i] &= ~other.words[i];
  return result;
}

int territory_count() { return static_cast<int>(territory_rows().size()); }

std::span<const TerritoryCode> iso_territories() {
  static constexpr auto codes = [] {
    std::array<TerritoryCode, iso_count> made;
    for (size_t i = 0; i < iso_count; ++i) made[i].index = static_cast<uint8_t>(i);
    return made;
  }();
  return codes;
}

std::optional<TerritorySet> expand_territory(std::string_view written, Date on) {
  if (written == "Worldwide") return TerritorySet::all();
  if (const auto number = tis_number(written)) return expand_tis(*number, on);
  const auto territory = TerritoryCode::parse(written);
  if (!territory) return std::nullopt;
  TerritorySet set;
  insert_with_parts(set, *territory);
  return set;
}

TerritorySet territories_in_region(std::string_view word) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto is_word = [&](std::string_view name) {
    return !name.empty() && std::ranges::equal(name, word, {}, lower, lower);
  };
  TerritorySet set;
  const auto rows = territory_rows();
  for (size_t i = 0; i < rows.size(); ++i) {
    if (is_word(rows[i].region) || is_word(rows[i].subregion)) set.insert(territory_at(i));
  }
  return set;
}

bool is_deprecated_territory(std::string_view written) {
  if (const auto number = tis_number(written)) {
    return std::ranges::find(deprecated_numbers, *number) != std::end(deprecated_numbers);
  }
  return std::ranges::binary_search(deprecated, written);
}

}  // namespace umikoe
