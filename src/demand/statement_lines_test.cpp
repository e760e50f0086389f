#include "demand/statement_lines.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace umikoe::demand {
namespace {

const CurrencyCode usd = *CurrencyCode::parse("USD");

FineAmount amount(std::string_view text) { return *FineAmount::parse(text); }

RevenueRow line(std::string_view ours, std::string_view isrc = "JPZZ02600001") {
  RevenueRow row;
  row.service = "Service One";
  row.isrc = *Isrc::parse(isrc);
  row.territory = *TerritoryCode::parse("US");
  row.usage_month = *Date::parse("2026-09-01");
  row.units = 10;
  row.currency = usd;
  if (!ours.empty()) row.ours = amount(ours);
  return row;
}

RevenueStatement added(const std::vector<RevenueRow>& rows, std::string_view total) {
  StatementLines lines;
  for (const auto& row : rows) lines.add(row, true);
  RevenueStatement head;
  head.currency = usd;
  if (!total.empty()) head.stated_total = amount(total);
  return lines.finish(head).value();
}

Reconciliation state(const std::vector<RevenueRow>& rows, std::string_view total, int decimals = 2,
                     bool rounded = false) {
  return reconcile(added(rows, total), decimals, rounded).state;
}

TEST(AmountSum, RoundsHalfToEvenOnce) {
  const auto minor = [](std::string_view text, CurrencyCode currency) {
    AmountSum sum;
    sum += amount(text);
    return sum.minor(currency);
  };
  EXPECT_EQ(minor("0.5", yen), 0);
  EXPECT_EQ(minor("1.5", yen), 2);
  EXPECT_EQ(minor("2.5", yen), 2);
  EXPECT_EQ(minor("-0.5", yen), 0);
  EXPECT_EQ(minor("-1.5", yen), -2);
  EXPECT_EQ(minor("-1.500000001", yen), -2);
  EXPECT_EQ(minor("-0.499999999", yen), 0);
  EXPECT_EQ(minor("1.005", usd), 100);
  EXPECT_EQ(minor("1.015", usd), 102);
  EXPECT_EQ(minor("-1.005", usd), -100);
  EXPECT_EQ(minor("0.995", usd), 100);
}

TEST(AmountSum, GoesBeyondOneAmount) {
  AmountSum sum;
  for (int i = 0; i < 4; ++i) sum += amount("9000000000.000000001");
  EXPECT_EQ(sum.to_string(), "36000000000.000000004");
  EXPECT_FALSE(sum.fine());
  EXPECT_EQ((AmountSum() - sum).to_string(), "-36000000000.000000004");
  EXPECT_EQ((sum - sum).to_string(), "0");
  EXPECT_EQ((AmountSum() - sum).size(), sum);
}

TEST(StatementLines, ReconcilesToTheMinorUnit) {
  EXPECT_EQ(state({line("1.004"), line("2.0005")}, "3.00"), Reconciliation::exact);
  EXPECT_EQ(state({line("1.004"), line("2.0020")}, "3.00"), Reconciliation::broken);
  EXPECT_EQ(state({line("1.004"), line("2.0020")}, "3.01"), Reconciliation::exact);
  EXPECT_EQ(state({line("1.004"), line("2.0020")}, ""), Reconciliation::not_stated);
  EXPECT_EQ(state({line("5.00"), line("-2.00")}, "3"), Reconciliation::exact);
}

TEST(StatementLines, TakesATotalAtItsWrittenPlaces) {
  EXPECT_EQ(state({line("1.00049")}, "1.0005", 4), Reconciliation::exact);
  EXPECT_EQ(state({line("1.00044")}, "1.0005", 4), Reconciliation::broken);
  // A spreadsheet wrote 1.5 for 1.50: still whole cents.
  EXPECT_EQ(state({line("1.47")}, "1.5", 1), Reconciliation::broken);
}

TEST(StatementLines, AllowsDeclaredRoundingPerLineAndNoMore) {
  const std::vector<RevenueRow> rows = {line("1.00"), line("1.00"), line("1.00")};
  EXPECT_EQ(state(rows, "3.02", 2, false), Reconciliation::broken);
  EXPECT_EQ(state(rows, "3.02", 2, true), Reconciliation::rounded);
  EXPECT_EQ(state(rows, "3.03", 2, true), Reconciliation::broken);
}

TEST(StatementLines, KnowsTheTotalAloneWhereNoLineStatesMoney) {
  const auto statement = added({line(""), line("")}, "10.00");
  EXPECT_EQ(statement.lines_unknown, 2);
  EXPECT_EQ(reconcile(statement, 2, false).state, Reconciliation::total_only);
  EXPECT_EQ(state({line(""), line("4.00")}, "10.00"), Reconciliation::broken);
}

TEST(StatementLines, DigestForgetsTheOrderButNotTheContent) {
  const std::vector<RevenueRow> rows = {line("1"), line("2"), line("3", "JPZZ02600002")};
  std::vector<RevenueRow> turned = rows;
  std::ranges::reverse(turned);
  EXPECT_EQ(added(rows, "").lines_digest, added(turned, "").lines_digest);
  EXPECT_NE(added(rows, "").lines_digest,
            added({line("1"), line("2"), line("3")}, "").lines_digest);
  EXPECT_NE(added({line("1"), line("1")}, "").lines_digest, added({line("1")}, "").lines_digest);
}

TEST(StatementLines, RefusesSumsBeyondAnAmount) {
  StatementLines lines;
  for (int i = 0; i < 3; ++i) lines.add(line("9000000000"), true);
  EXPECT_FALSE(lines.finish({}));
}

}  // namespace
}  // namespace umikoe::demand
