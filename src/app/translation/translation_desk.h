#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "app/translation/translation_records.h"
#include "localisation/translation_gate.h"
#include "localisation/translation_memory.h"

namespace umikoe::app {

// A provider may be asked for an owner's texts only with the owner's consent.
struct MachineConsent {
  std::string owner;
  bool unreleased_lyrics = false;  // those too
  std::string by;
};

// What one sending to a provider cost, for the meter.
struct MachineUse {
  std::string provider;
  std::string owner;
  int64_t characters = 0;
  Instant at;
};

// Somebody who is named with a text they made, as it is printed.
struct Credit {
  localisation::PersonRole role = localisation::PersonRole::translator;
  std::string name;

  bool operator==(const Credit&) const = default;
};

// One unit as it stands for the source as it is now.
struct UnitView {
  localisation::UnitKey key;
  const localisation::SourceText* source = nullptr;
  const localisation::UnitState* state = nullptr;  // null: nobody has begun
  localisation::UnitStage stage = localisation::UnitStage::missing;
  bool source_changed = false;
  bool on_file = false;  // a delivery states a form in that language

  const std::string& text() const;
};

// Everything on file about translation, arranged from the log of edits and the catalogue. The world
// must outlive it.
class TranslationDesk {
 public:
  // Errors: translation_unreadable.
  static Result<std::unique_ptr<TranslationDesk>> load(const LoadedWorld& world);

  const LoadedWorld& world() const { return world_; }
  const localisation::Roster& roster() const { return roster_; }
  const std::vector<localisation::RightsGrant>& grants() const { return grants_; }
  const localisation::Glossary& glossary() const { return glossary_; }
  const std::vector<std::string>& languages() const { return languages_; }
  const std::vector<TranslationProvider>& providers() const { return providers_; }
  const std::map<std::string, MachineConsent>& consents() const { return consents_; }
  const std::vector<MachineUse>& machine_use() const { return machine_use_; }
  const std::vector<localisation::CalendarEntry>& calendar() const { return calendar_; }
  const std::map<localisation::TextKey, localisation::SourceText>& sources() const {
    return sources_;
  }

  // Null where the text is not on file.
  const localisation::SourceText* source(const localisation::TextKey& key) const;
  UnitView view(const localisation::UnitKey& key) const;
  // Every text in every language wanted, and whatever else has been begun; in order of key.
  std::vector<UnitView> units() const;
  // The units of a written key: one, or every line where a numbered field stands without a number.
  // Errors: unit_key_invalid, unit_source_unknown.
  Result<std::vector<localisation::UnitKey>> units_of(const std::string& written) const;
  localisation::Gate gate(const localisation::SourceText& source) const {
    return {roster_, grants_, source, world_.as_of()};
  }
  const localisation::UnitState& state(const localisation::UnitKey& key) const;
  // Texts reviewed here and memories brought in; made when it is asked for.
  const localisation::TranslationMemory& memory() const;
  // What machines have answered before, by text, pair, provider and version.
  const std::map<std::string, std::string>& machine_answers() const { return machine_answers_; }
  // Entries of the log that no rule lets through; they do nothing.
  const std::vector<EditId>& refused_entries() const { return refused_; }
  // Who made a unit's text, in the order of the work: translators, then the reviewer.
  std::vector<Credit> credited(const localisation::Standing& standing) const;
  // The names alone: the credit line.
  std::vector<std::string> credits(const localisation::Standing& standing) const;

 private:
  explicit TranslationDesk(const LoadedWorld& world) : world_(world) {}
  Result<void> read_records();
  Result<void> read_settings();
  Result<void> read_sources();
  Result<void> replay();
  void remember(const localisation::UnitEvent& event);

  const LoadedWorld& world_;
  localisation::Roster roster_;
  std::vector<localisation::RightsGrant> grants_;
  localisation::Glossary glossary_;
  std::vector<std::string> languages_;
  std::vector<TranslationProvider> providers_;
  std::map<std::string, MachineConsent> consents_;
  std::vector<MachineUse> machine_use_;
  std::vector<localisation::CalendarEntry> calendar_;
  std::map<localisation::TextKey, localisation::SourceText> sources_;
  std::map<localisation::TextKey, std::set<std::string>> on_file_;
  std::map<localisation::UnitKey, localisation::UnitState> units_;
  std::vector<EditId> refused_;
  std::map<std::string, std::string> machine_answers_;
  mutable std::unique_ptr<localisation::TranslationMemory> memory_;
};

// The texts the catalogue itself gives to be translated, and the languages it has them in already.
struct CatalogueTexts {
  std::map<localisation::TextKey, localisation::SourceText> sources;
  std::map<localisation::TextKey, std::set<std::string>> on_file;
};
CatalogueTexts catalogue_texts(const LoadedWorld& world);
// Whether those forms serve a reader of the language.
bool is_on_file(const std::set<std::string>& forms, const std::string& language);

// Under which a machine's answer is found again.
std::string machine_answer_key(const std::string& text, const std::string& source_language,
                               const std::string& target_language,
                               const TranslationProvider& provider);

}  // namespace umikoe::app
