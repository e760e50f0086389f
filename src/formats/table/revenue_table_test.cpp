#include <gtest/gtest.h>

#include <algorithm>

#include "formats/table/amount_cell.h"
#include "formats/table/tables.h"

namespace umikoe::formats::table {
namespace {

const CurrencyCode usd = *CurrencyCode::parse("USD");

std::string amount(std::string_view written, CurrencyCode currency = usd) {
  const auto parsed = parse_amount(written, currency);
  return parsed ? parsed->amount.to_string() + (parsed->rounded ? " rounded" : "") : "none";
}

struct Read {
  TableContents contents;
  std::vector<Error> errors;
  std::vector<demand::RevenueRow> rows;
};

Read read(std::string_view text) {
  Read out;
  auto [contents, errors] =
      read_table(Format::table_revenue, from_memory(text, 13),
                 [&](const demand::RevenueRow& row) { out.rows.push_back(row); });
  out.contents = std::move(contents);
  out.errors = std::move(errors);
  return out;
}

std::string codes(const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors) {
    text += error.code + "@" + std::to_string(error.where.line) + ":" + error.where.element + " ";
  }
  return text;
}

std::string findings(const Read& read) { return codes(read.contents.findings); }

constexpr std::string_view head =
    "service,isrc,territory,usage_month,units,currency,gross,ours,statement,sender,payment_month,"
    "total,rounding,rate,rate_source,rate_date\n";

std::string lines(std::string_view total, std::string_view rounding = "") {
  const std::string tail = ",S-1,Distributor,2026-11," + std::string(total) + "," +
                           std::string(rounding) + ",151.25,statement,2026-11-05\n";
  return std::string(head) + "Spotify,JPZZ02600001,US,2026-09,1000,USD,4.00,3.0004" + tail +
         "Spotify,JPZZ02600001,US,2026-08,-40,USD,-0.20,-0.15" + tail +
         "Spotify,JPZZ02600002,BR,2026-09,200,USD,0.40,0.3" + tail;
}

TEST(RevenueTable, ReadsAmountsAsSpreadsheetsWriteThem) {
  EXPECT_EQ(amount("1234.5"), "1234.5");
  EXPECT_EQ(amount("-0.000000001"), "-0.000000001");
  EXPECT_EQ(amount("1,234.56"), "1234.56");
  EXPECT_EQ(amount("1,234,567"), "1234567");
  EXPECT_EQ(amount("(12.34)"), "-12.34");
  EXPECT_EQ(amount("▲1,234", yen), "-1234");
  EXPECT_EQ(amount("1.2E-05"), "0.000012");
  EXPECT_EQ(amount("1.25E2"), "125");
  EXPECT_EQ(amount("0.30000000000000004"), "0.3 rounded");
  EXPECT_EQ(amount("0.0000000015"), "0.000000002 rounded");
  EXPECT_EQ(amount("0.0000000025"), "0.000000002 rounded");
}

TEST(RevenueTable, RefusesAmountsThatMayMeanTwoThings) {
  for (const char* written : {"1,234", "1.234,56", "12,34.5", "$5", "1e99", "--1", "", ".", "1.",
                              "5 000", "NaN", "9223372037", "()", "1E", "1,2345,678"}) {
    EXPECT_EQ(amount(written), "none") << written;
  }
  EXPECT_EQ(amount("1,234", yen), "1234");
}

TEST(RevenueTable, ReadsMonths) {
  const auto month = [](std::string_view written) {
    const auto parsed = parse_month(written);
    return parsed ? parsed->to_string() : "none";
  };
  for (const char* written : {"2026-10", "2026/10", "202610", "2026-10-31", "2026/10/1"}) {
    EXPECT_EQ(month(written), "2026-10-01") << written;
  }
  EXPECT_EQ(month("2026/1"), "2026-01-01");
  for (const char* written : {"2026-13", "2026-00", "10/2026", "Oct 2026", "2026", "2026-02-30",
                              "2026-10-", "20261031", "2026-1-1-1"}) {
    EXPECT_EQ(month(written), "none") << written;
  }
}

TEST(RevenueTable, ReconcilesAStatement) {
  const auto result = read(lines("3.15"));
  ASSERT_TRUE(result.errors.empty()) << codes(result.errors);
  EXPECT_EQ(findings(result), "");
  ASSERT_EQ(result.rows.size(), 3u);
  EXPECT_EQ(result.rows[1].units, -40);
  EXPECT_EQ(result.rows[1].ours->to_string(), "-0.15");
  EXPECT_EQ(result.rows[0].usage_month.to_string(), "2026-09-01");
  ASSERT_EQ(result.contents.revenue_statements.size(), 1u);
  const auto& statement = result.contents.revenue_statements[0];
  EXPECT_EQ(statement.number, "S-1");
  EXPECT_EQ(statement.sender, "Distributor");
  EXPECT_EQ(statement.payment_month->to_string(), "2026-11-01");
  EXPECT_EQ(statement.lines_total.to_string(), "3.1504");
  EXPECT_EQ(statement.rate->yen_per_unit.to_string(), "151.25");
  EXPECT_EQ(statement.lines, 3);
  EXPECT_EQ(result.contents.counts.rows, 3);
  EXPECT_EQ(result.contents.counts.territories.size(), 2);
}

TEST(RevenueTable, RefusesAStatementThatDoesNotReconcile) {
  const auto result = read(lines("3.16"));
  EXPECT_EQ(codes(result.errors), "statement_not_reconciled@2:total ");
  EXPECT_EQ(result.errors.at(0).arguments.back().second, "0.0096");
  EXPECT_TRUE(result.contents.revenue_statements.empty());
  const auto declared = read(lines("3.16", "line"));
  EXPECT_TRUE(declared.errors.empty()) << codes(declared.errors);
  EXPECT_EQ(findings(declared), "statement_rounded@2:total ");
}

TEST(RevenueTable, KeepsMoneyOfNoRecordingInTheTotalAlone) {
  const auto result = read(
      "service,isrc,territory,usage_month,currency,ours,total\n"
      "Spotify,JPZZ02600001,US,2026-09,USD,1.00,3.50\n"
      "Spotify,,US,2026-09,USD,2.00,3.50\n"
      "Spotify,JPZZ02600001,ZZ,2026-09,USD,0.50,3.50\n");
  ASSERT_TRUE(result.errors.empty()) << codes(result.errors);
  EXPECT_EQ(result.rows.size(), 1u);
  EXPECT_EQ(result.contents.revenue_statements.at(0).unplaced.to_string(), "2.5");
  EXPECT_EQ(result.contents.revenue_statements.at(0).sender, "Spotify");
  EXPECT_EQ(findings(result), "statement_lines_unplaced@2: ");
}

TEST(RevenueTable, LeavesUnknownMoneyUnknown) {
  const auto result = read(
      "service,isrc,territory,usage_month,currency,units,total\n"
      "Spotify,JPZZ02600001,US,2026-09,USD,10,3.50\n");
  ASSERT_TRUE(result.errors.empty()) << codes(result.errors);
  EXPECT_FALSE(result.rows.at(0).ours);
  EXPECT_FALSE(result.rows.at(0).gross);
  EXPECT_EQ(findings(result), "statement_total_only@2:total ");
}

TEST(RevenueTable, SaysWhenNoLineStatesMoney) {
  const auto result = read(
      "service,isrc,territory,usage_month,currency,units\n"
      "Spotify,JPZZ02600001,US,2026-09,USD,10\n");
  ASSERT_TRUE(result.errors.empty()) << codes(result.errors);
  EXPECT_EQ(findings(result), "statement_without_amounts@2:total ");
}

TEST(RevenueTable, KeepsCurrenciesApart) {
  const auto result = read(
      "service,isrc,territory,usage_month,currency,ours,total\n"
      "Spotify,JPZZ02600001,US,2026-09,USD,1.00,1.00\n"
      "Spotify,JPZZ02600001,DE,2026-09,EUR,2.00,2.00\n");
  ASSERT_TRUE(result.errors.empty()) << codes(result.errors);
  EXPECT_EQ(result.contents.revenue_statements.size(), 2u);
}

TEST(RevenueTable, ShowsEveryFaultOfALine) {
  const auto result =
      read(std::string(head) +
           "Spotify,JP,XX,2026-14,1.5,USD,1.2.3,x,S-1,D,2026-11,1,sometimes,-3,,\n"
           "Spotify,JPZZ02600001,US,2026-09,1,EURO,,,S-1,D,2026-11,1,,,,\n"
           "Spotify,JPZZ02600001,US,2026-09,1,USD,,1,S-2,E,2026-12,2,sometimes,-3,,\n"
           "Spotify,JPZZ02600001,US,2026-09,1,JPY,,1,S-1,D,2026-11,1,,2,bank,2026-11-01\n"
           "Spotify,JPZZ02600001,US,2026-09,1,EUR,,1,S-1,D,2026-11,1,,160,,\n");
  EXPECT_EQ(codes(result.errors),
            "isrc_malformed@2:isrc territory_code_invalid@2:territory month_invalid@2:usage_month "
            "number_invalid@2:units amount_invalid@2:gross amount_invalid@2:ours "
            "word_unknown@2:rounding amount_invalid@2:rate currency_unknown@3:currency "
            "statement_head_varies@4:statement statement_head_varies@4:sender "
            "statement_head_varies@4:payment_month statement_head_varies@4:total "
            "rate_of_yen@5:rate rate_without_source@6:rate ");
}

TEST(RevenueTable, RefusesSumsOutOfRange) {
  std::string text = "service,isrc,territory,usage_month,currency,ours\n";
  for (int i = 0; i < 3; ++i) text += "S,JPZZ02600001,US,2026-09,USD,9000000000\n";
  EXPECT_EQ(codes(read(text).errors), "amount_out_of_range@2:ours ");
}

}  // namespace
}  // namespace umikoe::formats::table
