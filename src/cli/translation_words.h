#pragma once

#include <memory>
#include <string>

#include "app/translation/record_edits.h"
#include "app/translation/unit_words.h"
#include "cli/verbs.h"
#include "cli/world_access.h"

namespace umikoe::cli {

// A command about translation work: its world, opened, and its words.
struct TranslateCommand {
  const Command& command;
  std::unique_ptr<app::WorldStore> store;
  std::unique_ptr<app::LoadedWorld> world;
  std::unique_ptr<app::TranslationDesk> desk;

  static Result<std::unique_ptr<TranslateCommand>> open(const Command& command, bool writes);

  const std::string& action() const { return command.arguments.positional.front(); }
  access::Viewer viewer() const;
  // The positional word at that place. Error translate_word_missing, which names it.
  Result<std::string> word(size_t place, const char* name) const;
  Result<localisation::UnitAction> unit_action() const;
  Result<app::UnitSelection> selection() const;
  // What every --about COLUMN=TEXT and --field state. Error about_malformed.
  Result<app::StatedWords> columns() const;
  // Whether a record is stated, and not only looked at.
  bool changes() const { return !command.arguments.value("--by").empty(); }
  // Keeps or removes the record of the words after the action and of every --about COLUMN=TEXT; the
  // first word stands under `key`. `import FILE` keeps every row of a table.
  Result<int> change_record(app::RecordKind kind, const char* key) const;
  // Writes a file where --out names one, else to the output.
  Result<int> deliver(const std::string& bytes) const;
  void say_count(const char* message, size_t count) const;
};

}  // namespace umikoe::cli
