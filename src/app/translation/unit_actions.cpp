#include "app/translation/unit_actions.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using localisation::CheckResult;
using localisation::GrantMedium;
using localisation::SourceText;
using localisation::TextField;
using localisation::UnitAction;
using localisation::UnitEvent;
using localisation::UnitKey;
using localisation::UnitState;

std::string usual_medium(TextField field) {
  if (field == TextField::lyric_line) return "lyric_services";
  return field == TextField::subtitle_cue ? "video_subtitle" : "site";
}

// Errors of the checks keep a draft from becoming a translation.
Result<void> passes(const TranslationDesk& desk, const UnitKey& key, const std::string& text) {
  const SourceText& source = *desk.source(key.text);
  for (const CheckResult& check :
       check_translation(source, text, key.language, desk.glossary())) {
    if (!check.is_error) continue;
    return fail("translation_check_failed",
                {{"check", std::string(check.check)}, {"detail", check.detail}});
  }
  return {};
}

Result<void> fits(const UnitWords& words) {
  for (const auto* text : {&words.text, &words.note, &words.by}) {
    if (static_cast<int64_t>(text->size()) > limits::edit_text_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
    }
    if (first_invalid_utf8(*text) != std::string_view::npos) return fail("encoding_invalid_word");
  }
  return {};
}

Result<UnitEvent> event_of(const UnitWords& words, const UnitKey& key, Date on, Instant now) {
  UnitEvent event;
  event.unit = key;
  event.action = words.action;
  event.by = words.by;
  event.at = now;
  event.text = words.text;
  event.note = words.note;
  if (words.from_memory) event.origin = localisation::TextOrigin::memory;
  if (words.action != UnitAction::publish) return event;
  const std::string media = words.media.empty() ? usual_medium(key.text.field) : words.media;
  for (const std::string& word : stated_list({{"media", media}}, "media")) {
    const auto medium = localisation::parse_grant_medium(word);
    if (!medium) return fail("medium_unknown", {{"medium", word}});
    event.media.push_back(*medium);
  }
  const std::string territory = words.territory.empty() ? "Worldwide" : words.territory;
  UMIKOE_TRY(event.territories, stated_territories({{"t", territory}}, "t", on));
  return event;
}

// Names the unit in an error about one of many.
Error about(Error error, const UnitKey& key) {
  error.where.element = to_string(key);
  return error;
}

}  // namespace

edits::EditDraft draft_of(const UnitEvent& event, const access::Viewer& viewer) {
  edits::EditDraft draft;
  draft.organisation = viewer.organisation;
  draft.author = event.by;
  draft.made_at = event.at;
  draft.kind = unit_edit;
  draft.subject = to_string(event.unit);
  draft.body = body_of(words_of(event));
  return draft;
}

Result<std::vector<edits::EditDraft>> drafts_of(const TranslationDesk& desk, UnitState& state,
                                                const UnitEvent& event, bool submit,
                                                const access::Viewer& viewer) {
  const SourceText* source = desk.source(event.unit.text);
  if (!source) return fail("unit_source_unknown", {{"unit", to_string(event.unit)}});
  std::vector<UnitEvent> events{event};
  if (submit) {
    events.push_back(event);
    events.back().action = UnitAction::submit;
    events.back().text.clear();
  }
  std::vector<edits::EditDraft> drafts;
  for (const UnitEvent& wanted : events) {
    UMIKOE_TRY(const UnitEvent judged, let_through(state, wanted, desk.gate(*source)));
    UMIKOE_TRY(apply(state, judged, is_lyric(*source)));
    if (wanted.action == UnitAction::submit) {
      UMIKOE_TRY(passes(desk, event.unit, state.now.text));
    }
    drafts.push_back(draft_of(judged, viewer));
  }
  return drafts;
}

Result<std::vector<UnitDone>> act(WorldStore& store, const TranslationDesk& desk,
                                  const UnitWords& words, const access::Viewer& viewer,
                                  Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (words.by.empty()) return fail("unit_by_needed");
  UMIKOE_TRY(fits(words));
  UMIKOE_TRY(const auto keys, desk.units_of(words.unit));
  std::vector<edits::EditDraft> drafts;
  std::vector<UnitDone> done;
  for (const UnitKey& key : keys) {
    UMIKOE_TRY(const UnitEvent event, event_of(words, key, desk.world().as_of(), now));
    UnitState state = desk.state(key);
    const bool submit = words.action == UnitAction::set && words.done;
    auto more = drafts_of(desk, state, event, submit, viewer);
    if (!more) return std::unexpected(about(std::move(more).error(), key));
    drafts.insert(drafts.end(), more->begin(), more->end());
    UnitDone unit{key, state.now.stage, {}};
    if (!state.now.text.empty()) {
      unit.checks =
          check_translation(*desk.source(key.text), state.now.text, key.language, desk.glossary());
    }
    done.push_back(std::move(unit));
  }
  UMIKOE_TRY(store.append_edits(drafts));
  return done;
}

}  // namespace umikoe::app
