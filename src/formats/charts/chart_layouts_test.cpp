#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/charts/chart_name.h"
#include "formats/charts/chart_reader.h"

namespace umikoe::formats::charts {
namespace {

using demand::ChartLine;
using demand::ChartSpan;

struct Read {
  Result<ChartReport> report;
  std::vector<ChartLine> lines;
};

// As import does it: the content says what the file is.
Read read(std::string_view text, std::string_view name, Format expected) {
  Read result;
  EXPECT_EQ(word(recognise(text)), word(expected));
  result.report = read_chart_lines(expected, from_memory(text), name, [&](ChartLine&& line) {
    result.lines.push_back(std::move(line));
  });
  return result;
}

const Finding* finding(const ChartReport& report, std::string_view code) {
  for (const Finding& finding : report.findings) {
    if (finding.code == code) return &finding;
  }
  return nullptr;
}

std::string error(std::string_view text, std::string_view name, Format format) {
  const auto [report, lines] = read(text, name, format);
  return report ? "none" : report.error().code;
}

Date day(std::string_view text) { return *Date::parse(text); }

constexpr std::string_view kworb_raw =
    "\xef\xbb\xbf"
    "2025-06-21,1,=,Umi - Wave (w/ Sora),123,1,(x54),\"1,769,625\",\"-97,090\",\"13,164,154\","
    "\"-291,573\",\"163,416,912\"\r\n"
    "2025-06-21,2,+5,\"NIKI - You'll Be, in My Heart - Singles\",108,1,,\"1,032,738\",+243,"
    "\"7,605,435\",+401,\"116,412,366\"\r\n";

TEST(ChartLayouts, ReadsKworbAsItsSourceWritesIt) {
  const auto [report, lines] =
      read(kworb_raw, "/charts/id_dailytop50_2025-06-21.csv", Format::chart_kworb_raw);
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].territory, "id");
  EXPECT_EQ(lines[0].code->code(), "ID");
  EXPECT_EQ(lines[0].artist, "Umi");
  EXPECT_EQ(lines[0].title, "Wave (w/ Sora)");
  EXPECT_EQ(lines[0].streams, 1'769'625);
  EXPECT_EQ(lines[0].streams_7d, 13'164'154);
  EXPECT_EQ(lines[0].file_day, day("2025-06-21"));
  EXPECT_EQ(lines[0].day, day("2025-06-19"));  // it is recorded two days later
  EXPECT_EQ(lines[1].artist, "NIKI");
  EXPECT_EQ(lines[1].title, "You'll Be, in My Heart - Singles");
  EXPECT_EQ(error(kworb_raw, "dailytop50_2025-06-21.csv", Format::chart_kworb_raw),
            "chart_region_needed");
}

constexpr std::string_view spotify_weekly =
    "\xef\xbb\xbf"
    "rank,uri,artist_names,track_name,source,peak_rank,previous_rank,weeks_on_chart,streams\n"
    "1,\"spotify:track:a\",\"Umi, Sora\",\"Wave\",\"L\",1,-1,9,\"1989059\"\n"
    "2,\"spotify:track:b\",\"Kaze\",\"夜\",\"L\",1,1,9,\"1000\"\n";

TEST(ChartLayouts, ReadsSpotifyDownloadsOfToday) {
  const auto [report, lines] =
      read(spotify_weekly, "regional-jp-weekly-2026-03-05.csv", Format::chart_spotify);
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].code->code(), "JP");
  EXPECT_EQ(lines[0].span, ChartSpan::week);
  EXPECT_EQ(lines[0].file_day, day("2026-03-05"));  // Thursday, the last day of the week
  EXPECT_EQ(lines[0].day, day("2026-02-27"));       // Friday
  EXPECT_EQ(lines[0].artist, "Umi, Sora");
  EXPECT_EQ(lines[0].streams, 1'989'059);
  EXPECT_EQ(lines[1].title, "夜");
  EXPECT_EQ(error(spotify_weekly, "download.csv", Format::chart_spotify), "chart_day_needed");
  EXPECT_EQ(error(spotify_weekly, "2026-03-05.csv", Format::chart_spotify), "chart_region_needed");
}

TEST(ChartLayouts, ReadsDailyAndViralAndGlobalDownloads) {
  const std::string_view daily =
      "rank,uri,artist_names,track_name,source,peak_rank,previous_rank,days_on_chart,streams\n"
      "1,u,Umi,Wave,L,1,-1,9,5\n";
  const auto global = read(daily, "regional-global-daily-2026-03-05.csv.gz", Format::chart_spotify);
  ASSERT_TRUE(global.report);
  EXPECT_EQ(global.lines.at(0).territory, "global");
  EXPECT_FALSE(global.lines[0].code);
  EXPECT_EQ(global.lines[0].day, day("2026-03-05"));
  EXPECT_EQ(global.report->counts.rows, 0);
  EXPECT_EQ(global.report->lines, 1);
  EXPECT_TRUE(finding(*global.report, "chart_rows_without_territory"));
  const auto viral = read(
      "rank,uri,artist_names,track_name,source,peak_rank,previous_rank,days_on_chart\n"
      "1,u,Umi,Wave,L,1,-1,9\n",
      "viral-kr-daily-2026-03-05.csv", Format::chart_spotify);
  ASSERT_TRUE(viral.report);
  EXPECT_FALSE(viral.lines.at(0).streams);
}

constexpr std::string_view spotify_2017 =
    ",,,\"Note that these figures are generated using a formula that protects against any "
    "artificial inflation of chart positions.\",\n"
    "Position,\"Track Name\",Artist,Streams,URL\n"
    "1,\"In My Feelings\",Umi,43950715,https://example.org/a\n"
    "2,,,33681056,https://example.org/b\n";

TEST(ChartLayouts, ReadsSpotifyDownloadsOf2017) {
  const auto [report, lines] = read(spotify_2017, "regional-tw-weekly-2016-12-30--2017-01-06.csv",
                                    Format::chart_spotify_2017);
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].code->code(), "TW");
  EXPECT_EQ(lines[0].span, ChartSpan::week);
  EXPECT_EQ(lines[0].day, day("2016-12-30"));
  EXPECT_EQ(lines[0].file_day, day("2017-01-05"));  // the week ends where the next one begins
  EXPECT_EQ(lines[0].title, "In My Feelings");
  EXPECT_EQ(lines[1].title, "");  // withdrawn tracks lost their names
  const auto daily =
      read(spotify_2017, "regional-us-daily-2017-01-06.csv", Format::chart_spotify_2017);
  EXPECT_EQ(daily.lines.at(0).day, day("2017-01-06"));
  EXPECT_EQ(error(spotify_2017, "us-2017-01-06.csv", Format::chart_spotify_2017),
            "chart_span_needed");
}

constexpr std::string_view countries =
    "date,country,rank,uri,artist_names,track_name,label,peak_rank,previous_rank,days_on_chart,"
    "streams,consecutive_days,entry_status,peak_date,entry_rank,entry_date,release_date,"
    "artist_uris\n"
    "2026-03-05,global,1,u,Umi|Sora,Wave,L,1,-1,1,900,1,NEW_ENTRY,2026-03-05,1,2026-03-05,"
    "2026-03-05,a|b\n"
    "2026-03-05,jp,1,u,Umi|Sora,Wave,L,1,-1,1,500,1,NEW_ENTRY,2026-03-05,1,2026-03-05,2026-03-05,"
    "a|b\n"
    "2026-03-05,South Korea,1,u,Umi|Sora,Wave,L,1,-1,1,,1,NEW_ENTRY,2026-03-05,1,2026-03-05,"
    "2026-03-05,a|b\n"
    "2026-03-05,Atlantis,1,u,Umi|Sora,Wave,L,1,-1,1,,1,NEW_ENTRY,2026-03-05,1,2026-03-05,"
    "2026-03-05,a|b\n";

TEST(ChartLayouts, ReadsManyCountriesInOneFile) {
  const auto [report, lines] =
      read(countries, "charts_songs_daily.csv", Format::chart_spotify_countries);
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_FALSE(lines[0].code);
  EXPECT_EQ(lines[1].code->code(), "JP");
  EXPECT_EQ(lines[1].artist, "Umi|Sora");
  EXPECT_EQ(lines[1].day, day("2026-03-05"));
  EXPECT_EQ(lines[2].code->code(), "KR");
  EXPECT_FALSE(lines[2].streams);
  EXPECT_EQ(report->counts.rows, 2);
  const Finding* unknown = finding(*report, "chart_territory_unknown");
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->arguments[0].second, "Atlantis");
}

TEST(ChartLayouts, ReadsShazamBelowItsNotes) {
  const std::string text =
      "\xef\xbb\xbf"
      "Shazam Top 200 - South Korea\r\n\"Thursday, 24 September 2026\"\r\nRank,Artist,Title\r\n"
      "1,\"Umi, Sora\",Wave\r\n2,Kaze,Night\r\n";
  const auto [report, lines] = read(text, "download.csv", Format::chart_shazam);
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].code->code(), "KR");
  EXPECT_EQ(lines[0].day, day("2026-09-24"));
  EXPECT_EQ(lines[0].artist, "Umi, Sora");
  const std::string bare = "Shazam\n\nRank,Artist,Title\n1,Umi,Wave\n";
  const auto named =
      read(bare, "shazam-top-200-united-states-2026-09-24.csv", Format::chart_shazam);
  ASSERT_TRUE(named.report) << named.report.error().code;
  EXPECT_EQ(named.lines.at(0).code->code(), "US");
  EXPECT_EQ(error(bare, "download.csv", Format::chart_shazam), "chart_day_needed");
  // Without notes it may be anybody's table.
  EXPECT_EQ(recognise("rank,artist,title\n1,Umi,Wave\n"), Format::table_unknown);
}

TEST(ChartLayouts, ReadsApplesFeed) {
  const std::string text =
      R"({"feed": {"title": "Top Songs", "country": "jp",)"
      R"( "updated": "Fri, 13 Nov 2026 08:10:00 +0000",)"
      R"( "results": [{"artistName": "海音", "name": "夜の海", "kind": "songs"},)"
      R"( {"artistName": "Umi & Sora", "name": "Wave"}]}})";
  const auto [report, lines] = read(text, "songs.json", Format::chart_apple_feed);
  ASSERT_TRUE(report) << report.error().code;
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].code->code(), "JP");
  EXPECT_EQ(lines[0].day, day("2026-11-13"));
  EXPECT_EQ(lines[1].rank, 2);
  EXPECT_EQ(lines[1].artist, "Umi & Sora");
  EXPECT_FALSE(lines[0].streams);
  const auto code = [&](std::string_view broken) {
    return error(broken, "songs.json", Format::chart_apple_feed);
  };
  EXPECT_EQ(code(text.substr(0, text.size() - 4)), "chart_feed_invalid");
  EXPECT_EQ(code(R"({"feed": {"updated": "soon", "results": [{"artistName": "A", "name": "B"}]}})"),
            "date_invalid");
  EXPECT_EQ(code(R"({"feed": ["artistName"]})"), "chart_feed_invalid");
  EXPECT_EQ(code(R"({"feed": "artistName", "x": )" + std::string(5000, '[')), "limit_exceeded");
}

TEST(ChartLayouts, ToldApartByContentAlone) {
  for (const char* name : {"a.csv", "regional-jp-weekly-2016-12-30--2017-01-06.csv"}) {
    EXPECT_EQ(read(countries, name, Format::chart_spotify_countries).lines.size(), 4u);
  }
  EXPECT_EQ(recognise("date,country,rank,artist_names,artist_uris\n"),
            Format::chart_spotify_countries);  // its reader names the missing column
}

TEST(ChartLayouts, RefusesWhatIsBroken) {
  const auto cut = std::string(countries.substr(0, countries.rfind("Umi|Sora") + 3));
  const auto [report, lines] = read(cut, "c.csv", Format::chart_spotify_countries);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, "row_too_short");
  EXPECT_EQ(report.error().where.line, 5);
  EXPECT_EQ(error("date,country,rank,artist_names,artist_uris\n", "c.csv",
                  Format::chart_spotify_countries),
            "column_missing");
  EXPECT_EQ(error("2025-06-21,1,=,A - B,1,1,,12.5,1,1,1,1\n", "kr_2025-06-21.csv",
                  Format::chart_kworb_raw),
            "number_invalid");
  EXPECT_EQ(error("2025-06-21,99999999999999999999,=,A - B,1,1,,12,1,1,1,1\n", "kr_2025-06-21.csv",
                  Format::chart_kworb_raw),
            "number_invalid");
  std::string impossible(spotify_weekly);
  EXPECT_EQ(error(impossible, "regional-jp-weekly-2026-02-30.csv", Format::chart_spotify),
            "chart_day_needed");
  EXPECT_EQ(
      error(impossible, "regional-jp-weekly-2026-02-01--2026-02-20.csv", Format::chart_spotify),
      "chart_day_needed");
  EXPECT_EQ(error(std::string(spotify_weekly) + "3,u,\xff\xff,t,L,1,1,1,1\n",
                  "regional-jp-weekly-2026-03-05.csv", Format::chart_spotify),
            "encoding_invalid");
}

std::string chart_day(std::string_view date, int rows, int add) {
  std::string text;
  for (int rank = 1; rank <= rows; ++rank) {
    text += std::string(date) + ",jp," + std::to_string(rank) + ",u,A" + std::to_string(rank) +
            ",T,L,1,1,1," + std::to_string(10'000 - rank + add) + "\n";
  }
  return text;
}

TEST(ChartLayouts, TellsStaleDaysWhereNothingMarksThem) {
  const std::string header =
      "date,country,rank,uri,artist_names,track_name,label,peak_rank,previous_rank,days_on_chart,"
      "streams\n";
  const std::string text = header + chart_day("2026-03-01", 12, 0) +
                           chart_day("2026-03-02", 12, 0) + chart_day("2026-03-03", 12, 1) +
                           chart_day("2026-03-05", 12, 1) + chart_day("2026-04-20", 12, 1);
  const auto [report, lines] = read(text, "c.csv", Format::chart_spotify_countries);
  ASSERT_TRUE(report);
  const auto stale = [&](size_t day) {
    return lines.at(day * 12).stale && lines[day * 12 + 11].stale;
  };
  EXPECT_FALSE(stale(0));
  EXPECT_TRUE(stale(1));
  EXPECT_FALSE(stale(2));
  EXPECT_TRUE(stale(3));   // the day between was not recorded
  EXPECT_FALSE(stale(4));  // weeks later it is no copy
  EXPECT_TRUE(finding(*report, "chart_days_stale"));
  EXPECT_TRUE(finding(*report, "chart_days_missing"));
  // Few rows are often the same by right.
  const auto few = read(header + chart_day("2026-03-01", 3, 0) + chart_day("2026-03-02", 3, 0),
                        "c.csv", Format::chart_spotify_countries);
  EXPECT_FALSE(few.lines.at(3).stale);
}

TEST(ChartNames, SayRegionAndDays) {
  struct Case {
    const char* text;
    const char* region;
    const char* first;
    const char* last;
  };
  for (const Case& c :
       {Case{"regional-jp-daily-2026-03-05.csv", "jp", "", "2026-03-05"},
        Case{"regional-in-daily-2026-03-05.csv", "in", "", "2026-03-05"},
        Case{"KR_dailytop50_20250621.csv.gz", "kr", "", "2025-06-21"},
        Case{"w-2020-01-03--2020-01-10-us", "us", "2020-01-03", "2020-01-09"},
        Case{"us_from_2020-01-03_to_2020-01-09", "us", "2020-01-03", "2020-01-09"},
        Case{"Shazam Top 200 Czech Republic September 24, 2026", "czech republic", "",
             "2026-09-24"},
        Case{"jp-and-kr-2026-03-05", "", "", "2026-03-05"}, Case{"jp-2026-13-05", "jp", "", ""},
        Case{"jp-2026-03-05-2026-05-05", "jp", "", ""}, Case{"", "", "", ""}}) {
    const ChartName name = chart_name(c.text);
    EXPECT_EQ(name.region, c.region) << c.text;
    EXPECT_EQ(name.first_day ? name.first_day->to_string() : "", c.first) << c.text;
    EXPECT_EQ(name.last_day ? name.last_day->to_string() : "", c.last) << c.text;
  }
}

}  // namespace
}  // namespace umikoe::formats::charts
