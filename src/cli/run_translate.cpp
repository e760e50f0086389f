// umikoe translate ACTION …: one table of actions, each a few lines over app.
#include <array>

#include "app/translation/board.h"
#include "app/translation/caption_units.h"
#include "app/translation/exchange.h"
#include "app/translation/machine_drafts.h"
#include "app/translation/record_edits.h"
#include "app/translation/timed_file.h"
#include "cli/spoken_findings.h"
#include "cli/translation_words.h"
#include "cli/verbs.h"

namespace umikoe::cli {
namespace {

using app::RecordKind;

constexpr size_t next_shown = 10;

Result<int> run_list(const TranslateCommand& asked) {
  UMIKOE_TRY(const auto selection, asked.selection());
  UMIKOE_TRY(const auto list, app::select_units(*asked.desk, selection));
  if (asked.command.json()) {
    asked.command.print(app::units_json(list, *asked.desk) + "\n");
  } else if (asked.command.arguments.has("--csv")) {
    asked.command.print(app::units_csv(list, *asked.desk));
  } else {
    asked.command.print(app::units_text(list, asked.command.language));
  }
  return ok;
}

Result<int> run_show(const TranslateCommand& asked) {
  UMIKOE_TRY(const auto unit, asked.word(1, "UNIT"));
  const auto language = asked.command.language;
  if (asked.command.json()) {
    UMIKOE_TRY(const auto json, app::unit_json(*asked.desk, unit, language));
    asked.command.print(json + "\n");
  } else {
    UMIKOE_TRY(const auto text, app::unit_text(*asked.desk, unit, language));
    asked.command.print(text);
  }
  return ok;
}

Result<int> run_unit_action(const TranslateCommand& asked) {
  const Arguments& arguments = asked.command.arguments;
  app::UnitWords words;
  UMIKOE_TRY(words.action, asked.unit_action());
  UMIKOE_TRY(words.unit, asked.word(1, "UNIT"));
  if (asked.action() == "set") {
    UMIKOE_TRY(words.text, asked.word(2, "TEXT"));
  }
  words.by = arguments.value("--by");
  words.media = arguments.value("--media");
  words.territory = arguments.value("--territory");
  words.note = arguments.value("--note");
  words.done = arguments.has("--done");
  words.from_memory = arguments.has("--from-memory");
  UMIKOE_TRY(const auto done, app::act(*asked.store, *asked.desk, words, asked.viewer(),
                                       asked.command.surroundings.now));
  asked.command.print(asked.command.json() ? app::done_json(done, asked.command.language) + "\n"
                                           : app::done_text(done, asked.command.language));
  return ok;
}

Result<int> run_board(const TranslateCommand& asked) {
  const auto board = app::translation_board(*asked.desk, next_shown);
  if (asked.command.json()) {
    asked.command.print(app::board_json(board) + "\n");
  } else if (asked.command.arguments.has("--csv")) {
    asked.command.print(app::board_csv(board));
  } else {
    asked.command.print(app::board_text(board, asked.command.language));
  }
  return ok;
}

// Lines with times go out as captions or lyrics, everything else to translators.
Result<int> run_export(const TranslateCommand& asked) {
  const Arguments& arguments = asked.command.arguments;
  const std::string format = arguments.value("--format");
  if (app::is_timed_format(format)) {
    UMIKOE_TRY(const auto unit, asked.word(1, "UNIT"));
    UMIKOE_TRY(const auto file,
               app::timed_file(*asked.desk, {unit, format, arguments.value("--state")}));
    say_findings(asked.command, file.findings);
    return asked.deliver(file.bytes);
  }
  UMIKOE_TRY(const auto selection, asked.selection());
  UMIKOE_TRY(const auto bytes, app::export_units(*asked.desk, selection,
                                                 format.empty() ? "xliff12" : format,
                                                 arguments.has("--bom")));
  return asked.deliver(bytes);
}

Result<int> run_exchange_import(const TranslateCommand& asked) {
  UMIKOE_TRY(const auto path, asked.word(1, "FILE"));
  UMIKOE_TRY(const auto bytes, app::exchange_bytes(*asked.command.surroundings.files, path));
  UMIKOE_TRY(const auto report,
             app::import_exchange(*asked.store, *asked.desk, bytes,
                                  asked.command.arguments.value("--by"), asked.viewer(),
                                  asked.command.surroundings.now));
  asked.command.print(asked.command.json()
                          ? app::exchange_json(report, asked.command.language) + "\n"
                          : app::exchange_text(report, asked.command.language));
  return report.conflicts > 0 ? rejected : ok;
}

Result<int> run_people(const TranslateCommand& asked) {
  if (asked.changes()) return asked.change_record(RecordKind::person, "person");
  asked.command.print(asked.command.json()
                          ? app::people_json(*asked.desk) + "\n"
                          : app::people_text(*asked.desk, asked.command.language));
  return ok;
}

Result<int> run_grant(const TranslateCommand& asked) {
  if (asked.changes()) return asked.change_record(RecordKind::grant, "grant");
  asked.command.print(asked.command.json()
                          ? app::grants_json(*asked.desk) + "\n"
                          : app::grants_text(*asked.desk, asked.command.language));
  return ok;
}

Result<int> run_glossary(const TranslateCommand& asked) {
  if (asked.changes()) return asked.change_record(RecordKind::term, "source");
  asked.command.print(asked.command.json()
                          ? app::glossary_json(*asked.desk) + "\n"
                          : app::glossary_text(*asked.desk, asked.command.language));
  return ok;
}

Result<int> run_source(const TranslateCommand& asked) {
  return asked.change_record(RecordKind::source, "id");
}

// Every cue of a kept file becomes a text to be translated; its language is the file's.
Result<int> run_captions(const TranslateCommand& asked) {
  const Arguments& arguments = asked.command.arguments;
  UMIKOE_TRY(const auto word, asked.word(1, "ISRC|NUMBER"));
  UMIKOE_TRY(const auto* kept,
             app::captions_of_word(*asked.world, word, arguments.value("--language")));
  UMIKOE_TRY(const auto words, asked.columns());
  UMIKOE_TRY(const auto units,
             app::take_caption_units(*asked.store, *asked.desk, *kept, words,
                                     arguments.value("--by"), asked.viewer(),
                                     asked.command.surroundings.now));
  asked.command.print(asked.command.json()
                          ? app::caption_units_json(units) + "\n"
                          : app::caption_units_text(units, asked.command.language));
  return ok;
}

Result<int> run_languages(const TranslateCommand& asked) {
  return asked.change_record(RecordKind::languages, "languages");
}

Result<int> run_provider(const TranslateCommand& asked) {
  return asked.change_record(RecordKind::provider, "provider");
}

Result<int> run_consent(const TranslateCommand& asked) {
  return asked.change_record(RecordKind::consent, "owner");
}

// `memory TEXT --language en` looks a text up; `memory import FILE` brings one in.
Result<int> run_memory(const TranslateCommand& asked) {
  const Arguments& arguments = asked.command.arguments;
  UMIKOE_TRY(const auto word, asked.word(1, "TEXT"));
  if (word != "import") {
    const std::string target = arguments.value("--language");
    asked.command.print(
        app::matches_json(*asked.desk, word, "ja", target.empty() ? "en" : target, "") + "\n");
    return ok;
  }
  UMIKOE_TRY(const auto path, asked.word(2, "FILE"));
  UMIKOE_TRY(const auto bytes, app::exchange_bytes(*asked.command.surroundings.files, path));
  UMIKOE_TRY(const auto pairs, app::import_memory(*asked.store, *asked.desk, bytes, path,
                                                  arguments.value("--by"), asked.viewer(),
                                                  asked.command.surroundings.now));
  asked.say_count("translation.memory_kept", pairs);
  return ok;
}

Result<int> run_machine(const TranslateCommand& asked) {
  const Command& command = asked.command;
  if (command.arguments.positional.size() < 2) {
    command.print(command.json() ? app::machine_use_json(*asked.desk) + "\n"
                                 : app::machine_use_text(*asked.desk, command.language));
    return ok;
  }
  const app::MachineWords words{command.arguments.positional[1],
                                command.arguments.value("--provider"),
                                command.arguments.value("--by")};
  UMIKOE_TRY(const auto report,
             app::machine_drafts(*asked.store, *asked.desk, command.surroundings.open_translator,
                                 words, asked.viewer(), command.surroundings.now));
  command.print(command.json() ? app::machine_json(report) + "\n"
                               : app::machine_text(report, command.language));
  return report.broken.empty() ? ok : rejected;
}

struct Action {
  std::string_view name;
  Result<int> (*run)(const TranslateCommand&);
  bool writes;
};
constexpr std::array actions{Action{"list", run_list, false},
                             Action{"show", run_show, false},
                             Action{"suggest", run_show, false},
                             Action{"board", run_board, false},
                             Action{"export", run_export, false},
                             Action{"import", run_exchange_import, true},
                             Action{"source", run_source, true},
                             Action{"captions", run_captions, true},
                             Action{"set", run_unit_action, true},
                             Action{"submit", run_unit_action, true},
                             Action{"review", run_unit_action, true},
                             Action{"approve", run_unit_action, true},
                             Action{"publish", run_unit_action, true},
                             Action{"withdraw", run_unit_action, true},
                             Action{"send-back", run_unit_action, true},
                             Action{"keep", run_unit_action, true},
                             Action{"undo", run_unit_action, true},
                             Action{"people", run_people, false},
                             Action{"grant", run_grant, false},
                             Action{"glossary", run_glossary, false},
                             Action{"memory", run_memory, false},
                             Action{"languages", run_languages, true},
                             Action{"provider", run_provider, true},
                             Action{"consent", run_consent, true},
                             Action{"machine", run_machine, false}};

}  // namespace

Result<int> run_translate(const Command& command) {
  const std::string& name = command.arguments.positional.front();
  for (const Action& action : actions) {
    if (action.name != name) continue;
    // Most are read or written by how they are called.
    const bool writes = action.writes || !command.arguments.value("--by").empty();
    UMIKOE_TRY(const auto asked, TranslateCommand::open(command, writes));
    return action.run(*asked);
  }
  std::string all;
  for (const Action& action : actions) {
    all += (all.empty() ? "" : ", ") + std::string(action.name);
  }
  return fail("translate_action_unknown", {{"action", name}, {"actions", all}});
}

}  // namespace umikoe::cli
