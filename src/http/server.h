#pragma once

#include <cstdint>
#include <memory>

#include "base/result.h"
#include "http/site.h"

namespace umikoe::http {

struct ServerOptions {
  uint16_t port = 8787;  // 0: any free one
  int connections_max = 512;
  int header_seconds = 10;  // to send a whole request head
  int idle_seconds = 60;    // between requests of one connection
  int write_seconds = 30;   // to take an answer
};

// A read-only HTTP/1.1 server on the loopback interface. Threads are the caller's: each that calls
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
