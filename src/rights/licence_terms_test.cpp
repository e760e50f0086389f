// How contracts end and go on, and what people are reminded of.
#include "rights/licence_terms.h"

#include <gtest/gtest.h>

#include "rights/alarms.h"

namespace umikoe::rights {
namespace {

Date day(const char* text) { return *Date::parse(text); }

// Ends with the given last day, as a contract writes it.
Licence until(const char* last) {
  Licence licence;
  licence.isrc = *Isrc::parse("JPZZ02400001");
  licence.party.name = "Label";
  licence.document = "K-1";
  licence.end = day(last).plus(1);
  return licence;
}

Licence renewing(const char* last, int months, int notice_months) {
  Licence licence = until(last);
  licence.terms.auto_renewal_months = months;
  licence.terms.notice_months = notice_months;
  return licence;
}

std::string last_day(const Licence& licence, const char* on) {
  return end_of(licence, day(on))->plus(-1).to_string();
}

TEST(Terms, MonthsEndWithTheMonth) {
  EXPECT_EQ(plus_months(day("2024-01-31"), 1), day("2024-02-29"));
  EXPECT_EQ(plus_months(day("2023-01-31"), 1), day("2023-02-28"));
  EXPECT_EQ(plus_months(day("2024-12-01"), 1), day("2025-01-01"));
  EXPECT_EQ(plus_months(day("2024-03-31"), -1), day("2024-02-29"));
  EXPECT_EQ(plus_months(day("9999-06-30"), 12), day("9999-12-31").plus(1));
  EXPECT_EQ(plus_months(day("0001-06-30"), -12), day("0001-01-01"));
}

TEST(Terms, WithoutRenewalTheLastDayIsTheLast) {
  const Licence licence = until("2026-03-31");
  EXPECT_TRUE(runs_on(licence, day("2026-03-31"), Use::download));
  EXPECT_FALSE(runs_on(licence, day("2026-04-01"), Use::download));
}

TEST(Terms, RenewsUntilANoticeIsOnFile) {
  const Licence licence = renewing("2024-03-31", 12, 3);
  EXPECT_EQ(last_day(licence, "2024-03-31"), "2024-03-31");
  EXPECT_EQ(last_day(licence, "2024-04-01"), "2025-03-31");
  EXPECT_EQ(last_day(licence, "2026-11-20"), "2027-03-31");
  EXPECT_TRUE(runs_on(licence, day("2040-01-01"), Use::download));
}

TEST(Terms, ANoticeInTimeEndsTheTermALateOneTheNext) {
  Licence licence = renewing("2024-03-31", 12, 3);
  licence.terms.notice_given = day("2023-12-31");
  EXPECT_EQ(last_day(licence, "2026-11-20"), "2024-03-31");
  EXPECT_FALSE(runs_on(licence, day("2024-04-01"), Use::on_demand_stream));
  licence.terms.notice_given = day("2024-01-01");
  EXPECT_EQ(last_day(licence, "2026-11-20"), "2025-03-31");
  licence.terms.notice_months = 0;
  licence.terms.notice_days = 30;
  EXPECT_EQ(last_notice_day(licence.terms, day("2024-04-01")), day("2024-03-01"));
}

TEST(Terms, EndsOfMonthsDoNotDrift) {
  const Licence licence = renewing("2024-01-30", 1, 0);  // the first day after is the 31st
  EXPECT_EQ(last_day(licence, "2024-01-31"), "2024-02-28");
  EXPECT_EQ(last_day(licence, "2024-03-15"), "2024-03-30");
}

TEST(Terms, SellOffKeepsPhysicalProductsOnly) {
  Licence licence = until("2026-03-31");
  licence.terms.sell_off_days = 90;
  EXPECT_TRUE(runs_on(licence, day("2026-06-29"), Use::physical));
  EXPECT_FALSE(runs_on(licence, day("2026-06-30"), Use::physical));
  EXPECT_FALSE(runs_on(licence, day("2026-04-01"), Use::on_demand_stream));
  licence.uses = bit(Use::download);
  EXPECT_FALSE(runs_on(licence, day("2026-04-01"), Use::physical));
}

TEST(Terms, AReversionEndsEverything) {
  Licence licence = renewing("2024-03-31", 12, 3);
  licence.terms.sell_off_days = 90;
  licence.terms.reversion_on = day("2026-07-01");
  EXPECT_TRUE(runs_on(licence, day("2026-06-30"), Use::download));
  EXPECT_FALSE(runs_on(licence, day("2026-07-01"), Use::download));
  EXPECT_FALSE(runs_on(licence, day("2026-07-01"), Use::physical));
  Licence endless;
  endless.terms.reversion_on = day("2026-07-01");
  EXPECT_FALSE(runs_on(endless, day("2026-07-01"), Use::download));
}

TEST(Terms, EndsAtTheEndOfTheCalendarToo) {
  Licence licence = renewing("9999-11-30", 1, 0);
  licence.terms.notice_days = 36'500;
  licence.terms.notice_given = day("9999-12-31");
  EXPECT_TRUE(runs_on(licence, day("9999-12-31"), Use::download));
}

std::string told(const Licence& licence, const char* today) {
  std::string out;
  for (const Alarm& alarm : alarms(std::span(&licence, 1), day(today))) {
    out = std::to_string(static_cast<int>(alarm.kind)) + " " + alarm.date.to_string() + " " +
          std::to_string(alarm.days_left) + "/" + std::to_string(alarm.within_days);
  }
  return out;
}

TEST(Alarms, RemindOfAnExpiryAt180And90And30Days) {
  const Licence licence = until("2026-12-31");
  EXPECT_EQ(told(licence, "2026-07-03"), "");
  EXPECT_EQ(told(licence, "2026-07-04"), "1 2026-12-31 180/180");
  EXPECT_EQ(told(licence, "2026-10-02"), "1 2026-12-31 90/90");
  EXPECT_EQ(told(licence, "2026-12-01"), "1 2026-12-31 30/30");
  EXPECT_EQ(told(licence, "2026-12-31"), "1 2026-12-31 0/30");
  EXPECT_EQ(told(licence, "2027-01-01"), "");
}

TEST(Alarms, RemindOfTheNoticeNotOfAnEndThatRenews) {
  const Licence licence = renewing("2026-12-31", 12, 3);
  EXPECT_EQ(told(licence, "2026-09-01"), "0 2026-09-30 29/30");
  EXPECT_EQ(told(licence, "2026-10-01"), "") << "too late for this term, too early for the next";
  EXPECT_EQ(told(licence, "2027-06-01"), "0 2027-09-30 121/180");
}

TEST(Alarms, AfterANoticeTheEndCounts) {
  Licence licence = renewing("2026-12-31", 12, 3);
  licence.terms.notice_given = day("2026-09-01");
  EXPECT_EQ(told(licence, "2026-11-20"), "1 2026-12-31 41/90");
}

TEST(Alarms, RemindOfOptionsAndReversions) {
  Licence option;
  option.terms.option_until = day("2026-12-31");
  EXPECT_EQ(told(option, "2026-11-20"), "2 2026-12-31 41/90");
  Licence reverting = until("2027-12-31");
  reverting.terms.reversion_on = day("2026-12-01");
  EXPECT_EQ(told(reverting, "2026-11-20"), "3 2026-12-01 11/30");
}

TEST(Alarms, ARefusalHasNoTerm) {
  Licence licence = until("2026-12-31");
  licence.scope = Scope::no;
  EXPECT_EQ(told(licence, "2026-12-01"), "");
}

TEST(Alarms, SayAContractOnceHoweverManyRecordings) {
  std::vector<Licence> ledger{until("2026-12-31"), until("2026-12-31"), until("2026-12-31")};
  ledger[1].isrc = *Isrc::parse("JPZZ02400002");
  ledger[2].document = "K-2";
  const auto found = check_terms(ledger, day("2026-12-01"));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].rule, "licence_expiring");
  EXPECT_EQ(found[0].subject, "JPZZ02400001");
  EXPECT_EQ(found[0].document, "K-1");
  EXPECT_EQ(found[0].detail, "2026-12-31 · 30/30 · ×2");
  EXPECT_EQ(found[1].detail, "2026-12-31 · 30/30");
}

}  // namespace
}  // namespace umikoe::rights
