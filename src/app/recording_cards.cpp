#include "app/recording_cards.h"

#include <algorithm>
#include <functional>

#include "app/name_forms.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using catalogue::NameForm;
using catalogue::NameKind;

bool is_display(const NameForm& form) {
  return form.kind == NameKind::display || form.kind == NameKind::original;
}

// The form shown to people who read the original: the default, else the one in the original
// language, else the first.
std::string original_form(const std::vector<NameForm>& forms) {
  const NameForm* best = nullptr;
  int best_score = -1;
  for (const NameForm& form : forms) {
    if (form.text.empty()) continue;
    const int score = (form.is_in_original_language.value_or(false) ? 4 : 0) +
                      (form.is_default.value_or(false) ? 2 : 0) + (is_display(form) ? 1 : 0);
    if (score > best_score) {
      best = &form;
      best_score = score;
    }
  }
  return best ? best->text : std::string();
}

// A form a reader of Latin script can use.
std::string latin_form(const std::vector<NameForm>& forms) {
  for (const NameForm& form : forms) {
    const ScriptsInText scripts = scripts_in(form.text);
    if (scripts.latin && !scripts.kanji && !scripts.kana && !scripts.hangul) return form.text;
  }
  return {};
}

std::string artist_of(const catalogue::Recording& recording) {
  auto name = original_form(recording.display_artist_names);
  for (const auto& credit : recording.credits) {
    if (!name.empty()) break;
    if (credit.is_display_artist) name = credit.party.name;
  }
  return name;
}

// The display names first: a credit may state a person behind the name.
std::string latin_artist_of(const catalogue::Recording& recording) {
  auto name = latin_form(recording.display_artist_names);
  for (const auto& credit : recording.credits) {
    if (!name.empty()) break;
    if (credit.is_display_artist) name = latin_form({NameForm{.text = credit.party.name}});
  }
  return name;
}

void take(std::string& held, std::string fresh) {
  if (!fresh.empty()) held = std::move(fresh);
}

void add_releases(const catalogue::Contents& contents, std::map<Isrc, RecordingCard>& cards) {
  std::map<std::string, Isrc> by_reference;
  for (const auto& recording : contents.recordings) {
    if (recording.isrc) by_reference.emplace(recording.reference, *recording.isrc);
  }
  for (const auto& release : contents.releases) {
    if (release.kind != catalogue::ReleaseKind::main) continue;
    for (const auto& reference : release.resource_references) {
      const auto at = by_reference.find(reference);
      if (at == by_reference.end()) continue;
      take(cards[at->second].release, original_form(release.titles));
      take(cards[at->second].label, release.label);
    }
  }
}

// The owner's own name before a translation, and that before a mere spelling.
int worth_of(localisation::NameFormKind kind) {
  using localisation::NameFormKind;
  if (kind == NameFormKind::official) return 3;
  if (kind == NameFormKind::translated) return 2;
  return kind == NameFormKind::romanised ? 1 : 0;
}

// An artist's approved spelling is that of all recordings under the name.
void add_approved(std::span<const edits::Edit> edits, std::map<Isrc, RecordingCard>& cards) {
  std::vector<StoredNameForm> forms;
  for (const edits::Edit* edit : edits::current(edits, name_form_edit)) {
    const auto form = form_of(*edit);
    if (form && form->approved() && worth_of(form->kind) > 0) forms.push_back(*form);
  }
  std::ranges::stable_sort(forms, std::greater{},
                           [](const StoredNameForm& form) { return worth_of(form.kind); });
  std::map<std::string, std::string> artists;
  for (const StoredNameForm& form : forms) {
    const auto at = cards.find(form.isrc);
    const std::string latin = latin_form({NameForm{.text = form.text}});
    if (at == cards.end() || latin.empty()) continue;
    if (form.of_artist) {
      artists.try_emplace(at->second.artist, latin);
    } else if (at->second.title_en.empty()) {
      at->second.title_en = latin;
    }
  }
  for (auto& [isrc, card] : cards) {
    const auto at = artists.find(card.artist);
    if (at != artists.end() && card.artist_en.empty()) card.artist_en = at->second;
  }
}

}  // namespace

std::map<Isrc, RecordingCard> recording_cards(std::span<const DeliveredContents> contents,
                                              std::span<const GivenName> names,
                                              std::span<const edits::Edit> edits) {
  std::map<Isrc, RecordingCard> cards;
  for (const auto& delivered : contents) {
    for (const auto& recording : delivered.contents.recordings) {
      if (!recording.isrc) continue;
      RecordingCard& card = cards[*recording.isrc];
      card.kind = recording.kind;
      take(card.title, original_form(recording.titles));
      take(card.title_en, latin_form(recording.titles));
      take(card.artist, artist_of(recording));
      take(card.artist_en, latin_artist_of(recording));
    }
    add_releases(delivered.contents, cards);
  }
  for (const GivenName& name : names) {
    RecordingCard& card = cards[name.isrc];
    std::string& shown = name.of_artist ? card.artist : card.title;
    if (shown.empty()) shown = name.form.text;
    std::string& latin = name.of_artist ? card.artist_en : card.title_en;
    if (latin.empty()) take(latin, latin_form({name.form}));
  }
  add_approved(edits, cards);
  return cards;
}

}  // namespace umikoe::app
