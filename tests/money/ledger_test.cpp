// Statements through import and the ledger of the real store.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

#include "app/import_files.h"
#include "app/revenue.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

namespace fs = std::filesystem;

class Ledger : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "ledger_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  // Each file is imported under its name; the status of the last one is returned.
  std::string import(const std::string& name, const std::string& text) {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << text;
    auto store = stores::open_world((folder_ / "world").string(), stores::OpenMode::write).value();
    const auto files = stores::disk_files();
    app::ImportOptions options;
    options.viewer = access::local_viewer(store->info().value().organisation.id);
    options.received_at = Instant{int64_t{today_.days} * seconds_per_day};
    const auto report = app::import_files(*store, *files, {path.string()}, options).value();
    const auto& delivery = report.deliveries.at(0);
    return delivery.errors.empty() ? delivery.status : delivery.errors[0].code;
  }

  app::Ledger ledger(const app::RevenueQuestion& question = {}) {
    const auto store =
        stores::open_world((folder_ / "world").string(), stores::OpenMode::read).value();
    world_ = app::LoadedWorld::load(*store, today_).value();
    return app::revenue(*world_, question).value();
  }

  fs::path folder_;
  Date today_ = *Date::parse("2026-11-20");
  std::unique_ptr<app::LoadedWorld> world_;
};

constexpr const char* head = "service,isrc,territory,usage_month,use_type,units,currency,ours,";

TEST_F(Ledger, KeepsHomeAndAbroadApart) {
  const std::string text = std::string(head) +
                           "total\nS,JPZZ02600001,JP,2026-09,OnDemandStream,500,JPY,260,150\n"
                           "S,JPZZ02600001,BR,2026-09,OnDemandStream,900,JPY,40,150\n"
                           "S,JPZZ02600001,BR,2026-08,OnDemandStream,-900,JPY,-150,150\n";
  ASSERT_EQ(import("a.csv", text), "accepted");
  const auto all = ledger();
  EXPECT_EQ(all.home.yen.ours.sum.minor(yen), 260);
  EXPECT_EQ(all.abroad.yen.ours.sum.minor(yen), -110);
  for (const char* by : {"recording", "service"}) {
    const auto grouped = ledger({.by = by});
    ASSERT_EQ(grouped.rows.size(), 2u) << by;
    EXPECT_TRUE(grouped.rows[0].home);
    EXPECT_FALSE(grouped.rows[1].home);
  }
}

TEST_F(Ledger, AddsTwoHundredThousandLinesToTheYen) {
  constexpr int lines = 200'000;
  const char* territories[] = {"JP", "US", "BR", "TW", "DE"};
  std::string rows;
  for (int i = 0; i < lines; ++i) {
    // 0.000000001 to 0.000000997 more than three yen, so that every place counts.
    rows += fmt::format("S,JPZZ026{:05},{},2026-{:02},OnDemandStream,10,JPY,3.{:09},600099@\n",
                        i % 5000, territories[i % 5], 1 + i % 9, i % 997 + 1);
  }
  int64_t billionths = 0;
  int64_t home = 0;
  for (int i = 0; i < lines; ++i) {
    const int64_t amount = 3'000'000'000 + i % 997 + 1;
    billionths += amount;
    if (i % 5 == 0) home += amount;
  }
  const FineAmount total{billionths};
  std::string text = std::string(head) + "total\n";
  for (const char c : rows) {
    if (c != '@') text += c;
  }
  const auto with_total = [&](const std::string& written) {
    std::string out = text;
    for (size_t at = out.find("600099"); at != std::string::npos; at = out.find("600099", at)) {
      out.replace(at, 6, written);
    }
    return out;
  };
  EXPECT_EQ(import("wrong.csv", with_total("600101")), "statement_not_reconciled");
  ASSERT_EQ(import("right.csv", with_total(std::to_string(rounded(total, yen).minor))), "accepted");
  const auto read = ledger();
  EXPECT_EQ(read.home.yen.ours.sum.fine(), FineAmount{home});
  EXPECT_EQ(read.abroad.yen.ours.sum.fine(), FineAmount{billionths - home});
  EXPECT_EQ(read.statements.at(0).statement.lines, lines);
  rusage use = {};
  getrusage(RUSAGE_SELF, &use);
  EXPECT_LT(use.ru_maxrss, 900 * 1024) << "KiB, most of it DuckDB's own";
}

}  // namespace
}  // namespace umikoe
