#include "app/translation/unit_words.h"

#include <algorithm>

#include "app/csv.h"
#include "app/number_words.h"
#include "app/translation/unit_json.h"

namespace umikoe::app {
namespace {

using localisation::UnitStage;
using messages::Language;
using messages::text;

// All states in which somebody has to act on a unit.
constexpr std::string_view waiting_word = "waiting";

// Somebody has to act on it.
bool is_waiting(const UnitView& unit) {
  return unit.stage == UnitStage::draft || unit.stage == UnitStage::translated ||
         unit.stage == UnitStage::reviewed || unit.stage == UnitStage::rights_approved;
}

bool wanted(const UnitView& unit, const UnitSelection& by) {
  if (!by.language.empty() && unit.key.language != by.language) return false;
  const bool stage = by.stage.empty() || (by.stage == waiting_word ? is_waiting(unit)
                                                                   : word(unit.stage) == by.stage);
  if (!stage) return false;
  if (!by.field.empty() && word(unit.key.text.field) != by.field) return false;
  if (!by.owner.empty() && (!unit.source || unit.source->owner != by.owner)) return false;
  if (by.query.empty()) return true;
  if (to_string(unit.key).contains(by.query) || unit.text().contains(by.query)) return true;
  return unit.source &&
         (unit.source->text.contains(by.query) || unit.source->context.contains(by.query));
}

std::string flags_of(const UnitView& unit, Language language) {
  std::string out;
  if (unit.source_changed) out += " [" + text(language, "translation.source_changed") + "]";
  if (unit.state && unit.state->now.origin == localisation::TextOrigin::machine &&
      unit.stage == UnitStage::draft) {
    out += " [" + text(language, "translation.machine") + "]";
  }
  if (unit.on_file && unit.stage == UnitStage::missing) {
    out += " [" + text(language, "translation.on_file") + "]";
  }
  return out;
}

std::string unit_line(const UnitView& unit, Language language) {
  std::string out = stage_text(unit.stage, language) + "  " + to_string(unit.key) +
                    flags_of(unit, language) + "\n";
  if (unit.source) out += "    " + unit.source->text + "\n";
  if (!unit.text().empty()) out += "  → " + unit.text() + "\n";
  return out;
}

}  // namespace

std::string stage_text(UnitStage stage, Language language) {
  return text(language, "translation.stage." + std::string(word(stage)));
}

std::string check_sentence(const localisation::CheckResult& check, Language language) {
  return text(language, "translation_check." + std::string(check.check)) +
         (check.detail.empty() ? "" : " (" + check.detail + ")");
}

Result<UnitList> select_units(const TranslationDesk& desk, const UnitSelection& selection) {
  const bool any_stage = selection.stage.empty() || selection.stage == waiting_word;
  if (!any_stage && !localisation::parse_unit_stage(selection.stage)) {
    return fail("stage_word_unknown", {{"stage", selection.stage}});
  }
  if (!selection.field.empty() && !localisation::parse_text_field(selection.field)) {
    return fail("field_word_unknown", {{"field", selection.field}});
  }
  UnitList list;
  for (const UnitView& unit : desk.units()) {
    if (!wanted(unit, selection)) continue;
    const size_t place = list.total++;
    const bool beyond =
        selection.limit > 0 && list.units.size() == selection.limit;
    if (place >= selection.offset && !beyond) list.units.push_back(unit);
  }
  return list;
}

std::string units_csv(const UnitList& list, const TranslationDesk& desk) {
  std::string out = "unit,stage,source_changed,source,target,owner,translator,reviewer\r\n";
  for (const UnitView& unit : list.units) {
    const localisation::Standing now = unit.state ? unit.state->now : localisation::Standing{};
    const auto credits = desk.credits(now);
    const std::string cells[] = {to_string(unit.key),
                                 std::string(word(unit.stage)),
                                 unit.source_changed ? "yes" : "no",
                                 unit.source ? unit.source->text : "",
                                 unit.text(),
                                 unit.source ? unit.source->owner : "",
                                 now.translator,
                                 now.reviewer};
    out += csv_row(cells);
  }
  return out;
}

std::string units_text(const UnitList& list, Language language) {
  std::string out = text(language, "translation.count",
                         {{"shown", grouped(static_cast<int64_t>(list.units.size()))},
                          {"total", grouped(static_cast<int64_t>(list.total))}}) +
                    "\n";
  for (const UnitView& unit : list.units) out += unit_line(unit, language);
  return out;
}

Result<std::string> unit_text(const TranslationDesk& desk, const std::string& written,
                              Language language) {
  UMIKOE_TRY(const auto keys, desk.units_of(written));
  std::string out;
  for (const auto& key : keys) {
    const UnitView unit = desk.view(key);
    out += unit_line(unit, language);
    const auto& source = *unit.source;
    for (const auto* term : desk.glossary().met_in(source.text, key.language)) {
      out += "    " + text(language, "translation.term",
                           {{"source", term->source},
                            {"target", term->target.empty() ? term->source : term->target},
                            {"note", term->note}}) +
             "\n";
    }
    if (!unit.text().empty()) {
      for (const auto& check :
           check_translation(source, unit.text(), key.language, desk.glossary())) {
        out += "    ! " + check_sentence(check, language) + "\n";
      }
    }
    for (const auto& match :
         desk.memory().find(source.text, source.language, key.language, source.work, 5)) {
      if (match.entry->origin == to_string(key)) continue;
      out += "    " + std::to_string(match.percent) + " %  " + match.entry->source + " → " +
             match.entry->target + "\n";
    }
    if (unit.state && !unit.state->now.authors.empty()) {
      std::string names;
      for (const auto& name : desk.credits(unit.state->now)) {
        names += (names.empty() ? "" : ", ") + name;
      }
      out += "    " + text(language, "translation.credit", {{"names", names}}) + "\n";
    }
    if (unit.state && !unit.state->now.note.empty()) {
      out += "    " + unit.state->now.note + "\n";
    }
  }
  return out;
}

std::string done_text(const std::vector<UnitDone>& done, Language language) {
  std::string out;
  for (const UnitDone& unit : done) {
    out += stage_text(unit.stage, language) + "  " + to_string(unit.key) + "\n";
    for (const auto& check : unit.checks) out += "  ! " + check_sentence(check, language) + "\n";
  }
  return out;
}

std::string people_text(const TranslationDesk& desk, Language language) {
  std::string out;
  for (const auto& [id, person] : desk.roster()) {
    const StatedWords words = words_of(person);
    out += id + "  " + stated(words, "roles") + "  " + stated(words, "languages");
    if (!person.acts_for.empty()) out += "  " + joined(person.acts_for);
    out += "  " + (person.terms_version.empty() ? text(language, "translation.no_terms")
                                                : person.terms_version + " " +
                                                      stated(words, "terms_date"));
    if (person.volunteer) out += "  " + text(language, "translation.volunteer");
    out += "\n";
  }
  return out.empty() ? text(language, "translation.nobody") + "\n" : out;
}

std::string grants_text(const TranslationDesk& desk, Language language) {
  std::string out;
  for (const auto& grant : desk.grants()) {
    const StatedWords words = words_of(grant);
    out += grant.id + "  " + grant.work + "  " + stated(words, "languages") + "  " +
           stated(words, "media") + "  " + stated(words, "territory") + "  " +
           grant.from.to_string() + "–" + stated(words, "until") + "  " + grant.evidence;
    if (!grant.in_force(desk.world().as_of())) {
      out += "  [" + text(language, "translation.not_in_force") + "]";
    }
    out += "\n";
  }
  return out.empty() ? text(language, "translation.no_grants") + "\n" : out;
}

std::string glossary_text(const TranslationDesk& desk, Language language) {
  std::string out;
  for (const auto& term : desk.glossary().all()) {
    out += std::string(word(term.kind)) + "  " + (term.language.empty() ? "*" : term.language) +
           "  " + term.source + (term.target.empty() ? "" : " → " + term.target) +
           (term.note.empty() ? "" : "  (" + term.note + ")") + "\n";
  }
  return out.empty() ? text(language, "translation.no_terms_on_file") + "\n" : out;
}

}  // namespace umikoe::app
