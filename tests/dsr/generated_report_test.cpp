// A generator that makes invalid reports measures nothing: what it makes is read here without a
// finding, and says what it was made of. So is what an import at scale does with it, made small.
#include "generated_report.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "app/import_files.h"
#include "formats/dsr/dsr_reader.h"
#include "formats/recognise.h"
#include "simple_sum.h"
#include "stores/embedded_store.h"
#include "stores/memory_files.h"
#include "stores/memory_store.h"
#include "stores/temporary_folder.h"

namespace umikoe {
namespace {

using generated::Cell;
using generated::GeneratedReport;
using generated::ReportOrder;
using generated::simple_sum;

std::map<Cell, int64_t> made_of(const GeneratedReport& report) {
  std::map<Cell, int64_t> cells;
  report.each([&](const GeneratedReport::Usage& usage) {
    cells[{usage.isrc.to_string(), report.territory_of(usage.summary),
           report.use_of(usage.summary)}] += usage.units;
  });
  return cells;
}

TEST(GeneratedReport, IsValidAndSaysWhatItIsMadeOf) {
  for (const ReportOrder& order :
       {ReportOrder{.rows = 1}, ReportOrder{.rows = 2000, .seed = 7},
        ReportOrder{.rows = 1500, .files = 4}, ReportOrder{.rows = 900, .single_records = true},
        ReportOrder{.rows = 700, .files = 3, .single_records = true},
        ReportOrder{.rows = 800, .rows_a_block = 30}}) {
    const GeneratedReport report(order);
    std::map<Cell, int64_t> counted;
    std::map<Cell, int64_t> simple;
    int64_t rows = 0;
    std::set<std::string> series;
    for (int number = 1; number <= order.files; ++number) {
      const std::string text = report.whole(number);
      EXPECT_EQ(formats::recognise(text), formats::Format::dsr);
      const auto read =
          formats::dsr::count_dsr(formats::from_memory(text), [&](const demand::UsageRow& row) {
            counted[{row.isrc.to_string(), std::string(row.territory.code()), row.use_type}] +=
                row.net_units;
          });
      ASSERT_TRUE(read) << read.error().code << " " << read.error().where.line;
      for (const Finding& finding : read->findings) {
        ADD_FAILURE() << finding.code << " " << finding.where.line << " "
                      << (finding.arguments.empty() ? "" : finding.arguments[0].second);
      }
      rows += read->counts.rows;
      ASSERT_TRUE(read->version);
      EXPECT_EQ(read->version->file, number);
      series.insert(read->version->series);
      for (const auto& [cell, units] : simple_sum(text)) simple[cell] += units;
    }
    EXPECT_EQ(rows, order.rows);
    EXPECT_EQ(series.size(), 1u) << "all files are of one report";
    EXPECT_EQ(counted, made_of(report));
    EXPECT_EQ(simple, made_of(report));
  }
}

TEST(GeneratedReport, TheSameOrderGivesTheSameBytes) {
  const ReportOrder order{.rows = 300, .seed = 5};
  EXPECT_EQ(GeneratedReport(order).whole(1), GeneratedReport(order).whole(1));
  EXPECT_NE(GeneratedReport(order).whole(1), GeneratedReport({.rows = 300, .seed = 6}).whole(1));
  EXPECT_EQ(GeneratedReport({.files = 12}).file_name(7).find("_7of12_"), 58u);
}

#ifndef __SANITIZE_THREAD__  // the DuckDB library is not instrumented and reports what is no race
// Three months in parts, imported, corrected and compacted: the plays of every recording stay what
// the reports say.
TEST(GeneratedReport, ImportedAndCompactedItStaysWhatItSays) {
  const stores::TemporaryFolder folder;
  const auto store = stores::open_world(folder.at("world"), stores::OpenMode::write, "Umikoe",
                                        {.segment_rows_max = 200, .compact_rows_max = 500})
                         .value();
  std::map<std::pair<std::string, std::string>, int64_t> expected;
  stores::MemoryFiles files;
  int64_t rows = 0;
  ASSERT_TRUE(files.make_folder("reports"));
  for (int month = 0; month < 3; ++month) {
    const GeneratedReport report({.rows = 600,
                                  .seed = static_cast<uint64_t>(month) + 1,
                                  .files = month + 1,
                                  .first_day = *Date::of(2026, 7 + month, 1)});
    for (int number = 1; number <= month + 1; ++number) {
      ASSERT_TRUE(files.write("reports/" + report.file_name(number), report.whole(number)));
    }
    report.each([&](const GeneratedReport::Usage& usage) {
      expected[{usage.isrc.to_string(), report.territory_of(usage.summary)}] += usage.units;
      ++rows;
    });
  }
  app::ImportOptions options;
  options.viewer = access::local_viewer(store->info().value().organisation.id);
  const auto import = app::import_files(*store, files, {"reports"}, options);
  ASSERT_TRUE(import) << import.error().code;
  ASSERT_EQ(import->deliveries.size(), 6u);
  for (const auto& delivery : import->deliveries) EXPECT_EQ(delivery.status, "accepted");
  const auto plays = [&] {
    std::map<std::pair<std::string, std::string>, int64_t> cells;
    const auto totals = store->usage(std::nullopt).value();
    for (const app::UsageTotal& total : totals) {
      cells[{total.isrc.to_string(), std::string(total.territory.code())}] += total.paid_units;
    }
    return cells;
  };
  EXPECT_EQ(plays(), expected);
  EXPECT_EQ(store->usage_rows().value(), rows);
  ASSERT_TRUE(store->compact());
  EXPECT_EQ(plays(), expected);
  EXPECT_EQ(store->usage_rows().value(), rows);
}
#endif

}  // namespace
}  // namespace umikoe
