#include "localisation/translation_gate.h"

namespace umikoe::localisation {
namespace {

Result<std::vector<std::string>> grants_for(const std::vector<GrantMedium>& media,
                                            const TerritorySet& territories,
                                            const std::string& language, const Gate& gate) {
  std::vector<std::string> ids;
  if (!is_lyric(gate.source)) return ids;
  UMIKOE_TRY(const auto covering, covering_grants(gate.grants, {.work = gate.source.work,
                                                                .language = language,
                                                                .media = media,
                                                                .territories = territories,
                                                                .day = gate.today}));
  for (const RightsGrant* grant : covering) ids.push_back(grant->id);
  return ids;
}

Result<void> may_approve(UnitEvent& event, const Person& person, const Gate& gate) {
  UMIKOE_TRY(event.role, approving_role(person, event.unit.text.field, gate.source.owner));
  return {};
}

// Whoever may do a thing may also take it back.
Result<void> may_do(UnitAction action, UnitEvent& event, const Person& person, const Gate& gate) {
  switch (action) {
    case UnitAction::set:
    case UnitAction::submit: return may_write(person, event.unit.language);
    case UnitAction::review: return may_review(person, event.unit.language);
    case UnitAction::approve:
    case UnitAction::publish: return may_approve(event, person, gate);
    case UnitAction::withdraw: return may_approve(event, person, gate);
    case UnitAction::send_back:
      if (may_review(person, event.unit.language)) return {};
      return may_approve(event, person, gate);
    case UnitAction::keep: {
      UMIKOE_TRY(event.role, keeping_role(person, gate.source.owner));
      return {};
    }
    case UnitAction::undo: break;
  }
  return fail("unit_nothing_to_undo");
}

// Coming back to a stage takes what entering it took.
Result<void> may_undo(const UnitState& unit, UnitEvent& event, const Person& person,
                      const Gate& gate) {
  if (unit.before.empty()) return fail("unit_nothing_to_undo");
  UMIKOE_TRY(may_do(unit.now.entered_by, event, person, gate));
  const Standing& back = unit.before.back();
  const bool higher = back.stage == UnitStage::reviewed ||
                      back.stage == UnitStage::rights_approved ||
                      back.stage == UnitStage::published;
  if (higher) UMIKOE_TRY(may_do(back.entered_by, event, person, gate));
  if (back.stage == UnitStage::published) {
    UMIKOE_TRY(event.grants,
               grants_for(back.media, back.territories, event.unit.language, gate));
  }
  return {};
}

}  // namespace

Result<UnitEvent> let_through(const UnitState& unit, UnitEvent event, const Gate& gate) {
  UMIKOE_TRY(const Person* person, person_of(gate.roster, event.by));
  event.source_hash = source_hash(gate.source);
  if (event.action == UnitAction::undo) {
    UMIKOE_TRY(may_undo(unit, event, *person, gate));
  } else {
    UMIKOE_TRY(may_do(event.action, event, *person, gate));
  }
  UnitState tried = unit;
  if (event.action == UnitAction::publish) {
    // The order of stages is told before what is missing of the rights: a person mends one at a
    // time.
    UnitEvent without = event;
    without.grants = {"-"};
    UMIKOE_TRY(apply(tried, without, is_lyric(gate.source)));
    UMIKOE_TRY(event.grants,
               grants_for(event.media, event.territories, event.unit.language, gate));
    return event;
  }
  UMIKOE_TRY(apply(tried, event, is_lyric(gate.source)));
  return event;
}

Result<void> still_granted(const Standing& standing, const UnitKey& key, const Gate& gate) {
  if (standing.stage != UnitStage::published) return {};
  UMIKOE_TRY(grants_for(standing.media, standing.territories, key.language, gate));
  return {};
}

}  // namespace umikoe::localisation
