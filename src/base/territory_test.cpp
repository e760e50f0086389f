#include "base/territory.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/territory_table.h"
#include "base/utf8.h"

namespace umikoe {
namespace {

TerritoryCode code(std::string_view text) { return TerritoryCode::parse(text).value(); }

std::string codes_of(const TerritorySet& set) {
  std::string text;
  for (const TerritoryCode t : set.members()) {
    if (!text.empty()) text += ' ';
    text += t.code();
  }
  return text;
}

std::string expanded(std::string_view written, std::string_view on = "2026-11-20") {
  const auto set = expand_territory(written, Date::parse(on).value());
  return set ? codes_of(*set) : "nothing";
}

std::vector<std::vector<std::string>> data_rows(const std::string& name) {
  std::ifstream file(std::string(UMIKOE_SOURCE_DIR) + "/data/" + name);
  EXPECT_TRUE(file.is_open()) << name;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(cells);
  }
  return rows;
}

TEST(Territory, CodeIsExact) {
  EXPECT_EQ(code("JP").name_en(), "Japan");
  EXPECT_EQ(code("JP").name_ja(), "日本");
  EXPECT_EQ(code("TW").name_ja(), "台湾");
  EXPECT_EQ(code("XK").name_en(), "Kosovo");
  EXPECT_EQ(code("ES-CN").name_en(), "Canary Islands");
  for (const char* text : {"", "jp", "Jp", "J", "JPN", "UK", "XX", "ES-", "ES-CX", "JP ", "EU",
                           "Worldwide", "392", "SU"}) {
    EXPECT_FALSE(TerritoryCode::parse(text)) << text;
  }
}

// Stored sets are bits by index: a row may never move.
TEST(Territory, IndexesAreForEver) {
  EXPECT_EQ(code("AD").index, 0);
  EXPECT_EQ(code("JP").index, 113);
  EXPECT_EQ(code("US").index, 232);
  EXPECT_EQ(code("ZW").index, 248);
  EXPECT_EQ(code("XK").index, 249);
  EXPECT_EQ(code("ES-CE").index, 250);
  EXPECT_EQ(code("ES-CN").index, 251);
  EXPECT_EQ(code("ES-ML").index, 252);
  EXPECT_GE(territory_count(), 253);
  EXPECT_LE(territory_count(), 256);
}

TEST(Territory, TableIsComplete) {
  std::set<std::string_view> codes;
  std::set<std::string_view> english;
  std::set<std::string_view> japanese;
  std::set<int> numbers;
  for (const TerritoryCode t : TerritorySet::all().members()) {
    EXPECT_EQ(code(t.code()), t);
    codes.insert(t.code());
    english.insert(t.name_en());
    japanese.insert(t.name_ja());
    if (t.iso_numeric() != 0) numbers.insert(t.iso_numeric());
    EXPECT_TRUE(territories_in_region(t.region()).contains(t)) << t.code();
    EXPECT_TRUE(territories_in_region(t.subregion()).contains(t)) << t.code();
    const ScriptsInText scripts = scripts_in(t.name_ja());
    EXPECT_TRUE(scripts.kanji || scripts.kana) << t.code();
    EXPECT_FALSE(scripts.latin) << t.code();
  }
  const size_t count = territory_count();
  EXPECT_EQ(codes.size(), count);
  EXPECT_EQ(english.size(), count);
  EXPECT_EQ(japanese.size(), count);
  EXPECT_EQ(numbers.size(), 249);
  EXPECT_EQ(iso_territories().size(), 249);
  EXPECT_EQ(iso_territories().back(), code("ZW"));
}

TEST(Territory, AgreesWithTheData) {
  const auto rows = data_rows("territories.tsv");
  ASSERT_EQ(rows.size(), territory_rows().size()) << "run tools/make_base_tables.py";
  for (size_t i = 0; i < rows.size(); ++i) {
    const TerritoryRow& row = territory_rows()[i];
    const std::vector<std::string> built = {std::string(row.code),    rows[i][1],
                                            std::string(row.name_en), std::string(row.name_ja),
                                            std::string(row.region),  std::string(row.subregion)};
    EXPECT_EQ(rows[i], built) << "run tools/make_base_tables.py";
    EXPECT_EQ(rows[i][1].empty() ? 0 : std::stoi(rows[i][1]), row.iso_numeric);
  }
  const auto members = data_rows("tis_groups.tsv");
  ASSERT_EQ(members.size(), tis_memberships().size()) << "run tools/make_base_tables.py";
  for (size_t i = 0; i < members.size(); ++i) {
    const TisMembership& member = tis_memberships()[i];
    EXPECT_EQ(std::stoi(members[i][0]), member.group);
    EXPECT_EQ(members[i][2], TerritoryCode{member.territory}.code());
    EXPECT_EQ(members[i][3], member.from.to_string());
    EXPECT_EQ(members[i][4], member.until.days == INT32_MAX ? "" : member.until.to_string());
  }
}

TEST(Territory, Regions) {
  EXPECT_EQ(codes_of(territories_in_region("Northern America")), "BM CA GL PM US");
  EXPECT_TRUE(territories_in_region("Asia").contains(code("TW")));
  EXPECT_TRUE(territories_in_region("South-eastern Asia").contains(code("TH")));
  EXPECT_FALSE(territories_in_region("South-eastern Asia").contains(code("JP")));
  EXPECT_EQ(territories_in_region("asia"), territories_in_region("Asia"));
  EXPECT_TRUE(territories_in_region("Narnia").empty());
  EXPECT_TRUE(territories_in_region("").empty());
}

TEST(ExpandTerritory, Codes) {
  EXPECT_EQ(expanded("JP"), "JP");
  EXPECT_EQ(expanded("ES"), "ES ES-CE ES-CN ES-ML");
  EXPECT_EQ(expanded("ES-CN"), "ES-CN");
  EXPECT_EQ(expanded("Worldwide").size(), codes_of(TerritorySet::all()).size());
  for (const char* text : {"", "jp", "worldwide", "World", "UK", "SU", "DDDE", "XX"}) {
    EXPECT_EQ(expanded(text), "nothing") << text;
  }
}

TEST(ExpandTerritory, TisNumbers) {
  EXPECT_EQ(expanded("392"), "JP");
  EXPECT_EQ(expanded("0392"), "JP");
  EXPECT_EQ(expanded("4"), "AF");
  EXPECT_EQ(expanded("724"), "ES ES-CE ES-CN ES-ML");
  EXPECT_EQ(expanded("2136"), codes_of(TerritorySet::all()));
  EXPECT_EQ(expanded("2110"), "BE LU NL");
  EXPECT_EQ(expanded("2124"), "AT CH DE");
  EXPECT_EQ(expanded("2127"), "DK FI IS NO SE");
  for (const char* text : {"0", "0000", "999", "2135", "2106", "2130", "02136", "39 2", "-392"}) {
    EXPECT_EQ(expanded(text), "nothing") << text;
  }
}

TEST(ExpandTerritory, TisGroupsAreDated) {
  EXPECT_FALSE(expanded("2123", "2013-06-30").contains("HR"));
  EXPECT_TRUE(expanded("2123", "2013-07-01").contains("HR"));
  EXPECT_TRUE(expanded("2123", "2020-01-31").contains("GB"));
  EXPECT_FALSE(expanded("2123", "2020-02-01").contains("GB"));
  EXPECT_TRUE(expanded("2123").contains("ES-CN"));
  EXPECT_EQ(expand_territory("2123", *Date::parse("2026-11-20"))->size(), 27 + 3);
  EXPECT_EQ(expand_territory("2121", *Date::parse("2026-11-20"))->size(), 30 + 3);
  EXPECT_EQ(expanded("2123", "1957-12-31"), "nothing");
  EXPECT_EQ(expanded("2105", "1999-04-30"), "BN ID KH LA MM MY PH SG TH VN");
  EXPECT_TRUE(expanded("2105").ends_with("TL VN"));
}

TEST(ExpandTerritory, DeprecatedCodesAreTold) {
  for (const char* text : {"CSXX", "DDDE", "SU", "YU", "AN", "890", "0200", "ZRCD"}) {
    EXPECT_TRUE(is_deprecated_territory(text)) << text;
  }
  for (const char* text : {"", "JP", "392", "XX", "csxx", "2123"}) {
    EXPECT_FALSE(is_deprecated_territory(text)) << text;
  }
}

TerritorySet arbitrary_set() {
  TerritorySet set;
  for (const uint8_t i : *rc::gen::container<std::vector<uint8_t>>(
           rc::gen::inRange<uint8_t>(0, static_cast<uint8_t>(territory_count())))) {
    set.insert(TerritoryCode{i});
  }
  return set;
}

RC_GTEST_PROP(TerritorySet, BehavesAsASet, ()) {
  const TerritorySet a = arbitrary_set();
  const TerritorySet b = arbitrary_set();
  RC_ASSERT((a | b).size() + (a & b).size() == a.size() + b.size());
  RC_ASSERT(((a - b) | (a & b)) == a);
  RC_ASSERT(((a - b) & b).empty());
  RC_ASSERT((a & TerritorySet::all()) == a);
  TerritorySet copy;
  for (const TerritoryCode t : a.members()) {
    RC_ASSERT(a.contains(t));
    copy.insert(t);
  }
  RC_ASSERT(copy == a);
  for (const TerritoryCode t : a.members()) copy.erase(t);
  RC_ASSERT(copy.empty());
}

RC_GTEST_PROP(ExpandTerritory, RubbishIsNothing, (const std::string& text)) {
  if (const auto set = expand_territory(text, Date{20'777})) RC_ASSERT(!set->empty());
}

}  // namespace
}  // namespace umikoe
