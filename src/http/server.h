#pragma once

#include <cstdint>
#include <memory>

#include "base/limits.h"
#include "base/result.h"
#include "http/site.h"

namespace umikoe::http {

struct ServerOptions {
  uint16_t port = 8787;  // 0: any free one
  int64_t connections_max = limits::http_connections.value;
  int64_t header_seconds = limits::http_header_seconds.value;  // to send a whole request head
  int64_t idle_seconds = limits::http_idle_seconds.value;      // between requests
  int64_t write_seconds = limits::http_write_seconds.value;    // to take an answer
  // To send JSON, or the next piece of a file.
  int64_t body_seconds = limits::http_body_seconds.value;
  int64_t upload_seconds = limits::upload_seconds.value;   // to send a whole file
};

// An HTTP/1.1 server on the loopback interface. Threads are the caller's: each that calls
// run() serves until stop().
class Server {
 public:
  // Error: port_in_use.
  static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Site& site);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  uint16_t port() const;
  void run();
  void stop();  // from any thread, any number of times

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace umikoe::http
