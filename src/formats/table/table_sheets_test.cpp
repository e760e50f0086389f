// Workbooks of several sheets, and tables with a column for each country.
#include "formats/table/table_sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "formats/table/mapped_rows.h"
#include "formats/table/proposal.h"
#include "formats/xlsx/xlsx_test_file.h"

namespace umikoe::formats::table {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

xlsx::TestSheet sheet_of(const std::string& name, const Rows& rows) {
  xlsx::TestSheet made{.name = name, .rows = {}, .merged = {}};
  for (const auto& row : rows) {
    made.rows.emplace_back();
    for (const auto& text : row) made.rows.back().push_back(xlsx::text_cell(text));
  }
  return made;
}

TableFile workbook_of(std::vector<xlsx::TestSheet> sheets) {
  return TableFile::of_workbook(*xlsx::open_bytes(xlsx::file_of({.sheets = std::move(sheets)})));
}

TableProposal proposed(const TableFile& file, const TableAnswers& answers = {},
                       const TableMapping* saved = nullptr) {
  auto proposal = propose(file, saved, answers);
  EXPECT_TRUE(proposal) << (proposal ? "" : proposal.error().code);
  return proposal ? *std::move(proposal) : TableProposal{};
}

std::vector<std::string> open_in(const TableProposal& proposal) {
  std::vector<std::string> ids;
  for (const auto& question : proposal.questions) {
    if (question.answer.empty()) ids.push_back(question.id);
  }
  return ids;
}

TableResult read(const TableFile& file, const TableProposal& proposal) {
  return read_mapped(TableSheets(file, proposal.all_headers()), proposal.mapping);
}

// One ledger for each party, as labels keep them; the second has its columns the other way round.
TableFile ledgers(const std::string& territories_of_second = "JP") {
  return workbook_of(
      {sheet_of("海声", {{"契約書番号", "ISRC", "許諾地域", "許諾開始日"},
                         {"K-1", "JPZ901900001", "US", "2019/4/1"},
                         {"K-2", "JPZ901900002", "JP", "2019/4/1"}}),
       sheet_of("潮風", {{"社外秘"},
                         {"許諾開始日", "許諾地域", "ISRC", "契約書番号"},
                         {"2020/4/1", territories_of_second, "JPZ901900003", "K-3"}}),
       sheet_of("売上", {{"計算書番号", "ISRC", "国", "利用月", "再生数", "通貨", "分配額"},
                         {"S-1", "JPZ901900001", "US", "2026-07", "10", "JPY", "3"}})});
}

TEST(TableSheets, SeveralTablesAreAskedAbout) {
  const TableFile file = ledgers();
  const TableProposal proposal = proposed(file);
  ASSERT_FALSE(proposal.questions.empty());
  EXPECT_EQ(proposal.questions[0].id, "sheet");
  EXPECT_THAT(proposal.questions[0].options, ElementsAre("海声", "潮風", "売上", "all"));
  EXPECT_FALSE(proposal.ready());
}

TEST(TableSheets, OneLedgerForEachPartyIsReadWithItsSheetsName) {
  const TableFile file = ledgers();
  const TableProposal without = proposed(file, {{"sheet", "all"}});
  EXPECT_THAT(open_in(without), ElementsAre("column:party"));
  const auto& options = without.questions.back().options;
  EXPECT_TRUE(std::ranges::find(options, "=@sheet") != options.end());
  const TableProposal proposal = proposed(file, {{"sheet", "all"}, {"column:party", "=@sheet"}});
  EXPECT_THAT(open_in(proposal), IsEmpty());
  EXPECT_THAT(proposal.sheets_left, ElementsAre("売上"));
  EXPECT_EQ(proposal.rows, 3);
  const TableResult result = read(file, proposal);
  ASSERT_THAT(result.errors, IsEmpty());
  const auto& licences = result.contents.licences;
  ASSERT_EQ(licences.size(), 3u);
  EXPECT_EQ(licences[0].party.name, "海声");
  EXPECT_EQ(licences[2].party.name, "潮風");
  EXPECT_EQ(licences[2].document, "K-3");
  EXPECT_THAT(licences[2].territory.codes, ElementsAre("JP"));
  EXPECT_EQ(licences[2].start, Date::of(2020, 4, 1));
  EXPECT_EQ(licences[2].line, 3);
  // What was confirmed reads the next such workbook without asking.
  const TableProposal again = proposed(file, {}, &proposal.mapping);
  EXPECT_THAT(open_in(again), IsEmpty());
  EXPECT_EQ(read(file, again).contents.licences, licences);
}

TEST(TableSheets, QuestionsAndErrorsComeFromEverySheet) {
  const TableAnswers answers = {{"sheet", "all"}, {"column:party", "=@sheet"}};
  const TableFile asks = ledgers("アジア");
  EXPECT_THAT(open_in(proposed(asks, answers)), ElementsAre("territory:アジア"));
  TableFile wrong = workbook_of(
      {sheet_of("海声", {{"契約書番号", "ISRC", "許諾地域"}, {"K-1", "JPZ901900001", "US"}}),
       sheet_of("潮風", {{"契約書番号", "ISRC", "許諾地域"}, {"K-3", "JPZ9019", "US"}})});
  const TableResult result = read(wrong, proposed(wrong, answers));
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].where.element, "潮風!ISRC");
  EXPECT_EQ(result.errors[0].where.line, 2);
}

TEST(WideTables, ALedgerWithAColumnForEachCountry) {
  const Rows rows = {{"契約書番号", "ISRC", "被許諾者", "日本", "韓国", "台湾", "米国"},
                     {"K-1", "JPZ901900001", "海声", "○", "○", "×", ""},
                     {"K-2", "JPZ901900002", "海声", "可", "不可", "不可", "可"},
                     {"K-3", "JPZ901900003", "海声", "", "", "", ""}};
  const TableFile file = workbook_of({sheet_of("台帳", rows)});
  const TableProposal proposal = proposed(file);
  EXPECT_EQ(proposal.mapping.kind, Format::table_licences);
  EXPECT_THAT(open_in(proposal), IsEmpty());
  const TableResult result = read(file, proposal);
  ASSERT_THAT(result.errors, IsEmpty());
  const auto& licences = result.contents.licences;
  ASSERT_EQ(licences.size(), 4u);
  EXPECT_THAT(licences[0].territory.codes, ElementsAre("JP", "KR"));
  EXPECT_EQ(licences[0].scope, rights::Scope::yes);
  EXPECT_THAT(licences[1].territory.codes, ElementsAre("TW"));
  EXPECT_EQ(licences[1].scope, rights::Scope::no);
  EXPECT_THAT(licences[2].territory.codes, ElementsAre("JP", "US"));
  EXPECT_THAT(licences[3].territory.codes, ElementsAre("KR", "TW"));
  // The row without a word says nothing, and that is said.
  EXPECT_TRUE(std::ranges::any_of(result.contents.findings, [](const Finding& finding) {
    return finding.code == "row_names_no_territory" && finding.where.line == 4;
  }));
}

TEST(WideTables, AColumnOfTerritoriesBesideThemIsAQuestion) {
  const Rows rows = {{"契約書番号", "ISRC", "被許諾者", "許諾地域", "日本", "韓国", "台湾"},
                     {"K-1", "JPZ901900001", "海声", "WW", "○", "×", "○"}};
  const TableFile file = workbook_of({sheet_of("台帳", rows)});
  EXPECT_THAT(open_in(proposed(file)), ElementsAre("territories"));
  const TableProposal column = proposed(file, {{"territories", "column"}});
  EXPECT_THAT(open_in(column), IsEmpty());
  EXPECT_EQ(read(file, column).contents.licences.size(), 1u);
  const TableProposal countries = proposed(file, {{"territories", "countries"}});
  EXPECT_THAT(open_in(countries), IsEmpty());
  ASSERT_EQ(read(file, countries).contents.licences.size(), 2u);
  EXPECT_EQ(read(file, countries).contents.licences[1].scope, rights::Scope::no);
  EXPECT_THAT(open_in(proposed(file, {}, &countries.mapping)), IsEmpty());
  EXPECT_THAT(open_in(proposed(file, {}, &column.mapping)), IsEmpty());
}

TEST(WideTables, ColumnsOfSeveralCountriesAreReadOrAskedAbout) {
  const Rows rows = {{"契約書番号", "ISRC", "被許諾者", "日本", "韓国", "米国", "タイ・台湾",
                      "その他地域", "備考"},
                     {"K-1", "JPZ901900001", "海声", "○", "×", "○", "○", "○", "済"},
                     {"K-2", "JPZ901900002", "海声", "○", "", "", "", "×", ""}};
  const TableFile file = workbook_of({sheet_of("台帳", rows)});
  EXPECT_THAT(open_in(proposed(file)), ElementsAre("header:その他地域"));
  const TableProposal answered = proposed(file, {{"header:その他地域", "WW ex. JP, KR"}});
  EXPECT_THAT(open_in(answered), IsEmpty());
  EXPECT_THAT(answered.unused, ElementsAre("備考"));
  const TableResult result = read(file, answered);
  ASSERT_THAT(result.errors, IsEmpty());
  const auto& licences = result.contents.licences;
  ASSERT_EQ(licences.size(), 5u);
  EXPECT_THAT(licences[0].territory.codes, ElementsAre("JP", "US", "TH", "TW"));
  EXPECT_EQ(licences[1].scope, rights::Scope::no);
  EXPECT_EQ(licences[2].territory,
            (rights::TerritoryScope{.excluding = true, .codes = {"JP", "KR"}}));
  EXPECT_EQ(licences[2].scope, rights::Scope::yes);
  EXPECT_TRUE(licences[4].territory.excluding);
  EXPECT_EQ(licences[4].scope, rights::Scope::no);
  EXPECT_THAT(open_in(proposed(file, {}, &answered.mapping)), IsEmpty());
}

TEST(WideTables, AWordNobodyKnowsIsAskedOnceForAllCountries) {
  const Rows rows = {{"契約書番号", "ISRC", "被許諾者", "日本", "韓国", "台湾"},
                     {"K-1", "JPZ901900001", "海声", "○", "△", "△"}};
  const TableFile file = workbook_of({sheet_of("台帳", rows)});
  EXPECT_THAT(open_in(proposed(file)), ElementsAre("word:scope:△"));
  const TableProposal answered = proposed(file, {{"word:scope:△", "not_asked"}});
  EXPECT_THAT(open_in(answered), IsEmpty());
  const TableResult result = read(file, answered);
  ASSERT_EQ(result.contents.licences.size(), 2u);
  EXPECT_EQ(result.contents.licences[1].scope, rights::Scope::not_asked);
  EXPECT_THAT(result.contents.licences[1].territory.codes, ElementsAre("KR", "TW"));
  const TableProposal again = proposed(file, {}, &answered.mapping);
  EXPECT_THAT(open_in(again), IsEmpty());
}

TEST(WideTables, AvailabilityWithAColumnForEachCountry) {
  const Rows rows = {{"配信ストア", "ISRC", "確認日", "日本", "韓国", "台湾"},
                     {"Spotify", "JPZ901900001", "2026/11/1", "○", "×", "○"}};
  const TableFile file = workbook_of({sheet_of("一覧", rows)});
  const TableProposal proposal = proposed(file, {{"kind", "sightings"}});
  EXPECT_THAT(open_in(proposal), IsEmpty());
  const TableResult result = read(file, proposal);
  ASSERT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.contents.sightings.size(), 3u);
  EXPECT_EQ(result.contents.sightings[0].territory.code(), "JP");
  EXPECT_EQ(result.contents.sightings[0].seen, rights::Seen::yes);
  EXPECT_EQ(result.contents.sightings[2].territory.code(), "KR");
  EXPECT_EQ(result.contents.sightings[2].seen, rights::Seen::no);
}

// Headers that are countries and words (ID, NO, TO), two countries only, or one country twice make
// no table wide; then its territories are asked for.
TEST(WideTables, IsNotSeenWhereItMayBeNone) {
  for (const std::vector<std::string>& heads : {std::vector<std::string>{"ID", "No.", "To"},
                                                {"日本", "韓国", "備考"},
                                                {"日本", "JP", "韓国"}}) {
    const Rows rows = {{"契約書番号", "ISRC", "被許諾者", "契約期間", heads[0], heads[1], heads[2]},
                       {"K-1", "JPZ901900001", "海声", "2019/4/1～", "○", "○", "×"}};
    const TableFile file = workbook_of({sheet_of("台帳", rows)});
    const TableProposal proposal = proposed(file, {{"kind", "licences"}});
    const auto open = open_in(proposal);
    EXPECT_TRUE(std::ranges::find(open, "column:territories") != open.end()) << heads[0];
  }
}

}  // namespace
}  // namespace umikoe::formats::table
