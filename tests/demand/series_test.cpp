// Weekly series asked of worlds that hold sales reports, statements, videos and charts.
#include "app/demand/series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "app/demand/watched_totals.h"
#include "base/sha256.h"
#include "stores/memory_store.h"

namespace umikoe {
namespace {

using app::SeriesBasis;
using app::SeriesUse;

const Date as_of = *Date::parse("2026-11-20");
const TerritoryCode br = *TerritoryCode::parse("BR");
const Isrc song = *Isrc::parse("JPZZ02600001");
const Isrc other_song = *Isrc::parse("JPZZ02600002");

Date day(std::string_view text) { return *Date::parse(text); }

// One file: what it states, ready to be delivered.
struct File {
  std::vector<demand::UsageRow> usage;
  std::vector<demand::RevenueRow> revenue;
  std::vector<demand::ChartRow> chart;
  app::DeliveryContent content;
};

File report(const char* first, const char* last, int64_t units, bool by_others = false,
            const Isrc& isrc = song, const char* service = "Umi Music") {
  demand::UsageRow row;
  row.service = row.service_name = service;
  row.isrc = isrc;
  row.territory = br;
  row.period_start = day(first);
  row.period_end = day(last);
  row.net_units = units;
  row.user_generated = by_others;
  File file;
  file.usage = {row};
  return file;
}

File statement(const char* month, int64_t units, const char* sender = "Sender A",
               const char* paid = "2026-10-01", const Isrc& isrc = song,
               const char* service = "Umi Music") {
  demand::RevenueRow row;
  row.service = row.service_name = service;
  row.isrc = isrc;
  row.territory = br;
  row.usage_month = day(month);
  row.units = units;
  row.currency = *CurrencyCode::parse("USD");
  demand::RevenueStatement head;
  head.sender = sender;
  head.currency = row.currency;
  head.payment_month = day(paid);
  File file;
  file.revenue = {row};
  file.content.revenue_statements = {head};
  return file;
}

File views(const char* first, const char* last, int64_t count, const char* uploader = "third_party",
           const char* video = "fan") {
  demand::VideoViews row;
  row.service = "YouTube";
  row.video_id = video;
  row.asset_id = "A1";
  row.claimed = true;
  row.uploader = uploader;
  row.first_day = day(first);
  row.last_day = day(last);
  row.there = {{"BR", count}};
  File file;
  file.content.views = {row};
  return file;
}

File assets() {
  rights::ServiceAsset asset;
  asset.service = "YouTube";
  asset.asset_id = "A1";
  asset.isrc = song;
  File file;
  file.content.assets = {asset};
  for (const Isrc& isrc : {song, other_song}) {
    catalogue::Recording recording;
    recording.isrc = isrc;
    recording.reference = isrc.to_string();
    recording.titles = {{.text = "Uta"}};
    recording.display_artist_names = {{.text = "Umi no Oto"}};
    file.content.contents.recordings.push_back(std::move(recording));
  }
  return file;
}

File video(const char* id, const char* title, const char* seen = "2026-10-01",
           std::optional<int64_t> views_so_far = std::nullopt, bool fan = false) {
  catalogue::OnlineVideo video;
  video.service = "YouTube";
  video.video_id = id;
  video.channel_id = fan ? "UCfan" : "UCours";
  video.asset_id = "A1";
  video.title = title;
  video.privacy = catalogue::Privacy::open;
  video.observed_on = day(seen);
  video.views_so_far = views_so_far;
  if (fan) {
    video.uploader = "third_party";
    video.claim_status = "active";
  }
  File file;
  file.content.videos = {video};
  catalogue::DeclaredParty ours;
  ours.party.party_ids = {"YouTube:UCours"};
  ours.party.name = "Umi";
  ours.role = catalogue::PartyRole::own;
  file.content.parties = {ours};
  return file;
}

class World {
 public:
  explicit World(const std::vector<File>& files) : store_(stores::make_memory_store("Umi")) {
    EXPECT_TRUE(store_->set_as_of(as_of, false));
    deliver(assets());
    for (const File& file : files) deliver(file);
  }

  app::SeriesAnswer series(const std::string& name = song.to_string(),
                           const std::string& territories = "") const {
    const auto loaded =
        app::LoadedWorld::load(*store_, as_of, app::WorldExtent::without_plays).value();
    app::SeriesWords words;
    words.name = name;
    words.territories = territories;
    return app::demand_series(*store_, *loaded, words).value();
  }

 private:
  void deliver(const File& file) {
    auto writer = store_->begin_delivery().value();
    for (const auto& row : file.usage) ASSERT_TRUE(writer->add(row));
    for (const auto& row : file.revenue) ASSERT_TRUE(writer->add(row));
    for (const auto& row : file.chart) ASSERT_TRUE(writer->add(row));
    app::DeliveryRecord record;
    record.path = "files/file" + std::to_string(++files_) + ".csv";
    record.sha256 = sha256_hex(record.path);
    record.status = "accepted";
    ASSERT_TRUE(writer->commit(record, file.content));
  }

  std::unique_ptr<app::WorldStore> store_;
  int files_ = 0;
};

// What one use comes to over all its weeks; nothing where there is no such series.
std::optional<int64_t> reported(const app::SeriesAnswer& answer, SeriesUse use) {
  std::optional<int64_t> sum;
  for (const auto& series : answer.series) {
    if (series.use != use) continue;
    for (const auto& week : series.weeks) {
      if (week.reported) sum = sum.value_or(0) + *week.reported;
    }
  }
  return sum;
}
std::optional<int64_t> reported(const std::vector<File>& files, SeriesUse use = SeriesUse::plays) {
  return reported(World(files).series(), use);
}

TEST(DemandSeries, AStatementSpeaksWhereNoReportDoes) {
  EXPECT_EQ(reported({statement("2026-09-01", 300)}), 300);
  EXPECT_EQ(reported({report("2026-09-01", "2026-09-30", 280), statement("2026-09-01", 300)}), 280);
  EXPECT_EQ(reported({report("2026-08-01", "2026-08-31", 50), statement("2026-09-01", 300)}), 350);
  // Two senders pass on one service's plays; what one of them takes back later is netted.
  EXPECT_EQ(reported({statement("2026-09-01", 300), statement("2026-09-01", 280, "Sender B"),
                      statement("2026-09-01", -30)}),
            280);
  EXPECT_EQ(reported({statement("2026-09-01", 300), statement("2026-09-01", -30)}), 270);
  // One service under two names is one service, and its plays count once.
  EXPECT_EQ(reported({report("2026-09-01", "2026-09-30", 280),
                      statement("2026-09-01", 300, "Sender A", "2026-10-01", song, "Umi-Premium")}),
            280);
}

TEST(DemandSeries, ACorrectionAloneSaysNothingOfAWeek) {
  const auto answer = World({statement("2026-09-01", -30)}).series();
  ASSERT_EQ(answer.series.size(), 1u);
  EXPECT_TRUE(answer.series[0].weeks.empty());
  EXPECT_EQ(answer.series[0].sources.at(0).plays, -30);
}

TEST(DemandSeries, UseMadeByOthersIsNeverAPlay) {
  const std::vector files = {report("2026-09-01", "2026-09-30", 280, false, song, "YouTube"),
                             report("2026-09-01", "2026-09-30", 70, true, song, "YouTube"),
                             views("2026-09-01", "2026-09-30", 90),
                             views("2026-10-01", "2026-10-31", 40)};
  EXPECT_EQ(reported(files, SeriesUse::plays), 280);
  EXPECT_EQ(reported(files, SeriesUse::by_others), 110);  // September is reported already
  EXPECT_EQ(reported(files, SeriesUse::video_views), std::nullopt);
}

TEST(DemandSeries, OfficialVideosAreViewsOfTheWholeSongAlone) {
  const std::vector files = {video("mv", "Uta [Official Video]"),
                             video("short", "Uta #shorts (Short Version)"),
                             video("making", "Uta メイキング映像"),
                             views("2026-10-01", "2026-10-31", 500, "self", "mv"),
                             views("2026-10-01", "2026-10-31", 60, "self", "short"),
                             views("2026-10-01", "2026-10-31", 7, "self", "making"),
                             views("2026-10-01", "2026-10-31", 11, "", "whose")};
  EXPECT_EQ(reported(files, SeriesUse::video_views), 500);
  EXPECT_EQ(reported(files, SeriesUse::plays), std::nullopt);
  // A statement of the same service speaks of the same plays.
  auto paid = files;
  paid.push_back(statement("2026-10-01", 450, "Sender A", "2026-11-01", song, "YouTube"));
  EXPECT_EQ(reported(paid, SeriesUse::video_views), std::nullopt);
  EXPECT_EQ(reported(paid, SeriesUse::plays), 450);
}

TEST(DemandSeries, ATotalThatOnlyGrowsIsToldBetweenTwoDays) {
  const File first = video("mv", "Uta [Official Video]", "2026-10-01", 1000);
  const File second = video("mv", "Uta [Official Video]", "2026-10-31", 1600);
  EXPECT_EQ(reported({first}, SeriesUse::video_views), std::nullopt);
  EXPECT_EQ(reported({second, first}, SeriesUse::video_views), 600);
  const auto answer = World({first, second}).series();
  ASSERT_EQ(answer.series.size(), 1u);
  EXPECT_EQ(answer.series[0].territory, std::nullopt);  // the total names none
  EXPECT_EQ(answer.series[0].sources.at(0).first_day, day("2026-10-02"));
  EXPECT_EQ(answer.series[0].sources.at(0).last_day, day("2026-10-31"));
  EXPECT_EQ(answer.series[0].sources.at(0).deliveries.size(), 2u);
  EXPECT_TRUE(World({first, second}).series(song.to_string(), "BR").series.empty());
  // Views that were taken back, and those an export tells by territory, say nothing here.
  const File fallen = video("mv", "Uta [Official Video]", "2026-10-31", 900);
  EXPECT_EQ(reported({first, fallen}, SeriesUse::video_views), std::nullopt);
  EXPECT_EQ(reported({first, second, views("2026-10-01", "2026-10-31", 500, "self", "mv")},
                     SeriesUse::video_views),
            500);
  EXPECT_EQ(reported({video("fan", "Uta cover", "2026-10-01", 5, true),
                      video("fan", "Uta cover", "2026-10-15", 45, true)},
                     SeriesUse::by_others),
            40);
}

// Against the counts themselves: the periods follow each other, and come to all that was added.
TEST(DemandSeries, WhatLiesBetweenDaysComesToTheWhole) {
  std::mt19937_64 random(29);
  for (int round = 0; round < 100; ++round) {
    std::vector<catalogue::OnlineVideo> videos;
    std::map<Date, int64_t> counts;
    int64_t count = static_cast<int64_t>(random() % 1000);
    for (int seen = 0; seen < 8; ++seen) {
      const Date on = day("2026-08-01").plus(static_cast<int32_t>(random() % 100));
      counts[on] = 0;
    }
    for (auto& [on, at] : counts) {
      at = count += static_cast<int64_t>(random() % 1000);
      catalogue::OnlineVideo one;
      one.video_id = "v";
      one.observed_on = on;
      one.views_so_far = at;
      videos.push_back(one);
    }
    std::ranges::shuffle(videos, random);
    int64_t sum = 0;
    Date next = counts.begin()->first.plus(1);
    for (const auto& between : app::watched_between(videos, as_of)) {
      EXPECT_EQ(between.first, next);
      next = between.last.plus(1);
      sum += between.views;
    }
    EXPECT_EQ(sum, counts.rbegin()->second - counts.begin()->second);
  }
}

TEST(DemandSeries, NamesTheDocumentsOfEverySource) {
  const auto answer =
      World({statement("2026-09-01", 300), views("2026-10-01", "2026-10-31", 40)}).series();
  ASSERT_EQ(answer.series.size(), 2u);
  EXPECT_EQ(answer.series[0].use, SeriesUse::plays);
  EXPECT_EQ(answer.series[0].sources.at(0).basis, SeriesBasis::statement);
  EXPECT_EQ(answer.series[0].sources.at(0).last_day, day("2026-09-30"));
  EXPECT_EQ(answer.series[1].sources.at(0).basis, SeriesBasis::views);
  for (const auto& series : answer.series) {
    ASSERT_EQ(series.sources.at(0).deliveries.size(), 1u);
    const DeliveryId id = *series.sources[0].deliveries.begin();
    EXPECT_EQ(answer.documents.at(id), "file" + std::to_string(id.value) + ".csv");
  }
}

// Of an artist each recording is read where it is reported, and both add up.
TEST(DemandSeries, AnArtistsRecordingsAddUpFromDifferentDocuments) {
  const World world({report("2026-09-01", "2026-09-30", 1000),
                     statement("2026-09-01", 900),  // of the song that is reported already
                     statement("2026-09-01", 400, "Sender A", "2026-10-01", other_song)});
  const auto answer = world.series("Umi no Oto");
  EXPECT_EQ(reported(answer, SeriesUse::plays), 1400);
  ASSERT_EQ(answer.series.size(), 1u);
  ASSERT_EQ(answer.series[0].sources.size(), 2u);
  EXPECT_EQ(answer.series[0].sources[1].plays, 400);
}

std::vector<File> past() {
  return {report("2026-08-01", "2026-08-31", 700),
          statement("2026-09-01", 300),
          views("2026-10-01", "2026-10-15", 40),
          video("mv", "Uta [Official Video]"),
          views("2026-10-01", "2026-10-31", 90, "self", "mv"),
          video("lyric", "Uta [Lyric Video]", "2026-09-01", 100),
          video("lyric", "Uta [Lyric Video]", "2026-10-01", 180)};
}

std::vector<File> some_future(std::mt19937_64& random) {
  const auto units = [&] { return static_cast<int64_t>(1 + random() % 100'000); };
  std::vector<File> files = {
      report("2026-09-15", "2026-11-30", units()),  // would silence the statement
      report("2026-12-01", "2026-12-31", units()),
      statement("2026-11-01", units(), "Sender A", "2026-11-01"),
      statement("2026-09-01", -units(), "Sender A", "2026-12-01"),  // a correction yet to come
      statement("2026-09-01", units(), "Sender B", "2027-01-01"),
      views("2026-11-01", "2026-11-30", units()),
      views("2026-10-01", "2026-12-02", units()),  // would replace the shorter export
      views("2026-11-10", "2026-11-30", units(), "self", "mv"),
      views("2026-09-01", "2026-11-30", units(), "self", "lyric"),
      video("lyric", "Uta [Lyric Video]", "2026-11-25", units())};
  std::ranges::shuffle(files, random);
  files.resize(1 + random() % files.size());
  return files;
}

// What any document says of days after the world's, or will only say later, changes nothing.
TEST(DemandSeries, NothingAfterTheDayChangesAnything) {
  const auto said = app::series_json(World(past()).series());
  EXPECT_NE(said.find("\"statement\""), std::string::npos);
  EXPECT_NE(said.find("\"by_others\""), std::string::npos);
  EXPECT_NE(said.find("\"video_views\""), std::string::npos);
  std::mt19937_64 random(11);
  for (int round = 0; round < 40; ++round) {
    auto files = past();
    for (File& file : some_future(random)) files.push_back(std::move(file));
    ASSERT_EQ(app::series_json(World(files).series()), said) << round;
  }
}

using Days = std::set<Date>;

Days days_of(Date first, Date last) {
  Days out;
  for (Date day = first; day <= last; day = day.plus(1)) out.insert(day);
  return out;
}

// Against days counted one by one: whatever documents overlap, no day of a recording's plays is
// counted by two kinds of them, and none that only one speaks of is lost.
TEST(DemandSeries, CountsEachDayOnceWhateverOverlaps) {
  std::mt19937_64 random(3);
  const char* firsts[] = {"2026-08-01", "2026-09-01", "2026-10-01"};
  const char* lasts[] = {"2026-08-31", "2026-09-30", "2026-10-31"};
  for (int round = 0; round < 60; ++round) {
    std::vector<File> files;
    Days by_report, by_statement;
    for (int month = 0; month < 3; ++month) {
      const Days whole = days_of(day(firsts[month]), day(lasts[month]));
      if (random() % 2 == 0) {
        files.push_back(report(firsts[month], lasts[month], std::ssize(whole)));
        by_report.insert(whole.begin(), whole.end());
      }
      for (const char* sender : {"Sender A", "Sender B"}) {
        if (random() % 2 == 0) continue;
        files.push_back(statement(firsts[month], std::ssize(whole), sender));
        by_statement.insert(whole.begin(), whole.end());
      }
    }
    std::ranges::shuffle(files, random);
    Days all = by_report;
    all.insert(by_statement.begin(), by_statement.end());
    // One play a day: plays are days.
    EXPECT_EQ(reported(files).value_or(0), std::ssize(all)) << round;
  }
}

}  // namespace
}  // namespace umikoe
