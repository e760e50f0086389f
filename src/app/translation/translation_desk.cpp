#include "app/translation/translation_desk.h"

#include <algorithm>

#include "app/json.h"
#include "base/sha256.h"

namespace umikoe::app {
namespace {

using localisation::MemoryEntry;
using localisation::SourceText;
using localisation::TextKey;
using localisation::UnitEvent;
using localisation::UnitKey;
using localisation::UnitStage;
using localisation::UnitState;

// English is what a first answer abroad is read in.
constexpr const char* default_language = "en";

std::unexpected<Error> unreadable(const edits::Edit& edit) {
  return fail("translation_unreadable", {{"entry", std::to_string(edit.id.value)}});
}

// The standing records of one kind, each read from its words.
template <class Read>
Result<void> for_each_record(std::span<const edits::Edit> log, const char* kind, Read read) {
  for (const edits::Edit* edit : edits::current(log, kind)) {
    const auto words = words_of(edit->entry.body);
    if (!words || !read(*words, *edit)) return unreadable(*edit);
  }
  return {};
}

// [source, target, work] of one imported memory.
bool add_entries(const Json& body, localisation::TranslationMemory& memory) {
  const auto text = [&](const char* key) { return body.value(key, std::string()); };
  const auto entries = body.find("entries");
  if (entries == body.end() || !entries->is_array()) return false;
  for (const Json& entry : *entries) {
    if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() || !entry[1].is_string()) {
      return false;
    }
    memory.add({.source = entry[0].get<std::string>(),
                .target = entry[1].get<std::string>(),
                .source_language = text("source_language"),
                .target_language = text("target_language"),
                .work = text("work"),
                .origin = text("origin")});
  }
  return true;
}

}  // namespace

const std::string& UnitView::text() const {
  static const std::string none;
  return state ? state->now.text : none;
}

std::string machine_answer_key(const std::string& text, const std::string& source_language,
                               const std::string& target_language,
                               const TranslationProvider& provider) {
  Json key = Json::array({text, source_language, target_language, provider.name, provider.version});
  return sha256_hex(dump(key));
}

Result<std::unique_ptr<TranslationDesk>> TranslationDesk::load(const LoadedWorld& world) {
  std::unique_ptr<TranslationDesk> desk(new TranslationDesk(world));
  UMIKOE_TRY(desk->read_records());
  UMIKOE_TRY(desk->read_settings());
  UMIKOE_TRY(desk->read_sources());
  UMIKOE_TRY(desk->replay());
  return desk;
}

Result<void> TranslationDesk::read_records() {
  const auto log = world_.edits();
  UMIKOE_TRY(for_each_record(log, person_edit, [&](const auto& words, const auto&) {
    const auto person = read_person(words);
    if (person) roster_[person->id] = *person;
    return person.has_value();
  }));
  UMIKOE_TRY(for_each_record(log, grant_edit, [&](const auto& words, const auto&) {
    auto grant = read_grant(words, world_.as_of());
    if (grant) grants_.push_back(std::move(*grant));
    return grant.has_value();
  }));
  UMIKOE_TRY(for_each_record(log, term_edit, [&](const auto& words, const auto& edit) {
    auto term = read_term(words);
    if (!term) return false;
    term->by = edit.entry.author;
    glossary_.add(std::move(*term));
    return true;
  }));
  return for_each_record(log, calendar_edit, [&](const auto& words, const auto&) {
    auto entry = read_calendar_entry(words);
    if (entry) calendar_.push_back(std::move(*entry));
    return entry.has_value();
  });
}

Result<void> TranslationDesk::read_settings() {
  const auto log = world_.edits();
  UMIKOE_TRY(for_each_record(log, languages_edit, [&](const auto& words, const auto&) {
    languages_ = stated_list(words, "languages");
    return !languages_.empty();
  }));
  if (languages_.empty()) languages_ = {default_language};
  UMIKOE_TRY(for_each_record(log, provider_edit, [&](const auto& words, const auto&) {
    auto provider = read_provider(words);
    if (provider) providers_.push_back(std::move(*provider));
    return provider.has_value();
  }));
  UMIKOE_TRY(for_each_record(log, consent_edit, [&](const auto& words, const auto& edit) {
    const std::string owner = stated(words, "owner");
    consents_[owner] = {owner, stated_yes(words, "unreleased"), edit.entry.author};
    return !owner.empty();
  }));
  for (const edits::Edit& edit : log) {
    if (edit.entry.kind != machine_use_edit) continue;
    const auto words = words_of(edit.entry.body);
    const auto characters = words ? stated_number(*words, "characters") : std::nullopt;
    if (!characters || !*characters) return unreadable(edit);
    machine_use_.push_back({stated(*words, "provider"), stated(*words, "owner"), **characters,
                            edit.entry.made_at});
  }
  return {};
}

// A text somebody entered stands before the catalogue's of the same key.
Result<void> TranslationDesk::read_sources() {
  UMIKOE_TRY(for_each_record(world_.edits(), source_edit, [&](const auto& words, const auto&) {
    auto source = read_source(words);
    if (source) sources_.insert_or_assign(source->key, std::move(*source));
    return source.has_value();
  }));
  CatalogueTexts texts = catalogue_texts(world_);
  for (auto& [key, source] : texts.sources) sources_.try_emplace(key, std::move(source));
  on_file_ = std::move(texts.on_file);
  return {};
}

// The rules hold when the log is read, too: an entry none of them lets through does nothing.
Result<void> TranslationDesk::replay() {
  for (const edits::Edit& edit : world_.edits()) {
    if (edit.entry.kind != unit_edit) continue;
    UMIKOE_TRY(const UnitEvent event, read_event(edit));
    const SourceText* text = source(event.unit.text);
    SourceText unknown;
    unknown.key = event.unit.text;
    if (!apply(units_[event.unit], event, is_lyric(text ? *text : unknown))) {
      refused_.push_back(edit.id);
    }
    remember(event);
  }
  return {};
}

void TranslationDesk::remember(const UnitEvent& event) {
  if (event.origin != localisation::TextOrigin::machine) return;
  if (event.action == localisation::UnitAction::set && !event.provenance.empty()) {
    const auto words = words_of(event.provenance);
    if (words) machine_answers_[stated(*words, "answer")] = event.text;
  }
}

const SourceText* TranslationDesk::source(const TextKey& key) const {
  const auto at = sources_.find(key);
  return at == sources_.end() ? nullptr : &at->second;
}

const UnitState& TranslationDesk::state(const UnitKey& key) const {
  static const UnitState none;
  const auto at = units_.find(key);
  return at == units_.end() ? none : at->second;
}

UnitView TranslationDesk::view(const UnitKey& key) const {
  UnitView view;
  view.key = key;
  view.source = source(key.text);
  const auto forms = on_file_.find(key.text);
  view.on_file = forms != on_file_.end() && is_on_file(forms->second, key.language);
  const auto at = units_.find(key);
  if (at == units_.end()) return view;
  view.state = &at->second;
  const std::string hash = view.source ? localisation::source_hash(*view.source) : "";
  view.stage = localisation::stage_for(at->second.now, hash);
  view.source_changed = localisation::source_changed(at->second.now, hash);
  return view;
}

std::vector<UnitView> TranslationDesk::units() const {
  std::set<UnitKey> keys;
  for (const auto& [key, source] : sources_) {
    for (const auto& language : languages_) {
      // A text is no work in the language it is written in.
      if (source.language != language) keys.insert({key, language});
    }
  }
  for (const auto& [key, state] : units_) keys.insert(key);
  std::vector<UnitView> out;
  for (const UnitKey& key : keys) out.push_back(view(key));
  return out;
}

Result<std::vector<UnitKey>> TranslationDesk::units_of(const std::string& written) const {
  const auto key = localisation::parse_unit_key(written);
  if (!key) return fail("unit_key_invalid", {{"unit", written}});
  if (!is_numbered(key->text.field) || key->text.number > 0) {
    if (!source(key->text)) return fail("unit_source_unknown", {{"unit", written}});
    return std::vector{*key};
  }
  std::vector<UnitKey> out;
  for (auto at = sources_.lower_bound(key->text); at != sources_.end(); ++at) {
    const TextKey& text = at->first;
    const bool same = text.object == key->text.object && text.id == key->text.id &&
                      text.field == key->text.field;
    if (!same) break;
    out.push_back({text, key->language});
  }
  if (out.empty()) return fail("unit_source_unknown", {{"unit", written}});
  return out;
}

const localisation::TranslationMemory& TranslationDesk::memory() const {
  if (memory_) return *memory_;
  memory_ = std::make_unique<localisation::TranslationMemory>();
  for (const auto& [key, state] : units_) {
    const UnitView unit = view(key);
    const bool trusted = unit.stage == UnitStage::reviewed ||
                         unit.stage == UnitStage::rights_approved ||
                         unit.stage == UnitStage::published;
    if (!trusted || !unit.source) continue;
    memory_->add({.source = unit.source->text,
                  .target = unit.text(),
                  .source_language = unit.source->language,
                  .target_language = key.language,
                  .work = unit.source->work,
                  .origin = to_string(key)});
  }
  for (const edits::Edit* edit : edits::current(world_.edits(), memory_edit)) {
    const Json body = Json::parse(edit->entry.body, nullptr, false);
    if (body.is_object()) add_entries(body, *memory_);
  }
  return *memory_;
}

std::vector<Credit> TranslationDesk::credited(const localisation::Standing& standing) const {
  using localisation::PersonRole;
  const auto name = [&](const std::string& id) {
    const auto at = roster_.find(id);
    return std::string(at == roster_.end() ? id : at->second.credit());
  };
  std::vector<Credit> out;
  for (const auto& author : standing.authors) out.push_back({PersonRole::translator, name(author)});
  if (!standing.reviewer.empty()) out.push_back({PersonRole::reviewer, name(standing.reviewer)});
  return out;
}

std::vector<std::string> TranslationDesk::credits(const localisation::Standing& standing) const {
  std::vector<std::string> out;
  for (const Credit& credit : credited(standing)) out.push_back(credit.name);
  return out;
}

}  // namespace umikoe::app
