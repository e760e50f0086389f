#include "app/comparable_names.h"

#include <algorithm>

#include "base/unicode_text.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"
#include "localisation/names/latin_letters.h"
#include "localisation/names/latin_writer.h"
#include "localisation/names/name_parts.h"
#include "localisation/names/read_name.h"
#include "localisation/names/reading_tables.h"

namespace umikoe::app {
namespace {

using catalogue::ComparableName;

constexpr size_t readings_compared = 3;
constexpr size_t name_words_max = 4;  // longer names have no other order

std::string plain_form(std::string_view name) {
  std::string plain;
  for (const char32_t c : code_points(folded_text(name))) {
    if (localisation::is_spoken(c)) append_utf8(plain, c);
  }
  return plain.empty() ? folded_text(name) : plain;  // "★" and "…" are titles too
}

void add_spelling(ComparableName& name, std::string letters) {
  if (letters.empty() || std::ranges::find(name.letters, letters) != name.letters.end()) return;
  name.skeletons.push_back(catalogue::consonant_skeleton(letters));
  name.letters.push_back(std::move(letters));
}

}  // namespace

Result<ComparableName> ComparableNames::prepared(std::string_view text) {
  const auto known = names_.find(text);
  if (known != names_.end()) return known->second;
  if (first_invalid_utf8(text) != std::string_view::npos) return fail("text_not_utf8");
  ComparableName name;
  name.plain = plain_form(text);
  if (localisation::is_japanese(text) && engine_) {
    UMIKOE_TRY(const auto paths, engine_->analyse(localisation::prepared_name(text),
                                                  localisation::paths_for_confidence));
    const auto readings = localisation::read_name(paths, readings_compared);
    for (const auto& candidate : readings.candidates) {
      for (std::string& spelling : localisation::latin_spellings(candidate.reading)) {
        add_spelling(name, std::move(spelling));
      }
    }
    if (!readings.candidates.empty()) {
      for (auto& part : localisation::meaning_parts(readings.candidates.front().reading)) {
        for (std::string& meaning : part.meanings) meaning = catalogue::word_stem(meaning);
        name.concepts.push_back({std::move(part.meanings), std::move(part.letters)});
      }
    }
  } else if (!localisation::is_japanese(text)) {
    add_spelling(name, localisation::folded_letters(text));
    name.words = localisation::latin_words(text);
  }
  return names_.emplace(std::string(text), std::move(name)).first->second;
}

Result<ComparableName> ComparableNames::prepared_person(std::string_view text) {
  UMIKOE_TRY(ComparableName name, prepared(text));
  const std::string_view listed = localisation::person_reading(localisation::prepared_name(text));
  if (!listed.empty()) {
    add_spelling(name, localisation::folded_letters(localisation::latin_word(
                           {{listed, false, false}}, localisation::Scheme::wapuro)));
  }
  std::vector<std::string> words = localisation::latin_words(text);
  if (!localisation::is_japanese(text) && words.size() > 1 && words.size() <= name_words_max) {
    std::ranges::rotate(words, words.begin() + 1);
    std::string turned;
    for (const std::string& word : words) turned += word;
    add_spelling(name, localisation::folded_letters(turned));
  }
  return name;
}

}  // namespace umikoe::app
