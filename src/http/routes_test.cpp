#include "http/routes.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "http/assets.h"
#include "http/empty_world.h"
#include "http/gzip.h"

namespace umikoe::http {
namespace {

using Json = nlohmann::json;

class Routes : public testing::Test {
 protected:
  Response get(const std::string& target, const std::string& encoding = "") {
    Request request{"GET", target, "localhost:8787", encoding, "en", ""};
    return answer(request, site);
  }
  std::string error_of(const std::string& target) {
    return Json::parse(get(target).body)["error"]["code"];
  }

  WorldSource worlds = empty_world();
  Site site{worlds};
};

std::string name_of(const Json& document, const Json& parameter) {
  if (!parameter.contains("$ref")) return parameter["name"];
  const std::string pointer = std::string(parameter["$ref"]).substr(1);
  return document[Json::json_pointer(pointer)]["name"];
}

// The document is the contract: it names every route and every parameter, and no other.
TEST_F(Routes, AreThoseOfTheDocument) {
  const Json document = Json::parse(openapi_document());
  std::map<std::string, std::set<std::string>> written;
  for (const auto& [path, item] : document["paths"].items()) {
    for (const auto& [method, operation] : item.items()) {
      auto& names = written[method + " " + path];
      for (const auto& parameter : operation.value("parameters", Json::array())) {
        names.insert(name_of(document, parameter));
      }
    }
  }
  std::map<std::string, std::set<std::string>> real;
  for (const Route& route : routes()) {
    if (route.any_parameter) continue;  // a page, not part of the API
    const std::string method = route.body == Body::nothing ? "get " : "post ";
    real[method + std::string(route.path)] = {route.parameters.begin(), route.parameters.end()};
  }
  EXPECT_EQ(written, real);
}

TEST_F(Routes, AnswerOverAnEmptyWorld) {
  for (const char* target :
       {"/api/v1/world", "/api/v1/territories", "/api/v1/gap", "/api/v1/matrix", "/api/v1/check",
        "/api/v1/alarms", "/api/v1/session", "/api/v1/imports", "/api/v1/first",
        "/api/v1/openapi.json", "/healthz"}) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    EXPECT_EQ(response.content_type, "application/json");
    EXPECT_TRUE(Json::accept(response.body)) << target;
  }
}

TEST_F(Routes, RefuseWhatTheyDoNotKnow) {
  EXPECT_EQ(error_of("/api/v1/gap?colour=red"), "parameter_unknown");
  EXPECT_EQ(error_of("/api/v1/gap?limit=0"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?limit=1001"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?limit=-1"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?limit=1e3"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?offset=99999999999999999999999"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?format=xml"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?lang=fr"), "parameter_invalid");
  EXPECT_EQ(error_of("/api/v1/gap?date=2026-02-30"), "date_invalid_word");
  EXPECT_EQ(error_of("/api/v1/gap?reason=whim"), "reason_unknown");
  EXPECT_EQ(error_of("/api/v1/why?isrc=JPZ9D2300029"), "parameter_missing");
  EXPECT_EQ(get("/api/v1/why?isrc=JPZ9D2300029&territory=BR").status, 404u);
  EXPECT_EQ(get("/api/v2/gap").status, 404u);
  EXPECT_EQ(get("/%2e%2e/etc/passwd").status, 404u);
  EXPECT_EQ(get("/../../etc/passwd").status, 404u);
  EXPECT_EQ(get("/assets/../../../etc/passwd").status, 404u);
  EXPECT_EQ(get("/" + std::string(9000, 'a')).status, 414u);
}

TEST_F(Routes, OnlyReadAndOnlyForThisMachine) {
  Request request{"POST", "/api/v1/world", "localhost", "", "", ""};
  const Response refused = answer(request, site);
  EXPECT_EQ(refused.status, 405u);
  EXPECT_EQ(refused.allow, "GET, HEAD");
  request = {"GET", "/api/v1/world", "rebound.example", "", "", ""};
  EXPECT_EQ(answer(request, site).status, 421u);
}

TEST_F(Routes, ErrorsSpeakTheLanguageAsked) {
  const Response response = get("/nowhere?lang=ja");
  EXPECT_EQ(response.status, 404u);
  EXPECT_NE(response.body.find("何もありません"), std::string::npos);
}

TEST_F(Routes, LargeAnswersAreCompressedWhereAccepted) {
  const Response plain = get("/api/v1/territories");
  const Response compressed = get("/api/v1/territories", "gzip, br");
  EXPECT_FALSE(plain.gzipped);
  ASSERT_TRUE(compressed.gzipped);
  EXPECT_EQ(gunzip(compressed.body), plain.body);
  EXPECT_FALSE(get("/healthz", "gzip").gzipped);
}

TEST_F(Routes, TablesAreDownloads) {
  const Response table = get("/api/v1/gap?format=csv&bom=1");
  EXPECT_EQ(table.content_type, "text/csv; charset=utf-8");
  EXPECT_EQ(table.file_name, "umikoe-gap.csv");
  EXPECT_TRUE(table.body.starts_with("\xEF\xBB\xBFisrc,"));
  EXPECT_TRUE(get("/api/v1/matrix?format=csv").body.starts_with("isrc,"));
}

TEST_F(Routes, PagesComeInTheReadersLanguageOrSayWhyNot) {
  if (embedded_assets().empty()) {
    // Built with UMIKOE_WEB=OFF, as the sanitizers are: there are no pages to read.
    EXPECT_EQ(error_of("/"), "pages_not_built");
    return;
  }
  EXPECT_NE(get("/").body.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_NE(get("/why?lang=ja&isrc=x").body.find("<html lang=\"ja\">"), std::string::npos);
  const Response page = get("/matrix", "gzip");
  Request again{"GET", "/matrix", "localhost", "gzip", "en", page.etag};
  EXPECT_EQ(answer(again, site).status, 304u);
  EXPECT_TRUE(answer(again, site).body.empty());
}

TEST_F(Routes, FilesWithAHashInTheirNameNeverChange) {
  for (const Asset& asset : embedded_assets()) {
    const Response response = get(std::string(asset.path));
    EXPECT_EQ(response.status, 200u) << asset.path;
    EXPECT_EQ(response.content_type, asset.type);
    EXPECT_EQ(asset.path.starts_with("/assets/"), response.cache_control.contains("immutable"));
  }
}

// A world of one recording whose reading nobody has stated.
class OneName : public EmptyStore {
 public:
  Result<std::vector<app::DeliveredContents>> contents(const app::OfRecordings&) const override {
    catalogue::Recording recording;
    recording.isrc = Isrc::parse("JPZZ02600001");
    recording.titles.push_back(catalogue::NameForm{.text = "夜の海"});
    app::DeliveredContents delivered{DeliveryId{1}, "recordings.csv", {}};
    delivered.contents.recordings.push_back(std::move(recording));
    return std::vector{delivered};
  }
};

class OneReading : public app::MorphologicalEngine {
 public:
  const std::string& name() const override { return name_; }
  Result<std::vector<localisation::MorphemePath>> analyse(std::string_view, size_t) override {
    localisation::Morpheme word;
    word.surface = "夜の海";
    word.word_class = localisation::WordClass::noun;
    word.kana = "ヨルノウミ";
    return std::vector{localisation::MorphemePath{{word}, 1}};
  }

 private:
  std::string name_ = "test";
};

// What the command line finds the server finds; without a dictionary it finds what is on file.
TEST(ServerSearch, FindsByReadingsNobodyStated) {
  WorldSource worlds(
      [] { return Result<std::unique_ptr<app::WorldStore>>(std::make_unique<OneName>()); },
      [] { return *Date::parse("2026-11-21"); });
  const auto hits = [](Site& site, const std::string& query) {
    const Request request{"GET", "/api/v1/find?q=" + query, "localhost:8787", "", "en", ""};
    return Json::parse(answer(request, site).body)["hits"];
  };
  Site without{worlds};
  EXPECT_TRUE(hits(without, "yorunoumi").empty());
  Site broken{worlds};
  broken.open_engine = [] { return fail("dictionary_missing"); };
  EXPECT_EQ(hits(broken, "%E5%A4%9C%E3%81%AE%E6%B5%B7").size(), 1u);
  EXPECT_TRUE(hits(broken, "yorunoumi").empty());
  Site with{worlds};
  with.open_engine = [] {
    return Result<std::unique_ptr<app::MorphologicalEngine>>(std::make_unique<OneReading>());
  };
  const Json found = hits(with, "yorunoumi");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["isrc"], "JPZZ02600001");
  EXPECT_EQ(found[0]["computed"], true);
}

}  // namespace
}  // namespace umikoe::http
