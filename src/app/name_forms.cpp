#include "app/name_forms.h"

#include <algorithm>

#include "app/json.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using catalogue::NameForm;
using localisation::NameFormKind;

bool is_latin(const NameForm& form) {
  const ScriptsInText scripts = scripts_in(form.text);
  return scripts.latin && !scripts.kanji && !scripts.kana && !scripts.hangul;
}

void add(std::vector<StoredNameForm>& forms, StoredNameForm form) {
  const bool known = std::ranges::any_of(forms, [&](const StoredNameForm& other) {
    return other.of_artist == form.of_artist && other.kind == form.kind &&
           other.text == form.text && other.language == form.language && other.state == form.state;
  });
  if (!known && !form.text.empty()) forms.push_back(std::move(form));
}

void add_delivered(std::vector<StoredNameForm>& forms, const Isrc& isrc, bool of_artist,
                   const std::vector<NameForm>& delivered, const std::string& document) {
  const bool all_latin = std::ranges::all_of(delivered, is_latin);
  for (const NameForm& form : delivered) {
    StoredNameForm stored;
    stored.isrc = isrc;
    stored.of_artist = of_artist;
    stored.kind = localisation::kind_of(form, all_latin);
    stored.text = form.text;
    stored.language = form.language;
    stored.source = document;
    add(forms, std::move(stored));
  }
}

std::vector<NameForm> artist_forms(const catalogue::Recording& recording) {
  std::vector<NameForm> forms = recording.display_artist_names;
  for (const auto& credit : recording.credits) {
    if (!credit.is_display_artist || !forms.empty()) continue;
    forms = credit.party.names;
    if (forms.empty()) forms.push_back(NameForm{.text = credit.party.name});
  }
  return forms;
}

void gather_contents(const LoadedWorld& world, NameForms& forms) {
  for (const DeliveredContents& delivered : world.contents()) {
    for (const auto& recording : delivered.contents.recordings) {
      if (!recording.isrc) continue;
      auto& of_recording = forms[*recording.isrc];
      add_delivered(of_recording, *recording.isrc, false, recording.titles, delivered.document);
      add_delivered(of_recording, *recording.isrc, true, artist_forms(recording),
                    delivered.document);
    }
  }
}

void gather_given(const LoadedWorld& world, NameForms& forms) {
  for (const GivenName& name : world.names()) {
    auto& of_recording = forms[name.isrc];
    const bool has_original = std::ranges::any_of(of_recording, [&](const StoredNameForm& form) {
      return form.of_artist == name.of_artist && form.kind == NameFormKind::original;
    });
    StoredNameForm stored;
    stored.isrc = name.isrc;
    stored.of_artist = name.of_artist;
    stored.kind = localisation::kind_of(name.form, !has_original);
    stored.text = name.form.text;
    stored.language = name.form.language;
    stored.source = "names table";
    add(of_recording, std::move(stored));
  }
}

// The artist of a recording as released.
std::string artist_name(const std::vector<StoredNameForm>& forms) {
  const auto original = std::ranges::find_if(forms, [](const StoredNameForm& form) {
    return form.of_artist && form.kind == NameFormKind::original;
  });
  return original == forms.end() ? std::string{} : original->text;
}

// What people decided about an artist's name holds for all recordings under that name.
void gather_edits(const LoadedWorld& world, NameForms& forms) {
  std::map<std::string, std::vector<Isrc>> by_artist;
  for (const auto& [isrc, of_recording] : forms) {
    by_artist[artist_name(of_recording)].push_back(isrc);
  }
  for (const edits::Edit* edit : edits::current(world.edits(), name_form_edit)) {
    const auto form = form_of(*edit);
    if (!form) continue;
    const std::string artist = form->of_artist ? artist_name(forms[form->isrc]) : std::string{};
    if (artist.empty()) {
      add(forms[form->isrc], *form);
      continue;
    }
    for (const Isrc& isrc : by_artist[artist]) {
      StoredNameForm of_this = *form;
      of_this.isrc = isrc;
      add(forms[isrc], std::move(of_this));
    }
  }
}

}  // namespace

NameForms name_forms(const LoadedWorld& world) {
  NameForms forms;
  gather_contents(world, forms);
  gather_given(world, forms);
  gather_edits(world, forms);
  return forms;
}

std::vector<StoredNameForm> name_forms(const LoadedWorld& world, const Isrc& isrc) {
  NameForms forms = name_forms(world);
  return std::move(forms[isrc]);
}

edits::EditDraft draft_of(const StoredNameForm& form) {
  edits::EditDraft draft;
  draft.kind = name_form_edit;
  draft.subject = form.isrc.to_string() + (form.of_artist ? "/artist/" : "/title/") +
                  std::string(localisation::word(form.kind)) + "/" + form.language.text;
  draft.body = dump(Json{{"isrc", form.isrc.to_string()},
                         {"of_artist", form.of_artist},
                         {"kind", std::string(localisation::word(form.kind))},
                         {"text", form.text},
                         {"language", form.language.text},
                         {"source", form.source},
                         {"computed", form.computed},
                         {"approved_by", form.approved_by},
                         {"role", form.role}});
  draft.state = form.state;
  return draft;
}

Result<StoredNameForm> form_of(const edits::Edit& edit) {
  const Json body = Json::parse(edit.entry.body, nullptr, false);
  const auto broken = [&] {
    return fail("edit_broken", {{"edit", std::to_string(edit.id.value)}});
  };
  if (!body.is_object()) return broken();
  StoredNameForm form;
  const auto text = [&](const char* key) { return body.value(key, std::string()); };
  const auto isrc = Isrc::parse(text("isrc"));
  const auto kind = localisation::parse_name_form_kind(text("kind"));
  if (!isrc || !kind) return broken();
  form.isrc = *isrc;
  form.of_artist = body.value("of_artist", false);
  form.kind = *kind;
  form.text = text("text");
  form.language = parse_language_tag(text("language")).tag;
  form.source = text("source");
  form.computed = body.value("computed", false);
  form.approved_by = text("approved_by");
  form.role = text("role");
  form.edit = edit.id;
  form.state = edit.entry.state;
  return form;
}

}  // namespace umikoe::app
