// Every wrong guess the files of a desk could provoke ends in a question or a clear error, and
// changes nothing.
#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>
#include <set>

#include "desk_fixture.h"
#include "formats/xlsx/plain_workbook.h"
#include "formats/xlsx/workbook_writer.h"

namespace umikoe {
namespace {

// A small ledger; its cells are what the cases change.
DeskTable ledger(const std::string& territories, const std::string& start = "2026-04-01") {
  return {.file = "ledger",
          .headers = {"契約書番号", "ISRC", "被許諾者", "許諾地域", "許諾開始日"},
          .rows = {{"P-1", "JPZ9K2600001", "風町レコード（DEMO）", territories, start}}};
}

class DeskProvocation : public Desk {
 protected:
  json import(const DemoFile& file, int exit = 3) {
    put({file});
    return answer({"import", desk() + "/" + file.path}, exit)["deliveries"][0];
  }
  json import(const DeskTable& table, int exit = 3) {
    return import(app::demo::desk_file(table), exit);
  }
  json questions(const DeskTable& table) {
    const DemoFile file = app::demo::desk_file(table);
    put({file});
    return answer({"import", "--map", desk() + "/" + file.path}, 3)["questions"];
  }
  json rejection(const json& delivery) {
    EXPECT_EQ(delivery.value("status", ""), "rejected") << delivery.dump();
    return delivery["errors"][0]["code"];
  }
  int64_t deliveries() { return answer({"world"})["generation"].get<int64_t>(); }
};

TEST_F(DeskProvocation, TerritoryWordsOfSeveralMeaningsAreAsked) {
  for (const char* word :
       {"アジア", "欧州", "北米", "ROW", "海外", "EU", "全世界（アジアを除く）", "中華圏"}) {
    const DeskTable table = ledger(word);
    const json asked_of = questions(table);
    ASSERT_EQ(asked_of.size(), 1u) << word << asked_of.dump();
    EXPECT_EQ(asked_of[0]["code"], "territory_meaning") << word;
    EXPECT_GE(asked_of[0]["options"].size(), 1u) << word;
    EXPECT_EQ(rejection(import(table)), "question_open") << word;
  }
  EXPECT_EQ(questions(ledger("どこか遠く"))[0]["code"], "territory_unknown");
  EXPECT_EQ(deliveries(), 0);
}

TEST_F(DeskProvocation, WordsOfOneMeaningAreNotAsked) {
  for (const char* word :
       {"WW", "WW ex. JP", "全世界（日本を除く）", "日本以外", "米国、カナダ", "ASEAN", "国内"}) {
    DeskTable table = ledger(word);
    table.rows[0][0] = word;  // another file each time
    EXPECT_EQ(import(table, 0)["status"], "accepted") << word;
  }
}

TEST_F(DeskProvocation, DaysThatMayBeReadTwoWaysAreAsked) {
  DeskTable either = ledger("JP", "03/04/2026");
  EXPECT_EQ(questions(either)[0]["code"], "days_order");
  EXPECT_EQ(rejection(import(either)), "question_open");
  DeskTable mixed = ledger("JP", "25/04/2026");
  mixed.rows.push_back({"P-2", "JPZ9K2600002", "風町レコード（DEMO）", "JP", "04/25/2026"});
  EXPECT_EQ(questions(mixed)[0]["code"], "days_mixed");
  EXPECT_EQ(rejection(import(mixed)), "question_open");
  DeskTable nonsense = ledger("JP", "そのうち");
  EXPECT_EQ(rejection(import(nonsense)), "question_open");
  EXPECT_EQ(deliveries(), 0);
  // One day that only one order allows decides for all of its column.
  DeskTable decided = either;
  decided.rows.push_back({"P-2", "JPZ9K2600002", "風町レコード（DEMO）", "JP", "25/04/2026"});
  EXPECT_EQ(import(decided, 0)["status"], "accepted");
  json why = answer({"why", "JPZ9K2600001", "JP"});
  EXPECT_EQ(why["chain"][0]["documents"][0]["from"], "2026-04-03");
}

TEST_F(DeskProvocation, TotalsThatDoNotReconcileAreRefused) {
  DeskTable table = app::demo::desk_statement_in_yen();
  table.rows[5][11] = "0.001";
  EXPECT_EQ(rejection(import(table)), "statement_not_reconciled");
  DeskTable dropped = app::demo::desk_statement_in_dollars();
  dropped.rows.pop_back();
  EXPECT_EQ(rejection(import(dropped)), "statement_not_reconciled");
  DeskTable two = app::demo::desk_statement_in_yen();
  two.rows[3][0] = "YK-2026-11";
  EXPECT_EQ(rejection(import(two)), "statement_head_varies");
  EXPECT_EQ(answer({"revenue"})["rows"].size(), 0u);
  EXPECT_EQ(deliveries(), 0);
}

TEST_F(DeskProvocation, AStatementCountsOnceHoweverOftenItComes) {
  DeskTable table = app::demo::desk_statement_in_dollars();
  import(table, 0);
  const std::string once = answer({"revenue"})["totals"].dump();
  DeskTable copy = table;
  copy.file = "the_same_again";
  copy.format = DeskFormat::csv;
  std::ranges::reverse(copy.rows);
  json again = import(copy, 0);
  EXPECT_EQ(again["status"], "ignored");
  EXPECT_EQ(again["reason"], "statement_already_held");
  DeskTable renumbered = copy;
  for (auto& row : renumbered.rows) row[0] = "HA-2000";
  EXPECT_EQ(rejection(import(renumbered)), "statement_lines_held");
  DeskTable changed = copy;
  for (auto& row : changed.rows) row[10] = "258.003";
  changed.rows[0][9] = fmt::format("{:.3f}", std::stod(changed.rows[0][9]) + 0.003);
  EXPECT_EQ(rejection(import(changed)), "statement_number_held");
  EXPECT_EQ(answer({"revenue"})["totals"].dump(), once);
}

TEST_F(DeskProvocation, AdjustmentsBelowZeroStayBelowZero) {
  DeskTable table = app::demo::desk_statement_in_yen();
  table.rows = {table.rows[1], table.rows[1]};
  for (auto& row : table.rows) row[12] = "-40";
  table.rows[0][8] = "100", table.rows[0][10] = "50", table.rows[0][11] = "40";
  table.rows[1][8] = "-200", table.rows[1][10] = "-100", table.rows[1][11] = "-80";
  EXPECT_EQ(import(table, 0)["status"], "accepted");
  json abroad = answer({"revenue"})["totals"]["abroad"];
  EXPECT_EQ(abroad["units"], -100);
  EXPECT_EQ(abroad["ours_jpy"], -40);
}

TEST_F(DeskProvocation, CellsMergedOverRowsAreFilledAndSaid) {
  const DeskTable table = ledger("JP");
  const auto& first = table.rows[0];
  const DemoFile file{"merged.xlsx",
                      formats::xlsx::plain_workbook(
                          {.titles = {"台帳"},
                           .rows = {table.headers, first, {"", "JPZ9K2600002", "", "", ""}},
                           .merged = {"A3:A4", "C3:C4", "D3:D4", "E3:E4"}})};
  json delivery = import(file, 0);
  std::set<std::string> codes;
  for (auto& finding : delivery["findings"]) codes.insert(word(finding["code"]));
  EXPECT_TRUE(codes.contains("cells_merged")) << delivery.dump();
  json why = answer({"why", "JPZ9K2600002", "JP"});
  EXPECT_EQ(why["chain"][0]["state"], "open");
  EXPECT_EQ(why["chain"][0]["documents"][0]["document"], "P-1");
}

// A workbook of a ledger for each party and a statement: each table is asked about once, read once,
// and what is left is said.
TEST_F(DeskProvocation, AWorkbookOfSeveralTablesIsAskedAboutSheetBySheet) {
  using formats::xlsx::WrittenSheet;
  const auto sheet = [](const std::string& name, const std::vector<std::string>& header,
                        const std::vector<std::vector<std::string>>& rows) {
    WrittenSheet made{.name = name, .header = header, .widths = {}, .rows = {}};
    for (const auto& row : rows) {
      made.rows.emplace_back();
      for (const auto& text : row) made.rows.back().push_back({.text = text, .number = {}});
    }
    return made;
  };
  const std::vector<std::string> head = {"契約書番号", "ISRC", "許諾地域", "許諾開始日"};
  const formats::xlsx::WrittenWorkbook workbook{
      .title = "台帳",
      .made_on = *Date::parse("2026-11-01"),
      .sheets = {
          sheet("海声", head, {{"K-1", "JPZ9K2600001", "US", "2026/4/1"}}),
          sheet("潮風", head, {{"K-2", "JPZ9K2600002", "JP", "2026/4/1"}}),
          sheet("売上", {"計算書番号", "配信ストア", "ISRC", "国", "利用月", "通貨", "分配額"},
                {{"S-1", "Spotify", "JPZ9K2600001", "US", "2026-07", "JPY", "30"}})}};
  const DemoFile file{"several.xlsx", *formats::xlsx::workbook_bytes(workbook)};
  EXPECT_EQ(rejection(import(file)), "question_open");
  const std::string path = desk() + "/" + file.path;
  EXPECT_EQ(answer({"import", "--map", path}, 3)["questions"][0]["id"], "sheet");
  json ledgers = answer({"import", "--map", path, "--sheet", "all", "--columns", "party==@sheet",
                         "--sender", "海声", "--save"});
  EXPECT_EQ(ledgers["deliveries"][0]["rows"], 2) << ledgers.dump();
  EXPECT_TRUE(ledgers.dump().contains("sheets_not_read"));
  json why = answer({"why", "JPZ9K2600002", "JP"});
  EXPECT_EQ(why["chain"][0]["documents"][0]["document"], "K-2");
  EXPECT_EQ(import(file, 0)["status"], "unchanged") << "the same sheets are read once";
  json money = answer({"import", "--map", path, "--sheet", "売上", "--sender", "海声", "--save"});
  EXPECT_EQ(money["deliveries"][0]["status"], "accepted") << money.dump();
  EXPECT_EQ(answer({"revenue"})["totals"]["abroad"]["ours_jpy"], 30);
  EXPECT_EQ(deliveries(), 4) << "two deliveries, and the two entries of how they are read";
}

TEST_F(DeskProvocation, BrokenFilesAreNamed) {
  DemoFile whole = app::demo::desk_file(app::demo::desk_ledger());
  for (const size_t kept : {whole.bytes.size() / 2, whole.bytes.size() - 30, size_t{200}}) {
    const DemoFile cut{"cut.xlsx", whole.bytes.substr(0, kept)};
    EXPECT_EQ(rejection(import(cut)), "zip_broken") << kept;
  }
  // Bytes of no encoding, near the beginning and beyond what tells the kind of a file.
  const std::string head = "isrc,party,territories\n";
  EXPECT_EQ(rejection(import(DemoFile{"latin.csv", head + "JPZ9K2600001,\xfd\xff,JP\n"})),
            "encoding_invalid");
  std::string text = head;
  for (int i = 0; i < 5'000; ++i) text += "JPZ9K2600001,風町レコード,JP\n";
  EXPECT_EQ(rejection(import(DemoFile{"later.csv", text + "JPZ9K2600002,\xfd\xff,JP\n"})),
            "encoding_invalid");
  const std::string statement = app::demo::desk_file(app::demo::desk_statement_in_yen()).bytes;
  EXPECT_EQ(rejection(import(DemoFile{"mixed.csv", statement + "\xfd\xff,\r\n"})),
            "encoding_invalid");
  EXPECT_EQ(rejection(import(DemoFile{"empty.xlsx", ""})), "file_empty");
  EXPECT_EQ(deliveries(), 0);
}

// As large as a year of a big sender. Time and memory are told, not judged: machines differ.
TEST_F(DeskProvocation, TwoHundredThousandLinesAreReadInOnePass) {
  constexpr int lines = 200'000;
  std::string text =
      "計算書番号,発行元,支払月,配信サービス名,ISRC,国コード,利用月,再生数,通貨,分配額,"
      "合計金額\r\n";
  for (int i = 0; i < lines; ++i) {
    text += fmt::format(
        "BIG-1,Big Sender (DEMO),2026-10,Spotify,JPZ9K26{:05},{},2026-07,{},JPY,{}.25,{}\r\n",
        i % 20'000, i % 2 == 0 ? "US" : "BR", 7, 1, lines * 5 / 4);
  }
  const auto begun = std::chrono::steady_clock::now();
  json delivery = import(DemoFile{"big.csv", text}, 0);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  fmt::print("200,000 lines: {:.1f} s, {} MiB at most\n", took.count(), used.ru_maxrss / 1024);
  EXPECT_EQ(delivery["status"], "accepted") << delivery.dump().substr(0, 2000);
  EXPECT_EQ(delivery["rows"], lines);
  json abroad = answer({"revenue", "--by", "month"})["totals"]["abroad"];
  EXPECT_EQ(abroad["units"], lines * 7);
  EXPECT_EQ(abroad["ours_jpy"], lines * 5 / 4);
}

}  // namespace
}  // namespace umikoe
