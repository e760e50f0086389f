#include "app/link_table.h"
#include "cli/verbs.h"

namespace umikoe::cli {

Result<int> run_link(const Command& command) {
  const std::string word = command.arguments.value("--kind");
  if (!word.empty() && word != "recording" && word != "artist") {
    return fail("link_kind_unknown", {{"kind", word}});
  }
  const auto kind = word == "artist" ? app::LinkKind::artist : app::LinkKind::recording;
  UMIKOE_TRY(const auto engine,
             command.surroundings.open_engine(command.arguments.value("--engine")));
  UMIKOE_TRY(const auto report,
             app::link_table(*command.surroundings.files, command.arguments.positional.front(),
                             kind, *engine));
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
