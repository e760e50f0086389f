#include "app/translation/translation_records.h"

#include <algorithm>

#include "base/language_tag.h"
#include "base/limits.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using localisation::GlossaryTerm;
using localisation::GrantMedium;
using localisation::Person;
using localisation::PersonRole;
using localisation::RightsGrant;
using localisation::SourceText;
using localisation::UnitEvent;

Result<void> fits(const StatedWords& words) {
  for (const auto& [key, text] : words) {
    if (static_cast<int64_t>(text.size()) > limits::edit_text_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
    }
    // What is stored as JSON must be text.
    if (first_invalid_utf8(text) != std::string_view::npos) return fail("encoding_invalid_word");
  }
  return {};
}

Result<std::vector<std::string>> languages_of(const StatedWords& words, std::string_view key) {
  std::vector<std::string> out;
  for (const std::string& word : stated_list(words, key)) {
    UMIKOE_TRY(out.emplace_back(), language_of_word(word));
  }
  return out;
}

Result<std::vector<GrantMedium>> media_of(const StatedWords& words) {
  std::vector<GrantMedium> out;
  for (const std::string& word : stated_list(words, "media")) {
    const auto medium = localisation::parse_grant_medium(word);
    if (!medium) return fail("medium_unknown", {{"medium", word}});
    if (std::ranges::find(out, *medium) == out.end()) out.push_back(*medium);
  }
  return out;
}

template <class T>
std::string words_joined(const std::vector<T>& values) {
  std::vector<std::string> out;
  for (const T value : values) out.emplace_back(word(value));
  return joined(out);
}

std::string date_word(const std::optional<Date>& date) { return date ? date->to_string() : ""; }

template <class Number>
std::string number_word(const std::optional<Number>& number) {
  return number ? std::to_string(*number) : "";
}

Result<std::string> needed(const StatedWords& words, const char* key, const char* code) {
  std::string text = stated(words, key);
  if (text.empty()) return fail(code, {{"field", key}});
  return text;
}

std::unexpected<Error> unreadable(const edits::Edit& edit) {
  return fail("translation_unreadable", {{"entry", std::to_string(edit.id.value)}});
}

}  // namespace

Result<std::string> language_of_word(const std::string& word) {
  const ParsedLanguageTag parsed = parse_language_tag(word);
  const bool usable = parsed.state != LanguageTagState::malformed &&
                      parsed.state != LanguageTagState::unknown_subtag;
  if (word.empty() || !usable) return fail("language_tag_invalid", {{"language", word}});
  return parsed.tag.text;
}

Result<SourceText> read_source(const StatedWords& words) {
  UMIKOE_TRY(fits(words));
  SourceText source;
  const auto key = localisation::parse_text_key(stated(words, "id"));
  if (!key || (is_numbered(key->field) && key->number == 0)) {
    return fail("text_key_invalid", {{"id", stated(words, "id")}});
  }
  source.key = *key;
  const auto text = words.find("text");
  if (text == words.end() || text->second.empty()) return fail("unit_text_empty");
  source.text = text->second;
  if (!stated(words, "language").empty()) {
    UMIKOE_TRY(source.language, language_of_word(stated(words, "language")));
  }
  source.work = stated(words, "work");
  if (source.work.empty() && key->object == localisation::TextObject::work) source.work = key->id;
  source.owner = stated(words, "owner");
  source.context = stated(words, "context");
  source.spoken = stated_yes(words, "spoken");
  UMIKOE_TRY(source.released, stated_date(words, "released"));
  UMIKOE_TRY(source.start_ms, stated_number(words, "start_ms"));
  UMIKOE_TRY(source.end_ms, stated_number(words, "end_ms"));
  UMIKOE_TRY(const auto width, stated_number(words, "max_width"));
  if (width) source.max_width = static_cast<int32_t>(std::clamp<int64_t>(*width, 1, 100'000));
  return source;
}

StatedWords words_of(const SourceText& source) {
  StatedWords words{{"id", to_string(source.key)}, {"text", source.text}};
  state(words, "language", source.language);
  state(words, "work", source.work);
  state(words, "owner", source.owner);
  state(words, "context", source.context);
  state(words, "spoken", source.spoken ? "yes" : "");
  state(words, "released", date_word(source.released));
  state(words, "start_ms", number_word(source.start_ms));
  state(words, "end_ms", number_word(source.end_ms));
  state(words, "max_width", number_word(source.max_width));
  return words;
}

Result<UnitEvent> read_event(const edits::Edit& edit) {
  const auto words = words_of(edit.entry.body);
  const auto unit = localisation::parse_unit_key(edit.entry.subject);
  if (!words || !unit) return unreadable(edit);
  const auto action = localisation::parse_unit_action(stated(*words, "action"));
  const auto origin = localisation::parse_text_origin(stated(*words, "origin"));
  const auto media = media_of(*words);
  const auto territories = stated_territories(*words, "territories", Date{});
  if (!action || !origin || !media || !territories) return unreadable(edit);
  UnitEvent event;
  event.entry = edit.id;
  event.unit = *unit;
  event.action = *action;
  event.by = edit.entry.author;
  event.at = edit.entry.made_at;
  event.source_hash = stated(*words, "source_hash");
  if (const auto text = words->find("text"); text != words->end()) event.text = text->second;
  event.origin = *origin;
  event.provenance = stated(*words, "provenance");
  event.role = localisation::parse_person_role(stated(*words, "role"));
  event.media = *media;
  event.territories = *territories;
  event.grants = stated_list(*words, "grants");
  event.note = stated(*words, "note");
  return event;
}

StatedWords words_of(const UnitEvent& event) {
  StatedWords words{{"action", std::string(word(event.action))},
                    {"origin", std::string(word(event.origin))}};
  state(words, "source_hash", event.source_hash);
  state(words, "text", event.text);
  state(words, "provenance", event.provenance);
  if (event.role) state(words, "role", std::string(word(*event.role)));
  state(words, "media", words_joined(event.media));
  state(words, "territories", territory_words(event.territories));
  state(words, "grants", joined(event.grants));
  state(words, "note", event.note);
  return words;
}

Result<Person> read_person(const StatedWords& words) {
  UMIKOE_TRY(fits(words));
  Person person;
  person.id = stated(words, "person");
  if (person.id.empty()) return fail("person_id_needed");
  person.display = stated(words, "name");
  UMIKOE_TRY(person.languages, languages_of(words, "languages"));
  for (const std::string& word : stated_list(words, "roles")) {
    const auto role = localisation::parse_person_role(word);
    if (!role) return fail("role_word_unknown", {{"role", word}});
    person.roles.push_back(*role);
  }
  person.acts_for = stated_list(words, "acts_for");
  person.terms_version = stated(words, "terms");
  UMIKOE_TRY(person.terms_accepted, stated_date(words, "terms_date"));
  person.volunteer = stated_yes(words, "volunteer");
  return person;
}

StatedWords words_of(const Person& person) {
  StatedWords words{{"person", person.id}};
  state(words, "name", person.display);
  state(words, "languages", joined(person.languages));
  state(words, "roles", words_joined(person.roles));
  state(words, "acts_for", joined(person.acts_for));
  state(words, "terms", person.terms_version);
  state(words, "terms_date", date_word(person.terms_accepted));
  state(words, "volunteer", person.volunteer ? "yes" : "");
  return words;
}

Result<RightsGrant> read_grant(const StatedWords& words, Date on) {
  UMIKOE_TRY(fits(words));
  RightsGrant grant;
  UMIKOE_TRY(grant.id, needed(words, "grant", "grant_field_needed"));
  if (grant.id.find_first_of(",;") != std::string::npos) {
    return fail("grant_id_invalid", {{"grant", grant.id}});
  }
  UMIKOE_TRY(grant.work, needed(words, "work", "grant_field_needed"));
  UMIKOE_TRY(grant.evidence, needed(words, "evidence", "grant_field_needed"));
  UMIKOE_TRY(needed(words, "languages", "grant_field_needed"));
  UMIKOE_TRY(needed(words, "media", "grant_field_needed"));
  UMIKOE_TRY(needed(words, "territory", "grant_field_needed"));
  UMIKOE_TRY(needed(words, "from", "grant_field_needed"));
  grant.lyricist = stated(words, "lyricist");
  grant.publisher = stated(words, "publisher");
  if (grant.lyricist.empty() && grant.publisher.empty()) {
    return fail("grant_field_needed", {{"field", "publisher"}});
  }
  UMIKOE_TRY(grant.languages, languages_of(words, "languages"));
  UMIKOE_TRY(grant.media, media_of(words));
  UMIKOE_TRY(grant.territories, stated_territories(words, "territory", on));
  UMIKOE_TRY(const auto from, stated_date(words, "from"));
  grant.from = *from;
  UMIKOE_TRY(grant.until, stated_date(words, "until"));
  grant.credit_wording = stated(words, "credit");
  grant.moral_conditions = stated(words, "moral");
  return grant;
}

StatedWords words_of(const RightsGrant& grant) {
  StatedWords words{{"grant", grant.id},
                    {"work", grant.work},
                    {"evidence", grant.evidence},
                    {"languages", joined(grant.languages)},
                    {"media", words_joined(grant.media)},
                    {"territory", territory_words(grant.territories)},
                    {"from", grant.from.to_string()}};
  state(words, "lyricist", grant.lyricist);
  state(words, "publisher", grant.publisher);
  state(words, "until", date_word(grant.until));
  state(words, "credit", grant.credit_wording);
  state(words, "moral", grant.moral_conditions);
  return words;
}

Result<GlossaryTerm> read_term(const StatedWords& words) {
  UMIKOE_TRY(fits(words));
  GlossaryTerm term;
  const std::string kind = stated(words, "kind");
  const auto known = localisation::parse_term_kind(kind.empty() ? "term" : kind);
  if (!known) return fail("term_kind_unknown", {{"kind", kind}});
  term.kind = *known;
  UMIKOE_TRY(term.source, needed(words, "source", "term_field_needed"));
  term.target = stated(words, "target");
  term.note = stated(words, "note");
  using localisation::TermKind;
  const bool has_target = term.kind == TermKind::term || term.kind == TermKind::artist_name;
  if (has_target) UMIKOE_TRY(needed(words, "target", "term_field_needed"));
  if (has_target) UMIKOE_TRY(needed(words, "language", "term_field_needed"));
  if (term.kind == TermKind::cultural_note) UMIKOE_TRY(needed(words, "note", "term_field_needed"));
  if (!stated(words, "language").empty()) {
    UMIKOE_TRY(term.language, language_of_word(stated(words, "language")));
  }
  return term;
}

StatedWords words_of(const GlossaryTerm& term) {
  StatedWords words{{"kind", std::string(word(term.kind))}, {"source", term.source}};
  state(words, "language", term.language);
  state(words, "target", term.target);
  state(words, "note", term.note);
  return words;
}

std::string subject_of(const GlossaryTerm& term) {
  return std::string(word(term.kind)) + ":" + term.language + ":" + term.source;
}

Result<TranslationProvider> read_provider(const StatedWords& words) {
  UMIKOE_TRY(fits(words));
  TranslationProvider provider;
  UMIKOE_TRY(provider.name, needed(words, "provider", "provider_field_needed"));
  UMIKOE_TRY(provider.url, needed(words, "url", "provider_field_needed"));
  UMIKOE_TRY(provider.shape, needed(words, "shape", "provider_field_needed"));
  if (provider.shape != "libretranslate" && provider.shape != "deepl") {
    return fail("provider_shape_unknown", {{"shape", provider.shape}});
  }
  if (!provider.url.starts_with("http://") && !provider.url.starts_with("https://")) {
    return fail("provider_url_invalid", {{"url", provider.url}});
  }
  provider.key_variable = stated(words, "key_variable");
  provider.version = stated(words, "version");
  return provider;
}

StatedWords words_of(const TranslationProvider& provider) {
  StatedWords words{
      {"provider", provider.name}, {"url", provider.url}, {"shape", provider.shape}};
  state(words, "key_variable", provider.key_variable);
  state(words, "version", provider.version);
  return words;
}

}  // namespace umikoe::app
