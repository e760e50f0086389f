#include "app/demo.h"
#include "app/world_readiness.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {

Result<int> run_readiness(const Command& command) {
  const auto& words = command.arguments.positional;
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report,
             app::readiness_report(*world, {words.empty() ? "" : words.front(),
                                            command.arguments.value("--language"),
                                            command.arguments.value("--territory"),
                                            command.arguments.value("--artist")}));
  if (command.json()) {
    command.print(app::readiness_json(report, *world) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::readiness_csv(report, *world));
  } else {
    command.print(app::demo_banner(world->info(), command.language) +
                  app::readiness_text(report, *world, command.language));
  }
  return ok;
}

}  // namespace umikoe::cli
