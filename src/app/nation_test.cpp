#include "app/nation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace umikoe::app {
namespace {

using formats::returns::parse_return_period;
using formats::returns::ReturnFile;

ReturnFile file_of(const std::string& contributor, const std::string& period,
                   const std::vector<int64_t>& closed) {
  static const char* codes[] = {"BR", "DE", "FR", "KR", "US"};
  ReturnFile file;
  file.contributor = contributor;
  file.period = *parse_return_period(period);
  file.counted_on = file.period.start;
  file.approved_by = "Aoki";
  file.approved_on = "2024-07-02";
  file.recordings = 100;
  for (size_t i = 0; i < closed.size(); ++i) {
    ReturnFile::Line line;
    line.territory = *TerritoryCode::parse(codes[i]);
    line.open = 100 - closed[i];
    if (closed[i] > 0) line.closed[rights::Reason::no_rights] = closed[i];
    line.yen = closed[i] * 10;
    file.lines.push_back(line);
  }
  return file;
}

HandedReturn handed(int64_t delivery, const ReturnFile& file) {
  return {DeliveryId{delivery}, file.contributor, file.period.start, file.period.end,
          formats::returns::write_return(file)};
}

edits::Edit closing(const Nation& nation, const edits::Edit* last) {
  std::string deliveries;
  for (const auto delivery : nation.deliveries) {
    deliveries += (deliveries.empty() ? "" : ",") + std::to_string(delivery.value);
  }
  edits::EditDraft draft;
  draft.kind = nation_closed_edit;
  draft.subject = nation.period.name;
  draft.body = "{\"deliveries\":[" + deliveries + "]}";
  return edits::chained(draft, last);
}

// Closing a period, then asking for the next with one contributor more: no figure published in both
// may move by what the newcomer added, as everybody else hands in the same again.
RC_GTEST_PROP(Nation, TwoPeriodsDoNotTellTheNewcomer, ()) {
  const auto count = *rc::gen::inRange(5, 9);
  const auto newcomers = *rc::gen::inRange(1, 5);
  std::vector<HandedReturn> returns;
  int64_t delivery = 0;
  std::vector<std::vector<int64_t>> values;
  for (int i = 0; i < count + newcomers; ++i) {
    values.push_back(
        *rc::gen::container<std::vector<int64_t>>(5, rc::gen::inRange<int64_t>(0, 100)));
  }
  for (int i = 0; i < count; ++i) {
    returns.push_back(handed(++delivery, file_of("L" + std::to_string(i), "2024-H1", values[i])));
  }
  const auto first = nation(returns, {}, "2024-H1").value();
  const std::vector log{closing(first, nullptr)};
  for (int i = 0; i < count + newcomers; ++i) {
    returns.push_back(handed(++delivery, file_of("L" + std::to_string(i), "2024-H2", values[i])));
  }
  const auto second = nation(returns, log, "2024-H2").value();
  RC_ASSERT(second.cells.values.size() == first.cells.values.size());
  for (size_t i = 0; i < first.cells.values.size(); ++i) {
    if (first.cells.shown[i] != access::Shown::published) continue;
    if (second.cells.shown[i] != access::Shown::published) continue;
    RC_ASSERT(first.cells.values[i] == second.cells.values[i]);
  }
}

// One contributor fewer in the next period: what it had is not the difference of two tables.
RC_GTEST_PROP(Nation, TwoPeriodsDoNotTellWhoLeft, ()) {
  const auto count = *rc::gen::inRange(6, 10);
  std::vector<HandedReturn> returns;
  int64_t delivery = 0;
  std::vector<std::vector<int64_t>> values;
  for (int i = 0; i < count; ++i) {
    values.push_back(
        *rc::gen::container<std::vector<int64_t>>(5, rc::gen::inRange<int64_t>(0, 100)));
    returns.push_back(handed(++delivery, file_of("L" + std::to_string(i), "2024-H1", values[i])));
  }
  const auto first = nation(returns, {}, "2024-H1").value();
  const std::vector log{closing(first, nullptr)};
  for (int i = 1; i < count; ++i) {
    returns.push_back(handed(++delivery, file_of("L" + std::to_string(i), "2024-H2", values[i])));
  }
  const auto second = nation(returns, log, "2024-H2").value();
  for (size_t i = 0; i < first.cells.values.size(); ++i) {
    if (first.cells.shown[i] != access::Shown::published) continue;
    if (second.cells.shown[i] != access::Shown::published) continue;
    RC_ASSERT(first.cells.values[i] == second.cells.values[i]);
  }
  for (size_t i = 0; i < first.yen.values.size(); ++i) {
    if (first.yen.shown[i] != access::Shown::published) continue;
    if (second.yen.shown[i] != access::Shown::published) continue;
    RC_ASSERT(first.yen.values[i] == second.yen.values[i]);
  }
}

TEST(Nation, AClosedTableStaysWhateverComesLater) {
  std::vector<HandedReturn> returns;
  for (int i = 0; i < 6; ++i) {
    returns.push_back(
        handed(i + 1, file_of("L" + std::to_string(i), "2024-H1", {20, 30, 40, 50, 60})));
  }
  const auto first = nation(returns, {}, "").value();
  const std::vector log{closing(first, nullptr)};
  returns.push_back(handed(7, file_of("L0", "2024-H1", {21, 30, 40, 50, 60})));
  returns.push_back(handed(8, file_of("Late", "2024-H1", {20, 30, 40, 50, 60})));
  const auto closed = nation(returns, log, "2024-H1").value();
  EXPECT_TRUE(closed.closed);
  EXPECT_EQ(nation_csv(closed), nation_csv(first));
  ASSERT_EQ(closed.left_out.size(), 2u);
  EXPECT_EQ(closed.left_out[0].code, "return_late");
}

TEST(Nation, NothingSuppressedIsWritten) {
  std::vector<HandedReturn> returns;
  for (int i = 0; i < 3; ++i) {
    returns.push_back(handed(i + 1, file_of("L" + std::to_string(i), "2024-H1", {77, 0, 0, 0, 0})));
  }
  const auto merged = nation(returns, {}, "").value();
  EXPECT_EQ(nation_json(merged).find("231"), std::string::npos);
  EXPECT_EQ(nation_csv(merged).find("231"), std::string::npos);
  EXPECT_EQ(nation_text(merged, messages::Language::ja).find("231"), std::string::npos);
}

}  // namespace
}  // namespace umikoe::app
