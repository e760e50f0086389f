#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "http/server_session.h"

namespace umikoe::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

struct Server::State {
  State(const ServerOptions& asked, Site& site) : options(asked), shared{site, options, changes} {}

  ServerOptions options;
  Connections shared;
  asio::io_context context;
  tcp::acceptor acceptor{context};
  // Destroyed first, once the change it is at has ended.
  asio::thread_pool changes{1};
};

namespace {

asio::awaitable<void> accept_connections(tcp::acceptor& acceptor, Connections& shared) {
  auto executor = acceptor.get_executor();
  for (;;) {
    error_code error;
    tcp::socket socket =
        co_await acceptor.async_accept(asio::make_strand(executor),
                                       asio::redirect_error(asio::use_awaitable, error));
    if (error == asio::error::operation_aborted) co_return;
    if (error) {
      // Out of file descriptors, most likely: wait for some connections to end.
      asio::steady_timer pause(executor, std::chrono::milliseconds(100));
      co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      continue;
    }
    socket.set_option(tcp::no_delay(true), error);
    ++shared.open;
    auto strand = socket.get_executor();
    asio::co_spawn(strand, serve_connection(std::move(socket), shared), asio::detached);
  }
}

}  // namespace

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const ServerOptions& options, Site& site) {
  auto state = std::make_unique<State>(options, site);
  error_code error;
  const tcp::endpoint here(asio::ip::address_v4::loopback(), options.port);
  tcp::acceptor& acceptor = state->acceptor;
  acceptor.open(here.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(here, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return fail("port_in_use", {{"port", std::to_string(options.port)}});
  asio::co_spawn(state->context, accept_connections(acceptor, state->shared), asio::detached);
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() { state_->context.run(); }

void Server::stop() { state_->context.stop(); }

}  // namespace umikoe::http
