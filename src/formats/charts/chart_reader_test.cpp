#include "formats/charts/chart_reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "formats/gzip.h"

namespace umikoe::formats::charts {
namespace {

struct Read {
  Result<ChartReport> report;
  std::vector<demand::ChartRow> rows;
};

Read read(Format format, std::string_view text, std::string_view name = "chart.csv") {
  Read result;
  result.report = read_chart(format, from_memory(text), name,
                             [&](demand::ChartRow&& row) { result.rows.push_back(row); });
  return result;
}

const Finding* finding(const ChartReport& report, std::string_view code) {
  for (const Finding& finding : report.findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

constexpr std::string_view kworb_header =
    "date,territory,rank,move,artist,title,days_on_chart,peak,peak_times,streams,streams_change,"
    "streams_7d,streams_7d_change,total,stale\n";

std::string kworb(std::string_view rows) { return std::string(kworb_header) + std::string(rows); }

TEST(Charts, ReadsRowsWithTheDepthOfTheirDay) {
  const auto [report, rows] =
      read(Format::chart_kworb_daily, kworb("2025-06-21,KR,1,=,海音,遠い波,3,1,2,1200,0,0,0,0,0\n"
                                            "2025-06-21,KR,2,=,B,Two,3,1,2,\"1,100\",0,0,0,0,0\n"
                                            "2025-06-21,TH,1,=,C,Three,3,1,2,90,0,0,0,0,0\n"));
  ASSERT_TRUE(report);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].chart, "spotify-daily-top-50");
  EXPECT_EQ(rows[0].title, "遠い波");
  EXPECT_EQ(rows[0].depth, 2);
  EXPECT_EQ(rows[1].streams, 1100);
  EXPECT_EQ(rows[2].depth, 1);
  EXPECT_EQ(rows[2].territory.code(), "TH");
  EXPECT_EQ(report->counts.rows, 3);
  EXPECT_EQ(report->counts.limit, 2);
  EXPECT_TRUE(report->findings.empty());
}

TEST(Charts, TakesNoWorldwideRowForATerritory) {
  const auto [report, rows] = read(Format::chart_top50_playlist,
                                   "date,territory,rank,track,artists,popularity\n"
                                   "2024-01-01,WW,1,One,A,90\n2024-01-01,WW,2,Two,A,90\n"
                                   "2024-01-01,JP,1,One,A,90\n");
  ASSERT_TRUE(report);
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].territory.code(), "JP");
  EXPECT_FALSE(rows[0].streams);
  const Finding* skipped = finding(*report, "chart_rows_without_territory");
  ASSERT_TRUE(skipped);
  EXPECT_EQ(skipped->arguments[1].second, "2");
}

TEST(Charts, ReportsStaleAndMissingDays) {
  const auto [report, rows] =
      read(Format::chart_kworb_daily, kworb("2025-06-14,KR,1,=,A,X,1,1,1,10,0,0,0,0,0\n"
                                            "2025-06-16,KR,1,=,A,X,1,1,1,10,0,0,0,0,1\n"));
  ASSERT_TRUE(report);
  EXPECT_TRUE(rows[1].stale);
  EXPECT_FALSE(rows[0].stale);
  ASSERT_TRUE(finding(*report, "chart_days_stale"));
  const Finding* missing = finding(*report, "chart_days_missing");
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->arguments[2].second, "2025-06-15");
}

TEST(Charts, RefusesRowsThatSayNothing) {
  EXPECT_EQ(read(Format::chart_kworb_daily, kworb("2025-02-30,KR,1,=,A,X,1,1,1,10,0,0,0,0,0\n"))
                .report.error()
                .code,
            "date_invalid");
  const auto rank =
      read(Format::chart_kworb_daily, kworb("2025-02-03,KR,zero,=,A,X,1,1,1,10,0,0,0,0,0\n"))
          .report;
  ASSERT_FALSE(rank);
  EXPECT_EQ(rank.error().code, "number_invalid");
  EXPECT_EQ(rank.error().where.line, 2);
  EXPECT_EQ(rank.error().where.element, "rank");
  EXPECT_EQ(read(Format::chart_kworb_daily, kworb("2025-02-03,KR,1,=,A,X,1,1,1,-10,0,0,0,0,0\n"))
                .report.error()
                .code,
            "number_invalid");
}

TEST(Charts, NamesAMissingColumn) {
  const auto report =
      read(Format::chart_kworb_daily, "date,rank,artist,title,streams\n2025-01-01,1,A,B,5\n")
          .report;
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, "column_missing");
  EXPECT_EQ(report.error().where.element, "territory");
}

TEST(Charts, SaysWhenADayIsSplitOrARankStandsTwice) {
  const auto [report, rows] =
      read(Format::chart_kworb_daily, kworb("2025-06-14,KR,1,=,A,X,1,1,1,10,0,0,0,0,0\n"
                                            "2025-06-14,TH,1,=,A,X,1,1,1,10,0,0,0,0,0\n"
                                            "2025-06-14,KR,2,=,A,Y,1,1,1,10,0,0,0,0,0\n"
                                            "2025-06-14,KR,2,=,A,Z,1,1,1,10,0,0,0,0,0\n"));
  ASSERT_TRUE(report);
  EXPECT_TRUE(finding(*report, "chart_day_split"));
  EXPECT_TRUE(finding(*report, "chart_rank_twice"));
}

Read read_shared(Format format, std::string_view name) {
  Read result;
  const auto path =
      std::filesystem::path(std::getenv("UMIKOE_SHARED_DATA")) / "demand" / std::string(name);
  auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  const ByteSource bytes = [file](std::span<char> buffer) -> Result<size_t> {
    file->read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    return static_cast<size_t>(file->gcount());
  };
  result.report = read_chart(format, gunzip(bytes), name, [&](demand::ChartRow&& row) {
    result.rows.push_back(std::move(row));
  });
  return result;
}

// The counts stand in the notes of the compilation: 90,350 rows of seven territories, 22 to 27
// stale days each, and one day nobody recorded.
TEST(Charts, ReadsTheRealKworbCompilation) {
  if (!std::getenv("UMIKOE_SHARED_DATA")) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  const auto [report, rows] =
      read_shared(Format::chart_kworb_daily, "kworb_sea_kr_daily_top50_2025-06_2026-02.csv.gz");
  ASSERT_TRUE(report) << report.error().code << " line " << report.error().where.line;
  EXPECT_EQ(report->counts.rows, 90'350);
  EXPECT_EQ(std::ssize(rows), 90'350);
  EXPECT_EQ(report->counts.territories.size(), 7);
  EXPECT_EQ(report->counts.limit, 50);
  EXPECT_EQ(report->counts.first_date->to_string(), "2025-06-11");
  int stale_territories = 0;
  int missing_territories = 0;
  for (const Finding& finding : report->findings) {
    stale_territories += finding.code == "chart_days_stale";
    missing_territories += finding.code == "chart_days_missing";
  }
  EXPECT_EQ(stale_territories, 7);
  EXPECT_GE(missing_territories, 4);
}

// The compilation marks the days its source stood still; without the marks they must be found.
TEST(Charts, FindsTheStaleDaysOfTheRealCompilationWithoutItsMarks) {
  if (!std::getenv("UMIKOE_SHARED_DATA")) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  const auto marked =
      read_shared(Format::chart_kworb_daily, "kworb_sea_kr_daily_top50_2025-06_2026-02.csv.gz");
  ASSERT_TRUE(marked.report);
  std::string text = "date,territory,rank,artist,title,streams,days_on_chart\n";
  for (const auto& row : marked.rows) {
    const auto quoted = [](std::string cell) {
      for (size_t at = 0; (at = cell.find('"', at)) != std::string::npos; at += 2) {
        cell.insert(at, 1, '"');
      }
      return "\"" + cell + "\"";
    };
    text += row.day.plus(2).to_string() + "," + std::string(row.territory.code()) + "," +
            std::to_string(row.rank) + "," + quoted(row.artist) + "," + quoted(row.title) + "," +
            std::to_string(row.streams.value_or(0)) + ",1\n";
  }
  const auto found = read(Format::chart_kworb_daily, text);
  ASSERT_TRUE(found.report);
  ASSERT_EQ(found.rows.size(), marked.rows.size());
  int64_t unlike = 0;
  for (size_t i = 0; i < found.rows.size(); ++i)
    unlike += found.rows[i].stale != marked.rows[i].stale;
  EXPECT_EQ(unlike, 0);
}

TEST(Charts, ReadsTheRealPlaylistCompilation) {
  if (!std::getenv("UMIKOE_SHARED_DATA")) GTEST_SKIP() << "UMIKOE_SHARED_DATA is not set";
  const auto [report, rows] =
      read_shared(Format::chart_top50_playlist, "spotify_top50_10markets_2023-05_2024-11.csv.gz");
  ASSERT_TRUE(report) << report.error().code << " line " << report.error().where.line;
  EXPECT_EQ(report->counts.territories.size(), 9);  // the tenth "market" is the world
  EXPECT_EQ(report->counts.limit, 50);
  int64_t skipped = 0;
  for (const Finding& finding : report->findings) {
    if (finding.code == "chart_rows_without_territory") {
      skipped += std::stoll(finding.arguments[1].second);
    }
  }
  EXPECT_EQ(report->counts.rows + skipped, 278'000);
}

}  // namespace
}  // namespace umikoe::formats::charts
