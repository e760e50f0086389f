#include "app/name_work.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "app/question.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"

namespace umikoe::app {
namespace {

using localisation::NameFormKind;

constexpr std::array<std::string_view, 4> roles{"artist", "agency", "publisher", "label"};

bool has_kind(const std::vector<StoredNameForm>& forms, bool of_artist, NameFormKind kind) {
  return std::ranges::any_of(forms, [&](const StoredNameForm& form) {
    return form.of_artist == of_artist && form.kind == kind;
  });
}

bool needs_latin(std::string_view name) {
  const ScriptsInText scripts = scripts_in(name);
  return scripts.kanji || scripts.kana || scripts.hangul;
}

// Proposals of one world are made once for each name, however many recordings share it.
class Proposals {
 public:
  Proposals(WorldStore& store, const LoadedWorld& world, const NameReader& reader, Instant now)
      : store_(store),
        viewer_(access::local_viewer(world.info().organisation.id)),
        reader_(reader),
        now_(now) {
    proposed_.engine = reader.engine();
  }

  Result<void> add(const StoredNameForm& original, const std::vector<StoredNameForm>& forms) {
    if (original.of_artist && !artists_.insert(original.text).second) return {};
    const bool reading = !has_kind(forms, original.of_artist, NameFormKind::reading) &&
                         localisation::any_kanji(original.text);
    const bool latin = !has_kind(forms, original.of_artist, NameFormKind::romanised) &&
                       !has_kind(forms, original.of_artist, NameFormKind::official) &&
                       needs_latin(original.text);
    if (!reading && !latin) return {};
    UMIKOE_TRY(const NameAnswer answer, reader_.answer(original.text, 1));
    if (answer.proposals.empty()) return {};
    const NameProposal& best = answer.proposals.front();
    if (reading && localisation::is_reading(best.reading)) {
      UMIKOE_TRY(append(original, NameFormKind::reading, best.reading, "ja-Hrkt"));
      ++proposed_.readings;
      proposed_.sure += answer.sure;
    }
    if (latin && !best.romanised.empty() && !needs_latin(best.romanised)) {
      UMIKOE_TRY(append(original, NameFormKind::romanised, best.romanised, "ja-Latn"));
      ++proposed_.spellings;
    }
    return {};
  }
  const ProposedNames& proposed() const { return proposed_; }

 private:
  Result<void> append(const StoredNameForm& original, NameFormKind kind, std::string text,
                      std::string_view tag) {
    StoredNameForm form = original;
    form.kind = kind;
    form.text = std::move(text);
    form.language = parse_language_tag(tag).tag;
    form.source = reader_.engine();
    form.computed = true;
    form.state = edits::EditState::proposed;
    edits::EditDraft draft = draft_of(form);
    draft.organisation = viewer_.organisation;
    draft.author = form.source;
    draft.made_at = now_;
    UMIKOE_TRY(store_.append_edit(draft));
    return {};
  }

  WorldStore& store_;
  access::Viewer viewer_;
  const NameReader& reader_;
  Instant now_;
  std::set<std::string> artists_;  // proposed for already
  ProposedNames proposed_;
};

Result<StoredNameForm> form_numbered(const LoadedWorld& world, const std::string& number,
                                     std::string& author) {
  int64_t wanted = 0;
  const char* end = number.data() + number.size();
  const auto [stopped, error] = std::from_chars(number.data(), end, wanted);
  for (const edits::Edit* edit : edits::current(world.edits(), name_form_edit)) {
    if (error != std::errc() || stopped != end || edit->id.value != wanted) continue;
    author = edit->entry.author;
    return form_of(*edit);
  }
  return fail("name_form_unknown", {{"number", number}});
}

Result<void> check(const NameDecision& decision, const StoredNameForm& form,
                   const std::string& author) {
  if (decision.by.empty()) return fail("name_by_needed");
  for (const std::string* text : {&decision.by, &decision.text}) {
    if (static_cast<int64_t>(text->size()) > limits::edit_text_bytes.value) {
      return fail("text_too_long", {{"limit", std::to_string(limits::edit_text_bytes.value)}});
    }
  }
  if (form.state != edits::EditState::proposed) {
    return fail("name_form_decided", {{"number", decision.number}});
  }
  if (!decision.approve || !decision.text.empty()) return {};
  if (std::ranges::find(roles, decision.role) == roles.end()) {
    return fail("name_role_unknown", {{"role", decision.role}});
  }
  if (author == decision.by) return fail("name_own_proposal", {{"name", decision.by}});
  return {};
}

}  // namespace

Result<NameReport> name_report(const LoadedWorld& world, const std::string& isrc) {
  NameReport report;
  if (!isrc.empty()) {
    UMIKOE_TRY(const Isrc recording, parse_recording(isrc, world));
    report.forms = name_forms(world, recording);
    return report;
  }
  for (auto& [recording, forms] : name_forms(world)) {
    report.forms.insert(report.forms.end(), forms.begin(), forms.end());
  }
  return report;
}

Result<ProposedNames> propose_names(WorldStore& store, const LoadedWorld& world,
                                    const NameReader& reader, Instant now) {
  Proposals proposals(store, world, reader, now);
  for (const auto& [isrc, forms] : name_forms(world)) {
    for (const bool of_artist : {false, true}) {
      const auto original = std::ranges::find_if(forms, [&](const StoredNameForm& form) {
        return form.of_artist == of_artist && form.kind == NameFormKind::original;
      });
      if (original != forms.end()) UMIKOE_TRY(proposals.add(*original, forms));
    }
  }
  return proposals.proposed();
}

Result<StoredNameForm> decide_name(WorldStore& store, const LoadedWorld& world,
                                   const NameDecision& decision) {
  std::string author;
  UMIKOE_TRY(StoredNameForm form, form_numbered(world, decision.number, author));
  UMIKOE_TRY(check(decision, form, author));
  const bool rewritten = !decision.text.empty() && decision.text != form.text;
  if (rewritten) {
    form.text = decision.text;
    form.source = decision.by;
    form.computed = false;
  } else {
    form.state = decision.approve ? edits::EditState::applied : edits::EditState::rejected;
    if (decision.approve) {
      form.approved_by = decision.by;
      form.role = decision.role;
    }
  }
  edits::EditDraft draft = draft_of(form);
  draft.organisation = world.info().organisation.id;
  draft.author = decision.by;
  draft.made_at = decision.now;
  UMIKOE_TRY(const auto edit, store.append_edit(draft));
  form.edit = edit.id;
  return form;
}

}  // namespace umikoe::app
