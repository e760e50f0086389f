// Alarms about the next territory, asked of worlds whose charts follow a known rule.
#include "app/demand/next_territories.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "app/demand/alarm_report.h"
#include "base/sha256.h"
#include "demand/invented_charts_test.h"
#include "stores/memory_store.h"

namespace umikoe {
namespace {

const Date as_of = *Date::parse("2025-12-19");

demand::ChartRow row_of(const demand::ChartLine& line, const std::string& chart) {
  demand::ChartRow row;
  row.chart = chart;
  row.territory = *TerritoryCode::parse(line.territory);
  row.day = line.file_day;
  row.rank = line.rank;
  row.depth = 50;
  row.artist = line.artist;
  row.title = line.title;
  row.streams = line.streams;
  return row;
}

// A world that holds some deliveries of chart rows, and all invented songs as its own recordings.
class World {
 public:
  World() : store_(stores::make_memory_store("Umi")) {
    EXPECT_TRUE(store_->set_as_of(as_of, false));
    app::DeliveryContent content;
    for (int track = 0; track < 200; ++track) {
      catalogue::Recording recording;
      recording.isrc = Isrc::parse("JPZZ0250" + std::to_string(1000 + track));
      recording.reference = recording.isrc->to_string();
      recording.titles = {{.text = "Uta " + std::to_string(track)}};
      recording.display_artist_names = {{.text = "Umi no Oto " + std::to_string(track / 3)}};
      content.contents.recordings.push_back(std::move(recording));
    }
    deliver({}, content);
  }

  void deliver(const std::vector<demand::ChartRow>& rows,
               const app::DeliveryContent& content = {}) {
    auto writer = store_->begin_delivery().value();
    for (const auto& row : rows) ASSERT_TRUE(writer->add(row));
    app::DeliveryRecord record;
    record.path = "file" + std::to_string(++files_);
    record.sha256 = sha256_hex(record.path);
    record.status = "accepted";
    ASSERT_TRUE(writer->commit(record, content));
  }

  app::NextTerritories next() const {
    const auto loaded = app::LoadedWorld::load(*store_, as_of).value();
    const auto demand = app::RecordingDemand::of(*loaded).value();
    return app::next_territories(*store_, *loaded, demand).value();
  }
  std::string alarms() const {
    const auto loaded = app::LoadedWorld::load(*store_, as_of).value();
    return app::alarms_json(app::demand_alarms(*store_, *loaded).value(), *loaded);
  }
  app::AlarmReport report() const {
    const auto loaded = app::LoadedWorld::load(*store_, as_of).value();
    return app::demand_alarms(*store_, *loaded).value();
  }
  Result<app::AlarmReport> asked(const app::AlarmReport& all, const app::AlarmWords& words) const {
    return app::asked_of(all, words, *app::LoadedWorld::load(*store_, as_of).value());
  }

 private:
  std::unique_ptr<app::WorldStore> store_;
  int files_ = 0;
};

std::vector<demand::ChartRow> rows_of(const std::vector<demand::ChartLine>& lines,
                                      const std::string& chart = "invented-daily") {
  std::vector<demand::ChartRow> rows;
  for (const auto& line : lines) rows.push_back(row_of(line, chart));
  return rows;
}

std::vector<demand::ChartRow> until(std::vector<demand::ChartRow> rows, Date day) {
  std::erase_if(rows, [&](const auto& row) { return row.day > day; });
  return rows;
}

TEST(NextTerritories, AreNamedWithChanceRecordAndReasons) {
  World world;
  world.deliver(until(rows_of(demand::invented_charts(300)), as_of));
  const auto next = world.next();
  EXPECT_EQ(next.unknown, "");
  EXPECT_EQ(next.chart, "invented-daily");
  EXPECT_EQ(next.origin, as_of);
  EXPECT_GE(next.past_entries, 10);
  ASSERT_FALSE(next.entries.empty());
  double before = 1;
  for (const auto& entry : next.entries) {
    EXPECT_GE(entry.probability, demand::least_alarming_chance);
    EXPECT_LE(entry.probability, before);
    before = entry.probability;
    EXPECT_LE(entry.record.came, entry.record.said);
    EXPECT_LE(entry.record.from, entry.probability);
    EXPECT_FALSE(entry.reasons.empty());
  }
  EXPECT_TRUE(std::ranges::any_of(
      next.entries, [](const auto& entry) { return entry.record.precision().has_value(); }));
}

// What the charts say after the world's day is not looked at, however it is shuffled.
TEST(NextTerritories, NoRowAfterTheDayChangesAnything) {
  const auto lines = demand::invented_charts(300);
  World past, future, shuffled;
  past.deliver(until(rows_of(lines), as_of));
  future.deliver(rows_of(lines));
  auto other = rows_of(demand::with_another_future(lines, as_of));
  std::mt19937_64 random(5);
  std::ranges::shuffle(other, random);
  // Ranks stay those of their day: two rows of one rank would be two parts of a chart.
  shuffled.deliver(other);
  const std::string said = past.alarms();
  EXPECT_NE(said.find("next_territory"), std::string::npos);
  EXPECT_NE(said.find("\"probability\":0."), std::string::npos);
  EXPECT_EQ(future.alarms(), said);
  EXPECT_EQ(shuffled.alarms(), said);
}

// A territory where an older chart showed the recording is no next one.
TEST(NextTerritories, WhereItWasSeenOnAnyChartIsNoNews) {
  const auto lines = until(rows_of(demand::invented_charts(300)), as_of);
  World world;
  world.deliver(lines);
  const auto first = world.next().entries.at(0);
  const auto same = [&](const app::NextTerritory& entry) {
    return entry.isrc == first.isrc && entry.territory == first.territory;
  };
  demand::ChartRow old = lines.front();
  old.chart = "old-weekly";
  old.span = demand::ChartSpan::week;
  old.territory = first.territory;
  old.day = *Date::parse("2023-01-06");
  old.isrc = first.isrc;
  world.deliver({old});
  EXPECT_TRUE(std::ranges::none_of(world.next().entries, same));
}

std::map<std::string_view, std::string> missing(const app::AlarmReport& report) {
  std::map<std::string_view, std::string> out;
  for (const auto& ground : report.grounds) out[ground.kind] = ground.missing;
  return out;
}

// An alarm that cannot be looked for is not quiet: it says what is missing.
TEST(AlarmGrounds, SayWhatEachKindIsMissing) {
  using Missing = std::map<std::string_view, std::string>;
  World world;
  EXPECT_EQ(missing(world.report()), (Missing{{"first_seen", "no_chart"},
                                              {"rising", "few_reports"},
                                              {"next_territory", "no_chart"},
                                              {"follow_through", "no_chart"},
                                              {"lone_slot", "no_dates"}}));
  demand::ChartRow row;
  row.chart = "other-daily";
  row.territory = *TerritoryCode::parse("KR");
  row.rank = row.depth = 1;
  row.title = "A";
  row.day = as_of.plus(-20);
  world.deliver({row});
  row.day = as_of;
  world.deliver({row});
  const auto report = world.report();
  EXPECT_EQ(missing(report)["first_seen"], "history_short");
  EXPECT_EQ(report.grounds[0].on_file, 21);
  EXPECT_EQ(report.grounds[0].needed, 29);
  row.day = as_of.plus(-88);
  world.deliver({row});
  EXPECT_EQ(missing(world.report())["first_seen"], "");
  EXPECT_EQ(missing(world.report())["follow_through"], "");
  EXPECT_EQ(missing(world.report())["next_territory"], "one_territory");
}

TEST(AlarmGrounds, AChartThatEndedOrIsOfTomorrowShowsNothingNew) {
  demand::ChartRow row;
  row.chart = "other-daily";
  row.territory = *TerritoryCode::parse("KR");
  row.rank = row.depth = 1;
  row.title = "A";
  World world;
  for (const int day : {-100, -30}) {
    row.day = as_of.plus(day);
    world.deliver({row});
  }
  EXPECT_EQ(missing(world.report())["first_seen"], "chart_over");
  World later;
  row.day = as_of.plus(20);
  later.deliver({row});
  EXPECT_EQ(missing(later.report())["first_seen"], "no_chart");
}

TEST(AlarmGrounds, AFilterLeavesOnlyWhatIsAskedForAndRefusesOtherWords) {
  World world;
  world.deliver(until(rows_of(demand::invented_charts(300)), as_of));
  const auto all = world.report();
  ASSERT_FALSE(all.next.entries.empty());
  const auto& first = all.next.entries.front();
  const auto asked = [&](const app::AlarmWords& words) { return world.asked(all, words); };
  const std::string there(first.territory.code());
  const auto some = asked({.kind = "next_territory", .territories = there, .artist = "UMI no"});
  ASSERT_TRUE(some);
  EXPECT_TRUE(some->alarms.empty());
  ASSERT_FALSE(some->next.entries.empty());
  for (const auto& entry : some->next.entries) EXPECT_EQ(entry.territory, first.territory);
  EXPECT_EQ(some->grounds.size(), all.grounds.size());
  EXPECT_TRUE(asked({.kind = "rising", .territories = {}, .artist = {}})->next.entries.empty());
  EXPECT_TRUE(asked({.kind = {}, .territories = {}, .artist = "nobody"})->next.entries.empty());
  EXPECT_EQ(asked({.kind = "whim", .territories = {}, .artist = {}}).error().code,
            "alarm_kind_unknown");
  EXPECT_EQ(asked({.kind = {}, .territories = "Brasilia", .artist = {}}).error().code,
            "territory_unknown_word");
}

TEST(NextTerritories, WithoutHistoryNothingIsSaidAndWhy) {
  World world;
  EXPECT_EQ(world.next().unknown, "no_chart");
  const auto lines = until(rows_of(demand::invented_charts(300)), as_of);
  world.deliver(until(lines, as_of.plus(-8)));
  EXPECT_EQ(world.next().unknown, "chart_over");
  World one;
  auto alone = lines;
  std::erase_if(alone, [](const auto& row) { return row.territory.code() != "KR"; });
  one.deliver(alone);
  EXPECT_EQ(one.next().unknown, "one_territory");
  World brief;
  auto late = lines;
  std::erase_if(late, [](const auto& row) { return row.day < as_of.plus(-40); });
  brief.deliver(late);
  const auto next = brief.next();
  EXPECT_EQ(next.unknown, "history_short");
  EXPECT_TRUE(next.entries.empty());
  EXPECT_NE(brief.alarms().find("\"unknown\":\"history_short\""), std::string::npos);
}

// A chart that comes two days late is asked as of its last day; of two the wider one is asked.
TEST(NextTerritories, TheMostWidelyKeptChartIsAskedAsOfItsLastDay) {
  const auto lines = rows_of(demand::invented_charts(300));
  World world;
  world.deliver(until(lines, as_of.plus(-2)));
  auto narrow = rows_of(demand::invented_charts(300), "narrow-daily");
  std::erase_if(narrow, [](const auto& row) { return row.territory.code() == "ID"; });
  world.deliver(until(narrow, as_of));
  const auto next = world.next();
  EXPECT_EQ(next.chart, "invented-daily");
  EXPECT_EQ(next.origin, as_of.plus(-2));
}

}  // namespace
}  // namespace umikoe
