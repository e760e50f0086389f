#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/demo/desk.h"
#include "app/demo/invented_ids.h"

// What the label was paid, and what was played: two statements of two senders in layouts of their
// own, and a sales report.
namespace umikoe::app::demo {
namespace {

constexpr std::array yen_recordings{13, 14, 15, 36, 37, 38, 40};
constexpr std::array<std::string_view, 4> yen_territories{"JP", "US", "KR", "TW"};
constexpr std::array dollar_recordings{36, 37, 38, 40};
constexpr std::array<std::string_view, 3> dollar_territories{"US", "GB", "BR"};

void state_total(DeskTable& table, size_t column, int64_t thousandths) {
  for (auto& row : table.rows) row[column] = in_thousandths(thousandths);
}

struct Played {
  int number;
  std::string_view territory;
  int units;
};

// What a play earns in thousandths of a yen: at the service, and of that for the label.
constexpr int64_t play_gross = 500;
constexpr int64_t play_ours = 300;

// Paid use in October 2026. Of number 32 no licence covers Korea.
std::vector<Played> played() {
  std::vector<Played> out;
  for (int i = 1; i <= 12; ++i) out.push_back({i, "JP", 9'000 - 500 * i});
  for (const int number : {20, 36, 40}) {
    out.push_back({number, "JP", 6'000});
    out.push_back({number, "US", 1'200});
  }
  out.push_back({32, "JP", 800});
  out.push_back({32, "KR", 4'200});
  return out;
}

}  // namespace

DeskTable desk_statement_in_yen() {
  DeskTable table{
      .file = "04_statement_yokaze_2026-10",
      .format = DeskFormat::csv_cp932,
      .headers = {"計算書番号", "発行元", "支払月", "配信サービス名", "ISRC", "曲名", "国コード",
                  "利用月", "再生数", "通貨", "売上金額", "分配額", "合計金額"},
      .rows = {}};
  int64_t total = 0;
  for (const int number : yen_recordings) {
    for (size_t i = 0; i < yen_territories.size(); ++i) {
      const int64_t units = 100 * number - 150 * static_cast<int64_t>(i) + 7;
      const int64_t gross = units * 405;  // 0.405 yen for each play
      const int64_t ours = units * 324;   // 80 % of it
      total += ours;
      table.rows.push_back({"YK-2026-10", "夜風ディストリビューション（DEMO）", "2026-10",
                            i % 2 == 0 ? "Spotify" : "Apple Music", desk_isrc(number),
                            desk_title(number), std::string(yen_territories[i]), "2026-07",
                            std::to_string(units), "JPY", in_thousandths(gross),
                            in_thousandths(ours), ""});
    }
  }
  state_total(table, 12, total);
  return table;
}

DeskTable desk_statement_in_dollars() {
  DeskTable table{.file = "05_statement_harbour_2026-11",
                  .format = DeskFormat::workbook,
                  .titles = {"Royalty statement (DEMO)"},
                  .headers = {"Statement No.", "Sender", "Payment Month", "Store", "Track ISRC",
                              "Country of Sale", "Usage Month", "Units", "Currency", "Net Amount",
                              "Statement Total", "Exchange Rate", "Rate Source", "Rate Date"},
                  .rows = {}};
  int64_t total = 0;
  const auto add = [&](int number, std::string_view territory, std::string_view month,
                       int64_t units) {
    const int64_t net = units * 3;  // 0.003 US dollars for each play
    total += net;
    table.rows.push_back({"HA-1187", "Harbour Aggregation (DEMO)", "2026-11", "Spotify",
                          desk_isrc(number), std::string(territory), std::string(month),
                          std::to_string(units), "USD", in_thousandths(net), "", "151.25",
                          "Statement HA-1187 (DEMO)", "2026-11-10"});
  };
  for (const int number : dollar_recordings) {
    for (size_t i = 0; i < dollar_territories.size(); ++i) {
      add(number, dollar_territories[i], "2026-08",
          200 * number - 310 * static_cast<int64_t>(i) + 3);
    }
  }
  add(36, "US", "2026-06", -916);  // plays that were counted twice before
  state_total(table, 10, total);
  return table;
}

DemoFile desk_sales_report() {
  const std::string sender = dpid_of(71);
  const std::string recipient = dpid_of(72);
  std::string out =
      "# DEMO: every party, name and number in this report is invented.\n"
      "#HEAD\tMessageVersion\tProfile\tProfileVersion\tMessageId\tMessageCreatedDateTime\t"
      "FileNumber\tNumberOfFiles\tUsageStartDate\tUsageEndDate\tSenderPartyId\tSenderName\t"
      "ServiceDescription\tRecipientPartyId\tRecipientName\tRepresentedRepertoire\n";
  out += fmt::format(
      "HEAD\tdsr/30\tBasicAudio\t1.3\tDEMO-DESK-1\t2026-11-09T06:00:00Z\t1\t1\t2026-10-01\t"
      "2026-10-31\t{}\tUmineko Stream (DEMO)\tSubscription\t{}\tKazemachi Records (DEMO)\tAll\n",
      sender, recipient);
  out +=
      "#SY02\tSummaryRecordId\tDistributionChannel\tDistributionChannelDPID\tCommercialModel\t"
      "UseType\tTerritory\tServiceDescription\tUsages\tCurrencyOfReporting\tNetRevenue\t"
      "AllocatedRevenue\n";
  const std::vector<Played> plays = played();
  constexpr std::array<std::string_view, 3> places{"JP", "KR", "US"};
  for (const std::string_view place : places) {
    int64_t sum = 0;
    for (const Played& play : plays) sum += play.territory == place ? play.units : 0;
    out += fmt::format(
        "SY02\tS-{}\tUmineko Stream (DEMO)\t{}\tSubscriptionModel\tOnDemandStream\t{}\t"
        "Subscription\t{}\tJPY\t{}\t{}\n",
        place, sender, place, sum, in_thousandths(sum * play_gross),
        in_thousandths(sum * play_ours));
  }
  out +=
      "#AS01\tBlockId\tResourceReference\tDspResourceId\tISRC\tTitle\n"
      "#SU02\tBlockId\tSummaryRecordId\tSalesTransactionId\tTransactedRelease\t"
      "TransactedResource\tIsRoyaltyBearing\tNumberOfStreams\tNetRevenue\tAllocatedRevenue\n";
  size_t block = 0;
  for (const Played& play : plays) {
    ++block;
    out += fmt::format("AS01\t{}\tA1\tdemo:{}\t{}\t{}\n", block, play.number,
                       desk_isrc(play.number), desk_title(play.number));
    out += fmt::format("SU02\t{}\tS-{}\t\t\tA1\ttrue\t{}\t{}\t{}\n", block, play.territory,
                       play.units, in_thousandths(play.units * play_gross),
                       in_thousandths(play.units * play_ours));
  }
  const auto lines = std::ranges::count(out, '\n') + 2;
  out +=
      "#FOOT\tNumberOfLinesInFile\tNumberOfLinesInReport\tNumberOfSummaryRecords\t"
      "NumberOfBlocksInFile\tNumberOfBlocksInReport\n";
  out += fmt::format("FOOT\t{}\t{}\t{}\t{}\t{}\n", lines, lines, places.size(), block, block);
  return {"06_sales_report_2026-10.tsv", out};
}

}  // namespace umikoe::app::demo
