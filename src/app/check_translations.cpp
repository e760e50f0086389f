#include "app/check_translations.h"

#include "app/translation/translation_desk.h"
#include "localisation/translation_checks.h"

namespace umikoe::app {
namespace {

using catalogue::RuleFinding;
using localisation::UnitStage;

// A text that waits longer than this for its reviewer or owner is forgotten work.
constexpr int64_t waiting_days_most = 30;
// A quiet stretch that ended earlier than this is history.
constexpr int32_t gap_shown_days = 14;

RuleFinding breach(const char* rule, const UnitView& unit, std::string detail) {
  RuleFinding out{rule, to_string(unit.key), "", "", std::move(detail), ""};
  if (unit.source) out.title = unit.source->text;
  return out;
}

// What is out although the grants on file do not cover it today.
void check_published(const TranslationDesk& desk, const UnitView& unit,
                     std::vector<RuleFinding>& found) {
  const localisation::Standing& now = unit.state->now;
  if (now.stage != UnitStage::published || !unit.source) return;
  if (unit.source_changed) found.push_back(breach("source_changed", unit, now.translator));
  const auto granted = still_granted(now, unit.key, desk.gate(*unit.source));
  if (granted) return;
  const bool ended = granted.error().code == "grant_not_in_force";
  found.push_back(breach(ended ? "grant_expired" : "grant_missing", unit, granted.error().code));
}

// What is approved by the owner but cannot go out for want of a grant.
void check_waiting_for_grant(const TranslationDesk& desk, const UnitView& unit,
                             std::vector<RuleFinding>& found) {
  if (unit.stage != UnitStage::rights_approved || !unit.source) return;
  if (!is_lyric(*unit.source)) return;
  bool any = false;
  for (const auto& grant : desk.grants()) {
    any = any || (grant.work == unit.source->work && grant.in_force(desk.world().as_of()));
  }
  if (!any) found.push_back(breach("grant_missing", unit, "grant_missing_work"));
}

void check_wait(const TranslationDesk& desk, const UnitView& unit,
                std::vector<RuleFinding>& found) {
  const bool waits = unit.stage == UnitStage::translated || unit.stage == UnitStage::reviewed;
  if (!waits) return;
  const int64_t days =
      (int64_t{desk.world().as_of().days} * seconds_per_day - unit.state->now.since.seconds) /
      seconds_per_day;
  if (days <= waiting_days_most) return;
  found.push_back(breach("translation_waiting", unit,
                          std::string(word(unit.stage)) + " " + std::to_string(days)));
}

// A locked spelling that was agreed after a text went out.
void check_terms(const TranslationDesk& desk, const UnitView& unit,
                 std::vector<RuleFinding>& found) {
  if (unit.state->now.stage != UnitStage::published || !unit.source) return;
  for (const auto& check : check_translation(*unit.source, unit.text(), unit.key.language,
                                             desk.glossary())) {
    if (check.check != "glossary" && check.check != "forbidden") continue;
    found.push_back(breach("translation_term", unit, check.detail));
    return;
  }
}

void check_calendar(const TranslationDesk& desk, std::vector<RuleFinding>& found) {
  const Date today = desk.world().as_of();
  for (const auto& gap : localisation::calendar_gaps(desk.calendar(), today)) {
    if (gap.next && *gap.next < today.plus(-gap_shown_days)) continue;
    found.push_back({"calendar_gap", gap.artist, "", std::string(gap.territory.code()),
                     gap.channel + " " + gap.last.to_string() + " " + std::to_string(gap.days),
                     ""});
  }
}

}  // namespace

Result<std::vector<RuleFinding>> check_translations(const LoadedWorld& world) {
  UMIKOE_TRY(const auto desk, TranslationDesk::load(world));
  std::vector<RuleFinding> found;
  for (const UnitView& unit : desk->units()) {
    if (!unit.state) continue;
    check_published(*desk, unit, found);
    check_waiting_for_grant(*desk, unit, found);
    check_wait(*desk, unit, found);
    check_terms(*desk, unit, found);
  }
  check_calendar(*desk, found);
  return found;
}

}  // namespace umikoe::app
