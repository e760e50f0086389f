#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "localisation/rights_grant.h"
#include "localisation/translation_people.h"

// The life of one unit of translation as a machine of states over signed events. Who may do what
// for whom is the gate's question (translation_gate.h); what no gate may ever let through, such as
// publishing one's own text, is refused here again, when the log is read back.
namespace umikoe::localisation {

enum class UnitStage : uint8_t {
  missing,
  draft,
  translated,
  reviewed,
  rights_approved,
  published,
  withdrawn,
  kept_original  // left in its own language by the artist's wish: finished
};
std::string_view word(UnitStage stage);
std::optional<UnitStage> parse_unit_stage(std::string_view word);

enum class UnitAction : uint8_t {
  set,        // writes a text: a draft
  submit,     // says the draft is a translation
  review,
  approve,
  publish,
  withdraw,
  send_back,  // to draft, with the reason
  keep,
  undo        // takes the last event back
};
std::string_view word(UnitAction action);
std::optional<UnitAction> parse_unit_action(std::string_view word);

// Where a text came from. A machine's text is nobody's until a person submits it as theirs.
enum class TextOrigin : uint8_t { human, machine, memory };
std::string_view word(TextOrigin origin);
std::optional<TextOrigin> parse_text_origin(std::string_view word);

// One thing somebody did to one unit.
struct UnitEvent {
  EditId entry = {};
  UnitKey unit;
  UnitAction action = UnitAction::set;
  std::string by;
  Instant at;
  std::string source_hash;  // of the words they saw
  std::string text;         // of set
  TextOrigin origin = TextOrigin::human;
  std::string provenance;   // of a machine: provider, version and pair
  std::optional<PersonRole> role;  // in which they approved, published or kept
  std::vector<GrantMedium> media;  // of publish, and what follows too
  TerritorySet territories;
  std::vector<std::string> grants;
  std::string note;

  bool operator==(const UnitEvent&) const = default;
};

// How a unit stood at one time; whole, so that taking an event back is putting the last one back.
struct Standing {
  UnitStage stage = UnitStage::missing;
  std::string text;
  TextOrigin origin = TextOrigin::human;
  std::string provenance;
  std::string source_hash;
  std::set<std::string> authors;  // everyone whose words may stand in the text
  std::string translator;         // the last of them
  std::string reviewer;
  std::string approver;
  std::optional<PersonRole> role;
  std::vector<GrantMedium> media;
  TerritorySet territories;
  std::vector<std::string> grants;
  Instant since;     // when this stage was entered
  std::string note;  // the reason of send_back, withdraw or keep
  UnitAction entered_by = UnitAction::set;

  bool operator==(const Standing&) const = default;
};

struct UnitState {
  Standing now;
  std::vector<Standing> before;  // the oldest first

  bool operator==(const UnitState&) const = default;
};

// The stage that counts while the source's words are those of `hash`: whatever was said of other
// words is a draft again, with its text kept.
UnitStage stage_for(const Standing& standing, std::string_view hash);
bool source_changed(const Standing& standing, std::string_view hash);

// Does the event, or leaves the unit as it was. Errors: unit_stage (the action does not lead on
// from that stage), unit_own_text, unit_source_changed, unit_published, unit_kept, unit_has_text,
// unit_text_empty, unit_note_needed, unit_role_needed, unit_grant_needed, unit_nothing_to_undo.
Result<void> apply(UnitState& unit, const UnitEvent& event, bool lyric);

}  // namespace umikoe::localisation
