// The twelve files of the invented desk, imported as a person would: the planned decisions, ledger,
// return and questions, as they lie there and however another office would have saved them.
#include "app/demo/desk.h"

#include <array>
#include <map>
#include <set>

#include "desk_fixture.h"

namespace umikoe {
namespace {

// One decision in the words of desk_decisions.tsv.
std::string row_of(const json& decision) {
  std::string out;
  for (const char* key : {"kind", "party", "role", "link", "reason", "detail", "document"}) {
    out += word(decision[key]) + "\t";
  }
  return out + std::to_string(decision["recordings"].size()) + "\t" + word(decision["cells"]);
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (const auto& cell : cells) out += (out.empty() ? "" : "\t") + cell;
  return out;
}

TEST_F(Desk, AsksOneQuestionAndUnderstandsTheRest) {
  const auto files = app::demo::desk_files(app::demo::desk());
  EXPECT_EQ(files.size(), 12u);
  put(files);
  json report = answer({"import", desk()}, 3);
  EXPECT_EQ(report["totals"]["files"], 12);
  EXPECT_EQ(report["totals"]["accepted"], 11);
  for (auto& delivery : report["deliveries"]) {
    if (delivery["status"] != "rejected") continue;
    EXPECT_TRUE(word(delivery["path"]).ends_with(ledger_file));
    EXPECT_EQ(delivery["errors"][0]["code"], "question_open");
  }
  json proposal = answer({"import", "--map", desk() + "/" + ledger_file}, 3);
  ASSERT_EQ(proposal["questions"].size(), 1u) << proposal["questions"].dump();
  EXPECT_EQ(proposal["questions"][0]["id"], asked);
  EXPECT_EQ(proposal["questions"][0]["options"].size(), 3u);
  // Until it is answered the ledger is not there: nothing is closed for want of a licence.
  EXPECT_EQ(answer({"why", "JPZ9K2600021", "US"})["chain"][0]["state"], "unknown");
}

TEST_F(Desk, GivesThePlannedDecisions) {
  import_all();
  std::multiset<std::string> planned;
  for (const auto& row : table("desk_decisions.tsv")) planned.insert(joined(row));
  std::multiset<std::string> found;
  for (const json& decision : decisions()) found.insert(row_of(decision));
  EXPECT_EQ(found, planned);
}

TEST_F(Desk, AnswersEveryStory) {
  import_all();
  for (const auto& row : table("desk_answers.tsv")) {
    ASSERT_EQ(row.size(), 9u) << row.front();
    json why = answer({"why", row[1], row[2]});
    const std::string label = row[0] + " " + row[1] + " " + row[2];
    EXPECT_EQ(word(why["answer"]), row[3]) << label;
    EXPECT_EQ(word(why["reason"]), row[4]) << label;
    EXPECT_EQ(word(why["detail"]), row[5]) << label;
    EXPECT_EQ(word(why["heard"]), row[6]) << label;
    json who = why["who"].is_null() ? why["ask"] : why["who"];
    EXPECT_EQ(who.is_null() ? "" : word(who["role"]), row[7]) << label;
    EXPECT_EQ(who.is_null() ? "" : word(who["party"]), row[8]) << label << why.dump();
  }
  json through = answer({"why", "JPZ9K2600028", "US"});
  EXPECT_EQ(word(through["through"]), "JPZ9K2600029");
  json english = answer({"why", "JPZ9K2600030", "US"});
  ASSERT_EQ(english["other_versions"].size(), 1u);
  EXPECT_EQ(english["other_versions"][0]["isrc"], "JPZ9K2600031");
}

TEST_F(Desk, KeepsTheLedgerToTheYen) {
  import_all();
  json ledger = answer({"revenue", "--by", "territory"});
  std::multiset<std::string> planned;
  for (const auto& row : table("desk_ledger.tsv")) planned.insert(joined(row));
  std::multiset<std::string> found;
  for (auto& row : ledger["rows"]) {
    found.insert(word(row["market"]) + "\t" + word(row["territory"]) + "\t" + word(row["units"]) +
                 "\t" + word(row["ours_jpy"]));
  }
  for (const char* part : {"home", "abroad"}) {
    json& total = ledger["totals"][part];
    found.insert(std::string(part) + "\ttotal\t" + word(total["units"]) + "\t" +
                 word(total["ours_jpy"]));
  }
  EXPECT_EQ(found, planned) << ledger.dump().substr(0, 3000);
}

TEST_F(Desk, FirstSentenceCountsWhatIsOurs) {
  import_all();
  json first = answer({"world"})["first_sentence"];
  EXPECT_EQ(first["recordings"], 50);
  EXPECT_EQ(first["closed_somewhere"], 32);
  EXPECT_EQ(first["own_this_week"], 13);
  ASSERT_EQ(first["playing_without_licence"].size(), 1u) << first.dump();
  EXPECT_EQ(first["playing_without_licence"][0]["isrc"], "JPZ9K2600032");
  // An embargo takes one of the thirteen out until its review date.
  answer({"hold", "JPZ9K2600033", "Worldwide", "--kind", "embargo", "--until", "2027-01-08", "--by",
          "A&R", "--note", "secret-of-the-label"});
  first = answer({"world"})["first_sentence"];
  EXPECT_EQ(first["own_this_week"], 12);
  EXPECT_EQ(answer({"gap"})["totals"]["held_back"]["recordings"], 1);
  EXPECT_EQ(ask({"return", "--period", "2026-H2", "--json"}).out.find("secret"), std::string::npos);
}

TEST_F(Desk, DemandLeaksFirstWhereTheOfficialVideoIsBlocked) {
  import_all();
  json leaks = answer({"leaks"})["leaks"];
  ASSERT_EQ(leaks.size(), 1u);
  EXPECT_EQ(leaks[0]["isrc"], "JPZ9W2600001");
  EXPECT_EQ(leaks[0]["territory"], "BR");
  EXPECT_EQ(leaks[0]["claimed_views"], 930'000);
  // Week by week the same views, apart from plays, with the file that states them.
  const json series = answer({"demand", "series", "JPZ9W2600001", "--territory", "BR"});
  EXPECT_EQ(series["series"][0]["use"], "by_others");
  EXPECT_EQ(series["series"][0]["evidence"][0]["plays"], 930'000);
  EXPECT_EQ(series["documents"][0]["document"], "10_youtube_views_2026-10.csv");
  // What only a statement reports, beside it.
  const json paid = answer({"demand", "series", "JPZ9K2600036", "--territory", "US"});
  EXPECT_EQ(paid["series"][1]["evidence"][0]["kind"], "statement");
  const Ran videos = ask({"videos"});
  EXPECT_NE(videos.out.find("an art track only, no video"), std::string::npos) << videos.out;
}

TEST_F(Desk, ReturnCarriesCountsAndNoNames) {
  import_all();
  const Ran returned = ask({"return", "--period", "2026-H2", "--json"});
  json body = json::parse(returned.out);
  EXPECT_EQ(body["recordings"], 50);
  std::map<std::string, std::string> planned;
  for (const auto& row : table("desk_return.tsv")) planned[row[0]] = joined(row);
  size_t seen = 0;
  for (auto& there : body["territories"]) {
    const auto at = planned.find(word(there["territory"]));
    if (at == planned.end()) continue;
    ++seen;
    EXPECT_EQ(joined({word(there["territory"]), word(there["open"]), word(there["unknown"]),
                      word(there["heard_without_permission"]), there["closed"].dump(),
                      word(there["yen"])}),
              at->second);
  }
  EXPECT_EQ(seen, planned.size());
  for (const char* name : {"JPZ9", "K-00", "風町", "スタジオ", "汽車", "Spotify", "HA-1187"}) {
    EXPECT_EQ(returned.out.find(name), std::string::npos) << name;
  }
}

TEST_F(Desk, CheckFindsWhatIsPlantedAndNothingElse) {
  import_all();
  std::multiset<std::string> planned;
  for (const auto& row : table("desk_findings.tsv")) planned.insert(joined(row));
  std::multiset<std::string> found;
  json checked = answer({"check"});
  for (auto& finding : checked["findings"]) {
    found.insert(word(finding["rule"]) + "\t" + word(finding["subject"]) + "\t" +
                 word(finding["territory"]));
  }
  EXPECT_EQ(found, planned);
}

TEST_F(Desk, IsTheSameEveryTime) {
  const auto first = app::demo::desk_files(app::demo::desk());
  const auto second = app::demo::desk_files(app::demo::desk());
  for (size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].bytes, second[i].bytes);
}

// ---- The same desk, saved by another office.

// Headers that say the same in other words; what is not here keeps its own.
const std::map<std::string, std::string>& other_headers() {
  static const std::map<std::string, std::string> words{{"ISRC", "ISRCコード"},
                                                        {"音源番号", "原盤番号"},
                                                        {"品番", "規格品番"},
                                                        {"曲名", "トラック名"},
                                                        {"アーティスト名", "歌手名"},
                                                        {"種別", "音源種別"},
                                                        {"再生時間", "収録時間"},
                                                        {"アルバム名", "商品名"},
                                                        {"JAN", "POSコード"},
                                                        {"発売日", "リリース日"},
                                                        {"レーベル", "レーベル名"},
                                                        {"音源グループ", "同一音源グループ"},
                                                        {"配信ストア", "配信事業者名"},
                                                        {"納品地域", "納品テリトリー"},
                                                        {"配信開始日", "公開日"},
                                                        {"納品状況", "納品ステータス"},
                                                        {"納品元", "配信元レーベル"},
                                                        {"ディストリビューター", "配信代行会社"},
                                                        {"出力日", "抽出日"},
                                                        {"契約書番号", "契約No."},
                                                        {"被許諾者", "許諾先"},
                                                        {"原盤権者", "許諾元"},
                                                        {"権利種別", "権利区分"},
                                                        {"許諾の有無", "許諾可否"},
                                                        {"許諾地域", "許諾テリトリー"},
                                                        {"許諾期間", "契約期間"},
                                                        {"利用形態", "利用方法"},
                                                        {"独占/非独占", "独占区分"},
                                                        {"自動更新期間（月）", "自動更新月数"},
                                                        {"通知期間（月）", "解約通知期間（月）"},
                                                        {"計算書番号", "明細書番号"},
                                                        {"発行元", "支払元"},
                                                        {"支払月", "入金月"},
                                                        {"配信サービス名", "ストア名"},
                                                        {"国コード", "販売国"},
                                                        {"利用月", "販売月"},
                                                        {"再生数", "ストリーム数"},
                                                        {"通貨", "通貨コード"},
                                                        {"売上金額", "総売上"},
                                                        {"分配額", "権利者分配額"},
                                                        {"合計金額", "計算書合計"}};
  return words;
}

// Columns in another order, the same for every row; no order is any office's own.
template <class Row>
Row turned(const Row& row) {
  Row out;
  for (size_t i = 1; i < row.size(); i += 2) out.push_back(row[i]);
  for (size_t i = 0; i < row.size(); i += 2) out.insert(out.begin(), row[i]);
  return out;
}

DeskTable by_another_office(DeskTable table) {
  for (auto& header : table.headers) {
    const auto at = other_headers().find(header);
    if (at != other_headers().end()) header = at->second;
  }
  table.headers = turned(table.headers);
  for (auto& row : table.rows) row = turned(row);
  std::ranges::reverse(table.rows);
  table.titles.clear();
  return table;
}

std::string utf16(const std::string& utf8) {
  std::string out = "\xff\xfe";
  for (size_t i = 0; i < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    const size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3;
    unsigned code = length == 1 ? byte : length == 2 ? byte & 0x1fu : byte & 0x0fu;
    for (size_t k = 1; k < length; ++k) {
      code = code << 6 | (static_cast<unsigned char>(utf8[i + k]) & 0x3fu);
    }
    out += static_cast<char>(code & 0xff);
    out += static_cast<char>(code >> 8);
    i += length;
  }
  return out;
}

enum class Saved { utf8_mark, utf16, cp932, workbook };

DemoFile saved_as(const DeskTable& table, Saved saved, const std::string& name) {
  DeskTable copy = table;
  copy.file = name;
  copy.format = saved == Saved::workbook ? DeskFormat::workbook : DeskFormat::csv;
  DemoFile file = app::demo::desk_file(copy);
  if (saved == Saved::utf8_mark) file.bytes = "\xef\xbb\xbf" + file.bytes;
  if (saved == Saved::utf16) file.bytes = utf16(file.bytes);
  if (saved == Saved::cp932) file.bytes = app::demo::to_cp932(file.bytes);
  return file;
}

TEST_F(Desk, SavedByAnotherOfficeGivesTheSameAnswers) {
  import_all();
  const std::string expected = answers();
  remove(world());
  remove(desk());
  const auto desk_of = app::demo::desk();
  put(desk_of.others);
  constexpr std::array saved{Saved::utf8_mark, Saved::utf16, Saved::cp932};
  std::string ledger;
  for (size_t i = 0; i < desk_of.tables.size(); ++i) {
    const bool of_service = desk_of.tables[i].format == DeskFormat::csv;
    const DeskTable changed = by_another_office(desk_of.tables[i]);
    // Read last to first; services' own reports keep their headers and the day in their name.
    const std::string name = std::to_string(90 - i) + desk_of.tables[i].file.substr(2);
    const DemoFile file =
        saved_as(of_service ? desk_of.tables[i] : changed, saved[i % saved.size()], name);
    put({file});
    if (name.contains("ledger")) ledger = file.path;
  }
  json report = answer({"import", desk()}, 3);
  EXPECT_EQ(report["totals"]["accepted"], 11) << report.dump(1).substr(0, 4000);
  learn(ledger, "Another office");
  EXPECT_EQ(answers(), expected);
}

// A sender whose headers say nothing at all is learnt once; his next statement needs nobody.
TEST_F(Desk, LearnsTheLayoutOfASecondSenderOnce) {
  import_all();
  const std::string expected = answer({"revenue", "--by", "territory"})["rows"].dump();
  remove(world());
  remove(desk());
  DeskTable strange = app::demo::desk_statement_in_dollars();
  std::string columns;
  const std::array ours{"statement", "sender",      "payment_month", "service",  "isrc",
                        "territory", "usage_month", "units",         "currency", "ours",
                        "total",     "rate",        "rate_source",   "rate_date"};
  for (size_t i = 0; i < ours.size(); ++i) {
    strange.headers[i] = "F" + std::to_string(i + 1);
    columns += (i == 0 ? "" : ",") + std::string(ours[i]) + "=" + strange.headers[i];
  }
  strange.file = "first";
  put({app::demo::desk_file(app::demo::desk_statement_in_yen()), app::demo::desk_file(strange),
       app::demo::desk_sales_report()});
  json before = answer({"import", desk()}, 3);
  EXPECT_EQ(before["totals"]["rejected"], 1);
  learn("first.xlsx", "Harbour", columns);
  EXPECT_EQ(answer({"revenue", "--by", "territory"})["rows"].dump(), expected);
  DeskTable next = strange;
  next.file = "second";
  for (auto& row : next.rows) row[0] = "HA-1188", row[2] = "2026-12", row[6] = "2026-09";
  put({app::demo::desk_file(next)});
  json after = answer({"import", desk() + "/second.xlsx"});
  EXPECT_EQ(after["deliveries"][0]["status"], "accepted") << after.dump();
  EXPECT_EQ(after["deliveries"][0]["findings"][0]["code"], "table_mapped");
}

}  // namespace
}  // namespace umikoe
