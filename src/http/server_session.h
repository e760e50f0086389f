#pragma once

#include <atomic>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "http/server.h"

namespace boost::asio {
class thread_pool;
}

namespace umikoe::http {

// What all connections share.
struct Connections {
  Site& site;
  const ServerOptions& options;
  // Changes are made here, one after another: a long import must not hold up the pages.
  boost::asio::thread_pool& changes;
  std::atomic<int64_t> open{0};
  std::atomic<int64_t> uploads{0};
};

// Serves one connection until it ends, asks for the end, breaks a rule or takes too long. Only
// server_*.cpp may include this: Boost.Beast costs half a minute of compiling.
boost::asio::awaitable<void> serve_connection(boost::asio::ip::tcp::socket socket,
                                              Connections& shared);

}  // namespace umikoe::http
