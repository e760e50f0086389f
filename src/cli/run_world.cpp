#include "app/demo.h"
#include "app/gap_map/map_answers.h"
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

// Compiles the world's answers into a new map.
Result<int> run_map(const Command& command) {
  UMIKOE_TRY(const auto store, open_world(command, false));
  const auto maps = open_maps(command);
  UMIKOE_TRY(const auto made, app::MapAnswers::make(*store, *maps, command.surroundings.today,
                                                    parallel_of(command)));
  const std::string name = app::WorldMap::name_of(made.map().generation());
  if (command.json()) {
    command.print(app::dump(app::Json{{"map", name},
                                      {"generation", made.map().generation()},
                                      {"day", made.map().words().today.to_string()},
                                      {"recordings", made.recordings()}}) +
                  "\n");
    return ok;
  }
  command.print(messages::text(command.language, "world.mapped",
                               {{"name", name},
                                {"recordings", app::grouped(static_cast<int64_t>(
                                                   made.recordings()))}}) +
                "\n");
  return ok;
}

}  // namespace

Result<int> run_world(const Command& command) {
  const auto& words = command.arguments.positional;
  if (!words.empty() && words.front() == "compact") return run_compact(command);
  if (!words.empty() && words.front() == "map") return run_map(command);
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
