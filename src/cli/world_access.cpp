#include "cli/world_access.h"

namespace umikoe::cli {

Result<std::unique_ptr<app::WorldStore>> open_world(const Command& command, bool write) {
  const std::string directory = command.arguments.value("--world");
  if (directory.empty()) return fail("world_not_given");
  return command.surroundings.open_world(directory, write);
}

Result<std::unique_ptr<app::LoadedWorld>> load_world(const Command& command) {
  UMIKOE_TRY(const auto store, open_world(command, false));
  return app::LoadedWorld::load(*store, command.surroundings.today);
}

std::unique_ptr<app::MapFolder> open_maps(const Command& command) {
  return command.surroundings.open_maps(command.arguments.value("--world"));
}

app::Parallel parallel_of(const Command& command) {
  const app::InOrder& in_order = command.surroundings.in_order;
  return [&in_order](size_t count, const std::function<void(size_t)>& job) {
    in_order(count, job, [](size_t) { return true; });
  };
}

}  // namespace umikoe::cli
