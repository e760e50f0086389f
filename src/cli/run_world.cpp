#include "app/demo.h"
#include "app/world_summary.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {

Result<int> run_world(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto markets,
             app::first_markets(*world, command.arguments.value("--territory")));
  command.print(command.json() ? app::world_json(*world, markets) + "\n"
                               : app::demo_banner(world->info(), command.language) +
                                     app::world_text(*world, command.language, markets));
  return ok;
}

}  // namespace umikoe::cli
