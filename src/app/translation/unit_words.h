#pragma once

#include <string>

#include "app/translation/unit_actions.h"
#include "messages/messages.h"

namespace umikoe::app {

// Which units a list shows; empty words let everything through.
struct UnitSelection {
  std::string language;
  std::string stage;  // of localisation::UnitStage, or "waiting": what somebody has to act on
  std::string field;
  std::string query;  // part of the key, the source, the target or the context
  std::string owner;  // whole name
  size_t limit = 0;   // 0: all
  size_t offset = 0;
};

struct UnitList {
  std::vector<UnitView> units;  // the slice
  size_t total = 0;             // before it was cut
};
// Errors: stage_word_unknown, field_word_unknown.
Result<UnitList> select_units(const TranslationDesk& desk, const UnitSelection& selection);

std::string units_json(const UnitList& list, const TranslationDesk& desk);
std::string units_csv(const UnitList& list, const TranslationDesk& desk);
std::string units_text(const UnitList& list, messages::Language language);

// One unit with all a translator needs: both texts, terms and notes met, what was translated
// before, what the checks say, who did what. Errors: unit_key_invalid, unit_source_unknown.
Result<std::string> unit_json(const TranslationDesk& desk, const std::string& written,
                              messages::Language language);
Result<std::string> unit_text(const TranslationDesk& desk, const std::string& written,
                              messages::Language language);

std::string done_json(const std::vector<UnitDone>& done, messages::Language language);
std::string done_text(const std::vector<UnitDone>& done, messages::Language language);

// The roster, grants, glossary, providers and consents, as they stand.
std::string people_json(const TranslationDesk& desk);
std::string people_text(const TranslationDesk& desk, messages::Language language);
std::string grants_json(const TranslationDesk& desk);
std::string grants_text(const TranslationDesk& desk, messages::Language language);
std::string glossary_json(const TranslationDesk& desk);
std::string glossary_text(const TranslationDesk& desk, messages::Language language);

// What was translated before that is like the text.
std::string matches_json(const TranslationDesk& desk, const std::string& text,
                         const std::string& source_language, const std::string& target_language,
                         const std::string& work);

}  // namespace umikoe::app
