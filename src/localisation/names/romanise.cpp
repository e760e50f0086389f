#include "localisation/names/romanise.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "localisation/names/foreign_words.h"
#include "localisation/names/kana.h"
#include "localisation/names/latin_writer.h"
#include "localisation/names/word_division.h"

namespace umikoe::localisation {
namespace {

constexpr std::array schemes = std::to_array<std::pair<Scheme, std::string_view>>({
    {Scheme::hepburn, "hepburn"},
    {Scheme::ala_lc, "ala-lc"},
    {Scheme::passport, "passport"},
    {Scheme::wapuro, "wapuro"},
});

// One romanised word and what decides its capital.
struct LatinWord {
  std::vector<KanaPiece> pieces;
  std::string foreign;      // stands instead of the pieces
  bool grammatical = true;  // particles and auxiliaries alone stay small inside a title
  bool is_name = false;
};

bool stays_as_written(const Morpheme& morpheme) {
  return std::ranges::all_of(morpheme.surface,
                             [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// は and へ are said wa and e as particles, behind a word; では, には, こんにちは end in one.
bool ends_in_particle(const Morpheme& morpheme, bool first) {
  constexpr std::array with_particle = std::to_array<std::string_view>(
      {"では", "には", "とは", "こんにちは", "こんばんは", "それでは"});
  if (std::ranges::find(with_particle, morpheme.surface) != with_particle.end()) return true;
  return !first && morpheme.word_class == WordClass::particle &&
         (morpheme.surface == "は" || morpheme.surface == "へ");
}

KanaPiece piece_of(const Morpheme& morpheme, bool first) {
  KanaPiece piece;
  piece.ends_in_particle = ends_in_particle(morpheme, first);
  piece.keeps_final_u = morpheme.word_class == WordClass::verb;
  // Numbers keep their digits, unless number and counter are one word (1日 ツイタチ).
  piece.kana = stays_as_written(morpheme) ? std::string_view(morpheme.surface)
                                          : std::string_view(morpheme.kana);
  return piece;
}

bool grammatical(const Morpheme& morpheme) {
  return morpheme.word_class == WordClass::particle || morpheme.word_class == WordClass::auxiliary;
}

std::vector<LatinWord> words_of(const Reading& reading) {
  const std::vector<bool> starts = word_starts(reading.morphemes);
  std::vector<LatinWord> words;
  bool divided = true;
  for (size_t at = 0; at < reading.morphemes.size(); ++at) {
    const Morpheme& morpheme = reading.morphemes[at];
    if (morpheme.kana.empty()) {
      divided = true;
      continue;
    }
    const bool first = divided || morpheme.after_gap;
    if (first || starts[at] || words.empty()) words.emplace_back();
    divided = false;
    LatinWord& current = words.back();
    current.pieces.push_back(piece_of(morpheme, first));
    current.grammatical = current.grammatical && grammatical(morpheme);
    current.is_name = current.is_name || morpheme.detail == WordDetail::name;
  }
  return words;
}

void capitalise(std::string& text) {
  constexpr std::array long_vowels = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"ā", "Ā"}, {"ī", "Ī"}, {"ū", "Ū"}, {"ē", "Ē"}, {"ō", "Ō"}});
  if (text.empty()) return;
  if (text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return;
  }
  for (const auto& [small, large] : long_vowels) {
    if (text.starts_with(small)) text.replace(0, small.size(), large);
  }
}

std::string text_of(const std::vector<LatinWord>& words, Scheme scheme) {
  std::string text;
  for (const LatinWord& word : words) {
    std::string latin = word.foreign.empty() ? latin_word(word.pieces, scheme) : word.foreign;
    if (latin.empty()) continue;
    const bool first = text.empty();
    const bool large = scheme == Scheme::ala_lc ? first || word.is_name || !word.foreign.empty()
                                                : first || !word.grammatical;
    if (large) capitalise(latin);
    if (!first) text += ' ';
    text += latin;
  }
  return text;
}

}  // namespace

std::optional<Scheme> parse_scheme(std::string_view text) {
  const auto found = std::ranges::find(schemes, text, &std::pair<Scheme, std::string_view>::second);
  return found == schemes.end() ? std::nullopt : std::optional(found->first);
}

std::string_view word(Scheme scheme) {
  return std::ranges::find(schemes, scheme, &std::pair<Scheme, std::string_view>::first)->second;
}

std::string romanised(const Reading& reading, Scheme scheme) {
  return text_of(words_of(reading), scheme);
}

std::string romanised_with_foreign_words(const Reading& reading, Scheme scheme) {
  std::vector<LatinWord> words = words_of(reading);
  bool changed = false;
  for (LatinWord& word : words) {
    std::string kana;
    for (const KanaPiece& piece : word.pieces) kana += piece.kana;
    word.foreign = foreign_spelling(kana, reading);
    changed = changed || !word.foreign.empty();
  }
  return changed ? text_of(words, scheme) : std::string{};
}

}  // namespace umikoe::localisation
