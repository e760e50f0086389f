#include "app/demo.h"
#include "app/why.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {

Result<int> run_why(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  const Arguments& arguments = command.arguments;
  const app::QuestionWords words{arguments.positional[0],    arguments.positional[1],
                                 arguments.value("--date"),  arguments.value("--use"),
                                 arguments.value("--model"), arguments.value("--service"),
                                 arguments.value("--as")};
  UMIKOE_TRY(const auto answer, app::why(*world, words, command.language));
  command.print(command.json() ? app::why_json(answer) + "\n"
                               : app::demo_banner(world->info(), command.language) +
                                     app::why_text(answer, command.language));
  return ok;
}

}  // namespace umikoe::cli
