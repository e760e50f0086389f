#include "http/loopback_test.h"

namespace umikoe::http {
namespace {

TEST_F(Loopback, AnswersWithItsProtections) {
  const std::string answer = get("/healthz");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
  for (const char* line :
       {"Content-Security-Policy: default-src 'self';", "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin"}) {
    EXPECT_NE(answer.find(line), std::string::npos) << line;
  }
  EXPECT_TRUE(answer.ends_with("{\"status\":\"ok\"}"));
}

TEST_F(Loopback, HeadHasTheLengthAndNoBody) {
  const std::string answer =
      ask("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_NE(answer.find("Content-Length: 15\r\n"), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

TEST_F(Loopback, KeepsAConnectionForSeveralRequests) {
  const std::string one = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const std::string answers =
      ask(one + one + "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  size_t count = 0;
  for (size_t at = 0; (at = answers.find("HTTP/1.1 200", at)) != std::string::npos; ++at) ++count;
  EXPECT_EQ(count, 3u);
}

TEST_F(Loopback, RefusesOtherHosts) {
  EXPECT_TRUE(ask("GET /api/v1/world HTTP/1.1\r\nHost: rebound.example\r\n"
                  "Connection: close\r\n\r\n")
                  .starts_with("HTTP/1.1 421 "));
  EXPECT_TRUE(
      ask("GET /api/v1/world HTTP/1.1\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 421 "));
}

TEST_F(Loopback, RefusesHugeHeaders) {
  EXPECT_TRUE(
      get("/healthz", "X-Large: " + std::string(20000, 'a') + "\r\n").starts_with("HTTP/1.1 431 "));
}

TEST_F(Loopback, RefusesBodiesAndWriting) {
  EXPECT_TRUE(ask("GET /api/v1/world HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nabcd")
                  .starts_with("HTTP/1.1 413 "));
  EXPECT_TRUE(ask("POST /api/v1/world HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nabcd")
                  .starts_with("HTTP/1.1 405 "));
  EXPECT_TRUE(ask("POST /api/v1/imports?name=a.csv HTTP/1.1\r\nHost: localhost\r\n"
                  "Content-Length: 4\r\n\r\nabcd")
                  .starts_with("HTTP/1.1 403 "))
      << "a server that only reads";
  EXPECT_TRUE(ask("DELETE /api/v1/world HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .starts_with("HTTP/1.1 405 "));
}

TEST_F(Loopback, RefusesWhatIsNoRequest) {
  for (const char* bytes : {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 tls hello\r\n\r\n",
                            "GET\r\n\r\n", "GET /healthz HTTP/9.9\r\nHost: localhost\r\n\r\n",
                            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nBroken header\r\n\r\n"}) {
    EXPECT_TRUE(ask(bytes).starts_with("HTTP/1.1 400 ")) << bytes;
  }
  EXPECT_TRUE(get("/%zz").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(get("/..%2f..%2fetc%2fpasswd").starts_with("HTTP/1.1 404 "));
  EXPECT_TRUE(get("/" + std::string(9000, 'a')).starts_with("HTTP/1.1 414 "));
}

TEST_F(Loopback, SlowHeadersLoseTheirConnectionAndHoldUpNobody) {
  std::vector<std::unique_ptr<Wire>> slow;
  for (int i = 0; i < 40; ++i) {
    slow.push_back(std::make_unique<Wire>(server->port()));
    slow.back()->send("GET /healthz HTTP/1.1\r\nHost: loc");
  }
  EXPECT_TRUE(get("/healthz").starts_with("HTTP/1.1 200 "));
  for (const auto& wire : slow) EXPECT_EQ(wire->rest(), "");
}

TEST_F(Loopback, TooManyConnectionsAreToldSo) {
  stop();
  options.connections_max = 4;
  start();
  std::vector<std::unique_ptr<Wire>> held;
  for (int i = 0; i < 4; ++i) {
    held.push_back(std::make_unique<Wire>(server->port()));
    held.back()->send("GET /healthz HTTP/1.1\r\n");
  }
  EXPECT_TRUE(Wire(server->port()).rest().starts_with("HTTP/1.1 503 "));
}

TEST_F(Loopback, StopsWithConnectionsOpen) {
  const Wire idle(server->port());
  const Wire half(server->port());
  half.send("GET /heal");
  server->stop();
  threads.clear();
  server.reset();
  EXPECT_EQ(half.rest(), "");
  ASSERT_NO_FATAL_FAILURE(start());
}

TEST_F(Loopback, SaysThatAPortIsTaken) {
  ServerOptions same = options;
  same.port = server->port();
  const auto second = Server::listen(same, site);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "port_in_use");
}

}  // namespace
}  // namespace umikoe::http
