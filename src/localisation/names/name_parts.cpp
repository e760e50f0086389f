#include "localisation/names/name_parts.h"

#include <algorithm>

#include "base/utf8.h"
#include "localisation/names/foreign_words.h"
#include "localisation/names/kana.h"
#include "localisation/names/latin_letters.h"
#include "localisation/names/latin_writer.h"
#include "localisation/names/reading_tables.h"
#include "localisation/names/romanise.h"

namespace umikoe::localisation {
namespace {

std::string letters_of_kana(const std::string& kana) {
  return folded_letters(latin_word({{kana, false, false}}, Scheme::wapuro));
}

bool means_something(const Morpheme& morpheme) {
  switch (morpheme.word_class) {
    case WordClass::particle:
    case WordClass::auxiliary:
    case WordClass::symbol:
      return false;
    default:
      return !morpheme.kana.empty();
  }
}

void add_glosses(std::string_view word, std::vector<std::string>& meanings) {
  for (const std::string& english : latin_words(glosses(word))) {
    if (std::ranges::find(meanings, english) == meanings.end()) meanings.push_back(english);
  }
}

// The katakana morphemes from `at` on that follow each other without a gap.
std::string katakana_run(const Reading& reading, size_t& at) {
  std::string run;
  const auto& morphemes = reading.morphemes;
  for (bool first = true; at < morphemes.size(); ++at, first = false) {
    if (!all_katakana(morphemes[at].surface) || (!first && morphemes[at].after_gap)) break;
    run += morphemes[at].kana;
  }
  return run;
}

void add_borrowed(const std::string& run, std::vector<MeaningPart>& parts) {
  const std::string foreign = foreign_spelling(run);
  if (foreign.empty()) {
    parts.push_back({{}, letters_of_kana(run)});
    return;
  }
  for (const std::string& word : latin_words(foreign)) {
    parts.push_back({{word}, folded_letters(word)});
  }
}

// Kanji for kanji in their Sino-Japanese reading.
std::string onyomi_spelling(const Reading& reading) {
  std::string kana;
  for (const Morpheme& morpheme : reading.morphemes) {
    if (!all_kanji(morpheme.surface)) {
      kana += morpheme.kana;
      continue;
    }
    for (const char32_t c : code_points(morpheme.surface)) kana += onyomi(c);
  }
  return letters_of_kana(kana);
}

}  // namespace

std::vector<MeaningPart> meaning_parts(const Reading& reading) {
  std::vector<MeaningPart> parts;
  const auto& morphemes = reading.morphemes;
  for (size_t at = 0; at < morphemes.size();) {
    if (all_katakana(morphemes[at].surface)) {
      const std::string run = katakana_run(reading, at);
      if (!run.empty()) add_borrowed(run, parts);
      continue;
    }
    const Morpheme& morpheme = morphemes[at++];
    if (!means_something(morpheme)) continue;
    MeaningPart part{{}, letters_of_kana(morpheme.kana)};
    add_glosses(morpheme.surface, part.meanings);
    if (morpheme.base != morpheme.surface) add_glosses(morpheme.base, part.meanings);
    parts.push_back(std::move(part));
  }
  return parts;
}

std::vector<std::string> latin_spellings(const Reading& reading) {
  std::vector<std::string> spellings{folded_letters(romanised(reading, Scheme::wapuro))};
  const auto add = [&](std::string letters) {
    if (!letters.empty() && std::ranges::find(spellings, letters) == spellings.end()) {
      spellings.push_back(std::move(letters));
    }
  };
  add(folded_letters(romanised_with_foreign_words(reading, Scheme::wapuro)));
  add(onyomi_spelling(reading));
  return spellings;
}

bool is_japanese(std::string_view text) {
  const ScriptsInText scripts = scripts_in(text);
  return scripts.kana || scripts.kanji;
}

}  // namespace umikoe::localisation
