#include <array>
#include <utility>

#include "app/link_table.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

using Verdict = app::LinkDecision::Verdict;
constexpr std::array verdicts = std::to_array<std::pair<std::string_view, Verdict>>(
    {{"--same", Verdict::same}, {"--different", Verdict::different}, {"--undo", Verdict::undo}});

bool decides(const Command& command) {
  for (const auto& [flag, verdict] : verdicts) {
    if (command.arguments.has(flag)) return true;
  }
  return false;
}

Result<app::LinkReport> against_world(const Command& command, app::MorphologicalEngine& engine) {
  const std::string& path = command.arguments.positional.front();
  const auto& files = *command.surroundings.files;
  UMIKOE_TRY(const auto store, open_world(command, decides(command)));
  UMIKOE_TRY(auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(auto report, app::link_to_world(files, path, engine, *world));
  if (!decides(command)) return report;
  for (const auto& [flag, verdict] : verdicts) {
    for (const std::string& pair : command.arguments.all(flag)) {
      UMIKOE_TRY(app::decide_link(
          *store, *world, report,
          {verdict, pair, command.arguments.value("--by"), command.surroundings.now}));
    }
  }
  UMIKOE_TRY(world, app::LoadedWorld::load(*store, command.surroundings.today));
  return app::link_to_world(files, path, engine, *world);
}

Result<app::LinkReport> report_of(const Command& command, app::MorphologicalEngine& engine) {
  const std::string word = command.arguments.value("--kind");
  if (!word.empty() && word != "recording" && word != "artist") {
    return fail("link_kind_unknown", {{"kind", word}});
  }
  if (command.arguments.has("--world")) return against_world(command, engine);
  if (decides(command)) return fail("world_not_given");
  const auto kind = word == "artist" ? app::LinkKind::artist : app::LinkKind::recording;
  return app::link_table(*command.surroundings.files, command.arguments.positional.front(), kind,
                         engine);
}

}  // namespace

Result<int> run_link(const Command& command) {
  UMIKOE_TRY(const auto engine,
             command.surroundings.open_engine(command.arguments.value("--engine")));
  UMIKOE_TRY(const auto report, report_of(command, *engine));
  if (command.json()) {
    command.print(app::link_json(report) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::link_csv(report));
  } else {
    command.print(app::link_text(report, command.language));
  }
  return ok;
}

}  // namespace umikoe::cli
