// Real answers about the demo world, held to the schemas of docs/openapi.json.

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "app/demo.h"
#include "http/assets.h"
#include "http/site.h"
#include "schema.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

using Json = nlohmann::json;

// Made once: importing the demo takes seconds.
class DemoServer {
 public:
  DemoServer() {
    std::string pattern = std::filesystem::temp_directory_path() / "umikoe-web-XXXXXX";
    folder_ = mkdtemp(pattern.data());
    auto store = stores::open_world(folder_, stores::OpenMode::write);
    if (!store) std::abort();
    const auto source = stores::disk_files();
    const auto sink = stores::disk_sink();
    app::DemoOptions options;
    options.viewer = access::local_viewer((*store)->info()->organisation.id);
    if (!app::make_demo(**store, *source, *sink, folder_, options)) std::abort();
  }
  ~DemoServer() { std::filesystem::remove_all(folder_); }

  Json ask(const std::string& target, unsigned status = 200) {
    const http::Response response = http::answer({"GET", target, "localhost", "", "en", ""}, site_);
    EXPECT_EQ(response.status, status) << target << '\n' << response.body;
    return Json::parse(response.body);
  }

 private:
  std::string folder_;
  http::WorldSource worlds_{[this] { return stores::open_world(folder_, stores::OpenMode::read); },
                            [] { return *Date::parse("2026-11-20"); }};
  http::Site site_{worlds_};
};

DemoServer& server() {
  static DemoServer made;
  return made;
}

const Json& document() {
  static const Json read = Json::parse(http::openapi_document());
  return read;
}

std::string breaches_of(const std::string& path, const Json& answer, const char* status = "200") {
  const Json& responses = document()["paths"][path]["get"]["responses"];
  Json response = responses[status];
  if (response.contains("$ref")) {
    const std::string pointer = std::string(response["$ref"]).substr(1);
    response = document().at(Json::json_pointer(pointer));
  }
  const Json& schema = response["content"]["application/json"]["schema"];
  std::string text;
  for (const auto& line : tests::breaches(document(), schema, answer)) text += line + '\n';
  return text;
}

TEST(Answers, AreOfTheFormPromised) {
  for (const char* path :
       {"/api/v1/world",
        "/api/v1/territories",
        "/api/v1/gap",
        "/api/v1/matrix",
        "/api/v1/check",
        "/api/v1/decisions",
        "/api/v1/first",
        "/api/v1/imports",
        "/api/v1/session",
        "/api/v1/holds",
        "/api/v1/revenue",
        "/api/v1/revenue?by=territory",
        "/api/v1/leaks",
        "/api/v1/alarms",
        "/api/v1/alarms?kind=lone_slot&territory=BR",
        "/api/v1/impact",
        "/api/v1/plan?budget=20000000&horizon=2027",
        "/api/v1/plan?budget=2000000&horizon=2027&artist=Hoshibumi&forbid=negotiate-2c04df0c",
        "/api/v1/territories/brief?territory=BR",
        "/api/v1/find?q=a",
        "/api/v1/find?q=sora&limit=3",
        "/api/v1/translations",
        "/api/v1/translations/board",
        "/api/v1/translations/unit?unit=work:lyric_line:en:T9990000011",
        "/healthz"}) {
    const std::string target = path;
    EXPECT_EQ(breaches_of(target.substr(0, target.find('?')), server().ask(target)), "") << path;
  }
}

// Every alarm of the demo opens into plays and evidence of the form promised.
TEST(Answers, AlarmsOpenIntoTheirEvidence) {
  const Json answer = server().ask("/api/v1/alarms");
  ASSERT_EQ(answer["kinds"].size(), 5u);
  std::set<std::string> kinds;
  for (const Json& alarm : answer["alarms"]) {
    kinds.insert(alarm["alarm"]);
    if (alarm["isrc"].is_null()) continue;
    const std::string isrc = alarm["isrc"];
    const std::string place = "&territory=" + std::string(alarm["territory"]);
    EXPECT_EQ(breaches_of("/api/v1/series", server().ask("/api/v1/series?name=" + isrc + place)),
              "");
    EXPECT_EQ(
        breaches_of("/api/v1/evidence", server().ask("/api/v1/evidence?isrc=" + isrc + place)), "");
  }
  EXPECT_TRUE(kinds.contains("lone_slot"));
  for (const Json& kind : answer["kinds"]) {
    const Json one = server().ask("/api/v1/alarms?kind=" + std::string(kind["kind"]));
    EXPECT_EQ(std::ssize(one["alarms"]), kind["alarms"]) << kind;
    EXPECT_EQ(one["kinds"], answer["kinds"]);
  }
  server().ask("/api/v1/alarms?kind=whim", 400);
  server().ask("/api/v1/series?name=nobody", 404);
  server().ask("/api/v1/evidence?isrc=JPZ9D2300029", 400);
}

TEST(Answers, WhyIsOfTheFormPromisedForEveryReasonOfTheDemo) {
  const Json gap = server().ask("/api/v1/gap?limit=1");
  int asked = 0;
  for (const Json& total : gap["totals"]["by_reason"]) {
    if (total["closed"] == 0) continue;
    const std::string reason = total["reason"];
    const Json cell = server().ask("/api/v1/gap?limit=1&reason=" + reason)["cells"][0];
    EXPECT_EQ(cell["reason"], reason);
    for (const char* lang : {"en", "ja"}) {
      const Json why =
          server().ask("/api/v1/why?isrc=" + std::string(cell["isrc"]) +
                       "&territory=" + std::string(cell["territory"]) + "&lang=" + lang);
      EXPECT_EQ(breaches_of("/api/v1/why", why), "") << why;
      EXPECT_EQ(why["reason"], reason) << "gap and why must agree";
      ++asked;
    }
  }
  EXPECT_GT(asked, 8);
}

TEST(Answers, ErrorsAreOfTheFormPromised) {
  server().ask("/api/v1/translations?state=whim", 400);
  server().ask("/api/v1/translations/unit?unit=recording:title:en:NONE", 404);
  const Json refused = server().ask("/api/v1/gap?reason=whim", 400);
  EXPECT_EQ(breaches_of("/api/v1/gap", refused, "400"), "");
  const Json missing = server().ask("/api/v1/why?isrc=XX0000000000&territory=BR", 404);
  EXPECT_EQ(breaches_of("/api/v1/why", missing, "404"), "");
}

TEST(Answers, MatrixAndGapCountTheSameCells) {
  const Json cells = server().ask("/api/v1/gap?limit=1")["totals"]["cells"];
  const Json counts = server().ask("/api/v1/matrix?limit=1")["counts"];
  EXPECT_EQ(cells["open"], counts["open"]);
  EXPECT_EQ(cells["unknown"], counts["unknown"]);
  EXPECT_EQ(cells["heard_without_permission"], counts["heard"]);
  EXPECT_EQ(cells["closed"], counts["closed"].get<int64_t>() + counts["conflict"].get<int64_t>());
}

TEST(Answers, SlicesOfTheMatrixMakeTheWhole) {
  const Json whole = server().ask("/api/v1/matrix?limit=250");
  Json joined = Json::array();
  for (const int offset : {0, 100, 200}) {
    const Json slice = server().ask("/api/v1/matrix?limit=100&offset=" + std::to_string(offset));
    EXPECT_EQ(slice["total_rows"], whole["total_rows"]);
    for (const Json& row : slice["rows"]) joined.push_back(row);
  }
  joined.erase(joined.begin() + 250, joined.end());
  EXPECT_EQ(joined, whole["rows"]);
  for (const Json& row : whole["rows"]) {
    EXPECT_EQ(std::string(row["cells"]).size(), whole["territories"].size());
  }
}

TEST(Schema, FindsWhatIsWrong) {
  const Json schema = Json::parse(
      R"({"type":"object","required":["a"],"properties":{"a":{"type":"integer","minimum":0},
          "b":{"anyOf":[{"type":"string","enum":["x"]},{"type":"null"}]}}})");
  const auto count = [&](const char* value) {
    return tests::breaches({}, schema, Json::parse(value)).size();
  };
  EXPECT_EQ(count(R"({"a":1,"b":null})"), 0u);
  EXPECT_EQ(count(R"({"b":"x"})"), 1u);
  EXPECT_EQ(count(R"({"a":-1})"), 1u);
  EXPECT_EQ(count(R"({"a":1.5})"), 1u);
  EXPECT_GT(count(R"({"a":1,"b":"y"})"), 0u);
  EXPECT_EQ(count(R"({"a":1,"c":2})"), 1u);
  EXPECT_EQ(count(R"([])"), 1u);
}

}  // namespace
}  // namespace umikoe
