#include "formats/table/territory_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "base/territory.h"
#include "formats/table/folded.h"
#include "formats/table/word_tables.h"
#include "formats_data.h"

namespace umikoe::formats::table {
namespace {

std::string said(std::string_view cell, const TerritoryAnswers& answers = {}) {
  const TerritoryReading reading = read_territories(cell, answers);
  std::string out = reading.codes;
  for (const auto& open : reading.open) {
    out += (out.empty() ? "" : " ") + std::string("?") + open.word;
  }
  return out;
}

TEST(TerritoryWords, ReadsEverywhere) {
  for (const char* cell : {"WW", "Worldwide", "全世界", "ＷＷ", "worldwide", "World", "世界"}) {
    EXPECT_EQ(said(cell), "Worldwide") << cell;
  }
  for (const char* cell :
       {"WW ex. JP", "WW ex JP", "WW ex-JP", "WW excl. Japan", "Worldwide excluding Japan",
        "全世界（日本を除く）", "世界（日本を除く）", "全世界(除く日本)", "日本を除く全世界",
        "日本以外", "日本以外の全世界", "全世界、ただし日本を除く", "World (excl. Japan)",
        "Worldwide (except JP)", "Worldwide -JP", "全世界（日本以外）", "日本を除く全ての国",
        "Worldwide minus Japan"}) {
    EXPECT_EQ(said(cell), "Worldwide -JP") << cell;
  }
  EXPECT_EQ(said("全世界（日本・韓国を除く）"), "Worldwide -JP -KR");
  EXPECT_EQ(said("日本、韓国を除く全世界"), "Worldwide -JP -KR");
  EXPECT_EQ(said("WW ex. JP, KR"), "Worldwide -JP -KR");
  EXPECT_EQ(said("全世界（日本を含む）"), "Worldwide");
}

TEST(TerritoryWords, ReadsLists) {
  EXPECT_EQ(said("日本"), "JP");
  EXPECT_EQ(said("国内"), "JP");
  EXPECT_EQ(said("JP US KR"), "JP US KR");
  EXPECT_EQ(said("日本、韓国・台湾/香港"), "JP KR TW HK");
  EXPECT_EQ(said("USA, UK and South Korea"), "US GB KR");
  EXPECT_EQ(said("UAE; サウジアラビア"), "AE SA");
  EXPECT_EQ(said("アメリカ\n米国"), "US");
  EXPECT_EQ(said("Trinidad and Tobago, Japan"), "TT JP");
  EXPECT_EQ(said("Bosnia and Herzegovina and Japan"), "BA JP");
  EXPECT_EQ(said("ASEAN"), "2105");
  EXPECT_EQ(said("タイ及びベトナム"), "TH VN");
}

TEST(TerritoryWords, ReadsEveryCommonForm) {
  struct Case {
    const char* code;
    std::vector<const char*> words;
  };
  for (const Case& c :
       {Case{"AE", {"UAE", "U.A.E.", "ＵＡＥ", "ARE", "united arab emirates", "アラブ首長国連邦"}},
        Case{"US", {"USA", "usa", "United States", "United States of America", "米国"}},
        Case{"GB", {"UK", "GBR", "United Kingdom", "Great Britain", "英国"}},
        Case{"KR", {"South Korea", "Korea, Republic of", "KOR", "Republic of Korea", "韓国"}},
        Case{"KP", {"North Korea", "Korea, Democratic People's Republic of", "PRK"}},
        Case{"VN", {"Viet Nam", "Vietnam", "VNM", "ベトナム"}},
        Case{"TR", {"Türkiye", "Turkiye", "Turkey", "TUR", "トルコ"}},
        Case{"CZ", {"Czechia", "Czech Republic", "CZE"}},
        Case{"HK", {"Hong Kong", "HONG KONG SAR", "HKG", "香港"}},
        Case{"TW", {"Taiwan", "Taiwan, Province of China", "TWN", "台湾", "臺灣"}},
        Case{"CD", {"DR Congo", "Congo, The Democratic Republic of the", "COD"}},
        Case{"CG", {"Republic of the Congo", "Congo-Brazzaville", "COG"}},
        Case{"CI", {"Côte d'Ivoire", "Cote d'Ivoire", "Ivory Coast", "CIV"}},
        Case{"LA", {"Laos", "Lao People's Democratic Republic", "LAO"}},
        Case{"BO", {"Bolivia", "Bolivia, Plurinational State of", "BOL"}},
        Case{"RU", {"Russia", "Russian Federation", "RUS"}}}) {
    for (const char* word : c.words) EXPECT_EQ(said(word), c.code) << word;
  }
}

TEST(TerritoryWords, ReadsTheThreeLettersOfEveryIsoTerritory) {
  std::set<std::string> seen;
  for (const WordLine& line : read_word_lines(data::territory_words, 1, folded)) {
    if (!TerritoryCode::parse(line.columns[0])) continue;
    for (const std::string& word : line.words) {
      if (word.size() == 3 && said(word) == line.columns[0]) seen.insert(line.columns[0]);
    }
  }
  // AND of Andorra is the word between two names of a list.
  EXPECT_GE(std::ssize(seen), std::ssize(iso_territories()) - 1);
}

TEST(TerritoryWords, AsksWhichOfTwoStatesIsMeant) {
  for (const char* word : {"Congo", "Virgin Islands", "Saint Martin"}) {
    const TerritoryReading reading = read_territories(word, {});
    EXPECT_EQ(reading.codes, "") << word;
    ASSERT_EQ(reading.open.size(), 1u) << word;
    EXPECT_EQ(reading.open[0].options.size(), 2u) << word;
  }
}

TEST(TerritoryWords, AsksAboutWordsThatMeanSeveralThings) {
  for (const char* cell : {"アジア", "欧州", "ヨーロッパ", "海外", "北米", "ROW", "Rest of World",
                           "EU", "東南アジア", "Scandinavia", "NA", "Domestic", "その他地域"}) {
    const TerritoryReading reading = read_territories(cell, {});
    EXPECT_EQ(reading.codes, "") << cell;
    ASSERT_EQ(reading.open.size(), 1u) << cell;
    EXPECT_EQ(reading.open[0].word, folded(cell));
    EXPECT_FALSE(reading.open[0].options.empty()) << cell;
  }
  EXPECT_EQ(said("日本、アジア"), "?アジア");
  EXPECT_EQ(said("アジア（日本を除く）"), "?アジア");
  EXPECT_EQ(said("火星"), "?火星");
  EXPECT_EQ(said("日本、火星"), "?火星");
}

TEST(TerritoryWords, AsksWhereAListHasNoClearEnd) {
  const TerritoryAnswers answers = {{"アジア", "JP KR TW"}};
  EXPECT_EQ(said("アジア excluding Japan, Korea", answers), "?アジア excluding japan, korea");
  EXPECT_EQ(said("アジア（日本、韓国を除く）", answers), "TW");
  EXPECT_EQ(said("日本、韓国以外"), "?日本、韓国以外");
  EXPECT_EQ(said("ASEAN（シンガポールを除く）"), "?asean(シンガポールを除く)");
  EXPECT_EQ(said("日本（日本を除く）"), "?日本(日本を除く)");
}

TEST(TerritoryWords, FollowsAnswers) {
  EXPECT_EQ(said("北米", {{"北米", "US CA"}}), "US CA");
  EXPECT_EQ(said("アジア（日本を除く）", {{"アジア", "JP KR TW"}}), "KR TW");
  EXPECT_EQ(said("海外", {{"海外", "Worldwide -JP"}}), "Worldwide -JP");
  EXPECT_EQ(said("海外、日本", {{"海外", "Worldwide -JP"}}), "Worldwide");
  EXPECT_EQ(said("北米、欧州", {{"北米", "US CA"}}), "?欧州");
}

TEST(TerritoryWords, TakesOnlyClearAnswers) {
  EXPECT_EQ(territory_answer("US CA"), "US CA");
  EXPECT_EQ(territory_answer("米国、カナダ"), "US CA");
  EXPECT_EQ(territory_answer("Worldwide -JP"), "Worldwide -JP");
  EXPECT_EQ(territory_answer("@Southern Asia")->substr(0, 5), "AF BD");
  EXPECT_EQ(territory_answer("アジア"), std::nullopt);
  EXPECT_EQ(territory_answer("XX"), std::nullopt);
  EXPECT_EQ(territory_answer(""), std::nullopt);
}

// Every code the table names exists, and every question offers readings that can be taken.
TEST(TerritoryWords, TableHolds) {
  int lines = 0;
  for (const WordLine& line : read_word_lines(data::territory_words, 1, folded)) {
    ++lines;
    ASSERT_EQ(line.columns.size(), 3u) << line.columns[0];
    if (!line.columns[0].starts_with('?')) {
      EXPECT_EQ(territory_answer(line.columns[0]), line.columns[0]);
      continue;
    }
    const TerritoryReading reading = read_territories(line.words[0], {});
    ASSERT_EQ(reading.open.size(), 1u) << line.words[0];
    for (const std::string& option : reading.open[0].options) {
      EXPECT_EQ(territory_answer(option), option) << line.words[0];
    }
  }
  EXPECT_GT(lines, 60);
}

TEST(HeaderWords, TableHolds) {
  for (const WordLine& line : read_word_lines(data::header_words, 2, folded_header)) {
    ASSERT_EQ(line.columns.size(), 3u);
    for (const std::string& word : line.words) EXPECT_FALSE(word.empty()) << line.columns[1];
  }
  EXPECT_EQ(meanings_of_header("曲名")[0], (HeaderMeaning{"recordings", "title"}));
  EXPECT_EQ(meanings_of_header(" 契約書Ｎｏ ")[0], (HeaderMeaning{"licences", "document"}));
  EXPECT_EQ(meanings_of_header("契約先").size(), 2u);
  EXPECT_TRUE(meanings_of_header("適当").empty());
}

TEST(ValueWords, ReadsWordsOfOthers) {
  EXPECT_EQ(value_of_word("licences", "exclusive", "非独占"), "no");
  EXPECT_EQ(value_of_word("licences", "exclusive", "Exclusive"), "yes");
  EXPECT_EQ(value_of_word("sightings", "seen", "配信中"), "yes");
  EXPECT_EQ(value_of_word("sightings", "seen", "たぶん"), "");
  EXPECT_EQ(values_of_column("licences", "exclusive").size(), 2u);
}

}  // namespace
}  // namespace umikoe::formats::table
