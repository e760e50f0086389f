#include "app/translation/unit_json.h"

namespace umikoe::app {
namespace {

using localisation::Standing;
using messages::Language;

constexpr size_t matches_shown = 5;

Json names_json(const std::vector<std::string>& names) {
  Json out = Json::array();
  for (const auto& name : names) out.push_back(name);
  return out;
}

Json flat(const StatedWords& words) {
  Json out = Json::object();
  for (const auto& [key, value] : words) out[key] = value;
  return out;
}

Json checks_json(const std::vector<localisation::CheckResult>& checks, Language language) {
  Json out = Json::array();
  for (const auto& check : checks) {
    out.push_back({{"check", std::string(check.check)},
                   {"error", check.is_error},
                   {"detail", or_null(check.detail)},
                   {"text", check_sentence(check, language)}});
  }
  return out;
}

std::vector<std::string> media_words(const std::vector<localisation::GrantMedium>& media) {
  std::vector<std::string> out;
  for (const auto medium : media) out.emplace_back(word(medium));
  return out;
}

Json standing_json(const Standing& now, const TranslationDesk& desk) {
  return {{"origin", std::string(word(now.origin))},
          {"translator", or_null(now.translator)},
          {"reviewer", or_null(now.reviewer)},
          {"approver", or_null(now.approver)},
          {"approver_role", now.role ? Json(std::string(word(*now.role))) : Json(nullptr)},
          {"credits", names_json(desk.credits(now))},
          {"media", names_json(media_words(now.media))},
          {"territories", or_null(territory_words(now.territories))},
          {"grants", names_json(now.grants)},
          {"note", or_null(now.note)},
          {"since", now.since.to_string()}};
}

Json terms_json(const TranslationDesk& desk, const std::string& source,
                const std::string& language) {
  Json out = Json::array();
  for (const auto* term : desk.glossary().met_in(source, language)) {
    out.push_back({{"kind", std::string(word(term->kind))},
                   {"source", term->source},
                   {"target", or_null(term->target)},
                   {"note", or_null(term->note)}});
  }
  return out;
}

Json matches_of(const TranslationDesk& desk, const std::string& text,
                const std::string& source_language, const std::string& target_language,
                const std::string& work, const std::string& except) {
  Json out = Json::array();
  for (const auto& match :
       desk.memory().find(text, source_language, target_language, work, matches_shown + 1)) {
    if (match.entry->origin == except || out.size() == matches_shown) continue;
    out.push_back({{"percent", match.percent},
                   {"same_work", match.same_work},
                   {"source", match.entry->source},
                   {"target", match.entry->target},
                   {"origin", or_null(match.entry->origin)}});
  }
  return out;
}

// Who did what and when, from the log itself.
Json history_json(const TranslationDesk& desk, const std::string& subject) {
  Json out = Json::array();
  for (const edits::Edit& edit : desk.world().edits()) {
    if (edit.entry.kind != unit_edit || edit.entry.subject != subject) continue;
    const auto event = read_event(edit);
    if (!event) continue;
    out.push_back({{"entry", edit.id.value},
                   {"at", event->at.to_string()},
                   {"by", event->by},
                   {"action", std::string(word(event->action))},
                   {"role", event->role ? Json(std::string(word(*event->role))) : Json(nullptr)},
                   {"origin", std::string(word(event->origin))},
                   {"provenance", or_null(event->provenance)},
                   {"text", or_null(event->text)},
                   {"note", or_null(event->note)}});
  }
  return out;
}

}  // namespace

Json as_json(const UnitView& unit, const TranslationDesk& desk) {
  Json out{{"unit", to_string(unit.key)},
           {"object", std::string(word(unit.key.text.object))},
           {"id", unit.key.text.id},
           {"field", std::string(word(unit.key.text.field))},
           {"number", unit.key.text.number > 0 ? Json(unit.key.text.number) : Json(nullptr)},
           {"language", unit.key.language},
           {"stage", std::string(word(unit.stage))},
           {"source_changed", unit.source_changed},
           {"on_file", unit.on_file},
           {"source", unit.source ? Json(unit.source->text) : Json(nullptr)},
           {"source_language", unit.source ? Json(unit.source->language) : Json(nullptr)},
           {"context", unit.source ? or_null(unit.source->context) : Json(nullptr)},
           {"owner", unit.source ? or_null(unit.source->owner) : Json(nullptr)},
           {"work", unit.source ? or_null(unit.source->work) : Json(nullptr)},
           {"target", or_null(unit.text())}};
  out["standing"] = unit.state ? standing_json(unit.state->now, desk) : Json(nullptr);
  return out;
}

std::string units_json(const UnitList& list, const TranslationDesk& desk) {
  Json units = Json::array();
  for (const UnitView& unit : list.units) units.push_back(as_json(unit, desk));
  Json refused = Json::array();
  for (const EditId entry : desk.refused_entries()) refused.push_back(entry.value);
  return dump({{"as_of", desk.world().as_of().to_string()},
               {"languages", names_json(desk.languages())},
               {"total", list.total},
               {"units", std::move(units)},
               {"refused_entries", std::move(refused)}});
}

Result<std::string> unit_json(const TranslationDesk& desk, const std::string& written,
                              Language language) {
  UMIKOE_TRY(const auto keys, desk.units_of(written));
  Json units = Json::array();
  for (const auto& key : keys) {
    const UnitView unit = desk.view(key);
    const auto& source = *unit.source;
    Json out = as_json(unit, desk);
    const localisation::ReadingPace pace = localisation::reading_pace(key.language);
    out["start_ms"] = source.start_ms ? Json(*source.start_ms) : Json(nullptr);
    out["end_ms"] = source.end_ms ? Json(*source.end_ms) : Json(nullptr);
    out["max_width"] = source.max_width ? Json(*source.max_width) : Json(nullptr);
    out["pace"] = {{"half_units_per_second", pace.half_units_per_second},
                   {"line_half_units", pace.line_half_units}};
    out["terms"] = terms_json(desk, source.text, key.language);
    out["matches"] = matches_of(desk, source.text, source.language, key.language, source.work,
                                to_string(key));
    out["checks"] = unit.text().empty()
                        ? Json::array()
                        : checks_json(check_translation(source, unit.text(), key.language,
                                                        desk.glossary()),
                                      language);
    out["history"] = history_json(desk, to_string(key));
    units.push_back(std::move(out));
  }
  return dump({{"units", std::move(units)}});
}

std::string done_json(const std::vector<UnitDone>& done, Language language) {
  Json units = Json::array();
  for (const UnitDone& unit : done) {
    units.push_back({{"unit", to_string(unit.key)},
                     {"stage", std::string(word(unit.stage))},
                     {"checks", checks_json(unit.checks, language)}});
  }
  return dump({{"units", std::move(units)}});
}

std::string people_json(const TranslationDesk& desk) {
  Json people = Json::array();
  for (const auto& [id, person] : desk.roster()) people.push_back(flat(words_of(person)));
  return dump({{"people", std::move(people)}});
}

std::string grants_json(const TranslationDesk& desk) {
  Json grants = Json::array();
  for (const auto& grant : desk.grants()) {
    Json out = flat(words_of(grant));
    out["in_force"] = grant.in_force(desk.world().as_of());
    grants.push_back(std::move(out));
  }
  return dump({{"as_of", desk.world().as_of().to_string()}, {"grants", std::move(grants)}});
}

std::string glossary_json(const TranslationDesk& desk) {
  Json terms = Json::array();
  for (const auto& term : desk.glossary().all()) {
    Json out = flat(words_of(term));
    out["by"] = term.by;
    terms.push_back(std::move(out));
  }
  return dump({{"terms", std::move(terms)}});
}

std::string matches_json(const TranslationDesk& desk, const std::string& text,
                         const std::string& source_language, const std::string& target_language,
                         const std::string& work) {
  return dump({{"entries", desk.memory().size()},
               {"matches", matches_of(desk, text, source_language, target_language, work, "")}});
}

}  // namespace umikoe::app
