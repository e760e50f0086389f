#include "demand/report_version.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace umikoe::demand {
namespace {

ReportVersion file(int64_t delivery, int64_t created, int32_t number = 1, int32_t files = 1,
                   const char* series = "s") {
  ReportVersion version;
  version.delivery = DeliveryId{delivery};
  version.series = series;
  version.created = Instant{created};
  version.message_id = "M" + std::to_string(created);
  version.file = number;
  version.files = files;
  return version;
}

std::vector<int64_t> replaced(std::vector<ReportVersion> on_file) {
  std::vector<int64_t> out;
  for (const DeliveryId id : replaced_deliveries(on_file)) out.push_back(id.value);
  return out;
}

TEST(ReportVersion, TheLaterOfTwoSendingsStandsInAnyOrderOfArrival) {
  EXPECT_EQ(replaced({file(1, 100), file(2, 200)}), (std::vector<int64_t>{1}));
  EXPECT_EQ(replaced({file(1, 200), file(2, 100)}), (std::vector<int64_t>{2}));
  EXPECT_TRUE(replaced({file(1, 100), file(2, 200, 1, 1, "of another month")}).empty());
}

TEST(ReportVersion, ACopyOfAFileDoesNotCountTwice) {
  EXPECT_EQ(replaced({file(1, 100), file(2, 100)}), (std::vector<int64_t>{2}));
  EXPECT_EQ(replaced({file(2, 100, 1, 2), file(5, 100, 2, 2), file(3, 100, 1, 2)}),
            (std::vector<int64_t>{3}));
}

TEST(ReportVersion, ASendingInPartsReplacesOnlyWhenItIsWhole) {
  std::vector<ReportVersion> on_file{file(1, 100), file(2, 200, 1, 2)};
  EXPECT_EQ(replaced(on_file), (std::vector<int64_t>{2}))
      << "half of a correction must not stand for all of a report";
  EXPECT_EQ(files_missing(on_file[1], on_file), 1);
  on_file.push_back(file(3, 200, 2, 2));
  EXPECT_EQ(replaced(on_file), (std::vector<int64_t>{1}));
  EXPECT_EQ(files_missing(on_file[1], on_file), 0);
  EXPECT_TRUE(replaced({file(1, 200, 2, 3), file(2, 200, 1, 3)}).empty())
      << "what there is, stands";
}

TEST(ReportVersion, SummariesInAnyOrderMakeOneSeries) {
  const std::vector<std::string> subject{"PADPIDA1", "PADPIDA2", "Monthly"};
  ReportVersionMaker one({}, subject);
  one.add_summary({"BR", "Stream"});
  one.add_summary({"JP", "Stream"});
  ReportVersionMaker same({}, subject);
  same.add_summary({"JP", "Stream"});
  same.add_summary({"BR", "Stream"});
  same.add_summary({"BR", "Stream"});
  ReportVersionMaker other({}, subject);
  other.add_summary({"BR", "Stream"});
  EXPECT_EQ(one.finish(), same.finish());
  EXPECT_NE(one.finish().series, other.finish().series);
  EXPECT_EQ(one.finish().subject, other.finish().subject);
  EXPECT_EQ(one.finish().territories, (std::vector<std::string>{"BR", "JP"}));
  ReportVersionMaker shifted({}, {"PADPIDA1P", "ADPIDA2", "Monthly"});
  EXPECT_NE(shifted.finish().subject, one.finish().subject);
}

// Whatever comes, one sending of a series stands, and each of its files once.
RC_GTEST_PROP(ReportVersion, ExactlyOneSendingOfASeriesStands, ()) {
  std::vector<ReportVersion> on_file;
  const int count = *rc::gen::inRange(1, 12);
  for (int i = 0; i < count; ++i) {
    const int files = *rc::gen::inRange(1, 4);
    on_file.push_back(file(i + 1, *rc::gen::inRange(1, 4), *rc::gen::inRange(1, files + 1), files));
  }
  const auto gone = replaced_deliveries(on_file);
  std::set<int64_t> created;
  std::set<int32_t> numbers;
  for (const ReportVersion& version : on_file) {
    if (std::ranges::find(gone, version.delivery) != gone.end()) continue;
    created.insert(version.created.seconds);
    RC_ASSERT(numbers.insert(version.file).second);
  }
  RC_ASSERT(created.size() == 1u);
  auto backwards = on_file;
  std::ranges::reverse(backwards);
  RC_ASSERT(replaced_deliveries(backwards) == gone);
}

}  // namespace
}  // namespace umikoe::demand
