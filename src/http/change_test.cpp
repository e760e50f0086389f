// Who may change what, and how uploads that go wrong end.

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "http/desk.h"
#include "http/loopback_test.h"

namespace umikoe::http {
namespace {

// No file of this machine: what is uploaded in tests is not read.
class NoFiles final : public app::FileSource {
 public:
  Result<std::vector<std::string>> files_at(const std::string& path) const override {
    return std::vector{path};
  }
  Result<std::unique_ptr<app::FileReader>> open(const std::string& path) const override {
    return fail("file_unreadable", {{"path", path}});
  }
};

// A desk whose world can be opened, or not, and whose files lie in a folder of the test's own.
class DeskInFolder {
 public:
  DeskInFolder() = default;
  ~DeskInFolder() { std::filesystem::remove_all(folder_); }
  DeskInFolder(const DeskInFolder&) = delete;
  DeskInFolder& operator=(const DeskInFolder&) = delete;

  // Once the connections that ended have let go of their files.
  size_t entries_at_last() const {
    for (int i = 0; i < 60 && entries() > 0; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return entries();
  }
  size_t entries() const {
    const std::filesystem::path incoming = folder_ + "/incoming";
    if (!std::filesystem::exists(incoming)) return 0;
    return static_cast<size_t>(std::distance(std::filesystem::directory_iterator(incoming), {}));
  }

 private:
  static std::string new_folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "umikoe-desk-XXXXXX";
    if (!mkdtemp(pattern.data())) std::abort();
    return pattern;
  }

  std::string folder_ = new_folder();  // before all that lies in it
  NoFiles files_;

 public:
  std::string open_fails_with;  // a code word
  Desk desk{"00112233445566778899aabbccddeeff",
            [this]() -> Result<std::unique_ptr<app::WorldStore>> {
              if (!open_fails_with.empty()) return fail(open_fails_with.c_str());
              return std::make_unique<EmptyStore>();
            },
            [] { return Instant{1'795'000'000}; }, files_, IncomingFiles(folder_ + "/incoming")};
};

using Json = nlohmann::json;

Request change(const std::string& target, const std::string& body) {
  Request request{"POST", target, "127.0.0.1:8787", "", "en", ""};
  request.origin = "http://127.0.0.1:8787";
  request.fetch_site = "same-origin";
  request.token = "00112233445566778899aabbccddeeff";
  request.content_type = "application/json; charset=utf-8";
  request.body = body;
  return request;
}

class Changes : public testing::Test {
 protected:
  std::string code_of(const Request& request) {
    const Response response = answer(request, site);
    const Json body = Json::parse(response.body);
    return body.contains("error") ? std::string(body["error"]["code"]) : "";
  }
  unsigned status_of_answer(const Request& request) { return answer(request, site).status; }

  WorldSource worlds = empty_world();
  DeskInFolder around;
  Site site{worlds, &around.desk};
};

constexpr const char* discard = "/api/v1/imports/discard";

TEST_F(Changes, ComeFromOurOwnPagesOnly) {
  const Request good = change(discard, R"({"id":"abcdef"})");
  EXPECT_EQ(code_of(good), "upload_unknown") << "it got as far as looking for the file";
  for (const char* origin :
       {"", "null", "http://127.0.0.1:3000", "https://127.0.0.1:8787", "http://localhost:8787",
        "http://evil.example", "http://127.0.0.1:8787.evil.example", "http://127.0.0.1:87870"}) {
    Request other = good;
    other.origin = origin;
    EXPECT_EQ(code_of(other), "origin_refused") << origin;
    EXPECT_EQ(status_of_answer(other), 403u);
  }
  for (const char* site_word : {"cross-site", "same-site", "none"}) {
    Request other = good;
    other.fetch_site = site_word;
    EXPECT_EQ(code_of(other), "origin_refused") << site_word;
  }
  Request old_browser = good;
  old_browser.fetch_site = "";
  EXPECT_EQ(code_of(old_browser), "upload_unknown");
}

TEST_F(Changes, NeedTheTokenOfThisRun) {
  const Request good = change(discard, R"({"id":"abcdef"})");
  for (const char* token :
       {"", "0", "00112233445566778899aabbccddeefe", "00112233445566778899aabbccddeeff0",
        "00112233445566778899AABBCCDDEEFF"}) {
    Request other = good;
    other.token = token;
    EXPECT_EQ(code_of(other), "token_refused") << token;
    EXPECT_EQ(status_of_answer(other), 403u);
  }
}

TEST_F(Changes, AnEmptyTokenIsNoToken) {
  around.desk.token.clear();
  Request request = change(discard, "{}");
  request.token.clear();
  EXPECT_EQ(code_of(request), "token_refused");
}

TEST_F(Changes, RebindingIsRefusedFirst) {
  Request request = change(discard, "{}");
  request.host = "rebound.example";
  request.origin = "http://rebound.example";
  EXPECT_EQ(status_of_answer(request), 421u);
}

TEST_F(Changes, OnlyJsonOrAFile) {
  for (const char* type :
       {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
        "application/jsonp", "application/octet-stream"}) {
    Request request = change(discard, "{}");
    request.content_type = type;
    EXPECT_EQ(status_of_answer(request), 415u) << type;
  }
  Request request = change("/api/v1/imports?name=a.csv", "");
  EXPECT_EQ(code_of(request), "content_type_refused");
}

TEST_F(Changes, AServerThatOnlyReadsSaysSo) {
  site.desk = nullptr;
  EXPECT_EQ(code_of(change(discard, "{}")), "read_only");
  const Json session =
      Json::parse(answer({"GET", "/api/v1/session", "localhost", "", "", ""}, site).body);
  EXPECT_EQ(session["edit"], false);
  EXPECT_TRUE(session["token"].is_null());
}

TEST_F(Changes, TheTokenIsNeverKeptByACache) {
  const Response session = answer({"GET", "/api/v1/session", "localhost", "", "", ""}, site);
  EXPECT_EQ(session.cache_control, "no-store");
  EXPECT_EQ(Json::parse(session.body)["token"], around.desk.token);
}

TEST_F(Changes, MethodsThatAreNotThereAreNamed) {
  Response response = answer(change("/api/v1/world", "{}"), site);
  EXPECT_EQ(response.status, 405u);
  EXPECT_EQ(response.allow, "GET, HEAD");
  response = answer({"GET", discard, "localhost", "", "", ""}, site);
  EXPECT_EQ(response.status, 405u);
  EXPECT_EQ(response.allow, "POST");
  Request put = change("/api/v1/imports", "");
  put.method = "PUT";
  response = answer(put, site);
  EXPECT_EQ(response.status, 405u);
  EXPECT_EQ(response.allow, "GET, HEAD, POST");
  EXPECT_EQ(status_of_answer(change("/api/v1/nowhere", "{}")), 404u);
}

TEST_F(Changes, BodiesThatAreNoObjectAreRefused) {
  for (const char* body : {"", "{", "[]", "null", "\"id\"", "{\"id\":1}", "{\"id\":null}", "{}",
                           "{\"id\":\"\xff\"}"}) {
    EXPECT_EQ(code_of(change(discard, body)), "body_invalid") << body;
  }
  const std::string deep(100'000, '[');
  EXPECT_EQ(code_of(change(discard, deep)), "body_invalid");
}

TEST_F(Changes, ATranslationNeedsAnActionAUnitAndAName) {
  const char* path = "/api/v1/translations";
  EXPECT_EQ(code_of(change(path, R"({"unit":"recording:title:en:X","by":"a"})")), "body_invalid");
  EXPECT_EQ(code_of(change(path, R"({"action":"nap","unit":"recording:title:en:X","by":"a"})")),
            "translate_action_unknown");
  EXPECT_EQ(code_of(change(path, R"({"action":"review","unit":"X","by":"a"})")),
            "unit_key_invalid");
  EXPECT_EQ(code_of(change(path, R"({"action":"review","unit":"recording:title:en:X","by":""})")),
            "unit_by_needed");
  EXPECT_EQ(code_of(change(path, R"({"action":"review","unit":"recording:title:en:X","by":"a"})")),
            "unit_source_unknown");
}

TEST_F(Changes, AnIdIsNeverAPath) {
  for (const char* id : {"../../etc", "..", ".", "", "abcde/", "abcdefg", "/etc/p"}) {
    EXPECT_EQ(code_of(change(discard, Json{{"id", id}}.dump())), "upload_unknown") << id;
  }
}

TEST_F(Changes, AWorldInUseIsAConflictAndNothingIsKept) {
  auto file = around.desk.incoming.begin("a.csv", 3);
  ASSERT_TRUE(file);
  ASSERT_TRUE(file->write(std::string_view("a,b")));
  around.open_fails_with = "world_in_use";
  Request request = change("/api/v1/imports?name=a.csv", "");
  request.content_type = "application/octet-stream";
  request.upload = *file->finish();
  EXPECT_EQ(status_of_answer(request), 409u);
  EXPECT_EQ(around.entries(), 0u);
}

TEST_F(Changes, NamesOfFilesAreNamesOnly) {
  EXPECT_EQ(*upload_name("folder/原盤契約台帳.xlsx"), "原盤契約台帳.xlsx");
  EXPECT_EQ(*upload_name("C:\\desk\\a.csv"), "a.csv");
  for (const std::string& name :
       {std::string(), std::string("/"), std::string("a/.."), std::string(".part"),
        std::string(".htaccess"), std::string("a\nb"), std::string(300, 'a')}) {
    EXPECT_FALSE(upload_name(name)) << name;
  }
}

TEST_F(Changes, AFileThatWasCutOffLeavesNothing) {
  { const auto file = around.desk.incoming.begin("a.csv", 0); }
  EXPECT_EQ(around.entries(), 0u);
  EXPECT_EQ(around.desk.incoming.begin("a.csv", int64_t{1} << 60).error().code, "disk_full");
  EXPECT_EQ(around.entries(), 0u);
}

// A server that takes changes, spoken to byte by byte.
class EditingServer : public Loopback {
 protected:
  void SetUp() override {
    site.desk = &around.desk;
    Loopback::SetUp();
  }
  std::string head(const std::string& target, const std::string& more) const {
    const std::string port = std::to_string(server->port());
    return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port +
           "\r\nOrigin: http://127.0.0.1:" + port + "\r\nX-Umikoe-Token: " + around.desk.token +
           "\r\n" + more + "\r\n";
  }
  std::string upload_head(const std::string& more) const {
    return head("/api/v1/imports?name=a.csv", "Content-Type: application/octet-stream\r\n" + more);
  }

  DeskInFolder around;
};

TEST_F(EditingServer, TakesJsonAndAFile) {
  const std::string json = R"({"id":"abcdef"})";
  EXPECT_TRUE(ask(head(discard,
                       "Content-Type: application/json\r\nConnection: close\r\n"
                       "Content-Length: " +
                           std::to_string(json.size()) + "\r\n") +
                  json)
                  .starts_with("HTTP/1.1 404 "));
  // The test's files cannot be read, so the import fails where it would read them.
  const std::string answer =
      ask(upload_head("Connection: close\r\nContent-Length: 4\r\n") + "abcd");
  EXPECT_NE(answer.find("file_unreadable"), std::string::npos) << answer;
  EXPECT_EQ(around.entries_at_last(), 0u);
}

TEST_F(EditingServer, TakesAFileInChunks) {
  const std::string answer =
      ask(upload_head("Connection: close\r\nTransfer-Encoding: chunked\r\n") +
          "4\r\nabcd\r\n3\r\nefg\r\n0\r\n\r\n");
  EXPECT_NE(answer.find("file_unreadable"), std::string::npos) << answer;
}

TEST_F(EditingServer, InvitesClientsThatAskFirst) {
  const Wire wire(server->port());
  wire.send(upload_head("Expect: 100-continue\r\nConnection: close\r\nContent-Length: 4\r\n"));
  wire.send("abcd");
  EXPECT_TRUE(wire.rest().starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 "));
}

TEST_F(EditingServer, RefusesBeforeTheBodyIsRead) {
  const std::string huge = "Content-Length: 3000000000\r\n";
  EXPECT_TRUE(ask(upload_head(huge)).starts_with("HTTP/1.1 413 "));
  EXPECT_TRUE(
      ask(head(discard, "Content-Type: application/json\r\n" + huge)).starts_with("HTTP/1.1 413 "));
  EXPECT_TRUE(ask("POST /api/v1/imports?name=a HTTP/1.1\r\nHost: localhost\r\n" + huge + "\r\n")
                  .starts_with("HTTP/1.1 403 "));
  EXPECT_TRUE(ask(head("/api/v1/imports?name=.x",
                       "Content-Type: application/octet-stream\r\nContent-Length: 1\r\n"))
                  .starts_with("HTTP/1.1 400 "));
  EXPECT_EQ(around.entries_at_last(), 0u);
}

TEST_F(EditingServer, JsonThatIsTooLargeInChunksIsRefused) {
  std::string chunk = "10000\r\n" + std::string(0x10000, ' ') + "\r\n";
  std::string body;
  for (int i = 0; i < 20; ++i) body += chunk;
  EXPECT_TRUE(ask(head(discard,
                       "Content-Type: application/json\r\n"
                       "Transfer-Encoding: chunked\r\n") +
                  body)
                  .starts_with("HTTP/1.1 413 "));
}

TEST_F(EditingServer, SlowBodiesAreDroppedAndHoldUpNobody) {
  std::vector<std::unique_ptr<Wire>> slow;
  for (int i = 0; i < 6; ++i) {
    slow.push_back(std::make_unique<Wire>(server->port()));
    slow.back()->send(upload_head("Content-Length: 1000\r\n") + "abc");
  }
  const Wire json(server->port());
  json.send(head(discard, "Content-Type: application/json\r\nContent-Length: 1000\r\n") + "{");
  EXPECT_TRUE(get("/healthz").starts_with("HTTP/1.1 200 "));
  for (const auto& wire : slow) EXPECT_EQ(wire->rest(), "");
  EXPECT_EQ(json.rest(), "");
  EXPECT_EQ(around.entries_at_last(), 0u);
}

TEST_F(EditingServer, AFileThatDripsIsEndedByItsWholeTime) {
  stop();
  options.upload_seconds = 1;
  options.body_seconds = 30;
  start();
  const Wire wire(server->port());
  wire.send(upload_head("Content-Length: 1000\r\n"));
  for (int i = 0; i < 15; ++i) {
    wire.send("a");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_EQ(wire.rest(), "");
  EXPECT_EQ(around.entries_at_last(), 0u);
}

TEST_F(EditingServer, ConnectionsThatBreakOffLeaveNothing) {
  {
    const Wire wire(server->port());
    wire.send(upload_head("Content-Length: 1000\r\n") + "abc");
  }
  {
    const Wire wire(server->port());
    wire.send(upload_head("Transfer-Encoding: chunked\r\n") + "zz\r\nabc");
  }
  EXPECT_EQ(around.entries_at_last(), 0u);
  EXPECT_TRUE(get("/healthz").starts_with("HTTP/1.1 200 "));
}

TEST_F(EditingServer, OnlySoManyFilesAtOnce) {
  std::vector<std::unique_ptr<Wire>> held;
  for (int i = 0; i < limits::uploads_at_once.value; ++i) {
    held.push_back(std::make_unique<Wire>(server->port()));
    held.back()->send(upload_head("Content-Length: 1000\r\n") + "abc");
  }
  for (int i = 0; i < 50 && around.entries() < held.size(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  EXPECT_TRUE(ask(upload_head("Content-Length: 1000\r\n")).starts_with("HTTP/1.1 503 "));
}

TEST_F(EditingServer, StopsWhileAFileIsOnItsWay) {
  const Wire wire(server->port());
  wire.send(upload_head("Content-Length: 1000\r\n") + "abc");
  server->stop();
  threads.clear();
  server.reset();
  EXPECT_EQ(around.entries_at_last(), 0u);
  ASSERT_NO_FATAL_FAILURE(start());
}

}  // namespace
}  // namespace umikoe::http
