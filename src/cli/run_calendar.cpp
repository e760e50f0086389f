#include "app/translation/calendar.h"
#include "cli/translation_words.h"
#include "cli/verbs.h"

namespace umikoe::cli {

// `calendar` shows it, `calendar import FILE` brings entries in, `calendar add` states one with
// --about, `--remove` takes one off by what it is about.
Result<int> run_calendar(const Command& command) {
  const auto& words = command.arguments.positional;
  UMIKOE_TRY(const auto asked, TranslateCommand::open(command, !words.empty()));
  if (!words.empty() && words.front() == "import") {
    UMIKOE_TRY(const auto path, asked->word(1, "FILE"));
    UMIKOE_TRY(const auto count,
               app::keep_table(*asked->store, *asked->desk, app::RecordKind::calendar_entry,
                               *command.surroundings.files, path, command.arguments.value("--by"),
                               asked->viewer(), command.surroundings.now));
    asked->say_count("translation.records_kept", count);
    return ok;
  }
  if (!words.empty() && words.front() == "add") {
    return asked->change_record(app::RecordKind::calendar_entry, "title");
  }
  if (!words.empty()) {
    return fail("translate_action_unknown",
                {{"action", words.front()}, {"actions", "import, add"}});
  }
  const auto report = app::content_calendar(*asked->desk, command.arguments.value("--artist"));
  if (command.arguments.has("--ics")) return asked->deliver(app::calendar_ics(report));
  if (command.json()) {
    command.print(app::calendar_json(report) + "\n");
  } else if (command.arguments.has("--csv")) {
    command.print(app::calendar_csv(report));
  } else {
    command.print(app::calendar_text(report, command.language));
  }
  return ok;
}

}  // namespace umikoe::cli
