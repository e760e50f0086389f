// What umikoe demo makes must answer exactly as its stories plan: no finding more, none less, the
// same in both languages' words and whatever the clock says.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "app/check.h"
#include "app/demo/stories.h"
#include "app/gap.h"
#include "app/why.h"
#include "base/sha256.h"
#include "cli/command_line.h"
#include "formats/xlsx/xlsx_reader.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Ran {
  int exit = 0;
  std::string out;
  std::string err;
};

// The command line with a clock of one's own.
Ran run(const std::vector<std::string>& words, Date today) {
  Ran ran;
  const auto files = stores::disk_files();
  const auto sink = stores::disk_sink();
  cli::Surroundings around;
  around.open_world = [](const std::string& directory, bool write) {
    return stores::open_world(directory, write ? stores::OpenMode::write : stores::OpenMode::read);
  };
  around.files = files.get();
  around.sink = sink.get();
  around.now = Instant{int64_t{today.days} * seconds_per_day};
  around.today = today;
  around.language = "en";
  around.out = [&](std::string_view text) { ran.out += text; };
  around.err = [&](std::string_view text) { ran.err += text; };
  ran.exit = cli::run(words, around);
  return ran;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

// The rows of a planned table; lines that begin with # are for people.
std::vector<std::vector<std::string>> table(const char* name) {
  std::istringstream lines(bytes_of(fs::path(UMIKOE_SOURCE_DIR) / "data/demo" / name));
  std::vector<std::vector<std::string>> rows;
  bool header = true;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> cells;
    for (size_t at = 0; at <= line.size();) {
      const size_t tab = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, tab - at));
      at = tab + 1;
    }
    if (!header) rows.push_back(cells);
    header = false;
  }
  EXPECT_FALSE(rows.empty()) << name;
  return rows;
}

std::string word(const json& value) { return value.is_string() ? value.get<std::string>() : ""; }

class DemoWorld : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string pattern = (fs::temp_directory_path() / "umikoe-demo-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    early_ = run({"demo", world(), "--json"}, day_2020());
    ASSERT_EQ(early_.exit, 0) << early_.err;
  }
  static void TearDownTestSuite() { fs::remove_all(folder_); }

  static Date day_2020() { return *Date::of(2020, 2, 29); }
  static Date day_2040() { return *Date::of(2040, 7, 1); }
  static std::string world(const char* name = "first") { return (folder_ / name).string(); }
  static Ran ask(std::vector<std::string> words) {
    words.insert(words.end(), {"--world", world()});
    return run(words, day_2020());
  }
  static json answer(std::vector<std::string> words) {
    words.push_back("--json");
    const Ran ran = ask(std::move(words));
    EXPECT_EQ(ran.exit, 0) << ran.err;
    return json::parse(ran.out);
  }
  // Loading takes longest, so many questions share one loaded world.
  static std::unique_ptr<app::LoadedWorld> load(const char* name, Date today) {
    const auto store = stores::open_world(world(name), stores::OpenMode::read);
    EXPECT_TRUE(store);
    auto loaded = app::LoadedWorld::load(**store, today);
    EXPECT_TRUE(loaded);
    return std::move(*loaded);
  }
  static const app::LoadedWorld& first() {
    static const std::unique_ptr<app::LoadedWorld> loaded = load("first", day_2020());
    return *loaded;
  }
  // All gaps, all findings and one story, as the JSON a program would get.
  static std::string answers(const app::LoadedWorld& world) {
    const auto language = messages::Language::en;
    const auto gap = app::gap(world, {});
    const auto check = app::check(world, {});
    app::QuestionWords words;
    words.isrc = "JPZ9D1800352";
    words.territory = "US";
    const auto why = app::why(world, words, language);
    EXPECT_TRUE(gap && check && why);
    return app::gap_json(*gap, world) + app::check_json(*check, language) + app::why_json(*why);
  }

  static inline fs::path folder_;
  static inline Ran early_;
};

TEST_F(DemoWorld, FirstAnswerLeadsWithTheSongWantedInBrazil) {
  const json first = json::parse(early_.out);
  EXPECT_EQ(first["demo"], true);
  EXPECT_EQ(first["as_of"], "2026-11-20");
  EXPECT_EQ(first["recordings"], 1200);
  EXPECT_EQ(first["videos"], 200);
  ASSERT_EQ(first["top"].size(), 5u);
  EXPECT_EQ(first["top"][0]["title"], "星の音");
  EXPECT_EQ(first["top"][0]["territory"], "BR");
  EXPECT_EQ(first["top"][0]["reason"], "no_rights");
  EXPECT_EQ(first["top"][0]["worth_kind"], "observed");
  EXPECT_EQ(first["top"][0]["who"]["role"], "committee");
}

TEST_F(DemoWorld, WhyAnswersEveryStory) {
  for (const auto& row : table("expected_answers.tsv")) {
    ASSERT_EQ(row.size(), 8u) << row.front();
    app::QuestionWords words;
    words.isrc = row[1];
    words.territory = row[2];
    words.date = row[3];
    const auto asked = app::why(first(), words, messages::Language::en);
    ASSERT_TRUE(asked) << row[0] << ": " << asked.error().code;
    const json why = json::parse(app::why_json(*asked));
    const std::string label = row[0] + " " + row[1] + " " + row[2] + " " + row[3];
    EXPECT_EQ(word(why["answer"]), row[4]) << label;
    EXPECT_EQ(word(why["reason"]), row[5]) << label;
    EXPECT_EQ(word(why["heard"]), row[6]) << label;
    const json& who = why["who"].is_null() ? why["ask"] : why["who"];
    EXPECT_EQ(who.is_null() ? "" : word(who["role"]), row[7]) << label << why.dump();
  }
}

TEST_F(DemoWorld, GapHasThePlannedGapsAndNoOthers) {
  const auto all = app::gap(first(), {});
  ASSERT_TRUE(all);
  for (const auto& row : table("expected_gaps.tsv")) {
    ASSERT_EQ(row.size(), 5u);
    const auto counted = std::ranges::count_if(all->cells, [&](const app::GapCell& gap) {
      const auto passes = [](const std::string& wanted, std::string_view is) {
        return wanted.empty() || wanted == is;
      };
      return passes(row[0], first().card(gap.cell.isrc)->artist) &&
             passes(row[1], gap.cell.territory.code()) &&
             passes(row[2], rights::word(gap.cell.reason)) &&
             passes(row[3], rights::word(gap.cell.who.role));
    });
    EXPECT_EQ(std::to_string(counted), row[4])
        << row[0] << " " << row[1] << " " << row[2] << " " << row[3];
  }
}

// "14 of 31 videos are JP-only; closed in Brazil for 9 recordings", as a person would ask.
// Lists read profiles, `why` the records: both say the same of every cell, on other days too.
TEST_F(DemoWorld, ListsSayOfEveryCellWhatWhySays) {
  std::vector<Isrc> recordings;
  for (const auto& [isrc, card] : first().recordings()) recordings.push_back(isrc);
  const auto territories = demand::markets().territories;
  rights::Question question;
  question.today = first().as_of();
  for (const int32_t days : {0, -400, 45}) {
    question.date = first().as_of().plus(days);
    question.use = days == 45 ? rights::Use::download : rights::Use::on_demand_stream;
    const auto cells =
        app::judge_cells(first(), recordings, territories, {question.date, question.use});
    ASSERT_EQ(cells.size(), recordings.size() * territories.size());
    size_t different = 0;
    // A part of them: the evaluator takes seconds for all.
    for (size_t i = static_cast<size_t>(days + 400) % 7; i < cells.size(); i += 7) {
      question.territory = cells[i].territory;
      const auto answer = rights::answer(first().file(cells[i].isrc), question, first().parties());
      const rights::Outcome& listed = cells[i];
      different += !(listed == rights::outcome_of(answer, question));
    }
    EXPECT_EQ(different, 0u) << days;
  }
}

TEST_F(DemoWorld, GapOfTheStarIsFoundByPartOfTheName) {
  const json gap = answer({"gap", "--artist", "hoshi", "--territory", "BR"});
  EXPECT_EQ(gap["cells"].size(), 23u);
  EXPECT_EQ(gap["cells"][0]["isrc"], "JPZ9D2300029");
}

TEST_F(DemoWorld, CheckFindsWhatIsPlantedAndNothingElse) {
  std::multiset<std::string> planned;
  std::set<std::string> rules;
  for (const auto& row : table("expected_findings.tsv")) {
    planned.insert(row[0] + " " + row[1] + " " + row[2]);
    rules.insert(row[0]);
  }
  std::multiset<std::string> told;
  for (const auto& planted : app::demo::tell().planted) {
    told.insert(planted.rule + " " + planted.subject + " " + planted.territory);
  }
  EXPECT_EQ(told, planned);
  EXPECT_EQ(rules.size(), 46u) << "one planted fault for every rule; four more lie on the desk";
  std::multiset<std::string> found;
  const auto checked = app::check(first(), {});
  ASSERT_TRUE(checked);
  for (const auto& finding : checked->findings) {
    found.insert(finding.rule + " " + finding.subject + " " + finding.territory);
  }
  EXPECT_EQ(found, planned);
}

TEST_F(DemoWorld, SaysItIsADemoInBothLanguages) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"gap", "--lang", "en"},
                                                {"check", "--lang", "ja"},
                                                {"why", "JPZ9D2300029", "BR", "--lang", "ja"}}) {
    const Ran ran = ask(words);
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("DEMO")) << ran.out.substr(0, 200);
  }
  // A text the table lacks is printed as its key in angle brackets.
  const auto gap = app::gap(first(), {});
  const auto check = app::check(first(), {});
  ASSERT_TRUE(gap && check);
  for (const auto language : {messages::Language::en, messages::Language::ja}) {
    const std::string text =
        app::gap_text(*gap, first(), language, 100) + app::check_text(*check, language);
    EXPECT_EQ(text.find("<rule."), std::string::npos);
    EXPECT_EQ(text.find("<reason."), std::string::npos);
    EXPECT_EQ(text.find("<role."), std::string::npos);
    EXPECT_NE(text.find("JPZ9D2300029"), std::string::npos);
  }
}

TEST_F(DemoWorld, MadeAgainItStaysAsItIs) {
  const Ran again = run({"demo", world(), "--json"}, day_2040());
  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_EQ(again.out, early_.out);
  EXPECT_EQ(load("first", day_2040())->info().generation, first().info().generation);
}

TEST_F(DemoWorld, IsTheSameUnderAnyClock) {
  const Ran late = run({"demo", world("second"), "--json"}, day_2040());
  ASSERT_EQ(late.exit, 0) << late.err;
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_ / "first/deliveries")) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const auto other =
        folder_ / "second/deliveries" / fs::relative(entry.path(), folder_ / "first/deliveries");
    EXPECT_EQ(sha256_hex(bytes_of(entry.path())), sha256_hex(bytes_of(other))) << other;
  }
  EXPECT_GT(files, 600u);
  EXPECT_EQ(answers(first()), answers(*load("second", day_2040())));
}

TEST_F(DemoWorld, RefusesAFolderWithAnotherWorld) {
  fs::path message;
  for (const auto& entry : fs::directory_iterator(folder_ / "first/deliveries/messages")) {
    message = entry.path();
  }
  ASSERT_EQ(run({"import", message.string(), "--world", world("own")}, day_2020()).exit, 0);
  const Ran refused = run({"demo", world("own")}, day_2020());
  EXPECT_NE(refused.exit, 0);
  EXPECT_NE(refused.err.find("demo_needs_own_folder"), std::string::npos) << refused.err;
  EXPECT_FALSE(fs::exists(folder_ / "own/deliveries"));
}

// Every text of every sheet of a workbook.
std::string texts_of(const std::string& bytes) {
  const auto book = formats::xlsx::Workbook::open(std::make_shared<const std::string>(bytes));
  EXPECT_TRUE(book);
  std::string out;
  for (size_t sheet = 0; sheet < book->sheets().size(); ++sheet) {
    const auto done =
        book->read_rows(sheet, [&](const formats::table::TableRow& row) -> Result<void> {
          for (const auto& cell : row.cells) out += cell + '\n';
          return {};
        });
    EXPECT_TRUE(done);
  }
  return out;
}

TEST_F(DemoWorld, DecisionsMeetByContractAndByMissingMarkets) {
  const auto report = app::gap(first(), {}).value();
  int64_t cells = 0;
  std::set<std::string> ids;
  bool contract = false;
  bool back_catalogue = false;
  for (const app::Decision& decision : report.decisions) {
    EXPECT_TRUE(ids.insert(decision.id).second) << decision.id;
    if (decision.ask) continue;
    cells += decision.cells;
    const bool nine = decision.recordings.size() == 9;
    contract = contract || (decision.document == "C-030 (DEMO)" && nine && !decision.cost_jpy);
    if (decision.link != rights::LinkKind::delivered) continue;
    // One instruction is whole: every recording in every market of it.
    EXPECT_EQ(decision.cells, std::ssize(decision.recordings) * std::ssize(decision.territories));
    back_catalogue = back_catalogue || (decision.recordings.size() == 84 && decision.cost_jpy == 0);
  }
  EXPECT_TRUE(contract);
  EXPECT_TRUE(back_catalogue);
  EXPECT_EQ(cells, report.gaps);
  EXPECT_LT(report.decisions.size(), 40u);
}

// Two campaigns of one artist in April 2026: one lifts what is heard by 36 %, one by 4 %.
TEST_F(DemoWorld, CampaignsAreToldByWhatTheyDid) {
  const json brazil = answer({"measure", "artist", "波間ラジオ", "--territory", "BR", "--from",
                              "2026-04", "--without", "PH"});
  EXPECT_EQ(brazil["verdict"], "worked");
  EXPECT_LT(brazil["interval"][0], 0.36);
  EXPECT_GT(brazil["interval"][1], 0.36);
  const json philippines = answer({"measure", "artist", "波間ラジオ", "--territory", "PH", "--from",
                                   "2026-04", "--without", "BR"});
  EXPECT_EQ(philippines["verdict"], "no_evidence");
  EXPECT_LT(philippines["interval"][0], 0.04);
  EXPECT_GT(philippines["interval"][1], 0.04);
  // The star is heard in too few markets for any control.
  const json star =
      answer({"measure", "artist", "Hoshibumi", "--territory", "TW", "--from", "2026-04"});
  EXPECT_EQ(star["verdict"], "cannot_tell");
  EXPECT_EQ(star["refused"][0]["code"], "impact_few_donors");
  EXPECT_EQ(star["estimate"], nullptr);
}

// A private note goes nowhere: not into a table, an answer, a return or a work list.
TEST_F(DemoWorld, APrivateNoteLeavesInNothing) {
  const std::string own = world("noted");
  fs::copy(folder_ / "first", own, fs::copy_options::recursive);
  ASSERT_EQ(
      run({"hold", "--artist", first().recordings().begin()->second.artist, "Worldwide", "--kind",
           "agency", "--until", "2027-06-01", "--by", "Aoki", "--note", "MARKER7", "--world", own},
          day_2020())
          .exit,
      0);
  const std::string folder = (folder_ / "lists").string();
  const std::vector<std::vector<std::string>> commands{{"gap"},
                                                       {"gap", "--json"},
                                                       {"gap", "--csv"},
                                                       {"gap", "--csv", "--decisions"},
                                                       {"gap", "--cells"},
                                                       {"gap", "--xlsx", folder},
                                                       {"world", "--json"},
                                                       {"check", "--json"},
                                                       {"return", "--period", "2026-H2"}};
  for (auto command : commands) {
    command.insert(command.end(), {"--world", own});
    const Ran ran = run(command, day_2020());
    EXPECT_EQ(ran.exit, 0) << command[0] << ran.err;
    EXPECT_EQ(ran.out.find("MARKER7"), std::string::npos) << command[0];
  }
  size_t lists = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string texts = texts_of(bytes_of(entry.path()));
    EXPECT_EQ(texts.find("MARKER7"), std::string::npos) << entry.path();
    EXPECT_NE(texts.find("お世話になっております"), std::string::npos);
    EXPECT_NE(texts.find("Thank you for your continued cooperation"), std::string::npos);
    ++lists;
  }
  EXPECT_GT(lists, 3u);
  const Ran shown = run({"hold", "--list", "--world", own}, day_2020());
  EXPECT_NE(shown.out.find("MARKER7"), std::string::npos) << "its own people do see it";
}

// The demo's charts answer what is wanted: forecasts of a folder of monthly files, and where the
// worth of a gap comes from.
TEST_F(DemoWorld, DemandAnswersFromItsCharts) {
  const std::string charts = world() + "/deliveries/charts";
  const Ran forecast = run({"demand", "forecast", charts, "--level", "artist", "--origin",
                            "2026-11-12", "--horizon", "2", "--json"},
                           day_2020());
  ASSERT_EQ(forecast.exit, 0) << forecast.err;
  std::istringstream lines(forecast.out);
  int rows = 0;
  for (std::string line; std::getline(lines, line);) {
    const json row = json::parse(line);
    EXPECT_LE(row["quantiles"]["0.1"], row["point"]);
    EXPECT_LE(row["point"], row["quantiles"]["0.9"]);
    EXPECT_TRUE(row["title"].is_null());
    ++rows;
  }
  EXPECT_GT(rows, 50);
  EXPECT_NE(forecast.out.find("\"territory\":\"KR\""), std::string::npos);
  EXPECT_EQ(run({"demand", "forecast", charts, "--level", "artist", "--origin", "2026-11-12",
                 "--horizon", "2", "--json"},
                day_2020())
                .out,
            forecast.out);
}

TEST_F(DemoWorld, EveryWorthOpensIntoItsEvidence) {
  const json gap = answer({"gap", "--cells", "--limit", "40"});
  int with_interval = 0;
  for (const json& cell : gap["cells"]) {
    const json evidence =
        answer({"demand", "evidence", word(cell["isrc"]), "--territory", word(cell["territory"])});
    EXPECT_EQ(evidence["worth"], cell["worth"]);
    EXPECT_EQ(evidence["worth_low"], cell["worth_low"]);
    if (cell["worth_low"].is_null()) continue;
    ++with_interval;
    EXPECT_LE(cell["worth_low"], cell["worth"]);
    EXPECT_LE(cell["worth"], cell["worth_high"]);
    if (with_interval == 5) break;  // each question loads the world
  }
  EXPECT_GT(with_interval, 0);
}

// The song that is new in Korea may go where songs from there go. Of slots abroad two stand alone;
// one has a tour around it, one was called off, one is history.
TEST_F(DemoWorld, AlarmsFindWhatIsPlanted) {
  const json alarms = answer({"demand", "alarms"});
  using Found = std::vector<std::string>;
  std::map<std::string, Found> found;
  for (const json& alarm : alarms["alarms"]) {
    const bool slot = alarm["alarm"] == "lone_slot";
    const std::string day = word(slot ? alarm["event"]["start"] : alarm["since"]);
    found[word(alarm["alarm"])].push_back(word(alarm["territory"]) + " " + day);
    if (alarm["alarm"] != "next_territory") continue;
    EXPECT_EQ(alarm["artist"], "波間ラジオ");
    EXPECT_GE(alarm["probability"], 0.5);
    EXPECT_GE(alarm["such_chances"]["said"], 20);
    EXPECT_GT(alarm["precision"], 0.5);
  }
  EXPECT_EQ(found["first_seen"], Found{"KR 2026-11-03"});
  EXPECT_EQ(found["follow_through"], Found{"BR 2026-08-10"});
  EXPECT_FALSE(found["rising"].empty());
  EXPECT_EQ(found["next_territory"], Found{"ID "});
  EXPECT_EQ(found["lone_slot"], (Found{"US 2026-11-06", "ID 2026-12-12"}));
  EXPECT_EQ(alarms["next_territory"]["origin"], "2026-11-17");
}

TEST_F(DemoWorld, LatentDemandOfAWorldNeedsNoTable) {
  EXPECT_TRUE(fs::exists(world() + "/wanted/DEMO_facts.csv"));
  const Ran ran = ask({"demand", "latent", "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  std::istringstream lines(ran.out);
  size_t artists = 0;
  for (std::string line; std::getline(lines, line); ++artists) {
    const json row = json::parse(line);
    double before = 1;
    for (const json& territory : row["ranked"]) {
      EXPECT_LE(territory["score"], before);
      before = territory["score"].get<double>();
    }
  }
  EXPECT_GT(artists, 30U);
}

TEST_F(DemoWorld, ExportsKeepHomeAndAbroadApart) {
  const json exports = answer({"demand", "exports"});
  const json& everybody = exports["artists"][0];
  EXPECT_TRUE(everybody["artist"].is_null());
  int64_t home = 0;
  int64_t abroad = 0;
  for (size_t i = 1; i < exports["artists"].size(); ++i) {
    home += exports["artists"][i]["plays_home"].get<int64_t>();
    abroad += exports["artists"][i]["plays_abroad"].get<int64_t>();
  }
  EXPECT_EQ(home, everybody["plays_home"]);
  EXPECT_EQ(abroad, everybody["plays_abroad"]);
  EXPECT_GT(abroad, 0);
  EXPECT_GT(everybody["export_share"], 0);
  EXPECT_LT(everybody["export_share"], 1);
}

}  // namespace
}  // namespace umikoe
