#include <fmt/format.h>

#include <array>

#include "app/demo/desk.h"
#include "app/demo/invented_ids.h"

// What the label itself and its distributor write down. Numbers of recordings are those of
// docs/demo.md, where every story is told.
namespace umikoe::app::demo {
namespace {

constexpr std::string_view label = "風町レコード（DEMO）";
constexpr std::string_view distributor = "夜風ディストリビューション（DEMO）";

constexpr std::array<std::string_view, 8> first_words{"夜明けの", "雨あがりの", "海辺の", "真昼の",
                                                      "坂道の",   "ガラスの",   "遠い",   "最後の"};
constexpr std::array<std::string_view, 5> last_words{"汽車", "手紙", "灯台", "約束", "合図"};
constexpr std::array<std::string_view, 4> artists{"風待ち楽団（DEMO）", "ミナモ（DEMO）",
                                                  "灯台守（DEMO）", "凪と帆（DEMO）"};

struct Range {
  int first;
  int last;

  bool holds(int number) const { return number >= first && number <= last; }
};

// 29 is 28 registered a second time; 31 is 30 sung in English.
std::string group_of(int number) {
  if (number == 28 || number == 29) return "G-28";
  return number == 30 || number == 31 ? "G-30" : "";
}

// The label's own number of a recording, which its ledger may name instead of the ISRC.
std::string own_number(int number) { return fmt::format("KZ-{:04}", number); }

std::string artist_of(int number) { return std::string(artists[(number - 1) / 10]); }

using Row = std::vector<std::string>;

void add_delivery(std::vector<Row>& rows, int number, std::string_view service,
                  std::string_view territories) {
  rows.push_back({desk_isrc(number), desk_title(number), std::string(service),
                  std::string(territories), "2025/4/1", "納品済", std::string(label),
                  std::string(distributor), "2026/11/16"});
}

// A row of the ledger; the same contract says the same of all its recordings.
struct Contract {
  std::string_view number;
  std::string_view grantor;  // empty: the label's own
  std::string_view right = "原盤";
  std::string_view scope = "可";
  std::string_view territories = "全世界";
  std::string_view period = "平成31年4月1日～令和11年3月31日";
  std::string_view uses = "ストリーミング、ダウンロード";
  std::string_view exclusive = "非独占";
  std::string_view renewal_months = "";
  std::string_view notice_months = "";
};

void add_licence(std::vector<Row>& rows, const std::string& isrc, const Contract& c,
                 const std::string& own_number = "") {
  const auto text = [](std::string_view view) { return std::string(view); };
  rows.push_back({text(c.number), isrc, own_number, text(label), text(c.grantor), text(c.right),
                  text(c.scope), text(c.territories), text(c.period), text(c.uses),
                  text(c.exclusive), text(c.renewal_months), text(c.notice_months)});
}

void add_licences(std::vector<Row>& rows, Range range, const Contract& contract) {
  for (int i = range.first; i <= range.last; ++i) add_licence(rows, desk_isrc(i), contract);
}

// An old contract: it was typed in before anybody wrote ISRCs down.
void add_back_catalogue(std::vector<Row>& rows) {
  const Contract back_catalogue{.number = "K-001", .grantor = ""};
  for (int i = 1; i <= 12; ++i) add_licence(rows, "", back_catalogue, own_number(i));
  add_licence(rows, "", back_catalogue, own_number(33));
}

void add_own_contracts(std::vector<Row>& rows) {
  add_back_catalogue(rows);
  const Contract abroad{
      .number = "K-002", .grantor = "", .territories = "WW", .period = "2019/4/1～2029/3/31"};
  add_licences(rows, {13, 20}, abroad);
  for (const int number : {29, 31, 35, 36, 40}) add_licence(rows, desk_isrc(number), abroad);
  // Two papers for two halves of the world.
  Contract half = abroad;
  half.territories = "全世界（日本を除く）";
  add_licence(rows, desk_isrc(37), half);
  half.territories = "WW ex. JP";
  add_licence(rows, desk_isrc(38), half);
  half.territories = "国内";
  add_licences(rows, {37, 38}, half);
}

void add_granted_contracts(std::vector<Row>& rows) {
  add_licences(rows, {21, 24},
               {.number = "K-003",
                .grantor = "スタジオ浜辺（DEMO）",
                .territories = "アジア",
                .period = "2024年5月1日～2027年4月30日",
                .renewal_months = "12",
                .notice_months = "3"});
  add_licences(rows, {25, 26}, {.number = "K-004", .grantor = ""});
  add_licences(rows, {25, 26},
               {.number = "K-004",
                .grantor = "となり芸能事務所（DEMO）",
                .right = "送信可能化権",
                .scope = "契約書に定めなし"});
  add_licences(rows, {27, 27},
               {.number = "K-005", .grantor = "夕凪音源（DEMO）", .uses = "着うたフル"});
  for (const int number : {28, 30, 32}) {
    add_licence(rows, desk_isrc(number),
                {.number = "K-006", .grantor = "港音楽出版（DEMO）", .territories = "日本"});
  }
  add_licence(rows, desk_isrc(39),
              {.number = "K-008",
               .grantor = "ブルーハーバー（DEMO）",
               .territories = "米国、カナダ、日本",
               .exclusive = "独占"});
}

void add_video_contracts(std::vector<Row>& rows) {
  for (int i = 1; i <= desk_videos_owned; ++i) {
    add_licence(rows, desk_video_isrc(i), {.number = "K-007", .grantor = "", .right = "映像原盤"});
  }
  add_licence(rows, desk_video_isrc(2),
              {.number = "K-009",
               .grantor = "オフィス渚（DEMO）",
               .right = "肖像・事務所承認",
               .scope = "不可"});
}

}  // namespace

std::string desk_isrc(int number) { return fmt::format("JPZ9K26{:05}", number); }
std::string desk_video_isrc(int number) { return fmt::format("JPZ9W26{:05}", number); }

std::string desk_title(int number) {
  const auto place = static_cast<size_t>(number - 1);
  const std::string title =
      std::string(first_words[place / 5]) + std::string(last_words[place % 5]);
  return number == 31 ? desk_title(30) + " (English Version)" : title;
}

DeskTable desk_catalogue() {
  DeskTable table{
      .file = "01_distributor_catalogue",
      .format = DeskFormat::workbook,
      .titles = {"配信カタログ一覧（DEMO）", "出力日：2026年11月16日"},
      .headers = {"ISRC", "曲名", "アーティスト名", "種別", "再生時間", "アルバム名", "JAN",
                  "発売日", "レーベル", "音源グループ", "バージョン種別", "品番", "音源番号"},
      .rows = {}};
  for (int i = 1; i <= desk_recordings; ++i) {
    const int album = (i - 1) / 10;
    table.rows.push_back(
        {desk_isrc(i), desk_title(i), artist_of(i), "音源", fmt::format("{}:{:02}", 3 + i % 3, i),
         fmt::format("風町集 第{}巻", album + 1), icpn_of(900 + static_cast<size_t>(album)),
         "2025/4/1", std::string(label), group_of(i), i == 31 ? "英語版" : "",
         fmt::format("KZM-{:04}", album + 1), own_number(i)});
  }
  for (int i = 1; i <= desk_videos_owned; ++i) {
    table.rows.push_back({desk_video_isrc(i), desk_title(10 + i) + " MV", artist_of(10 + i), "映像",
                          "4:10", "", "", "", "", "", "", "", ""});
  }
  return table;
}

DeskTable desk_deliveries() {
  DeskTable table{.file = "02_distributor_status",
                  .format = DeskFormat::workbook,
                  .titles = {"納品状況一覧（DEMO）"},
                  .headers = {"ISRC", "曲名", "配信ストア", "納品地域", "配信開始日", "納品状況",
                              "納品元", "ディストリビューター", "出力日"},
                  .rows = {}};
  for (int i = 1; i <= desk_recordings; ++i) {
    const bool home_only = i <= 12 || i == 28 || i == 30 || i == 32 || i == 33;
    const bool nowhere = Range{25, 27}.holds(i) || i == 34;
    if (nowhere) continue;
    if (i == 19) {
      add_delivery(table.rows, i, "LINE MUSIC", "全世界");
      continue;
    }
    for (const std::string_view service : {"Spotify", "Apple Music"}) {
      add_delivery(table.rows, i, service, home_only ? "日本" : "全世界");
    }
  }
  return table;
}

DeskTable desk_ledger() {
  DeskTable table{.file = "03_contract_ledger",
                  .format = DeskFormat::workbook,
                  .titles = {"原盤契約台帳（DEMO）", "社外秘"},
                  .headers = {"契約書番号", "ISRC", "音源番号", "被許諾者", "原盤権者", "権利種別",
                              "許諾の有無", "許諾地域", "許諾期間", "利用形態", "独占/非独占",
                              "自動更新期間（月）", "通知期間（月）"},
                  .rows = {}};
  add_own_contracts(table.rows);
  add_granted_contracts(table.rows);
  add_video_contracts(table.rows);
  return table;
}

DeskTable desk_availability() {
  DeskTable table{.file = "12_service_availability_2026-11-17",
                  .headers = {"service", "isrc", "territory", "state", "reason"},
                  .rows = {}};
  const auto add = [&](int number, const char* territory, const char* state,
                       const char* service = "Spotify") {
    table.rows.push_back({service, desk_isrc(number), territory, state, ""});
  };
  add(13, "DE", "greyed");
  add(15, "BR", "in_review");
  add(16, "MX", "blocked_by_claim");
  add(17, "KR", "age_limited");
  add(18, "CN", "regulator", "Apple Music");
  add(20, "FR", "other_version");
  for (const int number : {36, 37, 38}) add(number, "US", "playable");
  return table;
}

}  // namespace umikoe::app::demo
