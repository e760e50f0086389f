#include <array>
#include <utility>

#include "app/name_work.h"
#include "app/read_names.h"
#include "cli/flag_number.h"
#include "cli/input_lines.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {
namespace {

using app::NameReader;

constexpr size_t candidates_usual = 5;
constexpr size_t candidates_max = 50;
constexpr size_t printed_at_once = 64 * 1024;

Result<app::KnownNames> known_of(const Command& command) {
  if (!command.arguments.has("--world")) return app::KnownNames{};
  UMIKOE_TRY(const auto world, load_world(command));
  return app::known_names(*world);
}

// Names from standard input, one line each, out again one line each.
Result<int> filter(const Command& command, bool romanise) {
  UMIKOE_TRY(const size_t candidates,
             flag_number(command, "--candidates", candidates_usual, 1, candidates_max));
  UMIKOE_TRY(const auto engine,
             command.surroundings.open_engine(command.arguments.value("--engine")));
  UMIKOE_TRY(auto known, known_of(command));
  UMIKOE_TRY(const NameReader reader,
             NameReader::make(*engine, std::move(known), command.arguments.value("--scheme")));
  std::string out;
  const auto print_line = [&](std::string_view text) {
    out.append(text).append("\n");
    if (out.size() < printed_at_once) return;
    command.print(out);
    out.clear();
  };
  const auto read =
      each_input_line(command.surroundings, [&](std::string_view name) -> Result<void> {
        if (command.json()) {
          UMIKOE_TRY(const auto answer, reader.answer(name, candidates));
          print_line(app::name_json(answer, romanise, reader.engine()));
          return {};
        }
        UMIKOE_TRY(const std::string text,
                   romanise ? reader.romanised(name) : reader.reading(name));
        print_line(text);
        return {};
      });
  command.print(out);
  UMIKOE_TRY(read);
  return ok;
}

Result<int> read_names(const Command& command) { return filter(command, false); }
Result<int> romanise_names(const Command& command) { return filter(command, true); }

Result<int> list_forms(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  const auto& words = command.arguments.positional;
  UMIKOE_TRY(const auto report, app::name_report(*world, words.size() > 1 ? words[1] : ""));
  if (command.json()) {
    command.print(app::name_report_json(report) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::name_report_csv(report));
  } else {
    command.print(app::name_report_text(report, *world, command.language));
  }
  return ok;
}

Result<int> propose_forms(const Command& command) {
  UMIKOE_TRY(const auto engine,
             command.surroundings.open_engine(command.arguments.value("--engine")));
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const NameReader reader, NameReader::make(*engine, app::known_names(*world),
                                                       command.arguments.value("--scheme")));
  UMIKOE_TRY(const auto proposed,
             app::propose_names(*store, *world, reader, command.surroundings.now));
  command.print(command.json() ? app::proposed_json(proposed) + "\n"
                               : app::proposed_text(proposed, command.language));
  return ok;
}

Result<int> decide(const Command& command, bool approve) {
  const auto& words = command.arguments.positional;
  app::NameDecision decision{words.size() > 1 ? words[1] : "",  approve,
                             command.arguments.value("--by"),   command.arguments.value("--role"),
                             command.arguments.value("--text"), command.surroundings.now};
  UMIKOE_TRY(const auto store, open_world(command, true));
  UMIKOE_TRY(const auto world, app::LoadedWorld::load(*store, command.surroundings.today));
  UMIKOE_TRY(const auto form, app::decide_name(*store, *world, decision));
  app::NameReport report{{form}};
  command.print(command.json() ? app::name_report_json(report) + "\n"
                               : app::decided_text(form, command.language));
  return ok;
}

Result<int> approve_form(const Command& command) { return decide(command, true); }
Result<int> reject_form(const Command& command) { return decide(command, false); }

Result<int> export_forms(const Command& command) {
  UMIKOE_TRY(const auto world, load_world(command));
  if (command.arguments.has("--csv")) {
    UMIKOE_TRY(const auto report, app::name_report(*world, ""));
    command.print(app::publishable_csv(report));
    return ok;
  }
  const auto& words = command.arguments.positional;
  UMIKOE_TRY(const std::string message,
             app::name_message(*world, words.size() > 1 ? words[1] : "",
                               command.arguments.value("--to"), command.surroundings.now));
  command.print(message);
  return ok;
}

using Action = std::pair<std::string_view, Result<int> (*)(const Command&)>;
constexpr std::array actions = std::to_array<Action>({{"read", read_names},
                                                      {"romanise", romanise_names},
                                                      {"list", list_forms},
                                                      {"propose", propose_forms},
                                                      {"approve", approve_form},
                                                      {"reject", reject_form},
                                                      {"export", export_forms}});

}  // namespace

Result<int> run_name(const Command& command) {
  const std::string& word = command.arguments.positional.front();
  for (const auto& [name, action] : actions) {
    if (name == word) return action(command);
  }
  return fail("action_unknown", {{"verb", "name"}, {"action", word}});
}

}  // namespace umikoe::cli
