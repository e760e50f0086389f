#include "app/demo.h"
#include "app/revenue.h"
#include "cli/flag_number.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr size_t rows_for_people = 30;

}  // namespace

Result<int> run_revenue(const Command& command) {
  const Arguments& arguments = command.arguments;
  const app::RevenueQuestion question{arguments.value("--territory"), arguments.value("--artist"),
                                      arguments.value("--month"), arguments.value("--by"),
                                      parted(arguments.value("--rate"))};
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto ledger, app::revenue(*world, question));
  if (command.json()) {
    command.print(app::revenue_json(ledger, *world) + "\n");
  } else if (arguments.has("--csv")) {
    command.print(app::revenue_csv(ledger, *world));
  } else {
    command.print(app::demo_banner(world->info(), command.language) +
                  app::revenue_text(ledger, *world, command.language, rows_for_people));
  }
  return ok;
}

}  // namespace umikoe::cli
