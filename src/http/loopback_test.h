#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "http/empty_world.h"
#include "http/server.h"

namespace umikoe::http {

// A client that sends exactly the bytes it is given, however wrong they are.
class Wire {
 public:
  explicit Wire(uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{8, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Wire() { close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may have had enough
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
  }
  // Everything up to the end of the connection.
  std::string rest() const {
    std::string all;
    char buffer[4096];
    for (ssize_t got; (got = recv(socket_, buffer, sizeof buffer, 0)) > 0;) {
      all.append(buffer, static_cast<size_t>(got));
    }
    return all;
  }

 private:
  int socket_;
  bool connected_ = false;
};

class Loopback : public testing::Test {
 protected:
  void SetUp() override {
    options.port = 0;
    options.header_seconds = 1;
    options.idle_seconds = 1;
    options.body_seconds = 1;
    start();
  }
  void TearDown() override { stop(); }

  void start() {
    auto made = Server::listen(options, site);
    ASSERT_TRUE(made) << made.error().code;
    server = std::move(*made);
    for (int i = 0; i < 2; ++i) threads.emplace_back([this] { server->run(); });
  }
  void stop() {
    server->stop();
    threads.clear();
  }
  std::string ask(std::string_view bytes) {
    const Wire wire(server->port());
    EXPECT_TRUE(wire.connected());
    wire.send(bytes);
    return wire.rest();
  }
  std::string get(const std::string& target, const std::string& more = "") {
    return ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more +
               "\r\n");
  }

  WorldSource worlds = empty_world();
  Site site{worlds};
  ServerOptions options;
  std::unique_ptr<Server> server;
  std::vector<std::jthread> threads;
};

}  // namespace umikoe::http
