// A world's map, and what is newer than it, must say what the world itself says.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/gap.h"
#include "app/gap_map/gap_summary.h"
#include "app/holds.h"
#include "app/import_files.h"
#include "base/rng.h"
#include "stores/map_folder.h"
#include "stores/memory_files.h"
#include "stores/memory_store.h"
#include "stores/temporary_folder.h"

namespace umikoe::app {
namespace {

using nlohmann::json;

const Date today = *Date::of(2026, 11, 20);
const Instant now{int64_t{today.days} * seconds_per_day};
constexpr int recordings = 320;

std::string isrc_of(int number) { return fmt::format("JPZZ0{:07}", number); }

const char* drawn(Rng& rng, std::initializer_list<const char*> words) {
  return *(words.begin() + rng.below(words.size()));
}

// Catalogue, contracts, deliveries, what services show and what was played, all drawn.
struct Tables {
  std::string recordings = "isrc,title,artist\n";
  std::string licences = "isrc,party,territories,start,end,document\n";
  std::string deliveries = "isrc,service,territories,party,recipient,observed_on\n";
  std::string sightings = "service,isrc,territory,observed_on,seen,detail,method\n";
  std::string plays =
      "service,isrc,territory,usage_month,use_type,units,currency,ours,statement,sender,payment_"
      "month\n";
};

Tables drawn_tables(uint64_t seed) {
  Rng rng(seed);
  Tables tables;
  for (int number = 1; number <= recordings; ++number) {
    const std::string isrc = isrc_of(number);
    tables.recordings += fmt::format("{},Song {},Artist {}\n", isrc, number, number % 23);
    if (rng.below(8) != 0) {
      tables.licences += fmt::format(
          "{},{},{},{},{},K-{}\n", isrc, drawn(rng, {"Label", "Overseas Ltd"}),
          drawn(rng, {"JP", "Worldwide", "JP US BR", "FR DE"}), drawn(rng, {"", "2024-01-01"}),
          drawn(rng, {"", "", "2026-06-30", "2027-03-31"}), number % 11);
    }
    if (rng.below(5) != 0) {
      tables.deliveries +=
          fmt::format("{},Spotify,{},Label,Dist,2026-11-{:02}\n", isrc,
                      drawn(rng, {"JP", "Worldwide", "JP US", "JP KR TW"}), 1 + rng.below(18));
    }
    if (rng.below(3) == 0) {
      tables.sightings += fmt::format("Spotify,{},{},2026-11-{:02},{},,look\n", isrc,
                                      drawn(rng, {"US", "BR", "KR", "JP"}), 1 + rng.below(18),
                                      drawn(rng, {"yes", "no", "not_checked"}));
    }
    for (const char* territory : {"JP", "US", "BR", "FR"}) {
      if (rng.below(3) != 0) continue;
      tables.plays +=
          fmt::format("Spotify,{},{},2026-10,OnDemandStream,{},JPY,{},S-1,Dist,2026-11\n", isrc,
                      territory, 100 + rng.below(90'000), 10 + rng.below(999));
    }
  }
  return tables;
}

void in_turn(size_t count, const std::function<void(size_t)>& job) {
  for (size_t i = count; i-- > 0;) job(i);  // any order will do
}

class MapAnswersOfAWorld : public testing::Test {
 protected:
  void SetUp() override {
    store_ = stores::make_memory_store("Label");
    ASSERT_TRUE(store_->set_as_of(today, false));
    maps_ = stores::open_map_folder(folder_.path());
    const Tables tables = drawn_tables(7);
    bring({{"recordings.csv", tables.recordings},
           {"licences.csv", tables.licences},
           {"deliveries.csv", tables.deliveries},
           {"sightings.csv", tables.sightings},
           {"statement.csv", tables.plays}});
  }
  void bring(const std::vector<std::pair<std::string, std::string>>& tables) {
    stores::MemoryFiles files;
    ASSERT_TRUE(files.make_folder("d"));
    for (const auto& [name, bytes] : tables) ASSERT_TRUE(files.write("d/" + name, bytes));
    ImportOptions options;
    options.viewer = access::local_viewer(store_->info()->organisation.id);
    options.received_at = now;
    const auto report = import_files(*store_, files, {"d"}, options);
    ASSERT_TRUE(report);
    for (const auto& delivery : report->deliveries) {
      ASSERT_TRUE(delivery.errors.empty()) << delivery.path << delivery.errors.front().code;
    }
  }
  void bring_licence(const std::string& isrc, const std::vector<std::string>& party_ids) {
    DeliveryContent content;
    rights::Licence& licence = content.licences.emplace_back();
    licence.isrc = *Isrc::parse(isrc);
    licence.party.party_ids = party_ids;
    licence.party.name = "Party " + party_ids.back();
    licence.territory.codes = {"KR", "TH"};
    DeliveryRecord record;
    record.path = record.sha256 = isrc + party_ids.back();
    auto writer = store_->begin_delivery();
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->commit(record, content));
  }
  void hold_back(const std::string& artist, Date until) {
    Hold hold;
    hold.artist = artist;
    hold.territories = TerritorySet::all();
    hold.kind = HoldKind::artist;
    hold.until = until;
    ASSERT_TRUE(store_->append_edit({.organisation = {},
                                     .author = "aoki",
                                     .made_at = now,
                                     .kind = std::string(held_back_edit),
                                     .subject = subject_of(hold),
                                     .body = body_of(hold)}));
  }
  MapAnswers open() const {
    auto answers = MapAnswers::open(*store_, *maps_, today, in_turn);
    EXPECT_TRUE(answers) << answers.error().code;
    return *std::move(answers);
  }
  MapAnswers renew() const {
    auto answers = MapAnswers::renew(*store_, *maps_, today, in_turn);
    EXPECT_TRUE(answers) << answers.error().code;
    return *std::move(answers);
  }
  // Without what the answer says of its map.
  static json said(const MapAnswers& answers, const SummaryQuestion& question = {}) {
    const auto summary = gap_summary(answers, question, in_turn);
    EXPECT_TRUE(summary) << summary.error().code;
    json all = json::parse(*gap_summary_json(*summary, answers));
    all.erase("map");
    return all;
  }
  // Held against the list of cells itself.
  void expect_as_the_world(const MapAnswers& answers, const SummaryQuestion& question = {}) {
    const auto world = LoadedWorld::load(*store_, today);
    ASSERT_TRUE(world);
    GapQuestion same;
    same.selection = question.selection;
    same.reason = question.reason;
    same.role = question.role;
    const auto report = gap(**world, same);
    ASSERT_TRUE(report) << report.error().code;
    const json summary = said(answers, question);
    EXPECT_EQ(summary["recordings"], report->recordings);
    EXPECT_EQ(summary["total"]["closed"], report->all.closed);
    EXPECT_EQ(summary["total"]["worth_unknown"], report->all.worth_unknown);
    const auto counts = [](const json& rows, const char* key) {
      std::map<std::string, int64_t> out;
      for (const json& row : rows) out[row[key]] = row["closed"];
      return out;
    };
    std::map<std::string, int64_t> territories, reasons, roles;
    for (const auto& [territory, total] : report->by_territory) {
      if (total.closed > 0) territories[std::string(territory.code())] = total.closed;
    }
    for (const auto& [reason, total] : report->by_reason) reasons[reason] = total.closed;
    for (const auto& [role, total] : report->by_role) roles[role] = total.closed;
    EXPECT_EQ(counts(summary["by_territory"], "territory"), territories);
    EXPECT_EQ(counts(summary["by_reason"], "reason"), reasons);
    EXPECT_EQ(counts(summary["by_role"], "role"), roles);
    double worth = 0;
    for (const char* kind : {"observed", "bounded", "scaled"}) {
      const json& of = summary["total"]["worth"][kind];
      if (!of.is_null()) worth += of.get<double>();
    }
    // A map keeps sixteenths of a stream.
    EXPECT_NEAR(worth, report->all.worth, 3 + static_cast<double>(report->all.closed) / 32);
    if (!report->cells.empty() && report->cells.front().worth.expected) {
      const json& best = summary["cells"][0];
      EXPECT_NEAR(best["worth"].get<double>(), *report->cells.front().worth.expected, 1);
    }
  }

  stores::TemporaryFolder folder_;
  std::unique_ptr<WorldStore> store_;
  std::unique_ptr<MapFolder> maps_;
};

TEST_F(MapAnswersOfAWorld, SayWhatTheListOfCellsSays) {
  const MapAnswers answers = open();
  EXPECT_TRUE(answers.compiled_now());
  EXPECT_EQ(answers.recordings(), static_cast<size_t>(recordings));
  expect_as_the_world(answers);
  SummaryQuestion question;
  question.selection.territory = "US,BR,FR";
  expect_as_the_world(answers, question);
  question.selection.artist = "artist 1";
  expect_as_the_world(answers, question);
  question.selection = {};
  question.selection.date = "2027-06-01";
  expect_as_the_world(answers, question);
  question.selection.date = "2025-06-01";
  question.reason = "not_delivered";
  expect_as_the_world(answers, question);
  question = {};
  question.role = "distributor";
  expect_as_the_world(answers, question);
}

TEST_F(MapAnswersOfAWorld, TheFileSaysTheSameAndIsFoundAgain) {
  const json first = said(open());
  ASSERT_EQ(maps_->names(), std::vector{WorldMap::name_of(store_->info()->generation)});
  const MapAnswers again = open();
  EXPECT_FALSE(again.compiled_now());
  EXPECT_EQ(said(again), first);
  SummaryQuestion question;
  question.top = 3;
  const json few = said(again, question);
  EXPECT_EQ(few["cells"].size(), 3u);
  EXPECT_EQ(few["decisions"].size(), 3u);
  EXPECT_EQ(few["total"], first["total"]);
}

TEST_F(MapAnswersOfAWorld, NewerRecordingsAreJudgedBesideTheMap) {
  open();
  // A contract that ends doors, one more delivery, and a recording nobody knew.
  bring({{"licences.csv",
          "isrc,party,territories,start,end,document\n" + isrc_of(5) + ",Label,KR,,,K-new\n"},
         {"deliveries.csv", "isrc,service,territories,party,recipient,observed_on\n" + isrc_of(6) +
                                ",Spotify,JP,Label,Dist,2026-11-19\n"}});
  const MapAnswers beside = open();
  EXPECT_FALSE(beside.compiled_now());
  EXPECT_EQ(beside.newer_recordings(), 2u);
  expect_as_the_world(beside);
  SummaryQuestion question;
  question.selection.date = "2027-06-01";
  question.selection.territory = "US,KR,FR";
  expect_as_the_world(beside, question);
  const MapAnswers fresh = renew();
  EXPECT_EQ(fresh.newer_recordings(), 0u);
  EXPECT_EQ(said(beside)["by_territory"], said(fresh)["by_territory"]);
  EXPECT_EQ(said(beside)["by_artist"], said(fresh)["by_artist"]);
  EXPECT_EQ(said(beside)["cells"], said(fresh)["cells"]);
}

TEST_F(MapAnswersOfAWorld, ARecordingThatTheMapLacksIsCountedToo) {
  open();
  bring({{"licences.csv", "isrc,party,territories,start,end,document\n" + isrc_of(999'001) +
                              ",Label,JP,,,K-new\n"}});
  const MapAnswers beside = open();
  EXPECT_FALSE(beside.compiled_now());
  EXPECT_EQ(beside.recordings(), recordings + 1u);
  expect_as_the_world(beside);
}

TEST_F(MapAnswersOfAWorld, WhatOtherAnswersRestOnMakesANewMap) {
  open();
  bring({{"statement.csv",
          "service,isrc,territory,usage_month,use_type,units,currency,ours,statement,sender,"
          "payment_month\nSpotify," +
              isrc_of(9) + ",FR,2026-10,OnDemandStream,77000,JPY,10,S-2,Dist,2026-11\n"}});
  const MapAnswers after = open();
  EXPECT_TRUE(after.compiled_now());
  expect_as_the_world(after);
  EXPECT_EQ(maps_->names(), std::vector{WorldMap::name_of(store_->info()->generation)});
}

TEST_F(MapAnswersOfAWorld, APartyOfAnotherRoleMakesANewMap) {
  open();
  bring({{"parties.csv", "name,role\nOverseas Ltd,licensee\n"}});
  const MapAnswers after = open();
  EXPECT_TRUE(after.compiled_now());
  expect_as_the_world(after);
  bring({{"parties.csv", "name,role\nNobody Yet,service\n"}});
  EXPECT_FALSE(open().compiled_now());
}

TEST_F(MapAnswersOfAWorld, ManyNewerRecordingsMakeANewMap) {
  open();
  std::string licences = "isrc,party,territories,start,end,document\n";
  for (int number = 1; number <= 5; ++number) licences += isrc_of(number) + ",Label,KR,,,K-new\n";
  bring({{"licences.csv", licences}});
  EXPECT_TRUE(open().compiled_now());
}

// Rows of equal worth stand in the order of numbers, which maps give as they are made.
void expect_same(json one, json other, int round) {
  for (const char* rows : {"cells", "decisions", "by_artist"}) {
    for (json* of : {&one, &other}) std::ranges::sort((*of)[rows].get_ref<json::array_t&>());
  }
  for (const auto& [key, value] : other.items()) {
    EXPECT_TRUE(one[key] == value) << key << " of round " << round;
  }
}

// Whatever came after the map, its answers are those of a map made anew.
TEST_F(MapAnswersOfAWorld, AnOldMapSaysWhatANewOneWould) {
  hold_back("Artist 4", today.plus(40));
  Rng rng(11);
  for (int round = 0; round < 24; ++round) {
    if (round % 3 == 0) renew();
    const std::string isrc = isrc_of(static_cast<int>(rng.below(recordings + 3)));
    // Where nothing is played yet: the worth of other recordings rests on what is open elsewhere.
    bring({{"licences.csv",
            fmt::format("isrc,party,territories,start,end,document\n{},Label,{},,,K-{}\n", isrc,
                        drawn(rng, {"KR", "TW", "KR TW TH"}), round)}});
    const MapAnswers beside = open();
    EXPECT_FALSE(beside.compiled_now()) << round;
    const stores::TemporaryFolder elsewhere;
    const auto other_maps = stores::open_map_folder(elsewhere.path());
    const auto fresh = MapAnswers::open(*store_, *other_maps, today, in_turn);
    ASSERT_TRUE(fresh);
    EXPECT_TRUE(fresh->compiled_now());
    SummaryQuestion question;
    question.top = kept_cells;
    const json all = said(*fresh, question);
    EXPECT_LT(all["cells"].size(), kept_cells);
    expect_same(said(beside, question), all, round);
    question.top = 1 + rng.below(60);
    const json best = said(beside, question)["cells"];
    for (size_t i = 0; i < best.size(); ++i) {
      EXPECT_EQ(best[i]["worth"], all["cells"][i]["worth"]) << round << " " << i;
    }
  }
}

// From the sums that a map holds, or from every cell: more cells than a map keeps are counted anew.
TEST_F(MapAnswersOfAWorld, AnotherDayIsTheSameFromTheSumsAndFromTheCells) {
  hold_back("Artist 4", today.plus(40));
  renew();
  for (int round = 0; round < 4; ++round) {
    if (round > 0) {
      bring({{"licences.csv", fmt::format("isrc,party,territories,start,end,document\n"
                                          "{},Label,Worldwide,2024-01-01,2026-12-24,K-{}\n",
                                          isrc_of(round), round)}});
    }
    const MapAnswers answers = open();
    EXPECT_EQ(answers.newer_recordings(), static_cast<size_t>(round));
    for (const int32_t days : {-2'000, -400, -3, 0, 1, 33, 39, 41, 200, 3'000}) {
      SummaryQuestion question;
      question.selection.date = today.plus(days).to_string();
      question.top = kept_cells;
      const json from_sums = said(answers, question);
      question.top = kept_cells + 1;
      EXPECT_TRUE(from_sums == said(answers, question)) << days;
    }
  }
}

TEST_F(MapAnswersOfAWorld, OnlyEditsThatAnswersFollowFromMakeANewMap) {
  open();
  const auto edit = [&](const char* kind) {
    EXPECT_TRUE(store_->append_edit({.organisation = {},
                                     .author = "aoki",
                                     .made_at = now,
                                     .kind = kind,
                                     .subject = "x",
                                     .body = "{}"}));
  };
  edit("calendar_entry");
  edit("glossary_term");
  EXPECT_FALSE(open().compiled_now());
  hold_back("Artist 4", today.plus(40));
  EXPECT_TRUE(open().compiled_now());
}

TEST_F(MapAnswersOfAWorld, WhatIsHeldBackIsNoGapUntilItsDay) {
  hold_back("Artist 4", today.plus(40));
  const MapAnswers answers = open();
  ASSERT_EQ(answers.map().words().holds.size(), 1u);
  expect_as_the_world(answers);
  SummaryQuestion question;
  question.selection.date = today.plus(60).to_string();
  expect_as_the_world(answers, question);
}

TEST_F(MapAnswersOfAWorld, AnotherDayMakesAnotherMap) {
  ASSERT_TRUE(store_->set_as_of(std::nullopt, false));
  open();
  EXPECT_FALSE(open().compiled_now());
  auto tomorrow = MapAnswers::open(*store_, *maps_, today.plus(1), in_turn);
  ASSERT_TRUE(tomorrow);
  EXPECT_TRUE(tomorrow->compiled_now());
}

// Every section in turn is damaged; the answer stays, and the map is whole again afterwards.
TEST_F(MapAnswersOfAWorld, ADamagedMapIsMadeAnew) {
  const json first = said(open());
  const std::string path = folder_.path() + "/maps/" + maps_->names().front();
  const auto size = static_cast<int64_t>(std::filesystem::file_size(path));
  const auto render = [](const GapSummary& summary, const MapAnswers& answers) {
    return gap_summary_json(summary, answers);
  };
  for (int64_t at = 8; at < size; at += size / 23) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(at);
    const char byte = static_cast<char>(file.get());
    file.seekp(at);
    file.put(static_cast<char>(byte ^ 0x55));
    file.close();
    const auto words = summarise(*store_, *maps_, today, {}, in_turn, render);
    ASSERT_TRUE(words) << at << " " << words.error().code;
    json said_then = json::parse(*words);
    said_then.erase("map");
    EXPECT_EQ(said_then, first) << at;
    if (!stores::verify_maps(folder_.path() + "/maps").empty()) {
      // Nobody needed what was damaged; who checks everything finds it, and mends it on request.
      ASSERT_TRUE(MapAnswers::make(*store_, *maps_, today, in_turn));
    }
    EXPECT_TRUE(stores::verify_maps(folder_.path() + "/maps").empty()) << at;
  }
}

TEST_F(MapAnswersOfAWorld, WhereNothingCanBeWrittenTheAnswerIsTheSame) {
  const json first = said(open());
  const auto nowhere = stores::open_map_folder("/dev/null");
  const auto answers = MapAnswers::open(*store_, *nowhere, today, in_turn);
  ASSERT_TRUE(answers) << answers.error().code;
  EXPECT_EQ(said(*answers), first);
  EXPECT_FALSE(MapAnswers::make(*store_, *nowhere, today, in_turn));
}

TEST_F(MapAnswersOfAWorld, TheSameWorldGivesTheSameBytes) {
  const auto bytes = [&](const Parallel& parallel) {
    const auto content = map_content(*store_, today, parallel);
    std::string all;
    for (const FileSection& section : content->sections()) all += section.bytes;
    return all;
  };
  EXPECT_EQ(bytes(each_in_turn), bytes(in_turn));
}

// Records are read a few recordings at a time, and groups and parties are whole all the same.
TEST_F(MapAnswersOfAWorld, PartsOfACatalogueSayWhatTheWholeSays) {
  std::string groups = "isrc,group,relation\n";
  for (int number = 1; number <= recordings; number += 7) {
    groups += fmt::format("{},G{},\n{},G{},\n", isrc_of(number), number,
                          isrc_of(recordings + 1 - number), number);
  }
  bring({{"groups.csv", groups}});
  // Late in the catalogue two parties that came early turn out to be one.
  const std::vector<std::string> first{"A:1"}, second{"A:2"}, both{"A:1", "A:2"};
  bring_licence(isrc_of(2), first);
  bring_licence(isrc_of(31), second);
  bring_licence(isrc_of(recordings), both);
  const auto said_of = [&](size_t part) {
    auto content = map_content(*store_, today, in_turn, part);
    EXPECT_TRUE(content) << content.error().code;
    EXPECT_EQ(content->isrcs.size(), static_cast<size_t>(recordings));
    RankQuestion question;
    question.date = today;
    question.territories = TerritorySet::all();
    const GapRanking ranking = rank_gaps(content->columns(), question);
    std::vector<GapSum> sums(ranking.by_territory.begin(), ranking.by_territory.end());
    for (const auto& [reason, sum] : ranking.by_reason) sums.push_back(sum);
    for (const auto& [role, sum] : ranking.by_role) sums.push_back(sum);
    return sums;
  };
  const auto whole = said_of(recordings_of_a_part);
  for (const size_t part : {1, 2, 13, 100}) EXPECT_TRUE(said_of(part) == whole) << part;
  expect_as_the_world(open());
}

TEST_F(MapAnswersOfAWorld, RefusesWordsThatMeanNothing) {
  const MapAnswers answers = open();
  const auto code = [&](const SummaryQuestion& question) {
    const auto summary = gap_summary(answers, question, in_turn);
    return summary ? std::string() : summary.error().code;
  };
  SummaryQuestion question;
  question.selection.territory = "XQ";
  EXPECT_EQ(code(question), "territory_unknown_word");
  question.selection = {};
  question.selection.date = "2126-01-01";
  EXPECT_EQ(code(question), "period_too_far");
  question.selection.date = "yesterday";
  EXPECT_EQ(code(question), "date_invalid_word");
  question.selection = {};
  question.reason = "bad_luck";
  EXPECT_EQ(code(question), "reason_unknown");
}

}  // namespace
}  // namespace umikoe::app
