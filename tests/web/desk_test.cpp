// A label's desk over HTTP: files come in, questions are answered, cells are held back. Answers are
// held to the schemas of docs/openapi.json.

#include "http/desk.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "formats/xlsx/workbook_writer.h"
#include "http/assets.h"
#include "http/site.h"
#include "schema.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

using Json = nlohmann::json;

constexpr const char* catalogue =
    "isrc,title,artist,label\n"
    "JPZ9D2600001,夜明けの灯台,潮見ハル,帆影レコード\n"
    "JPZ9D2600002,青い約束,潮見ハル,帆影レコード\n";

// An ambiguous word for territories: only a person knows what this label means by it.
constexpr const char* ledger =
    "ISRC,曲名,許諾先,許諾地域,許諾開始日,許諾終了日,利用\n"
    "JPZ9D2600001,夜明けの灯台,Meridian Audio,アジア,2019/4/1,2027/3/31,サブスク\n"
    "JPZ9D2600002,青い約束,Meridian Audio,アジア,2019/4/1,2027/3/31,サブスク\n";

std::string new_folder() {
  std::string pattern = std::filesystem::temp_directory_path() / "umikoe-desk-XXXXXX";
  if (!mkdtemp(pattern.data())) std::abort();
  return pattern;
}

class Desk : public testing::Test {
 protected:
  Desk() {
    EXPECT_TRUE(stores::open_world(folder_, stores::OpenMode::write));
    site_.desk = &desk_;
  }
  ~Desk() override { std::filesystem::remove_all(folder_); }

  http::Response send(http::Request request) {
    request.origin = "http://localhost";
    request.token = desk_.token;
    return http::answer(request, site_);
  }
  Json get(const std::string& target, unsigned status = 200) {
    const auto response = http::answer({"GET", target, "localhost", "", "en", ""}, site_);
    EXPECT_EQ(response.status, status) << target << '\n' << response.body;
    return checked(target, "get", response);
  }
  Json post(const std::string& target, const Json& body, unsigned status = 200) {
    http::Request request{"POST", target, "localhost", "", "en", ""};
    request.content_type = "application/json";
    request.body = body.dump();
    const auto response = send(request);
    EXPECT_EQ(response.status, status) << target << '\n' << response.body;
    return checked(target, "post", response);
  }
  Json upload(const std::string& name, std::string_view bytes, unsigned status = 200) {
    auto file = desk_.incoming.begin(name, 0);
    EXPECT_TRUE(file && file->write(bytes));
    http::Request request{"POST", "/api/v1/imports?name=" + name, "localhost", "", "en", ""};
    request.content_type = "application/octet-stream";
    request.upload = *file->finish();
    const auto response = send(request);
    EXPECT_EQ(response.status, status) << response.body;
    return checked("/api/v1/imports", "post", response);
  }

  // The matrix shows the very cells that gap counts, those held back apart.
  void expect_matrix_agrees() {
    const Json gap = get("/api/v1/gap?limit=1")["totals"];
    const Json matrix = get("/api/v1/matrix?limit=1")["counts"];
    EXPECT_EQ(matrix["closed"].get<int64_t>() + matrix["conflict"].get<int64_t>(),
              gap["gaps"].get<int64_t>());
    EXPECT_EQ(matrix["held_back"], gap["held_back"]["cells"]);
  }

  // The answer, once it is of the form promised.
  Json checked(const std::string& target, const char* method, const http::Response& response) {
    static const Json document = Json::parse(http::openapi_document());
    Json promise = document["paths"][target.substr(0, target.find('?'))][method]["responses"]
                           [std::to_string(response.status)];
    if (promise.contains("$ref")) {
      promise = document.at(Json::json_pointer(std::string(promise["$ref"]).substr(1)));
    }
    const Json answer = Json::parse(response.body);
    const Json& schema = promise["content"]["application/json"]["schema"];
    for (const auto& line : tests::breaches(document, schema, answer)) {
      ADD_FAILURE() << method << ' ' << target << ' ' << response.status << ": " << line;
    }
    return answer;
  }

  std::string folder_ = new_folder();  // before all that lies in it
  std::unique_ptr<app::FileSource> files_ = stores::disk_files();
  http::WorldSource worlds_{[this] { return stores::open_world(folder_, stores::OpenMode::read); },
                            [] { return *Date::parse("2026-11-20"); }};
  http::Desk desk_{
      "secret", [this] { return stores::open_world(folder_, stores::OpenMode::write); },
      [] { return Instant{1'795'000'000}; }, *files_, http::IncomingFiles(folder_ + "/incoming")};
  http::Site site_{worlds_};
};

TEST_F(Desk, AFileIsImportedAndSeenAtOnce) {
  EXPECT_EQ(get("/api/v1/world")["recordings"], 0);
  const Json answer = upload("catalogue.csv", catalogue);
  EXPECT_EQ(answer["delivery"]["status"], "accepted");
  EXPECT_EQ(answer["delivery"]["path"], "catalogue.csv") << "no path of this machine";
  EXPECT_TRUE(answer["waiting"].is_null());
  EXPECT_EQ(get("/api/v1/world")["recordings"], 2) << "without waiting for the next look";
  EXPECT_EQ(get("/api/v1/first")["recordings"], 2);
  EXPECT_EQ(upload("again.csv", catalogue)["delivery"]["status"], "unchanged");
  const Json imports = get("/api/v1/imports");
  EXPECT_EQ(imports["deliveries_total"], 1);
  EXPECT_TRUE(imports["waiting"].empty());
}

TEST_F(Desk, ABrokenFileIsSaidAndChangesNothing) {
  const Json answer = upload("broken.csv", "isrc,title\nJPZZ,夜\n");
  EXPECT_EQ(answer["delivery"]["status"], "rejected");
  EXPECT_FALSE(answer["delivery"]["errors"].empty());
  EXPECT_EQ(upload("empty.csv", "")["delivery"]["status"], "rejected");
  EXPECT_EQ(upload("noise.bin", std::string(5000, '\x81'))["delivery"]["status"], "rejected");
  EXPECT_EQ(get("/api/v1/world")["recordings"], 0);
  EXPECT_TRUE(get("/api/v1/imports")["waiting"].empty());
}

TEST_F(Desk, AFileDroppedTwiceWaitsOnce) {
  const std::string id = upload("ledger.csv", ledger)["waiting"]["id"];
  const std::string again = upload("ledger (2).csv", ledger)["waiting"]["id"];
  Json waiting = get("/api/v1/imports")["waiting"];
  ASSERT_EQ(waiting.size(), 1u) << waiting.dump();
  EXPECT_EQ(waiting[0]["id"], again);
  // Another file of the same name waits beside it.
  upload("ledger.csv", std::string(ledger) + "\n");
  EXPECT_EQ(get("/api/v1/imports")["waiting"].size(), 2u);
}

TEST_F(Desk, AWorkbookWaitsUntilEachOfItsTablesIsReadOrSetAside) {
  const auto sheet = [](const char* name, const std::vector<std::string>& header,
                        const std::vector<std::string>& cells) {
    formats::xlsx::WrittenSheet made{.name = name, .header = header, .widths = {}, .rows = {{}}};
    for (const auto& text : cells) made.rows[0].push_back({.text = text, .number = {}});
    return made;
  };
  const auto bytes = formats::xlsx::workbook_bytes(
      {.title = "book",
       .made_on = *Date::parse("2026-11-01"),
       .sheets = {sheet("台帳", {"契約書番号", "ISRC", "被許諾者", "許諾地域"},
                        {"K-1", "JPZ9D2600001", "海声", "US"}),
                  sheet("曲目", {"ISRC", "曲名", "品番"}, {"JPZ9D2600001", "夜", "UMK-1"})}});
  ASSERT_TRUE(bytes);
  const std::string id = upload("book.xlsx", *bytes)["waiting"]["id"];
  const auto keep = [&](const char* name) {
    return post("/api/v1/mappings", {{"id", id},
                                     {"sender", "海声"},
                                     {"answers", {{{"id", "sheet"}, {"answer", name}}}}});
  };
  const Json first = keep("台帳");
  EXPECT_EQ(first["delivery"]["status"], "accepted") << first.dump();
  EXPECT_EQ(first["waiting"]["id"], id);
  const Json second = keep("曲目");
  EXPECT_EQ(second["delivery"]["status"], "accepted") << second.dump();
  EXPECT_EQ(get("/api/v1/world")["recordings"], 1);
  // The same sheet again changes nothing, and then the workbook is done with.
  const Json again = keep("台帳");
  EXPECT_EQ(again["delivery"]["status"], "unchanged");
  EXPECT_TRUE(again["waiting"].is_null());
}

TEST_F(Desk, ATableByNumberWaitsForItsCatalogue) {
  constexpr std::string_view by_number =
      "契約書番号,品番,被許諾者,許諾地域,許諾期間\nK-1,UMK-1,海声,WW,2019/4/1～\n";
  const Json first = upload("by_number.csv", by_number);
  EXPECT_EQ(first["delivery"]["errors"][0]["code"], "number_unknown");
  EXPECT_FALSE(first["waiting"].is_null());
  upload("numbers.csv", "isrc,title,catalogue_number\nJPZZ02600001,夜,UMK-1\n");
  EXPECT_EQ(upload("by_number.csv", by_number)["delivery"]["status"], "accepted");
  EXPECT_TRUE(get("/api/v1/imports")["waiting"].empty()) << "nor does the copy that waited";
}

TEST_F(Desk, AQuestionWaitsForAPersonAndTheAnswerIsKept) {
  upload("catalogue.csv", catalogue);
  const Json first = upload("ledger.csv", ledger);
  ASSERT_FALSE(first["waiting"].is_null()) << first;
  const std::string id = first["waiting"]["id"];
  EXPECT_EQ(get("/api/v1/imports")["waiting"][0]["id"], id);

  Json choice{{"id", id}, {"sender", "帆影レコード"}, {"answers", Json::array()}};
  Json proposal = post("/api/v1/mappings/proposal", choice);
  EXPECT_EQ(proposal["ready"], false);
  post("/api/v1/mappings", choice, 400);
  EXPECT_EQ(get("/api/v1/imports")["waiting"].size(), 1u) << "nothing is lost by asking too early";
  bool asked_for_asia = false;
  for (const Json& question : proposal["questions"]) {
    if (!question["answer"].is_null()) continue;
    asked_for_asia = asked_for_asia || std::string(question["id"]).contains("アジア");
    const bool territory = std::string(question["code"]).starts_with("territory");
    const std::string said = territory ? "KR TW HK" : std::string(question["options"][0]);
    choice["answers"].push_back({{"id", question["id"]}, {"answer", said}});
  }
  EXPECT_TRUE(asked_for_asia) << proposal;
  proposal = post("/api/v1/mappings/proposal", choice);
  ASSERT_EQ(proposal["ready"], true) << proposal;
  EXPECT_EQ(proposal["preview"][0]["cells"]["territories"], "KR TW HK") << proposal["preview"];

  const Json kept = post("/api/v1/mappings", choice);
  EXPECT_EQ(kept["delivery"]["status"], "accepted") << kept;
  EXPECT_TRUE(get("/api/v1/imports")["waiting"].empty());
  const std::string later = std::string(ledger) +
                            "JPZ9D2600001,夜明けの灯台,Meridian Audio,アジア,"
                            "2028/4/1,2029/3/31,サブスク\n";
  EXPECT_EQ(upload("next.csv", later)["delivery"]["status"], "accepted") << "asked once only";
}

TEST_F(Desk, AWaitingFileCanBeSetAside) {
  const Json first = upload("ledger.csv", ledger);
  ASSERT_FALSE(first["waiting"].is_null()) << first;
  const Json id{{"id", first["waiting"]["id"]}};
  EXPECT_EQ(post("/api/v1/imports/discard", id)["discarded"]["name"], "ledger.csv");
  post("/api/v1/imports/discard", id, 404);
  post("/api/v1/mappings/proposal", id, 404);
  EXPECT_TRUE(get("/api/v1/imports")["waiting"].empty());
}

TEST_F(Desk, MarksAreMadeListedAndReleased) {
  upload("catalogue.csv", catalogue);
  const Json mark{{"isrc", "JPZ9D2600001"}, {"territory", "BR,FR"}, {"kind", "physical_first"},
                  {"until", "2026-12-24"},  {"by", "山田"},         {"note", "CDが先"}};
  const Json list = post("/api/v1/holds", {{"holds", Json::array({mark})}})["held_back"];
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0]["territories"], Json({"BR", "FR"}));
  EXPECT_EQ(list[0]["in_force"], true);
  EXPECT_EQ(get("/api/v1/gap?limit=1")["totals"]["held_back"]["recordings"], 1);
  expect_matrix_agrees();
  const Json why = get("/api/v1/why?isrc=JPZ9D2600001&territory=BR");
  EXPECT_EQ(why["held_back"]["kind"], "physical_first");
  EXPECT_FALSE(why.dump().contains("CDが先")) << "the note is private";
  EXPECT_FALSE(get("/api/v1/gap")["cells"].dump().contains("CDが先"));

  post("/api/v1/holds/release", {{"number", 99}, {"by", "山田"}}, 400);
  post("/api/v1/holds/release", {{"number", "1"}, {"by", "山田"}}, 400);
  const Json number = list[0]["number"];
  EXPECT_TRUE(
      post("/api/v1/holds/release", {{"number", number}, {"by", "山田"}})["held_back"].empty());
  EXPECT_EQ(get("/api/v1/gap?limit=1")["totals"]["held_back"]["recordings"], 0);
  expect_matrix_agrees();
}

TEST_F(Desk, MarksThatSayTooLittleAreRefused) {
  upload("catalogue.csv", catalogue);
  const Json good{{"isrc", "JPZ9D2600001"},
                  {"territory", "BR"},
                  {"kind", "embargo"},
                  {"until", "2026-12-24"},
                  {"by", "山田"}};
  for (const auto& [key, value] : std::vector<std::pair<std::string, Json>>{{"isrc", "XX"},
                                                                            {"territory", "ZZ"},
                                                                            {"kind", "whim"},
                                                                            {"until", "2020-01-01"},
                                                                            {"until", "soon"},
                                                                            {"by", ""},
                                                                            {"note", 7},
                                                                            {"kind", nullptr}}) {
    Json bad = good;
    bad[key] = value;
    post("/api/v1/holds", {{"holds", Json::array({bad})}}, 400);
  }
  post("/api/v1/holds", Json::object(), 400);
  post("/api/v1/holds", {{"holds", Json::array()}}, 400);
  post("/api/v1/holds", {{"holds", Json::array({1})}}, 400);
  EXPECT_TRUE(get("/api/v1/holds")["held_back"].empty());
}

TEST_F(Desk, AnotherWriterIsAConflictThatPasses) {
  auto other = stores::open_world(folder_, stores::OpenMode::write);
  ASSERT_TRUE(other);
  const Json refused = upload("catalogue.csv", catalogue, 409);
  EXPECT_EQ(refused["error"]["code"], "world_in_use");
  EXPECT_EQ(get("/api/v1/world")["recordings"], 0) << "readers go on";
  other->reset();
  EXPECT_EQ(upload("catalogue.csv", catalogue)["delivery"]["status"], "accepted");
}

TEST_F(Desk, TheCommandLineCanWriteBetweenTwoClicks) {
  upload("catalogue.csv", catalogue);
  EXPECT_TRUE(stores::open_world(folder_, stores::OpenMode::write)) << "the lock is not kept";
}

TEST_F(Desk, AFileThatWaitsOutlivesAWriterAndARestart) {
  const Json first = upload("ledger.csv", ledger);
  ASSERT_FALSE(first["waiting"].is_null());
  ASSERT_TRUE(stores::open_world(folder_, stores::OpenMode::write)) << "it sweeps what it owns";
  desk_.incoming.sweep();
  EXPECT_EQ(get("/api/v1/imports")["waiting"].size(), 1u);
}

}  // namespace
}  // namespace umikoe
