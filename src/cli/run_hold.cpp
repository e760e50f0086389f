#include "app/held_back.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

using app::Hold;

Result<int> list(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  const auto viewer = access::local_viewer(world->info().organisation.id);
  command.print(command.json() ? app::holds_json(*world, viewer) + "\n"
                               : app::holds_text(*world, viewer, command.language));
  return ok;
}

void print(const Command& command, const Hold& hold, const access::Viewer& viewer,
           const char* heading) {
  command.print(command.json() ? app::hold_json(hold, viewer) + "\n"
                               : messages::text(command.language, heading) + "\n" +
                                     app::hold_text(hold, viewer, command.language));
}

}  // namespace

Result<int> run_hold(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.has("--list")) return list(command);
  app::HoldWords words;
  words.artist = arguments.value("--artist");
  words.label = arguments.value("--label");
  words.territory = arguments.value("--territory");
  words.region = arguments.value("--region");
  words.kind = arguments.value("--kind");
  words.until = arguments.value("--until");
  words.note = arguments.value("--note");
  words.by = arguments.value("--by");
  // `hold ISRC BR,FR`, or `hold BR,FR --artist NAME`.
  auto positional = arguments.positional;
  if (words.artist.empty() && words.label.empty() && !positional.empty()) {
    words.isrc = positional.front();
    positional.erase(positional.begin());
  }
  if (positional.size() > 1 || (!positional.empty() && !words.territory.empty())) {
    return fail("positional_extra", {{"word", positional.back()}, {"verb", "hold"}});
  }
  if (!positional.empty()) words.territory = positional.front();
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  const auto viewer = access::local_viewer(world->info().organisation.id);
  UMIKOE_TRY(const Hold hold,
             app::hold_back(*store, *world, words, viewer, command.surroundings.now));
  print(command, hold, viewer, "held_back.made");
  return ok;
}

Result<int> run_unhold(const Command& command) {
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  const auto viewer = access::local_viewer(world->info().organisation.id);
  UMIKOE_TRY(const Hold hold,
             app::let_go(*store, *world, command.arguments.positional.front(),
                         command.arguments.value("--by"), viewer, command.surroundings.now));
  print(command, hold, viewer, "held_back.ended");
  return ok;
}

}  // namespace umikoe::cli
