#pragma once

#include "app/ports.h"
#include "app/translation/stated_words.h"
#include "localisation/content_calendar.h"
#include "localisation/glossary_terms.h"
#include "localisation/rights_grant.h"
#include "localisation/translation_people.h"
#include "localisation/translation_states.h"

// Every record of translation work, read from what somebody states and said again in the same
// words. A record that cannot be read is an error with a code word, never half a record.
namespace umikoe::app {

// The kinds of edits they are.
inline constexpr const char* source_edit = "translation_source";
inline constexpr const char* unit_edit = "translation";
inline constexpr const char* person_edit = "translation_person";
inline constexpr const char* grant_edit = "rights_grant";
inline constexpr const char* term_edit = "glossary_term";
inline constexpr const char* memory_edit = "translation_memory";
inline constexpr const char* languages_edit = "translation_languages";
inline constexpr const char* provider_edit = "translation_provider";
inline constexpr const char* consent_edit = "machine_consent";
inline constexpr const char* machine_use_edit = "machine_use";
inline constexpr const char* calendar_edit = "calendar_entry";

// Columns: id OBJECT:FIELD[.N]:ID, text, language, work, owner, context, spoken, released,
// start_ms, end_ms, max_width. Errors: text_key_invalid, unit_text_empty, language_tag_invalid and
// those of stated_words.h.
Result<localisation::SourceText> read_source(const StatedWords& words);
StatedWords words_of(const localisation::SourceText& source);

// Columns: action, text, origin, provenance, source_hash, role, media, territories, grants, note.
// Error: translation_unreadable.
Result<localisation::UnitEvent> read_event(const edits::Edit& edit);
StatedWords words_of(const localisation::UnitEvent& event);

// Columns: person, name, languages, roles, acts_for, terms, terms_date, volunteer. Errors:
// person_id_needed, role_word_unknown, language_tag_invalid.
Result<localisation::Person> read_person(const StatedWords& words);
StatedWords words_of(const localisation::Person& person);

// Columns: grant, work, lyricist, publisher, languages, media, territory, from, until, credit,
// moral, evidence. Errors: grant_field_needed, medium_unknown, language_tag_invalid.
Result<localisation::RightsGrant> read_grant(const StatedWords& words, Date on);
StatedWords words_of(const localisation::RightsGrant& grant);

// Columns: kind, source, language, target, note. Errors: term_kind_unknown, term_field_needed.
Result<localisation::GlossaryTerm> read_term(const StatedWords& words);
StatedWords words_of(const localisation::GlossaryTerm& term);
std::string subject_of(const localisation::GlossaryTerm& term);

// Columns: provider, url, shape, key_variable, version. Errors: provider_field_needed,
// provider_shape_unknown, provider_url_invalid.
Result<TranslationProvider> read_provider(const StatedWords& words);
StatedWords words_of(const TranslationProvider& provider);

// Columns: artist, channel, territory, date, time, offset, kind, title, link. Errors:
// calendar_field_needed, calendar_time_invalid, content_kind_unknown.
Result<localisation::CalendarEntry> read_calendar_entry(const StatedWords& words);
StatedWords words_of(const localisation::CalendarEntry& entry);
std::string subject_of(const localisation::CalendarEntry& entry);

// A BCP 47 tag as RFC 5646 recommends it. Error language_tag_invalid.
Result<std::string> language_of_word(const std::string& word);

}  // namespace umikoe::app
