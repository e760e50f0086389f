#include <charconv>
#include <cmath>

#include "app/demo.h"
#include "app/measure/measure_artist.h"
#include "app/measure/measure_panel.h"
#include "app/plan/steering.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

constexpr uint64_t placebos_most = 10'000;

Result<uint64_t> whole_of(const Command& command, const std::string& flag, uint64_t usual,
                          uint64_t most) {
  const std::string word = command.arguments.value(flag);
  uint64_t number = usual;
  if (!command.arguments.has(flag)) return number;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number > most) {
    return fail("number_invalid_word", {{"flag", flag}, {"number", word}});
  }
  return number;
}

Result<std::optional<double>> matters_of(const Command& command) {
  if (!command.arguments.has("--matters")) return std::nullopt;
  const std::string word = command.arguments.value("--matters");
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(number) ||
      number < 0) {
    return fail("amount_invalid_word", {{"flag", "--matters"}, {"number", word}});
  }
  return number;
}

Result<char> delimiter_of(const Command& command) {
  const std::string word = command.arguments.value("--delimiter");
  if (!command.arguments.has("--delimiter")) return '\0';
  if (word == "\\t" || word == "tab") return '\t';
  const bool usable =
      word.size() == 1 && word[0] > 0 && word[0] != '"' && word[0] != '\n' && word[0] != '\r';
  if (!usable) return fail("delimiter_invalid", {{"word", word}});
  return word[0];
}

bool traced(const Command& command) { return command.arguments.has("--trace"); }

// What both kinds of question may ask for.
Result<impact::MeasureSettings> settings_of(const Command& command) {
  impact::MeasureSettings settings;
  settings.indexed = command.arguments.has("--indexed");
  settings.lower_is_better = command.arguments.has("--lower-is-better");
  settings.excluded = command.arguments.all("--without");
  UMIKOE_TRY(settings.matters, matters_of(command));
  UMIKOE_TRY(settings.placebos, whole_of(command, "--placebos", settings.placebos, placebos_most));
  return settings;
}

Result<int> panel(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.positional.size() < 2) {
    return fail("positional_missing", {{"pattern", "FILE"}, {"verb", "measure panel"}});
  }
  app::MeasureQuestion question;
  question.panel = arguments.positional[1];
  question.predictors = arguments.value("--predictors");
  question.method = arguments.value("--method");
  question.columns = {.unit = arguments.value("--unit"),
                      .time = arguments.value("--time"),
                      .outcome = arguments.value("--outcome"),
                      .treated = arguments.value("--treated"),
                      .group = arguments.value("--group")};
  UMIKOE_TRY(question.columns.delimiter, delimiter_of(command));
  UMIKOE_TRY(question.settings, settings_of(command));
  UMIKOE_TRY(question.seed, whole_of(command, "--seed", 1, UINT64_MAX));
  UMIKOE_TRY(const auto measurement, app::measure_panel(*command.surroundings.files, question));
  if (command.json()) {
    command.print(app::measurement_json(measurement, traced(command), command.language) + "\n");
    return ok;
  }
  command.print(app::measurement_text(measurement, question.settings.indexed, command.language));
  if (traced(command)) command.print(app::trace_text(measurement, command.language));
  return ok;
}

Result<int> artist(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.positional.size() < 2) {
    return fail("positional_missing", {{"pattern", "NAME"}, {"verb", "measure artist"}});
  }
  app::ArtistQuestion question;
  question.artist = arguments.positional[1];
  question.territory = arguments.value("--territory");
  question.from = arguments.value("--from");
  question.method = arguments.value("--method");
  UMIKOE_TRY(question.settings, settings_of(command));
  UMIKOE_TRY(question.seed, whole_of(command, "--seed", 1, UINT64_MAX));
  UMIKOE_TRY(const auto world, load_world(command));
  UMIKOE_TRY(const auto measurement, app::measure_artist(*world, question));
  if (command.json()) {
    command.print(app::artist_measurement_json(measurement, traced(command), command.language) +
                  "\n");
    return ok;
  }
  command.print(app::demo_banner(world->info(), command.language) +
                app::artist_measurement_text(measurement, command.language));
  if (traced(command)) command.print(app::trace_text(measurement.away, command.language));
  return ok;
}

Result<int> intervention(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.positional.size() < 2) {
    return fail("positional_missing", {{"pattern", "ID"}, {"verb", "measure intervention"}});
  }
  UMIKOE_TRY(const impact::MeasureSettings settings, settings_of(command));
  UMIKOE_TRY(const uint64_t seed, whole_of(command, "--seed", 1, UINT64_MAX));
  const bool keep = arguments.has("--keep");
  UMIKOE_TRY(const auto store, open_world(command, keep));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const auto measured,
             app::measure_intervention(*world, arguments.positional[1], settings, seed));
  if (keep) {
    UMIKOE_TRY(app::keep_effect(*store, *world, measured, arguments.value("--by"),
                                command.surroundings.now));
  }
  const auto language = command.language;
  if (command.json()) {
    command.print(app::intervention_measurement_json(measured, traced(command), language) + "\n");
    return ok;
  }
  command.print(app::demo_banner(world->info(), language) +
                app::intervention_measurement_text(measured, language));
  if (traced(command)) command.print(app::trace_text(measured.measurement.away, language));
  if (keep) command.print(messages::text(language, "intervention.kept") + "\n");
  return ok;
}

Result<int> print_log(const Command& command, const app::LoadedWorld& world) {
  UMIKOE_TRY(const auto rows, app::steering_log(world));
  if (command.json()) {
    command.print(app::steering_json(rows, world) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::steering_csv(rows));
  } else {
    command.print(app::demo_banner(world.info(), command.language) +
                  app::steering_text(rows, world, command.language));
  }
  return ok;
}

Result<int> log(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  return print_log(command, *world);
}

Result<int> decide(const Command& command) {
  const Arguments& arguments = command.arguments;
  if (arguments.positional.size() < 3) {
    return fail("positional_missing",
                {{"pattern", "ID stop|continue|change"}, {"verb", "measure decide"}});
  }
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  const app::SteeringDecision decision{arguments.positional[1],
                                       arguments.positional[2],
                                       arguments.value("--why"),
                                       arguments.value("--by"),
                                       {}};
  UMIKOE_TRY(app::decide_intervention(*store, *world, decision, command.surroundings.now));
  UMIKOE_TRY(const auto decided, app::LoadedWorld::load(*store, command.surroundings.today));
  return print_log(command, *decided);
}

}  // namespace

Result<int> run_measure(const Command& command) {
  const std::string& word = command.arguments.positional.front();
  if (word == "panel") return panel(command);
  if (word == "artist") return artist(command);
  if (word == "intervention") return intervention(command);
  if (word == "decide") return decide(command);
  if (word == "log") return log(command);
  return fail("action_unknown", {{"verb", "measure"}, {"action", word}});
}

}  // namespace umikoe::cli
