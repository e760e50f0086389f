#include <fmt/format.h>

#include "app/check.h"
#include "app/demo.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

// Reads back every file of the world instead of asking about the catalogue.
Result<int> verify(const Command& command) {
  UMIKOE_TRY(const auto store, open_world(command, false));
  UMIKOE_TRY(const auto findings, store->verify());
  for (const auto& finding : findings) {
    command.print(fmt::format("[{}] {}\n", finding.code,
                              messages::sentence(command.language, finding)));
  }
  if (findings.empty()) command.print(messages::text(command.language, "check.verified") + "\n");
  return findings.empty() ? ok : failure;
}

}  // namespace

Result<int> run_check(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.has("--rules")) {
    command.print(command.json() ? app::rules_json(command.language) + "\n"
                                 : app::rules_text(command.language));
    return ok;
  }
  if (arguments.has("--verify")) return verify(command);
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report,
             app::check(*world, {arguments.value("--rule"), arguments.value("--query")}));
  if (command.json()) {
    command.print(app::check_json(report, command.language) + "\n");
  } else if (arguments.has("--csv")) {
    command.print(app::check_csv(report, command.language));
  } else {
    command.print(app::demo_banner(world->info(), command.language) +
                  app::check_text(report, command.language));
  }
  return ok;
}

}  // namespace umikoe::cli
