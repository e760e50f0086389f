#include "formats/table/proposal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "formats/table/mapped_rows.h"
#include "formats/xlsx/xlsx_test_file.h"

namespace umikoe::formats::table {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

TableFile workbook_of(const Rows& rows, std::vector<std::string> merged = {},
                      std::string sheet = "台帳") {
  xlsx::TestSheet made{.name = std::move(sheet), .rows = {}, .merged = std::move(merged)};
  for (const auto& row : rows) {
    made.rows.emplace_back();
    for (const auto& text : row) made.rows.back().push_back(xlsx::text_cell(text));
  }
  return TableFile::of_workbook(*xlsx::open_bytes(xlsx::file_of({.sheets = {made}})));
}

TableFile csv_of(std::string text) {
  auto kept = std::make_shared<const std::string>(std::move(text));
  return TableFile::of_csv([kept]() -> Result<ByteSource> {
    return ByteSource(
        [kept, inner = from_memory(*kept)](std::span<char> buffer) { return inner(buffer); });
  });
}

TableFile csv_of(const Rows& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) text += (i ? "," : "") + ("\"" + row[i] + "\"");
    text += "\r\n";
  }
  return csv_of(text);
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

std::string source_of(const TableProposal& proposal, std::string_view target) {
  const auto at = std::ranges::find(proposal.columns, target, &ProposedColumn::target);
  if (at == proposal.columns.end()) return "";
  return at->header.empty() ? "=" + at->constant : at->header;
}

TableResult read(const TableFile& file, const TableProposal& proposal) {
  return read_mapped(file, proposal.header, proposal.mapping);
}

const std::vector<std::string> ledger_header = {
    "No.",      "契約書番号", "曲名",     "アーティスト名", "ISRCコード", "許諾者",
    "被許諾者", "許諾地域",   "許諾期間", "独占/非独占",    "利用形態"};

// 原盤契約台帳: merged title rows, a contract merged over its recordings, days of the imperial
// eras, a note below.
Rows ledger() {
  return {{"原盤契約台帳（2019年度）"},
          {"", "", "", "", "", "", "", "", "作成日：平成31年4月10日"},
          {},
          ledger_header,
          {"1", "契-2019-001", "潮騒のワルツ", "架空のバンド", "JPZ901900001", "みなとレコード",
           "海声ミュージック", "全世界（日本を除く）", "平成31年4月1日～令和6年3月31日", "独占",
           "サブスク、ダウンロード"},
          {"2", "", "夜の海", "架空のバンド", "JPZ901900002", "みなとレコード", "海声ミュージック",
           "日本、韓国、台湾", "2019年4月から5年間", "非独占", "着うた"},
          {"3", "契-2019-002", "朝の汽笛", "別のバンド", "JPZ901900003", "しおかぜ音楽出版",
           "海声ミュージック", "WW", "2019/4/1～", "非独占", "ストリーミング"},
          {"※ 上記のほかに口頭の合意がある。"}};
}

TEST(Proposal, UnderstandsAContractLedger) {
  const TableFile file = workbook_of(ledger(), {"A1:K1", "B5:B6"});
  const TableProposal proposal = proposed(file);
  EXPECT_EQ(proposal.mapping.kind, Format::table_licences);
  EXPECT_EQ(proposal.header.first_line, 4);
  EXPECT_THAT(open_in(proposal), IsEmpty());
  EXPECT_TRUE(proposal.ready());
  EXPECT_EQ(source_of(proposal, "period"), "許諾期間");
  EXPECT_EQ(source_of(proposal, "party"), "被許諾者");
  EXPECT_THAT(proposal.unused, ElementsAre("No.", "曲名", "アーティスト名"));

  const TableResult result = read(file, proposal);
  EXPECT_THAT(result.errors, IsEmpty());
  const auto& licences = result.contents.licences;
  ASSERT_EQ(licences.size(), 3u);
  EXPECT_EQ(licences[0].document, "契-2019-001");
  EXPECT_EQ(licences[1].document, "契-2019-001");
  EXPECT_EQ(licences[0].territory, (rights::TerritoryScope{.excluding = true, .codes = {"JP"}}));
  EXPECT_EQ(licences[0].start, Date::of(2019, 4, 1));
  EXPECT_EQ(licences[0].end, Date::of(2024, 4, 1));
  EXPECT_TRUE(licences[0].exclusive);
  EXPECT_THAT(licences[1].territory.codes, ElementsAre("JP", "KR", "TW"));
  EXPECT_EQ(licences[1].start, Date::of(2019, 4, 1));
  EXPECT_EQ(licences[1].end, Date::of(2024, 4, 1));
  EXPECT_EQ(licences[1].uses, rights::bit(rights::Use::ringtone));
  EXPECT_EQ(licences[2].end, std::nullopt);
  EXPECT_EQ(licences[2].grantor->name, "しおかぜ音楽出版");
  EXPECT_EQ(licences[2].line, 7);
  std::vector<std::string> codes;
  for (const auto& finding : result.contents.findings) codes.push_back(finding.code);
  EXPECT_THAT(codes, testing::IsSupersetOf({"row_passed_over", "cells_merged"}));
}

// The same ledger with its columns shuffled, its headers renamed, as a CSV, in a second layout with
// two header rows: the same licences.
TEST(Proposal, ReadsTheSameRowsFromEveryLayout) {
  const auto licences_of = [](const TableFile& file, const TableAnswers& answers = {}) {
    const TableProposal proposal = proposed(file, answers);
    EXPECT_THAT(open_in(proposal), IsEmpty());
    auto result = read(file, proposal);
    EXPECT_THAT(result.errors, IsEmpty());
    for (auto& licence : result.contents.licences) licence.line = 0;
    return result.contents.licences;
  };
  Rows rows = ledger();
  rows.resize(7);
  rows[5][1] = "契-2019-001";
  const auto expected = licences_of(workbook_of(rows));
  ASSERT_EQ(expected.size(), 3u);

  Rows shuffled = rows;
  for (auto& row : shuffled) {
    if (row.size() == ledger_header.size()) std::ranges::reverse(row);
  }
  EXPECT_EQ(licences_of(workbook_of(shuffled)), expected);
  EXPECT_EQ(licences_of(csv_of(rows)), expected);

  Rows renamed = rows;
  renamed[3] = {"No.",          "契約番号",   "楽曲名",   "歌手名",   "ISRC",    "原盤権者",
                "ライセンシー", "テリトリー", "契約期間", "独占区分", "許諾範囲"};
  EXPECT_EQ(licences_of(csv_of(renamed)), expected);

  // Another sender: English words, start and end below one merged header.
  const Rows other = {
      {"Master licence schedule"},
      {"Agreement", "", "Recording", "Term", "", "Licensor", "Licensee", "Licensed Territory",
       "Exclusive/Non-exclusive", "Rights Granted"},
      {"Contract No.", "", "ISRC", "Start Date", "End Date", "Licensor", "Licensee",
       "Licensed Territory", "Exclusive/Non-exclusive", "Rights Granted"},
      {"契-2019-001", "", "JP-Z90-19-00001", "1 Apr 2019", "31 Mar 2024", "みなとレコード",
       "海声ミュージック", "WW ex. JP", "Exclusive", "サブスク/ダウンロード"},
      {"契-2019-001", "", "JP-Z90-19-00002", "2019-04-01", "2024.3.31", "みなとレコード",
       "海声ミュージック", "Japan, South Korea and Taiwan", "Non-exclusive", "着うた"},
      {"契-2019-002", "", "JP-Z90-19-00003", "2019/4/1", "", "しおかぜ音楽出版", "海声ミュージック",
       "Worldwide", "Non-exclusive", "ストリーミング"}};
  EXPECT_EQ(licences_of(workbook_of(other, {"A1:J1", "A2:B2", "D2:E2"})), expected);
}

TEST(Proposal, UnderstandsADistributorsCatalogue) {
  const Rows rows = {{"UPC", "Release Title", "Track Title", "Track Artist", "ISRC", "Label",
                      "Release Date", "Track Length", "Internal Id"},
                     {"4900000000009", "Harbour", "Shiosai Waltz", "Imaginary Band", "JPZ901900001",
                      "Umikoe Label", "2019-04-01", "3:45", "77"},
                     {"4900000000009", "Harbour", "Night Sea", "Imaginary Band", "JPZ901900002",
                      "Umikoe Label", "2019-04-01", "4:10", "78"}};
  const TableFile file = workbook_of(rows);
  const TableProposal proposal = proposed(file);
  EXPECT_EQ(proposal.mapping.kind, Format::table_recordings);
  EXPECT_TRUE(proposal.ready());
  const TableResult result = read(file, proposal);
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.contents.recordings.size(), 2u);
  EXPECT_EQ(result.contents.recordings[0].duration_ms, 225'000);
  ASSERT_EQ(result.contents.releases.size(), 1u);
  EXPECT_EQ(result.contents.releases[0].ids.icpns[0], "04900000000009");
}

TEST(Proposal, UnderstandsAStatusExport) {
  const Rows rows = {
      {"ストア", "ISRC", "曲名", "国", "配信状況", "確認日"},
      {"Spotify", "JPZ901900001", "潮騒のワルツ", "米国", "配信中", "2026/11/1"},
      {"Spotify", "JPZ901900001", "潮騒のワルツ", "ブラジル、メキシコ", "非公開", "2026/11/1"}};
  const TableFile file = csv_of(rows);
  const TableProposal proposal = proposed(file);
  EXPECT_EQ(proposal.mapping.kind, Format::table_sightings);
  EXPECT_THAT(open_in(proposal), IsEmpty());
  const TableResult result = read(file, proposal);
  EXPECT_THAT(result.errors, IsEmpty());
  ASSERT_EQ(result.contents.sightings.size(), 3u);
  EXPECT_EQ(result.contents.sightings[0].seen, rights::Seen::yes);
  EXPECT_EQ(result.contents.sightings[2].seen, rights::Seen::no);
  EXPECT_EQ(result.contents.sightings[2].territory.code(), "MX");
}

TEST(Proposal, AsksForWhatTheFileDoesNotSay) {
  const Rows rows = {{"ISRC", "国", "配信状況"}, {"JPZ901900001", "米国", "たぶん配信中"}};
  const TableFile file = csv_of(rows);
  EXPECT_THAT(open_in(proposed(file)),
              ElementsAre("column:service", "column:observed_on", "word:state:たぶん配信中"));
  const TableAnswers answers = {{"column:service", "=Spotify"},
                                {"column:observed_on", "=2026-11-01"},
                                {"word:state:たぶん配信中", "playable"}};
  const TableProposal proposal = proposed(file, answers);
  EXPECT_TRUE(proposal.ready());
  const TableResult result = read(file, proposal);
  ASSERT_EQ(result.contents.sightings.size(), 1u);
  EXPECT_EQ(result.contents.sightings[0].service.name, "Spotify");
  EXPECT_EQ(result.contents.sightings[0].observed_on, *Date::of(2026, 11, 1));
}

Rows small_ledger(const std::string& territory, const std::string& start) {
  return {{"ISRC", "被許諾者", "許諾地域", "許諾開始日"},
          {"JPZ901900001", "海声", territory, start}};
}

TEST(Proposal, AsksAboutAmbiguousTerritories) {
  const TableFile file = csv_of(small_ledger("アジア", "2019/4/1"));
  const TableProposal proposal = proposed(file);
  EXPECT_THAT(open_in(proposal), ElementsAre("territory:アジア"));
  EXPECT_FALSE(proposal.ready());
  const TableProposal answered = proposed(file, {{"territory:アジア", "韓国、台湾"}});
  EXPECT_TRUE(answered.ready());
  EXPECT_THAT(read(file, answered).contents.licences[0].territory.codes, ElementsAre("KR", "TW"));
  const TableProposal refused = proposed(file, {{"territory:アジア", "どこか"}});
  EXPECT_FALSE(refused.ready());
  EXPECT_TRUE(refused.questions[0].answer_refused);
}

TEST(Proposal, AsksAboutTheOrderOfDays) {
  EXPECT_THAT(open_in(proposed(csv_of(small_ledger("WW", "1/4/2019")))), ElementsAre("days"));
  const TableFile file = csv_of(small_ledger("WW", "1/4/2019"));
  const auto start = [&](const std::string& order) {
    return read(file, proposed(file, {{"days", order}})).contents.licences[0].start;
  };
  EXPECT_EQ(start("day-first"), Date::of(2019, 4, 1));
  EXPECT_EQ(start("month-first"), Date::of(2019, 1, 4));

  // One value that can be read in one way decides for the file.
  Rows rows = small_ledger("WW", "1/4/2019");
  rows.push_back({"JPZ901900002", "海声", "WW", "13/4/2019"});
  const TableFile decided = csv_of(rows);
  EXPECT_TRUE(proposed(decided).ready());
  EXPECT_EQ(read(decided, proposed(decided)).contents.licences[0].start, Date::of(2019, 4, 1));

  rows.push_back({"JPZ901900003", "海声", "WW", "4/13/2019"});
  const TableFile mixed = csv_of(rows);
  const TableProposal contradicts = proposed(mixed);
  ASSERT_THAT(open_in(contradicts), ElementsAre("days"));
  EXPECT_EQ(contradicts.questions[0].code, "days_mixed");
  // The days of the other order are errors with their lines, not silently turned round.
  const TableResult result = read(mixed, proposed(mixed, {{"days", "day-first"}}));
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].code, "date_invalid");
  EXPECT_EQ(result.errors[0].where.line, 4);
  EXPECT_EQ(result.errors[0].where.element, "許諾開始日");
}

TEST(Proposal, AsksWhichOfSeveralColumns) {
  const Rows rows = {{"ISRC", "曲名", "JAN", "UPC"},
                     {"JPZ901900001", "潮騒", "4900000000009", "4900000000016"}};
  const TableProposal proposal = proposed(csv_of(rows));
  EXPECT_THAT(open_in(proposal), ElementsAre("column:icpn"));
  EXPECT_THAT(proposal.questions[0].options, ElementsAre("JAN", "UPC", "ignore"));
  EXPECT_EQ(source_of(proposed(csv_of(rows), {{"column:icpn", "UPC"}}), "icpn"), "UPC");
  EXPECT_EQ(source_of(proposed(csv_of(rows), {{"column:icpn", "#3"}}), "icpn"), "JAN");
  EXPECT_TRUE(proposed(csv_of(rows), {{"column:icpn", "ignore"}}).ready());
}

TEST(Proposal, AsksWhatASharedHeaderMeans) {
  const Rows rows = {{"ISRC", "契約先", "許諾地域", "契約番号"},
                     {"JPZ901900001", "海声", "WW", "1"}};
  EXPECT_THAT(open_in(proposed(csv_of(rows))), ElementsAre("header:契約先"));
  const TableProposal proposal =
      proposed(csv_of(rows), {{"header:契約先", "grantor"}, {"column:party", "=自社"}});
  EXPECT_EQ(source_of(proposal, "grantor"), "契約先");
  EXPECT_THAT(open_in(proposed(csv_of(rows), {{"header:契約先", "ignore"}})),
              ElementsAre("column:party"));
  EXPECT_EQ(source_of(proposal, "party"), "=自社");
  EXPECT_TRUE(proposal.ready());
}

TEST(Proposal, AsksAboutDaysUnderUnknownHeaders) {
  const Rows rows = {{"ISRC", "被許諾者", "許諾地域", "権利の発生"},
                     {"JPZ901900001", "海声", "WW", "2019/4/1"}};
  EXPECT_THAT(open_in(proposed(csv_of(rows))), ElementsAre("header:権利の発生"));
  const TableProposal proposal = proposed(csv_of(rows), {{"header:権利の発生", "start"}});
  EXPECT_EQ(source_of(proposal, "start"), "権利の発生");
}

TEST(Proposal, FindsIdentifiersByTheirValues) {
  const Rows rows = {{"コード", "曲名", "番号"},
                     {"JPZ901900001", "潮騒", "4900000000009"},
                     {"JPZ901900002", "夜", "4900000000016"},
                     {"JPZ901900003", "朝", "4900000000023"}};
  TableProposal proposal = proposed(csv_of(rows));
  EXPECT_EQ(proposal.mapping.kind, Format::table_recordings);
  EXPECT_EQ(source_of(proposal, "isrc"), "コード");
  EXPECT_EQ(source_of(proposal, "icpn"), "番号");
  EXPECT_EQ(proposal.columns[0].reason, "values");
}

TEST(Proposal, DoubtsAHeaderItsValuesDeny) {
  const Rows rows = {{"ISRC", "曲名"}, {"VICL-12345", "潮騒"}};
  EXPECT_THAT(open_in(proposed(csv_of(rows))), ElementsAre("column:isrc"));
}

TEST(Proposal, UsesWhatWasConfirmed) {
  const TableFile file = csv_of(small_ledger("アジア", "1/4/2019"));
  const TableProposal first = proposed(file, {{"territory:アジア", "KR"}, {"days", "day-first"}});
  ASSERT_TRUE(first.ready());
  Rows next = small_ledger("アジア", "2/4/2019");
  for (auto& row : next) std::ranges::reverse(row);
  const TableFile later = csv_of(next);
  const TableProposal second = proposed(later, {}, &first.mapping);
  EXPECT_TRUE(second.ready());
  EXPECT_EQ(second.fingerprint, first.fingerprint);
  EXPECT_EQ(read(later, second).contents.licences[0].start, Date::of(2019, 4, 2));
  // A word nobody was asked about before is asked about now.
  const TableFile other = csv_of(small_ledger("欧州", "2019/4/1"));
  EXPECT_THAT(open_in(proposed(other, {}, &first.mapping)), ElementsAre("territory:欧州"));
}

TEST(Proposal, NamesTheFilesOwnPlaceInErrors) {
  Rows rows = ledger();
  rows[4][4] = "JPZ90190000";
  rows[5][8] = "2019/2/30～2024/3/31";
  const TableFile file = workbook_of(rows);
  const TableProposal proposal = proposed(file);
  const TableResult result = read(file, proposal);
  ASSERT_EQ(result.errors.size(), 2u);
  EXPECT_EQ(result.errors[0].code, "isrc_malformed");
  EXPECT_EQ(result.errors[0].where.line, 5);
  EXPECT_EQ(result.errors[0].where.element, "台帳!ISRCコード");
  EXPECT_EQ(result.errors[1].code, "date_invalid");
  EXPECT_EQ(result.errors[1].where.element, "台帳!許諾期間");
  EXPECT_THAT(result.contents.licences, IsEmpty());
}

TEST(Proposal, SaysWhenAnEraHadEnded) {
  const TableFile file = csv_of(small_ledger("WW", "平成31年6月1日"));
  const TableResult result = read(file, proposed(file));
  ASSERT_EQ(result.contents.licences.size(), 1u);
  EXPECT_EQ(result.contents.licences[0].start, Date::of(2019, 6, 1));
  EXPECT_EQ(result.contents.findings[0].code, "date_outside_era");
}

TEST(Proposal, ChoosesTheSheetWithAHeader) {
  xlsx::TestSheet cover{.name = "表紙", .rows = {{xlsx::text_cell("原盤契約台帳")}}};
  xlsx::TestSheet hidden{.name = "旧", .rows = {}, .hidden = true};
  xlsx::TestSheet data{.name = "台帳", .rows = {}};
  for (const auto& row : small_ledger("WW", "2019/4/1")) {
    data.rows.emplace_back();
    for (const auto& text : row) data.rows.back().push_back(xlsx::text_cell(text));
  }
  hidden.rows = data.rows;
  const TableFile file =
      TableFile::of_workbook(*xlsx::open_bytes(xlsx::file_of({.sheets = {cover, hidden, data}})));
  EXPECT_EQ(proposed(file).mapping.sheet, "台帳");
  EXPECT_EQ(proposed(file, {{"sheet", "旧"}}).mapping.sheet, "旧");
  EXPECT_EQ(propose(file, nullptr, {{"sheet", "ない"}}).error().code, "sheet_unknown");
  EXPECT_EQ(propose(csv_of(Rows{{"a"}}), nullptr, {}).error().code, "table_unknown");
}

TEST(Proposal, AsksWhichOfSeveralSheets) {
  xlsx::TestWorkbook made;
  for (const char* name : {"4月", "5月"}) {
    xlsx::TestSheet sheet{.name = name, .rows = {}};
    for (const auto& row : small_ledger("WW", "2019/4/1")) {
      sheet.rows.emplace_back();
      for (const auto& text : row) sheet.rows.back().push_back(xlsx::text_cell(text));
    }
    made.sheets.push_back(std::move(sheet));
  }
  const TableFile file = TableFile::of_workbook(*xlsx::open_bytes(xlsx::file_of(made)));
  EXPECT_THAT(open_in(proposed(file)), ElementsAre("sheet"));
  const TableProposal proposal = proposed(file, {{"sheet", "5月"}});
  EXPECT_TRUE(proposal.ready());
  EXPECT_EQ(proposal.mapping.sheet, "5月");
}

// × below a header nobody knows must not leave a licence where the contract says no.
TEST(Proposal, AsksWhatMarksBelowAnUnknownHeaderSay) {
  Rows rows = small_ledger("KR", "2019/4/1");
  rows[0].push_back("許諾");
  rows[1].push_back("○");
  rows.push_back({"JPZ901900002", "海声", "TW", "2019/4/1", "×"});
  rows.push_back({"JPZ901900003", "海声", "HK", "2019/4/1", "要確認"});
  const TableFile file = csv_of(rows);
  EXPECT_THAT(open_in(proposed(file)), ElementsAre("header:許諾"));
  EXPECT_THAT(open_in(proposed(file, {{"header:許諾", "scope"}})),
              ElementsAre("word:scope:要確認"));
  const TableProposal proposal =
      proposed(file, {{"header:許諾", "scope"}, {"word:scope:要確認", "not_asked"}});
  EXPECT_TRUE(proposal.ready());
  const auto licences = read(file, proposal).contents.licences;
  ASSERT_EQ(licences.size(), 3u);
  EXPECT_EQ(licences[0].scope, rights::Scope::yes);
  EXPECT_EQ(licences[1].scope, rights::Scope::no);
  EXPECT_EQ(licences[2].scope, rights::Scope::not_asked);
  EXPECT_TRUE(proposed(file, {{"header:許諾", "ignore"}}).ready()) << "or it may be left out";
}

TEST(Proposal, TakesWordsThatExceptNothing) {
  Rows rows = small_ledger("WW", "2019/4/1");
  rows[0].push_back("除外地域");
  rows[1].push_back("なし");
  rows.push_back({"ＪＰＺ９０－１９－００００２", "海声", "WW", "2019/4/1", "日本、韓国"});
  const TableFile file = csv_of(rows);
  const TableProposal proposal = proposed(file);
  EXPECT_TRUE(proposal.ready());
  const auto licences = read(file, proposal).contents.licences;
  ASSERT_EQ(licences.size(), 2u);
  EXPECT_THAT(licences[0].territory.codes, ElementsAre("Worldwide"));
  EXPECT_EQ(licences[1].territory,
            (rights::TerritoryScope{.excluding = true, .codes = {"JP", "KR"}}));
  EXPECT_EQ(licences[1].isrc.to_string(), "JPZ901900002");
}

TEST(Proposal, AsksAboutBareSerials) {
  const TableFile file = csv_of(small_ledger("WW", "43556"));
  EXPECT_THAT(open_in(proposed(file)), ElementsAre("serials"));
  const TableProposal proposal = proposed(file, {{"serials", "1900"}});
  EXPECT_EQ(read(file, proposal).contents.licences[0].start, Date::of(2019, 4, 1));
}

TEST(Proposal, UnderstandsPlaysAndChartsOfAnyLayout) {
  const TableFile plays = csv_of(Rows{{"ISRC", "国名", "再生日", "再生回数", "配信サービス"},
                                      {"JPZZ01900001", "ブラジル", "2026/11/18", "120", "Store"}});
  const TableProposal of_plays = proposed(plays);
  EXPECT_EQ(of_plays.mapping.kind, Format::table_plays);
  EXPECT_TRUE(of_plays.ready());
  std::vector<demand::UsageRow> rows;
  RowSinks sinks;
  sinks.usage = [&](const demand::UsageRow& row) { rows.push_back(row); };
  const auto read_plays = read_mapped(plays, of_plays.header, of_plays.mapping, sinks);
  EXPECT_THAT(read_plays.errors, IsEmpty());
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].territory.code(), "BR");
  EXPECT_EQ(rows[0].period_start, Date::of(2026, 11, 18));
  EXPECT_EQ(rows[0].net_units, 120);

  const TableFile chart = csv_of(Rows{{"Position", "Song", "Artist", "Country", "Date", "Streams"},
                                      {"1", "夜の海", "海音", "Viet Nam", "2026-11-13", "700"},
                                      {"2", "Other", "Band", "Viet Nam", "2026-11-13", "600"}});
  const TableProposal asked = proposed(chart);
  EXPECT_EQ(asked.mapping.kind, Format::table_chart);
  EXPECT_THAT(open_in(asked), ElementsAre("column:chart"));
  const TableProposal of_chart = proposed(chart, {{"column:chart", "=radio"}});
  EXPECT_TRUE(of_chart.ready());
  std::vector<demand::ChartRow> places;
  sinks.chart = [&](const demand::ChartRow& row) { places.push_back(row); };
  EXPECT_THAT(read_mapped(chart, of_chart.header, of_chart.mapping, sinks).errors, IsEmpty());
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0].chart, "radio");
  EXPECT_EQ(places[0].territory.code(), "VN");
}

}  // namespace
}  // namespace umikoe::formats::table
