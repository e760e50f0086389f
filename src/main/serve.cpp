#include "main/serve.h"

#include <fmt/format.h>
#include <pthread.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <ctime>
#include <optional>
#include <thread>
#include <vector>

#include "engines/mecab_engine.h"
#include "http/desk.h"
#include "http/server.h"
#include "stores/disk_files.h"
#include "stores/embedded_store.h"

namespace umikoe {
namespace {

Date today() { return day_of_seconds(static_cast<int64_t>(std::time(nullptr))); }

void wait_for_end(const sigset_t& signals) {
  int arrived = 0;
  sigwait(&signals, &arrived);
}

// A world that is not there yet, or has an older schema, is made or brought up to date by opening
// it to write; every other one is left alone until the first change.
Result<void> make_ready(const std::string& world) {
  const auto read = stores::open_world(world, stores::OpenMode::read);
  if (read) return {};
  const std::string& code = read.error().code;
  if (code != "no_such_world" && code != "world_too_old") return std::unexpected(read.error());
  UMIKOE_TRY(stores::open_world(world, stores::OpenMode::write));
  return {};
}

// 128 bits from the system, in hexadecimal.
Result<std::string> random_token() {
  std::array<unsigned char, 16> bytes = {};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return fail("internal", {{"what", "no random numbers"}});
  }
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

}  // namespace

Result<void> serve(const cli::ServeOrder& order) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  if (order.edit) UMIKOE_TRY(make_ready(order.world));
  http::WorldSource worlds([&] { return stores::open_world(order.world, stores::OpenMode::read); },
                           today);
  UMIKOE_TRY(worlds.current());  // a world that cannot be read is said now, not to the first reader
  http::Site site{worlds};
  site.open_engine = [] { return engines::open_mecab(engines::Dictionary::ipadic); };
  const auto files = stores::disk_files();
  std::optional<http::Desk> desk;
  if (order.edit) {
    UMIKOE_TRY(std::string token, random_token());
    desk.emplace(http::Desk{
        std::move(token), [&] { return stores::open_world(order.world, stores::OpenMode::write); },
        [] { return Instant{static_cast<int64_t>(std::time(nullptr))}; }, *files,
        http::IncomingFiles(order.world + "/incoming")});
    desk->incoming.sweep();
    site.desk = &*desk;
  }
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
