// Plays as services report them: Apple's Sales and Trends, Believe's trends, and tables of plays.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/services/apple_reports.h"
#include "formats/services/believe_trends.h"
#include "formats/table/numbers_test_catalogue.h"

namespace umikoe::formats {
namespace {

using demand::UsageRow;

struct Read {
  std::vector<UsageRow> rows;
  std::vector<demand::ChartRow> chart;
  table::TableContents contents;
  std::vector<Error> errors;
};

template <class Reading>
Read read_by(Reading reading) {
  Read out;
  table::RowSinks sinks;
  sinks.usage = [&](const UsageRow& row) { out.rows.push_back(row); };
  sinks.chart = [&](const demand::ChartRow& row) { out.chart.push_back(row); };
  auto [contents, errors] = reading(sinks);
  out.contents = std::move(contents);
  out.errors = std::move(errors);
  return out;
}

Read apple(std::string_view text, Format expected = Format::apple_streams) {
  EXPECT_EQ(word(recognise(text)), word(expected));
  return read_by([&](const table::RowSinks& sinks) {
    return services::read_apple_report(expected, from_memory(text, 13), sinks,
                                       table::test_numbers());
  });
}

Read table_of(Format format, std::string_view text) {
  EXPECT_EQ(word(recognise(text)), word(format));
  return read_by([&](const table::RowSinks& sinks) {
    return table::read_table(format, from_memory(text, 13), sinks, table::test_numbers());
  });
}

const Finding* finding(const std::vector<Finding>& findings, std::string_view code) {
  for (const Finding& finding : findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

Date day(std::string_view text) { return *Date::parse(text); }

constexpr std::string_view apple_header =
    "Datestamp\tIngest Datestamp\tApple Identifier\tStorefront Name\tSubscription Type\tStreams\n";

TEST(AppleReports, ReadsStreamsByIdentifier) {
  const auto read = apple(std::string(apple_header) +
                          "2026-11-18\t2026-11-19\t1\tSouth Korea\t1\t120\n"
                          "20261117\t20261119\t1\tKR\t2\t5\n"
                          "2026-11-18\t2026-11-19\t1\tAtlantis\t1\t9\n"
                          "2026-11-18\t2026-11-19\tnobody\tJapan\t1\t9\n");
  ASSERT_TRUE(read.errors.empty()) << read.errors[0].code << read.errors[0].where.element;
  ASSERT_EQ(read.rows.size(), 2u);
  EXPECT_EQ(read.rows[0].service, "Apple Music");
  EXPECT_EQ(read.rows[0].isrc.to_string(), "JPZZ02600001");
  EXPECT_EQ(read.rows[0].territory.code(), "KR");
  EXPECT_EQ(read.rows[0].period_start, day("2026-11-18"));
  EXPECT_EQ(read.rows[0].period_end, day("2026-11-18"));
  EXPECT_EQ(read.rows[0].net_units, 120);
  EXPECT_EQ(read.rows[1].period_start, day("2026-11-17"));  // late, on its own day
  EXPECT_EQ(finding(read.contents.findings, "storefront_unknown")->arguments[0].second, "Atlantis");
  EXPECT_EQ(finding(read.contents.findings, "plays_of_unknown_numbers")->arguments[0].second, "1");
}

TEST(AppleReports, KeepsNothingWhereNoIdentifierIsKnown) {
  const auto read =
      apple(std::string(apple_header) + "2026-11-18\t2026-11-19\tnobody\tJapan\t1\t9\n");
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, "plays_unplaced");
}

TEST(AppleReports, ReadsWhichRecordingAnIdentifierIs) {
  const auto read = apple(
      "Vendor Identifier\tApple Identifier\tTitle\tArtist\tItem Type\tISRC\n"
      "v\t1440\t夜の海\t海音\tSong\tJPZZ01900009\nv\t1441\tAlbum\t海音\tAlbum\t\n",
      Format::apple_content);
  ASSERT_TRUE(read.errors.empty()) << read.errors[0].code;
  ASSERT_EQ(read.contents.recordings.size(), 1u);
  EXPECT_EQ(read.contents.recordings[0].isrc->to_string(), "JPZZ01900009");
  EXPECT_TRUE(finding(read.contents.findings, "content_without_isrc"));
}

TEST(AppleReports, NamesWhatIsBroken) {
  EXPECT_EQ(apple("Datestamp\tApple Identifier\tStorefront Name\tStreams\n"
                  "2026-02-30\t1\tJapan\t5\n")
                .errors.at(0)
                .code,
            "date_invalid");
  const auto cut = apple(std::string(apple_header) + "2026-11-18\t2026-11-19\t1\tJap");
  EXPECT_EQ(cut.errors.at(0).code, "row_too_short");
  EXPECT_EQ(cut.errors.at(0).where.line, 2);
  const auto missing = apple("Apple Identifier\tStorefront Name\tStreams\n1\tJapan\t5\n");
  EXPECT_EQ(missing.errors.at(0).code, "column_missing");
  EXPECT_EQ(missing.errors.at(0).where.element, "datestamp");
}

struct Trends {
  Result<services::TrendsReport> report;
  std::vector<UsageRow> rows;
};
Trends trends(std::string_view text) {
  EXPECT_EQ(recognise(text), Format::believe_trends);
  Trends out;
  out.report = services::read_believe_trends(
      from_memory(text, 7), [&](UsageRow&& row) { out.rows.push_back(std::move(row)); });
  return out;
}

std::string event(const char* isrc, const char* territory, const char* date, const char* quantity) {
  return std::string(R"({"quantity": )") + quantity + R"(, "isrc_code": ")" + isrc +
         R"(", "code_alpha_2": ")" + territory + R"(", "retail_name": "Store", "user_id": "u1", )" +
         R"("gender": "f", "birth_year": 1990, "transaction_date": ")" + date + "\"}\n";
}

TEST(BelieveTrends, SumsEventsByDayAndTellsLateOnes) {
  const auto [report, rows] =
      trends(event("JPZZ01900001", "BR", "2026-11-18T10:00:00", "1") +
             event("JPZZ01900001", "BR", "2026-11-18", "2") +
             event("JPZZ01900001", "BR", "2026-11-15", "4") +
             event("JPZZ01900001", "ZZ", "2026-11-18", "8") + event("", "BR", "2026-11-18", "8"));
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].service, "Store");
  EXPECT_EQ(rows[0].period_start, day("2026-11-15"));
  EXPECT_EQ(rows[0].net_units, 4);
  EXPECT_EQ(rows[1].net_units, 3);
  EXPECT_EQ(report->counts.rows, 5);
  EXPECT_EQ(finding(report->findings, "plays_came_late")->arguments[0].second, "1");
  EXPECT_EQ(finding(report->findings, "plays_without_isrc")->arguments[0].second, "1");
  EXPECT_EQ(finding(report->findings, "plays_without_territory")->arguments[0].second, "1");
}

TEST(BelieveTrends, RefusesBrokenLines) {
  const std::string good = event("JPZZ01900001", "BR", "2026-11-18", "1");
  const auto code = [&](const std::string& bad) {
    const auto read = trends(good + bad);
    return read.report ? std::string("none") : read.report.error().code;
  };
  EXPECT_EQ(code(good.substr(0, 40)), "jsonl_invalid");
  EXPECT_EQ(code("[1, 2]\n"), "jsonl_invalid");
  EXPECT_EQ(code(event("JPZZ01900001", "BR", "2026-02-30", "1")), "date_invalid");
  EXPECT_EQ(code(event("JPZZ01900001", "BR", "2026-11-18", "1.5")), "number_invalid");
  EXPECT_EQ(code(event("JPZZ01900001", "BR", "2026-11-18", "99999999999999999")), "number_invalid");
  EXPECT_EQ(code(event("NOTANISRC", "BR", "2026-11-18", "1")), "isrc_malformed");
  EXPECT_EQ(code(std::string(100, '[')), "limit_exceeded");
}

TEST(PlaysTable, ReadsDaysPeriodsAndMonths) {
  const auto read =
      table_of(Format::table_plays,
               "service,service_dpid,isrc,territory,day,start,end,usage_month,units,use_type\n"
               "Store,PADPIDA2014120301K,JPZZ01900001,BR,2026-11-18,,,,\"1,200\",OnDemandStream\n"
               "Store,,JPZZ01900001,BR,,2026-11-01,2026-11-07,,7,\n"
               "Store,,JPZZ01900001,BR,,,,2026-02,-3,UserMakeAvailableUserProvided\n"
               "Store,,JPZZ01900001,ZZ,2026-11-18,,,,5,\n");
  ASSERT_TRUE(read.errors.empty()) << read.errors[0].code;
  ASSERT_EQ(read.rows.size(), 3u);
  EXPECT_EQ(read.rows[0].service, "PADPIDA2014120301K");
  EXPECT_EQ(read.rows[0].service_name, "Store");
  EXPECT_EQ(read.rows[0].net_units, 1200);
  EXPECT_EQ(read.rows[1].period_end, day("2026-11-07"));
  EXPECT_EQ(read.rows[2].period_end, day("2026-02-28"));
  EXPECT_EQ(read.rows[2].net_units, -3);
  EXPECT_TRUE(read.rows[2].user_generated);
  EXPECT_TRUE(finding(read.contents.findings, "plays_without_territory"));
}

TEST(PlaysTable, NamesWhatIsBroken) {
  const auto code = [](std::string_view row) {
    const auto read = table_of(Format::table_plays, "service,isrc,territory,day,start,end,units\n" +
                                                        std::string(row) + "\n");
    return read.errors.empty() ? std::string("none") : read.errors[0].code;
  };
  EXPECT_EQ(code("S,JPZZ01900001,BR,2026-13-01,,,1"), "date_invalid");
  EXPECT_EQ(code("S,JPZZ01900001,BR,,2026-11-07,2026-11-01,1"), "plays_end_before_start");
  EXPECT_EQ(code("S,JPZZ01900001,BR,,2026-11-07,,1"), "cell_required");
  EXPECT_EQ(code("S,JPZZ01900001,BR,,,,1"), "cell_required");
  EXPECT_EQ(code("S,JPZZ01900001,BR,2026-11-01,,,1.5"), "number_invalid");
  EXPECT_EQ(code("S,JPZZ01900001,Brazil,2026-11-01,,,1"), "territory_code_invalid");
  EXPECT_EQ(code(",JPZZ01900001,BR,2026-11-01,,,1"), "cell_required");
}

TEST(ChartTable, ReadsAChartOfAnybodysLayout) {
  const auto read = table_of(Format::table_chart,
                             "chart,territory,day,span,rank,artist,title,streams\n"
                             "radio,BR,2026-11-13,week,1,海音,夜の海,\"7,000\"\n"
                             "radio,BR,2026-11-13,week,2,Other,Song,\n");
  ASSERT_TRUE(read.errors.empty()) << read.errors[0].code;
  ASSERT_EQ(read.chart.size(), 2u);
  EXPECT_EQ(read.chart[0].chart, "radio");
  EXPECT_EQ(read.chart[0].span, demand::ChartSpan::week);
  EXPECT_EQ(read.chart[0].streams, 7000);
  EXPECT_FALSE(read.chart[1].streams);
  EXPECT_EQ(read.contents.counts.limit, 2);
  const auto broken = table_of(
      Format::table_chart, "chart,territory,day,rank,artist,title\nradio,BR,2026-11-13,0,A,B\n");
  EXPECT_EQ(broken.errors.at(0).code, "number_invalid");
}

}  // namespace
}  // namespace umikoe::formats
