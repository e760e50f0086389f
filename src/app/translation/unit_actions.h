#pragma once

#include <string>
#include <vector>

#include "app/translation/translation_desk.h"
#include "localisation/translation_checks.h"

namespace umikoe::app {

// What a person does to one unit, or to every line of a text.
struct UnitWords {
  localisation::UnitAction action = localisation::UnitAction::set;
  std::string unit;
  std::string text;
  std::string by;
  std::string media;      // of publish; empty: what the field is commonly used in
  std::string territory;  // empty: Worldwide
  std::string note;
  bool done = false;        // set: and submit it
  bool from_memory = false;  // the text is one the memory gave
};

// A unit after it was done, with what the checks say without refusing it.
struct UnitDone {
  localisation::UnitKey key;
  localisation::UnitStage stage = localisation::UnitStage::missing;
  std::vector<localisation::CheckResult> checks;
};

// Does it to all units the key names, or to none. Errors: unit_key_invalid, unit_source_unknown,
// unit_by_needed, translation_check_failed, text_too_long, those of let_through and not_allowed.
Result<std::vector<UnitDone>> act(WorldStore& store, const TranslationDesk& desk,
                                  const UnitWords& words, const access::Viewer& viewer,
                                  Instant now);

// One set, and submit where `submit`, ready for the log; what importers and machines use. The state
// is moved along.
Result<std::vector<edits::EditDraft>> drafts_of(const TranslationDesk& desk,
                                                localisation::UnitState& state,
                                                const localisation::UnitEvent& event, bool submit,
                                                const access::Viewer& viewer);

// The edit of an event, signed and dated by it.
edits::EditDraft draft_of(const localisation::UnitEvent& event, const access::Viewer& viewer);

}  // namespace umikoe::app
