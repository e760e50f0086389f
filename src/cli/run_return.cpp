#include <algorithm>

#include "app/nation.h"
#include "app/national_return.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {

using messages::text;

namespace {

// Rates stand in one flag, parted by semicolons, as in `umikoe revenue`.
std::vector<std::string> rates_of(std::string_view written) {
  std::vector<std::string> rates;
  while (!written.empty()) {
    const size_t end = std::min(written.find(';'), written.size());
    if (end > 0) rates.emplace_back(written.substr(0, end));
    written.remove_prefix(std::min(end + 1, written.size()));
  }
  return rates;
}

}  // namespace

Result<int> run_return(const Command& command) {
  const Arguments& arguments = command.arguments;
  const std::string name = arguments.value("--approve");
  const std::string path = arguments.value("--out");
  if (!name.empty() && path.empty()) return fail("return_out_needed");
  UMIKOE_TRY(const auto world, load_world(command));
  app::ReturnQuestion question;
  question.period = arguments.value("--period");
  question.contributor = arguments.value("--contributor");
  question.approved_by = name;
  question.rates = rates_of(arguments.value("--rate"));
  question.today = command.surroundings.today;
  UMIKOE_TRY(const auto file, app::national_return(*world, question));
  if (name.empty()) {
    // What is written would say who approved it; without an approval there is nothing to write.
    command.print(
        command.json()
            ? formats::returns::write_return(file)
            : app::return_text(file, command.language) + "\n" +
                  text(command.language, "return.preview", {{"period", file.period.name}}) + "\n");
    return ok;
  }
  UMIKOE_TRY(command.surroundings.sink->write(path, formats::returns::write_return(file)));
  command.print(
      command.json()
          ? formats::returns::write_return(file)
          : app::return_text(file, command.language) + "\n" +
                text(command.language, "return.written", {{"name", name}, {"path", path}}) + "\n");
  return ok;
}

Result<int> run_nation(const Command& command) {
  const Arguments& arguments = command.arguments;
  const bool close = arguments.has("--close");
  UMIKOE_TRY(const auto store, open_world(command, close));
  const std::string period = arguments.value("--period");
  const auto merged = [&]() -> Result<app::Nation> {
    UMIKOE_TRY(const auto returns, store->returns());
    UMIKOE_TRY(const auto log, store->edits());
    return app::nation(returns, log, period);
  };
  UMIKOE_TRY(auto nation, merged());
  if (close) {
    UMIKOE_TRY(const auto info, store->info());
    UMIKOE_TRY(app::close_period(*store, nation, arguments.value("--by"),
                                 access::local_viewer(info.organisation.id),
                                 command.surroundings.now));
    UMIKOE_TRY(nation, merged());
  }
  command.print(command.json()           ? app::nation_json(nation) + "\n"
                : arguments.has("--csv") ? app::nation_csv(nation)
                                         : app::nation_text(nation, command.language));
  return ok;
}

}  // namespace umikoe::cli
