#include "localisation/translation_states.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::localisation {
namespace {

constexpr std::array<std::string_view, 8> stage_words{
    "missing",         "draft",     "translated", "reviewed",
    "rights_approved", "published", "withdrawn",  "kept_original"};
constexpr std::array<std::string_view, 9> action_words{
    "set", "submit", "review", "approve", "publish", "withdraw", "send_back", "keep", "undo"};
constexpr std::array<std::string_view, 3> origin_words{"human", "machine", "memory"};

// An undo can go back this far; older standings are in the log for people to read.
constexpr size_t standings_kept = 32;

template <class T, size_t n>
std::optional<T> parse_word(const std::array<std::string_view, n>& words, std::string_view word) {
  const auto at = std::ranges::find(words, word);
  if (at == words.end()) return std::nullopt;
  return static_cast<T>(at - words.begin());
}

bool is_approval(UnitStage stage) {
  return stage == UnitStage::reviewed || stage == UnitStage::rights_approved ||
         stage == UnitStage::published;
}

Result<void> wrong_stage(UnitStage stage, UnitAction action) {
  return fail("unit_stage",
              {{"stage", std::string(word(stage))}, {"action", std::string(word(action))}});
}

Result<void> not_own(const Standing& standing, const std::string& by) {
  if (standing.authors.contains(by)) return fail("unit_own_text", {{"person", by}});
  return {};
}

// The standing after the event where it leads on from `stage`, the stage that counts for it.
class Step {
 public:
  Step(const Standing& from, const UnitEvent& event, bool lyric)
      : to_(from), event_(event), lyric_(lyric), stage_(stage_for(from, event.source_hash)) {}

  Result<Standing> taken() {
    UMIKOE_TRY(take());
    to_.since = event_.at;
    to_.entered_by = event_.action;
    return to_;
  }

 private:
  Result<void> take() {
    switch (event_.action) {
      case UnitAction::set: return set();
      case UnitAction::submit: return submit();
      case UnitAction::review: return review();
      case UnitAction::approve: return approve();
      case UnitAction::publish: return publish();
      case UnitAction::withdraw: return withdraw();
      case UnitAction::send_back: return send_back();
      case UnitAction::keep: return keep();
      case UnitAction::undo: break;
    }
    return wrong_stage(stage_, event_.action);
  }

  Result<void> set() {
    if (to_.stage == UnitStage::published) return fail("unit_published");
    if (to_.stage == UnitStage::kept_original) return fail("unit_kept");
    if (event_.text.empty()) return fail("unit_text_empty");
    const bool machine = event_.origin == TextOrigin::machine;
    // A machine never writes over what a person wrote.
    const bool free = to_.text.empty() || to_.origin == TextOrigin::machine;
    if (machine && (!free || !to_.authors.empty())) return fail("unit_has_text");
    if (!machine) to_.authors.insert(event_.by);
    to_.text = event_.text;
    to_.origin = event_.origin;
    to_.provenance = event_.provenance;
    to_.translator = machine ? std::string() : event_.by;
    reopen();
    return {};
  }

  Result<void> submit() {
    if (stage_ != UnitStage::draft) return wrong_stage(stage_, event_.action);
    if (to_.text.empty()) return fail("unit_text_empty");
    to_.authors.insert(event_.by);
    if (to_.translator.empty()) to_.translator = event_.by;
    reopen();
    to_.stage = UnitStage::translated;
    return {};
  }

  Result<void> review() {
    UMIKOE_TRY(comes_from(UnitStage::translated));
    to_.reviewer = event_.by;
    to_.stage = UnitStage::reviewed;
    return {};
  }

  Result<void> approve() {
    UMIKOE_TRY(comes_from(UnitStage::reviewed));
    if (!event_.role) return fail("unit_role_needed");
    to_.approver = event_.by;
    to_.role = event_.role;
    to_.stage = UnitStage::rights_approved;
    return {};
  }

  Result<void> publish() {
    UMIKOE_TRY(comes_from(UnitStage::rights_approved));
    if (!event_.role) return fail("unit_role_needed");
    if (event_.media.empty() || event_.territories.empty()) return fail("unit_grant_needed");
    if (lyric_ && event_.grants.empty()) return fail("unit_grant_needed");
    to_.media = event_.media;
    to_.territories = event_.territories;
    to_.grants = event_.grants;
    to_.stage = UnitStage::published;
    return {};
  }

  // Whatever became of the source, what is out can be taken back at once.
  Result<void> withdraw() {
    const bool has_text = to_.stage != UnitStage::missing && to_.stage != UnitStage::withdrawn &&
                          to_.stage != UnitStage::kept_original;
    if (!has_text) return wrong_stage(to_.stage, event_.action);
    to_.note = event_.note;
    to_.stage = UnitStage::withdrawn;
    return {};
  }

  Result<void> send_back() {
    const bool under_way = stage_ == UnitStage::translated || stage_ == UnitStage::reviewed ||
                           stage_ == UnitStage::rights_approved;
    if (!under_way) return wrong_stage(stage_, event_.action);
    if (event_.note.empty()) return fail("unit_note_needed");
    reopen();
    to_.note = event_.note;
    return {};
  }

  Result<void> keep() {
    if (to_.stage == UnitStage::published) return fail("unit_published");
    if (to_.stage == UnitStage::kept_original) return wrong_stage(to_.stage, event_.action);
    if (!event_.role) return fail("unit_role_needed");
    to_.role = event_.role;
    to_.approver = event_.by;
    to_.note = event_.note;
    to_.stage = UnitStage::kept_original;
    return {};
  }

  Result<void> comes_from(UnitStage stage) {
    if (stage_ != stage && source_changed(to_, event_.source_hash)) {
      return fail("unit_source_changed");
    }
    if (stage_ != stage) return wrong_stage(stage_, event_.action);
    return not_own(to_, event_.by);
  }

  // A draft of the words as they are now; whatever was approved before is no longer.
  void reopen() {
    to_.stage = UnitStage::draft;
    to_.source_hash = event_.source_hash;
    to_.reviewer.clear();
    to_.approver.clear();
    to_.role.reset();
    to_.media.clear();
    to_.territories = {};
    to_.grants.clear();
    to_.note.clear();
  }

  Standing to_;
  const UnitEvent& event_;
  bool lyric_;
  UnitStage stage_;
};

// Puts the standing before the last event back. Coming back to an approval is approving it, so the
// author of the text cannot do it, nor can it bring a lyric out without grants.
Result<void> undo(UnitState& unit, const UnitEvent& event, bool lyric) {
  if (unit.before.empty()) return fail("unit_nothing_to_undo");
  Standing back = unit.before.back();
  if (is_approval(back.stage)) UMIKOE_TRY(not_own(back, event.by));
  if (back.stage == UnitStage::published) {
    if (source_changed(back, event.source_hash)) return fail("unit_source_changed");
    if (lyric && event.grants.empty()) return fail("unit_grant_needed");
    back.grants = event.grants;
  }
  // Texts written by others since then do not make anybody less their author.
  back.since = event.at;
  unit.before.pop_back();
  unit.now = std::move(back);
  return {};
}

}  // namespace

std::string_view word(UnitStage stage) { return stage_words[std::to_underlying(stage)]; }
std::string_view word(UnitAction action) { return action_words[std::to_underlying(action)]; }
std::string_view word(TextOrigin origin) { return origin_words[std::to_underlying(origin)]; }
std::optional<UnitStage> parse_unit_stage(std::string_view word) {
  return parse_word<UnitStage>(stage_words, word);
}
std::optional<UnitAction> parse_unit_action(std::string_view word) {
  return parse_word<UnitAction>(action_words, word);
}
std::optional<TextOrigin> parse_text_origin(std::string_view word) {
  return parse_word<TextOrigin>(origin_words, word);
}

bool source_changed(const Standing& standing, std::string_view hash) {
  const UnitStage stage = standing.stage;
  const bool of_words = stage != UnitStage::missing && stage != UnitStage::withdrawn &&
                        stage != UnitStage::kept_original;
  return of_words && standing.source_hash != hash;
}

UnitStage stage_for(const Standing& standing, std::string_view hash) {
  return source_changed(standing, hash) ? UnitStage::draft : standing.stage;
}

Result<void> apply(UnitState& unit, const UnitEvent& event, bool lyric) {
  if (event.action == UnitAction::undo) return undo(unit, event, lyric);
  UMIKOE_TRY(Standing after, Step(unit.now, event, lyric).taken());
  unit.before.push_back(std::exchange(unit.now, std::move(after)));
  if (unit.before.size() > standings_kept) unit.before.erase(unit.before.begin());
  return {};
}

}  // namespace umikoe::localisation
