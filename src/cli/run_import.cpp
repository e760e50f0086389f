#include <fmt/format.h>

#include "app/import_files.h"
#include "cli/import_map.h"
#include "app/number_words.h"
#include "base/limits.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

// Fixes or frees the day questions are about unless they name one.
Result<void> set_as_of(app::WorldStore& store, const app::WorldInfo& info,
                       const std::string& word) {
  if (word.empty()) return {};
  if (word == "none") return store.set_as_of(std::nullopt, info.demo);
  const auto date = Date::parse(word);
  if (!date) return fail("date_invalid_word", {{"date", word}});
  return store.set_as_of(date, info.demo);
}

}  // namespace

Result<int> run_import(const Command& command) {
  if (command.arguments.has("--map")) return run_import_map(command);
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto info, store->info());
  UMIKOE_TRY(set_as_of(*store, info, command.arguments.value("--as-of")));
  const Surroundings& outside = command.surroundings;
  app::ImportOptions options;
  options.viewer = access::local_viewer(info.organisation.id);
  options.received_at = outside.now;
  options.language = command.language;
  options.table_sender = command.arguments.value("--sender");
  options.in_order = outside.in_order;
  if (outside.err_is_terminal && !command.json()) {
    options.progress = [&](size_t number, size_t total, const std::string& path) {
      const std::string file = path.substr(path.find_last_of('/') + 1);
      outside.err(fmt::format("\r\033[K{}/{}  {}", number, total, file));
    };
  }
  UMIKOE_TRY(const auto report,
             app::import_files(*store, *outside.files, command.arguments.positional, options));
  if (options.progress) outside.err("\r\033[K");
  // The first files of a world get the first answer; later `umikoe world` repeats it.
  // Of a nation's plays it would take longer than the import, and all memory: then it says so.
  std::unique_ptr<app::LoadedWorld> world;
  UMIKOE_TRY(const int64_t rows, store->usage_rows());
  const bool many = rows > limits::first_answer_rows.value;
  if (info.generation == 0 && !many) {
    UMIKOE_TRY(world, app::LoadedWorld::load(*store, outside.today));
  }
  command.print(command.json() ? app::import_json(report, command.language, world.get()) + "\n"
                               : app::import_text(report, command.language, world.get()));
  if (info.generation == 0 && many && !command.json()) {
    command.print("\n" + messages::text(command.language, "first.many_plays",
                                         {{"rows", app::grouped(rows)}}) + "\n");
  }
  return report.any_rejected() ? rejected : ok;
}

}  // namespace umikoe::cli
