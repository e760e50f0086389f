#include <algorithm>
#include <array>

#include "app/name_forms.h"
#include "app/translation/translation_desk.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using catalogue::NameForm;
using localisation::SourceText;
using localisation::TextField;
using localisation::TextKey;
using localisation::TextObject;

// Languages that are not written in Latin letters: an artist's Latin spelling serves all others.
constexpr std::array<std::string_view, 10> other_scripts{"ja", "ko", "zh", "th", "ru",
                                                         "uk", "ar", "hi", "el", "he"};

std::string language_of(std::string_view text) {
  const ScriptsInText scripts = scripts_in(text);
  return scripts.hangul && !scripts.kana ? "ko" : "ja";
}

// What is written in Latin letters is understood abroad as it is, and no work for a translator.
bool needs_translation(std::string_view text) {
  const ScriptsInText scripts = scripts_in(text);
  return scripts.kanji || scripts.kana || scripts.hangul;
}

class Gathering {
 public:
  explicit Gathering(const LoadedWorld& world) : world_(world) {}

  CatalogueTexts gathered() && {
    for (const auto& [isrc, card] : world_.recordings()) add_recording(isrc, card);
    for (const auto& delivered : world_.contents()) add_contents(delivered.contents);
    for (const GivenName& name : world_.names()) add_name(name);
    for (const edits::Edit* edit : edits::current(world_.edits(), name_form_edit)) {
      add_approved(*edit);
    }
    return std::move(texts_);
  }

 private:
  void add(TextKey key, const std::string& text, const RecordingCard& card) {
    if (!needs_translation(text)) return;
    SourceText source;
    source.key = std::move(key);
    source.text = text;
    source.language = language_of(text);
    source.owner = card.artist;
    source.context = card.artist;
    texts_.sources.emplace(source.key, std::move(source));
  }

  TextKey key_of(const Isrc& isrc, const RecordingCard& card) const {
    const bool sound = card.kind == catalogue::RecordingKind::sound;
    return {sound ? TextObject::recording : TextObject::video, isrc.to_string(), TextField::title,
            0};
  }

  void add_recording(const Isrc& isrc, const RecordingCard& card) {
    add(key_of(isrc, card), card.title, card);
    add({TextObject::artist, card.artist, TextField::artist_name, 0}, card.artist, card);
  }

  void add_form(const TextKey& key, const NameForm& form) {
    if (form.language.empty()) return;
    const bool latin = form.language.script() == "Latn";
    if (latin && key.field == TextField::artist_name) {
      texts_.on_file[key].insert("*");
    } else if (form.language.script().empty()) {
      texts_.on_file[key].insert(form.language.text);
      texts_.on_file[key].insert(std::string(form.language.language()));
    }
  }

  void add_contents(const catalogue::Contents& contents) {
    for (const auto& recording : contents.recordings) {
      if (!recording.isrc) continue;
      const RecordingCard* card = world_.card(*recording.isrc);
      if (!card) continue;
      for (const NameForm& form : recording.titles) add_form(key_of(*recording.isrc, *card), form);
      const TextKey artist{TextObject::artist, card->artist, TextField::artist_name, 0};
      for (const NameForm& form : recording.display_artist_names) add_form(artist, form);
    }
    for (const auto& release : contents.releases) add_release(release);
  }

  void add_release(const catalogue::Release& release) {
    if (release.kind != catalogue::ReleaseKind::main || release.titles.empty()) return;
    const auto keys = release.ids.keys();
    if (keys.empty()) return;
    RecordingCard card;
    if (!release.display_artist_names.empty()) card.artist = release.display_artist_names[0].text;
    const TextKey key{TextObject::release, keys.front(), TextField::title, 0};
    add(key, release.titles.front().text, card);
    for (const NameForm& form : release.titles) add_form(key, form);
  }

  void add_name(const GivenName& name) {
    const RecordingCard* card = world_.card(name.isrc);
    if (!card) return;
    add_form(name.of_artist ? TextKey{TextObject::artist, card->artist, TextField::artist_name, 0}
                            : key_of(name.isrc, *card),
             name.form);
  }

  // A form a person approved is on file as much as a delivered one; what is only searched by is
  // never shown as the name.
  void add_approved(const edits::Edit& edit) {
    const auto form = form_of(edit);
    if (!form || !form->approved()) return;
    if (form->kind == localisation::NameFormKind::search_only) return;
    NameForm written;
    written.text = form->text;
    written.language = form->language;
    add_name({form->isrc, form->of_artist, std::move(written)});
  }

  const LoadedWorld& world_;
  CatalogueTexts texts_;
};

}  // namespace

CatalogueTexts catalogue_texts(const LoadedWorld& world) { return Gathering(world).gathered(); }

// "*" stands for every language written in Latin letters.
bool is_on_file(const std::set<std::string>& forms, const std::string& language) {
  if (forms.contains(language)) return true;
  const std::string primary = language.substr(0, language.find('-'));
  return forms.contains("*") && std::ranges::find(other_scripts, primary) == other_scripts.end();
}

}  // namespace umikoe::app
