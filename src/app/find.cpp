#include "app/find.h"

#include <algorithm>

#include "base/unicode_text.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"
#include "localisation/names/latin_letters.h"
#include "localisation/names/latin_writer.h"
#include "localisation/names/name_parts.h"
#include "localisation/names/read_name.h"

namespace umikoe::app {
namespace {

using localisation::NameFormKind;
using search::KeyKind;

constexpr size_t readings_searched = 3;

// Kana as hiragana, signs and blanks dropped.
std::string written_key(std::string_view text) {
  std::string key;
  for (const char32_t c : code_points(localisation::to_hiragana(folded_text(text)))) {
    if (localisation::is_spoken(c)) append_utf8(key, c);
  }
  return key.empty() ? folded_text(text) : key;
}

// Kana spelt out; with kanji in it there is no Latin key.
std::string latin_key(std::string_view text) {
  if (localisation::any_kanji(text)) return {};
  const std::string kana = localisation::to_katakana(nfkc(text));
  return localisation::folded_letters(
      localisation::latin_word({{kana, false, false}}, localisation::Scheme::wapuro));
}

}  // namespace

std::vector<search::QueryKey> query_keys(std::string_view text) {
  std::vector<search::QueryKey> keys{{KeyKind::written, written_key(text)}};
  std::string latin = latin_key(text);
  if (!latin.empty()) keys.push_back({KeyKind::latin, std::move(latin)});
  return keys;
}

void NameSearch::add_form(uint32_t document, std::string_view text, bool computed) {
  for (search::QueryKey& key : query_keys(text)) {
    forms_.push_back({document, key.kind, std::move(key.key)});
    sources_.push_back({std::string(text), computed});
  }
}

Result<void> NameSearch::add_computed(uint32_t document, std::string_view name,
                                      MorphologicalEngine& engine) {
  UMIKOE_TRY(const auto paths,
             engine.analyse(localisation::prepared_name(name), localisation::paths_for_confidence));
  for (const auto& candidate : localisation::read_name(paths, readings_searched).candidates) {
    add_form(document, candidate.kana, true);
    for (const std::string& letters : localisation::latin_spellings(candidate.reading)) {
      forms_.push_back({document, KeyKind::latin, letters});
      sources_.push_back({letters, true});
    }
  }
  return {};
}

uint32_t NameSearch::document(const LoadedWorld& world, const Isrc& isrc, bool artist) {
  Found found;
  found.artist = artist;
  found.isrc = isrc;
  found.recordings = 0;
  if (const RecordingCard* card = world.card(isrc)) {
    found.title = card->title;
    found.title_en = card->title_en;
    found.artist_name = card->artist;
    found.artist_en = card->artist_en;
  }
  documents_.push_back(std::move(found));
  return static_cast<uint32_t>(documents_.size() - 1);
}

// One name of one recording: of an artist known already only the count grows.
Result<void> NameSearch::add(const LoadedWorld& world, const Isrc& isrc, bool of_artist,
                             const std::vector<StoredNameForm>& forms,
                             MorphologicalEngine* engine) {
  const auto original = std::ranges::find_if(forms, [&](const StoredNameForm& form) {
    return form.of_artist == of_artist && form.kind == NameFormKind::original;
  });
  if (original == forms.end()) return {};
  if (of_artist) {
    const auto known = artists_.find(original->text);
    if (known != artists_.end()) {
      ++documents_[known->second].recordings;
      return {};
    }
  }
  const uint32_t number = document(world, isrc, of_artist);
  if (of_artist) artists_.emplace(original->text, number);
  ++documents_[number].recordings;
  bool has_reading = false;
  for (const StoredNameForm& form : forms) {
    if (form.of_artist != of_artist) continue;
    has_reading = has_reading || form.kind == NameFormKind::reading;
    add_form(number, form.text, !form.approved());
  }
  if (!engine || has_reading || !localisation::is_japanese(original->text)) return {};
  return add_computed(number, original->text, *engine);
}

Result<NameSearch> NameSearch::make(const LoadedWorld& world, MorphologicalEngine* engine) {
  NameSearch made;
  for (const auto& [isrc, forms] : name_forms(world)) {
    for (const bool of_artist : {false, true}) {
      UMIKOE_TRY(made.add(world, isrc, of_artist, forms, engine));
    }
  }
  made.index_ = std::make_unique<search::Index>(made.forms_);
  return made;
}

Result<std::vector<Found>> NameSearch::find(std::string_view query, size_t limit) const {
  if (first_invalid_utf8(query) != std::string_view::npos) return fail("text_not_utf8");
  const auto keys = query_keys(query);
  if (keys.front().key.empty()) return fail("query_empty");
  std::vector<Found> found;
  for (const search::Hit& hit : index_->find(keys, limit)) {
    Found result = documents_[hit.document];
    result.form = sources_[hit.form].text;
    result.computed = sources_[hit.form].computed;
    result.match = hit.match;
    found.push_back(std::move(result));
  }
  return found;
}

}  // namespace umikoe::app
