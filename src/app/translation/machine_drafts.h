#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/translation/unit_actions.h"
#include "messages/messages.h"

namespace umikoe::app {

// Opens a provider for questions; main makes it of src/clients.
using OpenTranslator =
    std::function<Result<std::unique_ptr<MachineTranslator>>(const TranslationProvider&)>;

struct MachineWords {
  std::string unit;      // a unit key, or every line of a text
  std::string provider;  // empty: the only one on file
  std::string by;
};

struct MachineReport {
  std::string provider;
  int64_t drafts = 0;
  int64_t from_cache = 0;
  int64_t characters = 0;  // sent, which is what providers charge by
  std::vector<std::string> broken;  // units whose answer lost a protected term or tag
};

// Drafts by a machine, labelled as such, for units that have no text yet. Nothing leaves this
// computer before the owner's consent is on file, and no unreleased lyric without consent that
// names them.
// Terms of the glossary and markup are replaced by placeholders a provider leaves alone; an answer
// that loses one is not kept. The same text of the same pair is asked for once. Errors:
// provider_unknown, consent_missing, consent_unreleased, machine_nothing_to_do, person_unknown,
// not_allowed and those of the translator.
Result<MachineReport> machine_drafts(WorldStore& store, const TranslationDesk& desk,
                                     const OpenTranslator& open, const MachineWords& words,
                                     const access::Viewer& viewer, Instant now);
std::string machine_json(const MachineReport& report);
std::string machine_text(const MachineReport& report, messages::Language language);
// What each provider was sent, by owner: the meter.
std::string machine_use_json(const TranslationDesk& desk);
std::string machine_use_text(const TranslationDesk& desk, messages::Language language);

// A text with its protected parts replaced, and back.
struct ProtectedText {
  std::string text;
  std::vector<std::string> parts;  // what the placeholders stand for in the target
};
ProtectedText protect(const localisation::SourceText& source, const std::string& language,
                      const localisation::Glossary& glossary);
// Nothing where a placeholder is missing or stands twice.
std::optional<std::string> restored(const std::string& answer, const ProtectedText& text);

}  // namespace umikoe::app
