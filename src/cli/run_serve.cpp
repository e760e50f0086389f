#include <charconv>

#include "cli/verbs.h"

namespace umikoe::cli {
namespace {

constexpr uint16_t default_port = 8787;

Result<uint16_t> port_of(const std::string& written) {
  if (written.empty()) return default_port;
  uint16_t port = 0;
  const char* end = written.data() + written.size();
  const auto [stopped, error] = std::from_chars(written.data(), end, port);
  if (error != std::errc() || stopped != end) return fail("port_invalid", {{"port", written}});
  return port;
}

}  // namespace

Result<int> run_serve(const Command& command) {
  const Arguments& arguments = command.arguments;
  ServeOrder order;
  order.world =
      arguments.positional.empty() ? arguments.value("--world") : arguments.positional.front();
  if (order.world.empty()) return fail("world_not_given");
  UMIKOE_TRY(order.port, port_of(arguments.value("--port")));
  order.edit = arguments.has("--edit");
  order.listening = [&](uint16_t port) {
    command.print(messages::text(command.language, "serve.listening",
                                 {{"port", std::to_string(port)}}) + "\n");
    if (order.edit) command.print(messages::text(command.language, "serve.editing") + "\n");
  };
  UMIKOE_TRY(command.surroundings.serve(order));
  return ok;
}

}  // namespace umikoe::cli
