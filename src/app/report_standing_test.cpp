#include "app/report_standing.h"

#include <gtest/gtest.h>

namespace umikoe::app {
namespace {

demand::ReportVersion version(int64_t delivery, int64_t created, int32_t file = 1,
                              int32_t files = 1) {
  demand::ReportVersion out;
  out.delivery = DeliveryId{delivery};
  out.series = "series";
  out.subject = "subject";
  out.territories = {"BR", "TH"};
  out.created = Instant{created};
  out.message_id = "M" + std::to_string(created);
  out.file = file;
  out.files = files;
  return out;
}

TEST(ReportStanding, ACopyIsIgnoredALaterOneReplacesAnEarlierOneIsKeptAside) {
  const std::vector on_file{version(1, 200)};
  const auto copy = standing_of(version(0, 200), on_file);
  EXPECT_EQ(copy.status, "ignored");
  EXPECT_EQ(copy.reason, "report_already_held");
  const auto later = standing_of(version(0, 300), on_file);
  EXPECT_EQ(later.status, "accepted");
  EXPECT_EQ(later.replaces, std::vector{DeliveryId{1}});
  ASSERT_EQ(later.findings.size(), 1u);
  EXPECT_EQ(later.findings[0].code, "dsr_report_replaces");
  const auto earlier = standing_of(version(0, 100), on_file);
  EXPECT_EQ(earlier.status, "superseded");
  EXPECT_EQ(earlier.reason, "newer_report_held");
  EXPECT_TRUE(earlier.replaces.empty());
}

TEST(ReportStanding, PartsThatAreMissingAreSaid) {
  const auto first = standing_of(version(0, 300, 1, 3), std::vector{version(1, 200)});
  EXPECT_EQ(first.status, "accepted") << "it waits for its other parts";
  EXPECT_TRUE(first.replaces.empty());
  ASSERT_EQ(first.findings.size(), 1u);
  EXPECT_EQ(first.findings[0].code, "dsr_report_incomplete");
  const std::vector parts{version(1, 200), version(2, 300, 1, 3), version(3, 300, 3, 3)};
  const auto last = standing_of(version(0, 300, 2, 3), parts);
  EXPECT_EQ(last.replaces, std::vector{DeliveryId{1}});
}

TEST(ReportStanding, AReportOfSomeOfTheSameTerritoriesIsSaid) {
  auto other = version(1, 200);
  other.series = "other summaries";
  other.territories = {"BR", "US"};
  const auto standing = standing_of(version(0, 300), std::vector{other});
  EXPECT_EQ(standing.status, "accepted");
  ASSERT_EQ(standing.findings.size(), 1u);
  EXPECT_EQ(standing.findings[0].code, "dsr_reports_overlap");
  other.territories = {"US"};
  EXPECT_TRUE(standing_of(version(0, 300), std::vector{other}).findings.empty());
}

}  // namespace
}  // namespace umikoe::app
