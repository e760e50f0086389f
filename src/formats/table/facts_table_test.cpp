#include "formats/table/facts_table.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace umikoe::formats::table {
namespace {

using demand::FactKind;

Result<FactsTable> read(std::string text) {
  UMIKOE_TRY(const TableFile file,
             TableFile::open([text = std::move(text)]() -> Result<ByteSource> {
               return from_memory(text, 11);
             }));
  return read_facts(file);
}

constexpr const char* head = "artist,kind,value,medium,territory,day,source\n";

std::string fault(const std::string& rows) {
  const auto table = read(head + rows);
  if (table) return "";
  const Error& error = table.error();
  return error.code + "@" + std::to_string(error.where.line) + ":" + error.where.element;
}

std::string codes_of(const demand::ArtistFact& fact) {
  std::string out;
  for (const TerritoryCode territory : fact.territories) out += std::string(territory.code()) + " ";
  return out;
}

TEST(FactsTable, ReadsEveryKind) {
  const auto table = read(std::string(head) +
                          "Umi,language,ja-Latn,,,,label\n"
                          "Umi,genre,City Pop,,,,\n"
                          "Umi,tie-in,DEMO Harbour Stars,anime,BR|MX,2025-04-01,agency\n"
                          "Umi,convention,DEMO Paper Moon,,US,2025/7/4,\n");
  ASSERT_TRUE(table) << table.error().code;
  ASSERT_EQ(table->facts.size(), 4U);
  EXPECT_EQ(table->facts[0].value, "ja");
  EXPECT_EQ(table->facts[0].source, "label");
  EXPECT_EQ(table->facts[1].value, "City Pop");
  EXPECT_EQ(table->facts[2].kind, FactKind::tie_in);
  EXPECT_EQ(table->facts[2].medium, "anime");
  EXPECT_EQ(codes_of(table->facts[2]), "BR MX ");
  EXPECT_EQ(table->facts[3].day->to_string(), "2025-07-04");
}

TEST(FactsTable, ReadsJapaneseHeadersWordsAndDaysBelowATitle) {
  const auto table = read(
      "所属アーティスト一覧,,,,\n"
      "種別,アーティスト名,内容,国・地域,日付\n"
      "タイアップ,波の会,港の星,ブラジル、メキシコ,令和7年4月1日\n"
      "コンベンション,波の会,紙の月,米国,2025年7月\n"
      "ジャンル,波の会,シティポップ,,\n");
  ASSERT_TRUE(table) << table.error().code;
  ASSERT_EQ(table->facts.size(), 3U);
  EXPECT_EQ(codes_of(table->facts[0]), "BR MX ");
  EXPECT_EQ(table->facts[0].day->to_string(), "2025-04-01");
  EXPECT_EQ(codes_of(table->facts[1]), "US ");
  EXPECT_EQ(table->facts[1].day->to_string(), "2025-07-31");
}

TEST(FactsTable, WhatIsSaidTwiceIsCountedOnce) {
  const auto table = read(std::string(head) +
                          "Umi,genre,City Pop,,,,\nUMI,Genre,CITY POP,,,,b\n"
                          "Umi,genre,Rock,,,,\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->facts.size(), 2U);
  EXPECT_EQ(table->repeated, 1);
}

TEST(FactsTable, ExceptionsAndEverywhereAreTerritories) {
  const auto table = read(std::string(head) + "Umi,tie-in,Stars,,WW ex. JP,,\n");
  ASSERT_TRUE(table) << table.error().code;
  EXPECT_GT(table->facts[0].territories.size(), 200U);
  EXPECT_EQ(codes_of(table->facts[0]).find("JP "), std::string::npos);
}

TEST(FactsTable, BadRowsAreRefusedWithTheirPlace) {
  EXPECT_EQ(fault("Umi,hairstyle,long,,,,\n"), "word_unknown@2:kind");
  EXPECT_EQ(fault("Umi,tie-in,Stars,,Atlantis,,\n"), "territory_code_invalid@2:territory");
  EXPECT_EQ(fault("Umi,convention,Con,,US,2025-02-30,\n"), "date_invalid@2:day");
  EXPECT_EQ(fault("Umi,convention,Con,,US,1/4/2025,\n"), "fact_day_unclear@2:day");
  EXPECT_EQ(fault("Umi,convention,Con,,US,,\n"), "cell_required@2:day");
  EXPECT_EQ(fault("Umi,convention,Con,,,2025-02-03,\n"), "cell_required@2:territory");
  EXPECT_EQ(fault("Umi,language,Elvish tongue,,,,\n"), "fact_language_unknown@2:value");
  EXPECT_EQ(fault("Umi,language,und,,,,\n"), "fact_language_unknown@2:value");
  EXPECT_EQ(fault("Umi,genre,,,,,\n"), "cell_required@2:value");
  EXPECT_EQ(fault("Umi,,City Pop,,,,\n"), "cell_required@2:kind");
  EXPECT_EQ(fault("Umi,genre,Rock,,,,\n,genre,Rock,,,,\n"), "presence_artist_missing@3:artist");
}

TEST(FactsTable, BadFilesAreRefused) {
  EXPECT_EQ(read("").error().code, "table_empty");
  EXPECT_EQ(read(head).error().code, "table_empty");
  const auto no_kind = read("artist,value\nUmi,Rock\n");
  EXPECT_EQ(no_kind.error().code, "column_missing");
  EXPECT_EQ(no_kind.error().where.element, "kind");
  EXPECT_EQ(fault("\"Umi,genre,Rock,,,,\n"), "csv_quote_unclosed@2:");  // cut off
  EXPECT_EQ(read("PK\x03\x04 cut off").error().code, "zip_broken");
  EXPECT_EQ(fault("Umi \xff\xfe\x81,genre,Rock,,,,\n").substr(0, 16), "encoding_invalid");
  const std::string huge(static_cast<size_t>(limits::table_cell_bytes.value) + 1, 'a');
  EXPECT_EQ(fault("Umi,genre," + huge + ",,,,\n").substr(0, 14), "limit_exceeded");
}

}  // namespace
}  // namespace umikoe::formats::table
