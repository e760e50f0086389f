#include "app/demo.h"
#include "app/find.h"
#include "cli/flag_number.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr size_t hits_usual = 20;

}  // namespace

Result<int> run_find(const Command& command) {
  const std::string& query = command.arguments.positional.front();
  UMIKOE_TRY(const size_t limit, flag_number(command, "--limit", hits_usual));
  UMIKOE_TRY(const auto engine,
             command.surroundings.open_engine(command.arguments.value("--engine")));
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto search, app::NameSearch::make(*world, engine.get()));
  const std::string banner = app::demo_banner(world->info(), command.language);
  if (command.arguments.has("--simulate")) {
    UMIKOE_TRY(const auto simulation, app::simulate_search(*world, search, query, *engine));
    command.print(command.json()
                      ? app::simulation_json(simulation) + "\n"
                      : banner + app::simulation_text(simulation, *world, command.language));
    return ok;
  }
  UMIKOE_TRY(const auto found, search.find(query, limit));
  if (command.json()) {
    command.print(app::found_json(found, query) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::found_csv(found));
  } else {
    command.print(banner + app::found_text(found, query, command.language));
  }
  return ok;
}

}  // namespace umikoe::cli
