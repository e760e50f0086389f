#include "app/demo.h"
#include "app/json.h"
#include "app/number_words.h"
#include "app/world_summary.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

// Few files in the place of many; no answer changes.
Result<int> run_compact(const Command& command) {
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto done, store->compact());
  if (command.json()) {
    command.print(app::dump(app::Json{{"files_before", done.files_before},
                                      {"files_after", done.files_after},
                                      {"bytes_before", done.bytes_before},
                                      {"bytes_after", done.bytes_after},
                                      {"rows", done.rows}}) +
                  "\n");
    return ok;
  }
  const char* sentence = done.files_before == 0 ? "world.few_files" : "world.compacted";
  command.print(messages::text(command.language, sentence,
                               {{"rows", app::grouped(done.rows)},
                                {"before", app::grouped(done.files_before)},
                                {"after", app::grouped(done.files_after)},
                                {"bytes_before", app::grouped(done.bytes_before)},
                                {"bytes_after", app::grouped(done.bytes_after)}}) +
                "\n");
  return ok;
}

}  // namespace

Result<int> run_world(const Command& command) {
  const auto& words = command.arguments.positional;
  if (!words.empty() && words.front() == "compact") return run_compact(command);
  if (!words.empty()) {
    return fail("action_unknown", {{"verb", "world"}, {"action", words.front()}});
  }
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto markets,
             app::first_markets(*world, command.arguments.value("--territory")));
  command.print(command.json() ? app::world_json(*world, markets) + "\n"
                               : app::demo_banner(world->info(), command.language) +
                                     app::world_text(*world, command.language, markets));
  return ok;
}

}  // namespace umikoe::cli
