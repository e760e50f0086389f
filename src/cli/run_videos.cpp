#include <charconv>

#include "app/demo.h"
#include "app/leaks.h"
#include "app/videos.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr size_t rows_for_people = 25;

}  // namespace

Result<int> run_videos(const Command& command) {
  const auto& words = command.arguments.positional;
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report, app::videos(*world, words.empty() ? "" : words.front()));
  if (command.json()) {
    command.print(app::videos_json(report, *world, command.language) + "\n");
  } else {
    command.print(app::demo_banner(world->info(), command.language) +
                  app::videos_text(report, *world, command.language));
  }
  return ok;
}

Result<int> run_leaks(const Command& command) {
  app::LeakQuestion question{command.arguments.value("--territory"),
                             command.arguments.value("--artist"), 0};
  const std::string limit = command.arguments.value("--limit");
  if (!limit.empty()) {
    const char* end = limit.data() + limit.size();
    const auto [at, error] = std::from_chars(limit.data(), end, question.limit);
    if (error != std::errc() || at != end) {
      return fail("number_invalid_word", {{"flag", "--limit"}, {"number", limit}});
    }
  }
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report, app::leaks(*world, question));
  if (command.json()) {
    command.print(app::leaks_json(report, *world) + "\n");
  } else {
    const size_t shown = question.limit == 0 ? rows_for_people : question.limit;
    command.print(app::demo_banner(world->info(), command.language) +
                  app::leaks_text(report, *world, command.language, shown));
  }
  return ok;
}

}  // namespace umikoe::cli
