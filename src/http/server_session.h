#pragma once

#include <atomic>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "http/server.h"

namespace umikoe::http {

// Serves one connection until it ends, asks for the end, breaks a rule or takes too long. Only
// server_*.cpp may include this: Boost.Beast costs half a minute of compiling.
boost::asio::awaitable<void> serve_connection(boost::asio::ip::tcp::socket socket, Site& site,
                                              const ServerOptions& options,
                                              std::atomic<int>& open_connections);

}  // namespace umikoe::http
