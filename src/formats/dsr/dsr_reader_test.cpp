#include "formats/dsr/dsr_reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <tuple>

namespace umikoe::formats::dsr {
namespace {

struct Read {
  Result<DsrReport> report;
  std::vector<demand::UsageRow> rows;
};

Read read(std::string_view text) {
  Read result;
  result.report = read_dsr(from_memory(text, 11),
                           [&](const demand::UsageRow& row) { result.rows.push_back(row); });
  return result;
}

std::string with_tabs(std::string text) {
  for (char& c : text) c = c == '~' ? '\t' : c;
  return text;
}

const Finding* finding(const DsrReport& report, std::string_view code) {
  for (const Finding& finding : report.findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

constexpr const char* head =
    "HEAD~dsrf/30~BasicAudioProfile~1.3~M1~2026-02-03T00:00:00Z~1~1~2026-01-01~2026-01-31~"
    "PADPIDA0000000001X~Service One~Basic~PADPIDA0000000002Y~Label~\n";

// A whole report in the built-in layout, with its lines counted.
std::string report_of(const std::string& body, int summaries, int blocks) {
  const std::string text = head + body;
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  return with_tabs(text + "FOOT~" + std::to_string(lines) + "~" + std::to_string(lines) + "~" +
                   std::to_string(summaries) + "~" + std::to_string(blocks) + "~" +
                   std::to_string(blocks) + "\n");
}

const std::string summary = "SY02.03~S1~~~SubscriptionModel~OnDemandStream~BR~Basic~100\n";

TEST(Dsr, JoinsUsageWithItsSummaryAndResource) {
  const auto [report, rows] = read(report_of(
      summary + "AS02.03~1~A1~X9~JPZZ02600001~\"Quoted\" title\nSU02.02~1~S1~T1~~A1~TRUE~120\n", 1,
      1));
  ASSERT_TRUE(report) << report.error().code;
  EXPECT_TRUE(report->findings.size() <= 2u);  // check digits of the invented DPIDs
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].isrc.view(), "JPZZ02600001");
  EXPECT_EQ(rows[0].territory.code(), "BR");
  EXPECT_EQ(rows[0].use_type, "OnDemandStream");
  EXPECT_EQ(rows[0].net_units, 120);
  EXPECT_EQ(rows[0].service, "PADPIDA0000000001X");
  EXPECT_EQ(rows[0].period_start.to_string(), "2026-01-01");
  EXPECT_EQ(rows[0].period_end.to_string(), "2026-01-31");
  EXPECT_FALSE(rows[0].user_generated);
  EXPECT_FALSE(finding(*report, "dsr_footer_mismatch"));
  EXPECT_EQ(report->counts.rows, 1);
}

TEST(Dsr, TakesReturnsFromSales) {
  const auto [report, rows] = read(report_of(summary + "AS01~1~A1~X~JPZZ02600001~T\n"
                                                       "SU01~1~S1~T1~~A1~TRUE~FALSE~40~15~1.00\n",
                                             1, 1));
  ASSERT_TRUE(report);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].net_units, 25);
}

TEST(Dsr, FollowsTheColumnNamesOfCommentLines) {
  const auto [report, rows] = read(report_of(
      "#SY09.09~SummaryRecordId~Territory~UseType\n#AS09~BlockId~ISRC~ResourceReference\n"
      "#SU09~BlockId~SummaryRecordId~NumberOfStreams~TransactedResource~UseType\n"
      "SY09.09~S1~TH~Stream\nAS09~1~JPZZ02600002~A1\nSU09~1~S1~7~A1~NonInteractiveStream\n",
      1, 1));
  ASSERT_TRUE(report);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].territory.code(), "TH");
  EXPECT_EQ(rows[0].use_type, "NonInteractiveStream");
  EXPECT_EQ(rows[0].net_units, 7);
}

TEST(Dsr, KeepsTheMoneyOfTheWholeAndSpreadsNothing) {
  const std::string columns =
      "#SY02.01~SummaryRecordId~UseType~Territory~Usages~Currency~NetRevenue~RightsController~"
      "AllocatedNetRevenue\n";
  const std::string usage = "AS01~1~A1~X~JPZZ02600001~T\nSU02~1~S1~T1~~A1~TRUE~12\n";
  const auto [report, rows] = read(
      report_of(columns +
                    "SY02.01~S1~Stream~BR~9~USD~100.50~A~40.25\n"
                    "SY02.01~S1~Stream~BR~9~USD~100.50~B~10.00\nSY02.01~S2~Stream~US~9~EUR~7~~\n" +
                    usage,
                3, 1));
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(report->statements.size(), 2u);
  EXPECT_EQ(report->statements[0].currency.view(), "EUR");
  EXPECT_EQ(report->statements[0].stated_total->to_string(), "7");
  EXPECT_EQ(report->statements[1].stated_total->to_string(), "50.25");
  EXPECT_EQ(report->statements[1].lines_unknown, 1);
  EXPECT_EQ(report->statements[1].number, "M1");
  const auto net = read(report_of(columns +
                                      "SY02.01~S1~Stream~BR~9~USD~100.50~A~\n"
                                      "SY02.01~S1~Stream~BR~9~USD~100.50~B~\n" +
                                      usage,
                                  2, 1));
  EXPECT_EQ(net.report->statements.at(0).stated_total->to_string(), "100.5");
  EXPECT_EQ(read(report_of(columns + "SY02.01~S1~Stream~BR~9~USD~x~~\n" + usage, 1, 1))
                .report.error()
                .code,
            "amount_invalid");
  EXPECT_TRUE(read(report_of(summary + usage, 1, 1)).report->statements.empty());
}

struct ReadMoney {
  Result<DsrReport> report;
  std::vector<demand::RevenueRow> rows;
};
ReadMoney read_money(std::string_view text) {
  ReadMoney result;
  result.report = read_dsr(
      from_memory(text, 11), [](const demand::UsageRow&) {},
      [&](const demand::RevenueRow& row) { result.rows.push_back(row); });
  return result;
}

const std::string money_columns =
    "#SY02.01~SummaryRecordId~UseType~Territory~CurrencyOfReporting~NetRevenue~AllocatedRevenue\n"
    "#SU09~BlockId~SummaryRecordId~TransactedResource~NumberOfStreams~NetRevenue~"
    "AllocatedRevenue\n";
const std::string two_recordings =
    "AS01~1~A1~X~JPZZ02600001~T\nSU09~1~S1~A1~12~1.25~1.00\nSU09~1~S2~A1~7~0.50~0.25\n"
    "AS01~2~A1~X~JPZZ02600002~T\nSU09~2~S1~A1~4~0.75~0.50\n";

TEST(Dsr, ReadsTheMoneyOfUsageRecordsThatAddsUpToTheirSummaries) {
  const auto [report, rows] = read_money(report_of(money_columns +
                                                       "SY02.01~S1~Stream~BR~USD~9.99~1.50\n"
                                                       "SY02.01~S2~Stream~US~USD~9.99~0.25\n" +
                                                       two_recordings,
                                                   2, 2));
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].isrc.view(), "JPZZ02600001");
  EXPECT_EQ(rows[0].territory.code(), "BR");
  EXPECT_EQ(rows[0].usage_month.to_string(), "2026-01-01");
  EXPECT_EQ(rows[0].units, 12);
  EXPECT_EQ(rows[0].gross->to_string(), "1.25");
  EXPECT_EQ(rows[0].ours->to_string(), "1");
  EXPECT_EQ(rows[1].territory.code(), "US");
  ASSERT_EQ(report->statements.size(), 1u);
  const auto& statement = report->statements[0];
  EXPECT_EQ(statement.stated_total->to_string(), "1.75");
  EXPECT_EQ(statement.lines_total.to_string(), "1.75");
  EXPECT_EQ(statement.lines, 3);
  EXPECT_EQ(statement.lines_unknown, 0);
  EXPECT_EQ(statement.number, "M1");
}

TEST(Dsr, LeavesOutMoneyThatDoesNotAddUpAndKeepsTheTotal) {
  // The wrong cents of one summary are not made good by those of another.
  for (const char* summaries :
       {"SY02.01~S1~Stream~BR~USD~9.99~1.49\nSY02.01~S2~Stream~US~USD~9.99~0.26\n",
        "SY02.01~S1~Stream~BR~USD~9.99~1.50\nSY02.01~S2~Stream~US~USD~9.99~0.25\n"
        "SY02.01~S3~Stream~GB~USD~9.99~0.10\n"}) {
    const auto report =
        read_money(report_of(money_columns + summaries + two_recordings, 2, 2)).report;
    ASSERT_TRUE(report) << report.error().code;
    ASSERT_TRUE(finding(*report, "dsr_money_not_reconciled")) << summaries;
    ASSERT_EQ(report->statements.size(), 1u);
    EXPECT_EQ(report->statements[0].lines_unknown, report->statements[0].lines);
    EXPECT_EQ(report->counts.rows, 3) << "the plays are kept";
  }
}

TEST(Dsr, MoneyWithoutATotalCurrencyOrMonthIsSaid) {
  const auto without_total = read_money(report_of(
      money_columns + "SY02.01~S1~Stream~BR~USD~~\nSY02.01~S2~Stream~US~USD~~\n" + two_recordings,
      2, 2));
  EXPECT_TRUE(finding(*without_total.report, "statement_without_total"));
  EXPECT_EQ(without_total.rows.size(), 3u);
  const auto without_currency = read_money(report_of(
      money_columns + "SY02.01~S1~Stream~BR~~1~1\nSY02.01~S2~Stream~US~~1~1\n" + two_recordings, 2,
      2));
  EXPECT_TRUE(finding(*without_currency.report, "dsr_money_without_currency"));
  EXPECT_TRUE(without_currency.rows.empty());
  EXPECT_TRUE(without_currency.report->statements.empty());
  std::string quarter = report_of(money_columns +
                                      "SY02.01~S1~Stream~BR~USD~9.99~1.50\n"
                                      "SY02.01~S2~Stream~US~USD~9.99~0.25\n" +
                                      two_recordings,
                                  2, 2);
  quarter.replace(quarter.find("2026-01-31"), 10, "2026-03-31");
  const auto of_quarter = read_money(quarter);
  EXPECT_TRUE(of_quarter.rows.empty());
  ASSERT_EQ(of_quarter.report->statements.size(), 1u);
  EXPECT_EQ(of_quarter.report->statements[0].lines_unplaced, 3);
  EXPECT_EQ(of_quarter.report->statements[0].unplaced.to_string(), "1.75");
  EXPECT_EQ(read_money(report_of(money_columns + "SY02.01~S1~Stream~BR~USD~9.99~1.50\n"
                                                 "AS01~1~A1~X~JPZZ02600001~T\n"
                                                 "SU09~1~S1~A1~12~one~\n",
                                 1, 1))
                .report.error()
                .code,
            "amount_invalid");
}

TEST(Dsr, MarksUserGeneratedUse) {
  const std::string body = "AS01~1~A1~X~JPZZ02600001~T\n";
  const auto by_records = read(report_of(
      summary + body + "RU01~1~S1~v1|v2~6|4\nSU03.01~1~U1~S1~X~10~0~20260101~20260110\n", 1, 1));
  ASSERT_TRUE(by_records.report);
  ASSERT_EQ(by_records.rows.size(), 1u);
  EXPECT_TRUE(by_records.rows[0].user_generated);
  EXPECT_EQ(by_records.rows[0].net_units, 10);
  EXPECT_EQ(by_records.rows[0].period_end.to_string(), "2026-01-10");
  const auto by_use =
      read(report_of("SY02.03~S1~~~RightsClaimModel~UserMakeAvailableUserProvided~BR~Basic~100\n" +
                         body + "SU02~1~S1~T1~~A1~TRUE~120\n",
                     1, 1));
  ASSERT_EQ(by_use.rows.size(), 1u);
  EXPECT_TRUE(by_use.rows[0].user_generated);
}

TEST(Dsr, ReportsAFooterThatCountsOtherwise) {
  const auto [report, rows] =
      read(report_of(summary + "AS01~1~A1~X~JPZZ02600001~T\nSU02~1~S1~T1~~A1~TRUE~1\n", 1, 94));
  ASSERT_TRUE(report);
  EXPECT_EQ(rows.size(), 1u);
  const Finding* mismatch = finding(*report, "dsr_footer_mismatch");
  ASSERT_TRUE(mismatch);
  EXPECT_EQ(mismatch->arguments[0].second, "NumberOfBlocksInFile");
  EXPECT_EQ(mismatch->arguments[1].second, "94");
  EXPECT_EQ(mismatch->arguments[2].second, "1");
}

TEST(Dsr, RefusesAReportThatWasCutOff) {
  const auto [report, rows] = read(with_tabs(head + summary));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, "dsr_truncated");
  EXPECT_EQ(report.error().where.line, 2);
}

TEST(Dsr, RefusesWhatIsNoReport) {
  EXPECT_EQ(read("").report.error().code, "dsr_not_a_report");
  EXPECT_EQ(read("a\tb\n").report.error().code, "dsr_not_a_report");
  EXPECT_EQ(read("HEAD\tx\n\xff\xfe\t\n").report.error().code, "encoding_invalid");
}

TEST(Dsr, RefusesNumbersAndDatesThatAreNone) {
  const std::string resource = summary + "AS01~1~A1~X~JPZZ02600001~T\n";
  const auto number = read(report_of(resource + "SU02~1~S1~T1~~A1~TRUE~12x\n", 1, 1)).report;
  ASSERT_FALSE(number);
  EXPECT_EQ(number.error().code, "number_invalid");
  EXPECT_EQ(number.error().where.line, 4);
  const auto date = read(report_of(resource + "SU03~1~T1~S1~A1~5~0~20260231~20260301\n", 1, 1));
  EXPECT_EQ(date.report.error().code, "date_invalid");
  const auto overflow =
      read(report_of(resource + "SU02~1~S1~T1~~A1~TRUE~99999999999999999999\n", 1, 1)).report;
  EXPECT_EQ(overflow.error().code, "number_invalid");
}

TEST(Dsr, SaysWhichUsageItCannotPlace) {
  const auto [report, rows] = read(report_of(
      summary + "RE01~1~R1~D\nAS01~1~A1~X~JPZZ02600001~T\nAS01~1~A2~Y~JPZZ02600002~T\n"
                "SU01~1~S1~T1~R1~~TRUE~FALSE~4~0\nAS01~2~A1~X~~T\nSU02~2~S1~T1~~A1~TRUE~4\n",
      1, 2));
  ASSERT_TRUE(report);
  EXPECT_TRUE(rows.empty());
  EXPECT_TRUE(finding(*report, "dsr_usage_of_whole_release"));
  EXPECT_TRUE(finding(*report, "dsr_row_without_isrc"));
}

TEST(Dsr, TakesTheOnlySummaryWhereTheReferenceIsWrong) {
  const std::string body = "AS01~1~A1~X~JPZZ02600001~T\nSU02~1~WRONG~T1~~A1~TRUE~4\n";
  const auto one = read(report_of(summary + body, 1, 1));
  ASSERT_EQ(one.rows.size(), 1u);
  EXPECT_TRUE(finding(*one.report, "dsr_summary_unknown"));
  const std::string other = "SY02.03~S2~~~SubscriptionModel~OnDemandStream~TH~Basic~100\n";
  const auto two = read(report_of(summary + other + body, 2, 1));
  EXPECT_TRUE(two.rows.empty());
}

const std::string block_one = "AS02.03~1~A1~X9~JPZZ02600001~T\nSU02.02~1~S1~T1~~A1~TRUE~120\n";
const std::string block_two = "AS02.03~2~A1~X9~JPZZ02600002~T\nSU02.02~2~S1~T1~~A1~TRUE~7\n";

TEST(Dsr, CountsABlockThatComesAgainOnce) {
  for (const std::string& body :
       {block_one + block_two + block_one, block_one + block_one + block_two}) {
    const auto [report, rows] = read(report_of(summary + body, 1, 3));
    ASSERT_TRUE(report) << report.error().code;
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].net_units + rows[1].net_units, 127);
    const Finding* repeated = finding(*report, "dsr_block_repeated");
    ASSERT_TRUE(repeated);
    EXPECT_EQ(repeated->arguments[0].second, "1");
    EXPECT_FALSE(finding(*report, "dsr_footer_mismatch")) << "the footer counts what is there";
  }
  EXPECT_FALSE(finding(*read(report_of(summary + block_one + block_two, 1, 2)).report,
                       "dsr_block_repeated"));
}

TEST(Dsr, ReadsSingleRecordBlocksThatHaveNoIds) {
  const auto [report, rows] = read(
      report_of("#SR02.01~SummaryRecordId~DspResourceId~Isrc~ResourceTitle~NumberOfStreams\n" +
                    summary + "SR02.01~S1~X1~JPZZ02600001~T~5\nSR02.01~S1~X1~JPZZ02600001~T~6\n",
                1, 2));
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].net_units + rows[1].net_units, 11);
  EXPECT_FALSE(finding(*report, "dsr_block_repeated"));
}

TEST(Dsr, SaysWhichReportItIs) {
  const auto version_of = [](const std::string& text) { return read(text).report->version; };
  const std::string whole = report_of(summary + block_one, 1, 1);
  const auto version = version_of(whole);
  ASSERT_TRUE(version);
  EXPECT_EQ(version->created.to_string(), "2026-02-03T00:00:00Z");
  EXPECT_EQ(version->message_id, "M1");
  EXPECT_EQ(version->file, 1);
  EXPECT_EQ(version->files, 1);
  EXPECT_EQ(version->territories, std::vector<std::string>{"BR"});
  std::string later = whole;
  later.replace(later.find("M1"), 2, "M2");
  later.replace(later.find("2026-02-03"), 10, "2026-02-05");
  EXPECT_EQ(version_of(later)->series, version->series);
  EXPECT_GT(version_of(later)->created, version->created);
  std::string of_march = whole;
  of_march.replace(of_march.find("2026-01-31"), 10, "2026-03-31");
  EXPECT_NE(version_of(of_march)->series, version->series);
  std::string undated = whole;
  undated.replace(undated.find("2026-02-03T00:00:00Z"), 20, "yesterday");
  EXPECT_FALSE(version_of(undated));
}

// A part of a report counts its own lines and blocks; those of the report are the last part's.
TEST(Dsr, APartOfAReportIsNotHeldToTheWhole) {
  std::string part = report_of(summary + block_one, 1, 1);
  part.replace(part.find("\t1\t1\t2026-01-01"), 4, "\t2\t3");
  const size_t foot = part.find("FOOT");
  part = part.substr(0, foot) + with_tabs("FOOT~5~999~1~1~77\n");
  const auto [report, rows] = read(part);
  ASSERT_TRUE(report) << report.error().code;
  EXPECT_FALSE(finding(*report, "dsr_footer_mismatch"));
  EXPECT_EQ(report->version->file, 2);
  EXPECT_EQ(report->version->files, 3);
}

// The counts are the rows added up by the simplest means there are.
TEST(Dsr, CountsAreTheRowsAddedUp) {
  const std::string other = "SY02.03~S2~~~SubscriptionModel~OnDemandStream~TH~Basic~100\n";
  std::string body = summary + other;
  for (int block = 1; block <= 40; ++block) {
    body += "AS02.03~" + std::to_string(block) + "~A1~X~JPZZ0260000" + std::to_string(block % 7) +
            "~T\n";
    for (int usage = 0; usage < block % 4; ++usage) {
      body += "SU02.02~" + std::to_string(block) + "~S" + std::to_string(1 + usage % 2) +
              "~T~~A1~TRUE~" + std::to_string(block * 10 + usage) + "\n";
    }
  }
  const std::string text = report_of(body, 2, 40);
  using Cell = std::tuple<std::string, std::string, std::string, int, int>;
  const auto cell_of = [](const demand::UsageRow& row) {
    return Cell{row.isrc.to_string(), std::string(row.territory.code()), row.use_type,
                row.period_start.days, row.period_end.days};
  };
  std::map<Cell, int64_t> simple;
  for (const auto& row : read(text).rows) simple[cell_of(row)] += row.net_units;
  for (const size_t held : {size_t{1}, size_t{3}, dsr_cells_held}) {
    std::map<Cell, int64_t> counted;
    size_t handed = 0;
    const auto report = count_dsr(
        from_memory(text, 11),
        [&](const demand::UsageRow& row) {
          counted[cell_of(row)] += row.net_units;
          ++handed;
        },
        {}, held);
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(counted, simple) << held;
    EXPECT_EQ(report->counts.rows, 60);
    if (held == dsr_cells_held) {
      EXPECT_EQ(handed, simple.size());
    }
  }
}

std::vector<std::filesystem::path> shared_reports() {
  std::vector<std::filesystem::path> paths;
  if (const char* root = std::getenv("UMIKOE_SHARED_DATA")) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(root) / "ddex" / "dsr")) {
      if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
    }
  }
  return paths;
}

TEST(Dsr, ReadsThePublicSamples) {
  const auto paths = shared_reports();
  if (paths.empty()) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const std::string text = bytes.str();
    const auto [report, rows] = read(text);
    ASSERT_TRUE(report) << path << ": " << report.error().code << " at "
                        << report.error().where.line;
    if (path.filename().string().find("DSR_TEST_YouTube") == std::string::npos) continue;
    EXPECT_EQ(rows.size(), 6u);
    for (const auto& row : rows) {
      EXPECT_TRUE(row.user_generated);
      EXPECT_EQ(row.territory.code(), "IS");
    }
    EXPECT_EQ(rows[0].net_units, 7810);
    // The sample is cut down: its records earn 7 dollars of the 10,187.64 its summary allocates.
    const Finding* money = finding(*report, "dsr_money_not_reconciled");
    ASSERT_TRUE(money);
    EXPECT_EQ(money->arguments[3].second, "7");
    ASSERT_EQ(report->statements.size(), 1u);
    EXPECT_EQ(report->statements[0].stated_total->to_string(), "10187.64");
    EXPECT_EQ(report->statements[0].lines_unknown, report->statements[0].lines);
  }
}

}  // namespace
}  // namespace umikoe::formats::dsr
