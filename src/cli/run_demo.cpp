#include <fmt/format.h>

#include "app/demo.h"
#include "cli/verbs.h"

namespace umikoe::cli {

Result<int> run_demo(const Command& command) {
  std::string directory = command.arguments.positional.front();
  while (directory.size() > 1 && directory.ends_with('/')) directory.pop_back();
  const Surroundings& outside = command.surroundings;
  UMIKOE_TRY(const auto store, outside.open_world(directory, true));
  UMIKOE_TRY(const auto info, store->info());
  app::DemoOptions options;
  options.viewer = access::local_viewer(info.organisation.id);
  options.language = command.language;
  if (outside.err_is_terminal && !command.json()) {
    options.progress = [&](size_t number, size_t total, const std::string& path) {
      const std::string file = path.substr(path.find_last_of('/') + 1);
      outside.err(fmt::format("\r\033[K{}/{}  {}", number, total, file));
    };
  }
  UMIKOE_TRY(const auto report,
             app::make_demo(*store, *outside.files, *outside.sink, directory, options));
  if (options.progress) outside.err("\r\033[K");
  command.print(command.json() ? app::demo_json(report) + "\n"
                               : app::demo_text(report, command.language));
  return ok;
}

}  // namespace umikoe::cli
