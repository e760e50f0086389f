#include <array>

#include "app/demand/alarm_report.h"
#include "app/demand/beside.h"
#include "app/demand/entries_file.h"
#include "app/demand/evidence.h"
#include "app/demand/exports.h"
#include "app/demand/forecast_file.h"
#include "app/demand/latent_file.h"
#include "app/demand/reference.h"
#include "app/demand/series.h"
#include "app/demo.h"
#include "cli/flag_number.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr size_t rows_usual = 20;

// The word after the action; empty where there is none.
std::string word_of(const Command& command) {
  const auto& words = command.arguments.positional;
  return words.size() > 1 ? words[1] : std::string();
}

Result<std::string> file_of(const Command& command) {
  std::string path = word_of(command);
  if (path.empty()) {
    return fail("demand_file_needed", {{"action", command.arguments.positional.front()}});
  }
  return path;
}

std::string origins_of(const Command& command) {
  return command.arguments.value("--origin") + "," + command.arguments.value("--origins");
}

Result<int> run_forecast(const Command& command) {
  UMIKOE_TRY(const std::string path, file_of(command));
  UMIKOE_TRY(const size_t horizon, flag_number(command, "--horizon", 4));
  UMIKOE_TRY(const size_t rows, flag_number(command, "--limit", rows_usual));
  const app::ForecastQuestion question{
      .level = command.arguments.value("--level"),
      .horizon = static_cast<int32_t>(std::min<size_t>(horizon, INT32_MAX)),
      .origins = origins_of(command),
      .week_start = command.arguments.value("--week-start")};
  UMIKOE_TRY(const auto answer, app::forecast_file(*command.surroundings.files, path, question));
  command.print(command.json() ? app::forecast_json(answer)
                : command.arguments.has("--csv")
                    ? app::forecast_csv(answer)
                    : app::forecast_text(answer, command.language, rows));
  return ok;
}

Result<int> run_entries(const Command& command) {
  UMIKOE_TRY(const std::string path, file_of(command));
  UMIKOE_TRY(const size_t rows, flag_number(command, "--limit", rows_usual));
  UMIKOE_TRY(const auto answer,
             app::entries_file(*command.surroundings.files, path, origins_of(command)));
  command.print(command.json() ? app::entries_json(answer)
                : command.arguments.has("--csv")
                    ? app::entries_csv(answer)
                    : app::entries_text(answer, command.language, rows));
  return ok;
}

Result<app::LatentAnswer> latent_of(const Command& command) {
  const Arguments& arguments = command.arguments;
  const app::LatentQuestion question{.presence = arguments.value("--presence"),
                                     .about = arguments.value("--about"),
                                     .origin = arguments.value("--origin"),
                                     .model = arguments.value("--model")};
  const auto& files = *command.surroundings.files;
  if (arguments.has("--model") && arguments.has("--save")) {
    return fail("flags_apart", {{"flag", "--model"}, {"other", "--save"}});
  }
  if (!question.presence.empty()) return app::latent_file(files, question);
  if (!arguments.has("--world")) return fail("demand_presence_needed");
  UMIKOE_TRY(const auto store, open_world(command, false));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  return app::latent_world(files, *store, *world, question);
}

Result<int> run_latent(const Command& command) {
  UMIKOE_TRY(const size_t rows, flag_number(command, "--limit", rows_usual));
  UMIKOE_TRY(const auto answer, latent_of(command));
  const std::string path = command.arguments.value("--save");
  if (!path.empty()) {
    UMIKOE_TRY(const std::string bytes, app::latent_model_bytes(answer));
    UMIKOE_TRY(command.surroundings.sink->write(path, bytes));
  }
  command.print(
      command.json() ? app::latent_json(answer)
      : command.arguments.has("--csv")
          ? app::latent_csv(answer)
          : app::latent_text(answer, command.arguments.value("--artist"), command.language, rows));
  if (!path.empty() && !command.json() && !command.arguments.has("--csv")) {
    command.print("\n" + messages::text(command.language, "latent.saved", {{"path", path}}) + "\n");
  }
  return ok;
}

Result<int> run_alarms(const Command& command) {
  UMIKOE_TRY(const size_t rows, flag_number(command, "--limit", rows_usual));
  UMIKOE_TRY(const auto store, open_world(command, false));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const auto all, app::demand_alarms(*store, *world));
  UMIKOE_TRY(const auto alarms,
             app::asked_of(all,
                           {.kind = word_of(command),
                            .territories = command.arguments.value("--territory"),
                            .artist = command.arguments.value("--artist")},
                           *world));
  command.print(command.json() ? app::alarms_json(alarms, *world)
                : command.arguments.has("--csv")
                    ? app::alarms_csv(alarms, *world)
                    : app::demo_banner(world->info(), command.language) +
                          app::alarms_text(alarms, *world, command.language, rows));
  return ok;
}

Result<int> run_evidence(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report, app::demand_evidence(*world, word_of(command),
                                                     command.arguments.value("--territory")));
  command.print(command.json() ? app::evidence_json(report)
                               : app::demo_banner(world->info(), command.language) +
                                     app::evidence_text(report, *world, command.language));
  return ok;
}

Result<int> run_series(const Command& command) {
  UMIKOE_TRY(const size_t rows, flag_number(command, "--limit", rows_usual));
  UMIKOE_TRY(const auto store, open_world(command, false));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today,
                                                      app::WorldExtent::without_plays));
  const app::SeriesWords words{.name = word_of(command),
                               .territories = command.arguments.value("--territory"),
                               .week_start = command.arguments.value("--week-start")};
  UMIKOE_TRY(const auto answer, app::demand_series(*store, *world, words));
  command.print(command.json() ? app::series_json(answer)
                : command.arguments.has("--csv")
                    ? app::series_csv(answer)
                    : app::demo_banner(world->info(), command.language) +
                          app::series_text(answer, command.language, rows));
  return ok;
}

// Other repertoires only where they are asked for.
Result<int> run_beside(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto answer, app::beside(*world, command.arguments.value("--beside")));
  command.print(command.json() ? app::beside_json(answer)
                : command.arguments.has("--csv")
                    ? app::beside_csv(answer)
                    : app::demo_banner(world->info(), command.language) +
                          app::beside_text(answer, command.language));
  return ok;
}

Result<int> run_exports(const Command& command) {
  if (command.arguments.has("--beside")) return run_beside(command);
  UMIKOE_TRY(const size_t rows, flag_number(command, "--limit", rows_usual));
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto report, app::exports(*world, command.arguments.value("--artist")));
  command.print(command.json() ? app::exports_json(report)
                : command.arguments.has("--csv")
                    ? app::exports_csv(report)
                    : app::demo_banner(world->info(), command.language) +
                          app::exports_text(report, command.language, rows));
  return ok;
}

Result<int> run_reference(const Command& command) {
  const std::string query = word_of(command);
  UMIKOE_TRY(const std::string out, command.json() ? app::reference_json(query)
                                    : command.arguments.has("--csv")
                                        ? app::reference_csv(query)
                                        : app::reference_text(query, command.language));
  command.print(out);
  return ok;
}

struct Action {
  std::string_view word;
  Result<int> (*run)(const Command&);
};
constexpr std::array actions = {Action{"forecast", run_forecast},   Action{"entries", run_entries},
                                Action{"latent", run_latent},       Action{"alarms", run_alarms},
                                Action{"evidence", run_evidence},   Action{"exports", run_exports},
                                Action{"reference", run_reference}, Action{"series", run_series}};

}  // namespace

Result<int> run_demand(const Command& command) {
  const std::string& word = command.arguments.positional.front();
  for (const Action& action : actions) {
    if (action.word == word) return action.run(command);
  }
  return fail("demand_action_unknown", {{"action", word}});
}

}  // namespace umikoe::cli
