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

}  // namespace umikoe::cli
