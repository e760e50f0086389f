#include "main/serve.h"

#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <ctime>
#include <thread>
#include <vector>

#include "http/server.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

Date today() {
  return Date{static_cast<int32_t>(static_cast<int64_t>(std::time(nullptr)) / seconds_per_day)};
}

void wait_for_end(const sigset_t& signals) {
  int arrived = 0;
  sigwait(&signals, &arrived);
}

}  // namespace

Result<void> serve(const cli::ServeOrder& order) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  http::WorldSource worlds(
      [&] { return stores::open_world(order.world, stores::OpenMode::read); }, today);
  UMIKOE_TRY(worlds.current());  // a world that cannot be read is said now, not to the first reader
  http::Site site{worlds};
  http::ServerOptions options;
  options.port = order.port;
  UMIKOE_TRY(const auto server, http::Server::listen(options, site));
  std::vector<std::jthread> threads;
  const unsigned count = std::clamp(std::thread::hardware_concurrency(), 2u, 8u);
  for (unsigned i = 0; i < count; ++i) threads.emplace_back([&] { server->run(); });
  order.listening(server->port());
  wait_for_end(signals);
  server->stop();
  return {};
}

}  // namespace umikoe
