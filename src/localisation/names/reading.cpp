#include "localisation/names/reading.h"

#include <algorithm>

#include "base/code_points.h"
#include "base/unicode_text.h"
#include "base/utf8.h"
#include "localisation/names/kana.h"
#include "localisation/names/number_reading.h"
#include "localisation/names/reading_tables.h"

namespace umikoe::localisation {
namespace {

constexpr size_t listed_morphemes_max = 8;  // no listed word is cut into more
constexpr size_t listed_bytes_max = 48;

bool ends_in_kanji(std::string_view text) {
  char32_t last = 0;
  for (const char32_t c : EachCodePoint(text)) last = c;
  return is_kanji(last);
}

bool begins_with_kanji(std::string_view text) {
  return !text.empty() && is_kanji(decode_front(text).code_point);
}

// A lone kanji of the list is meant only where no other kanji touches it: 紅 alone is クレナイ, not
// in 紅白.
bool stands_alone(std::span<const Morpheme> morphemes, size_t at) {
  const bool before =
      at > 0 && !morphemes[at].after_gap && ends_in_kanji(morphemes[at - 1].surface);
  const bool after = at + 1 < morphemes.size() && !morphemes[at + 1].after_gap &&
                     begins_with_kanji(morphemes[at + 1].surface);
  return !before && !after;
}

// The end of the longest listed word that begins with this morpheme and ends with another; `at`
// where none does.
size_t listed_end(std::span<const Morpheme> morphemes, size_t at, std::string_view& kana) {
  const std::string& first = morphemes[at].surface;
  if (first.empty() || !begins_listed_word(decode_front(first).code_point)) return at;
  std::string word;
  size_t best = at;
  const size_t last = std::min(morphemes.size(), at + listed_morphemes_max);
  for (size_t end = at; end < last; ++end) {
    if (end > at && morphemes[end].after_gap) break;
    word += morphemes[end].surface;
    if (word.size() > listed_bytes_max) break;
    const std::string_view found = listed_reading(word);
    if (found.empty()) continue;
    if (length_in_code_points(word) == 1 && !stands_alone(morphemes, at)) continue;
    best = end + 1;
    kana = found;
  }
  return best;
}

bool keeps_class_as_word(WordClass word_class) {
  switch (word_class) {
    case WordClass::noun:
    case WordClass::adjectival:
    case WordClass::verb:
    case WordClass::adjective:
    case WordClass::adverb:
    case WordClass::adnominal:
    case WordClass::conjunction:
      return true;
    default:
      return false;
  }
}

std::vector<Morpheme> with_listed_words(std::span<const Morpheme> morphemes) {
  std::vector<Morpheme> result;
  result.reserve(morphemes.size());
  for (size_t at = 0; at < morphemes.size();) {
    std::string_view kana;
    const size_t end = listed_end(morphemes, at, kana);
    if (end == at || (end == at + 1 && morphemes[at].kana == kana)) {
      result.push_back(morphemes[at++]);
      continue;
    }
    Morpheme word = morphemes[at];
    const Morpheme& last = morphemes[end - 1];
    for (size_t i = at + 1; i < end; ++i) word.surface += morphemes[i].surface;
    word.word_class = keeps_class_as_word(last.word_class) ? last.word_class : WordClass::noun;
    word.detail = end == at + 1 ? last.detail : WordDetail::listed;
    word.kana = kana;
    word.foreign.clear();
    word.known = true;
    result.push_back(std::move(word));
    at = end;
  }
  return result;
}

// Voiced by the mark ゞ: カ becomes ガ.
char32_t voiced(char32_t kana) {
  constexpr std::u32string_view can_be_voiced = U"カキクケコサシスセソタチツテトハヒフヘホ";
  return can_be_voiced.contains(kana) ? kana + 1 : kana;
}

// 々 repeats the reading of the kanji before it, ヽ the kana before it, ヾ voiced.
std::string with_marks_repeated(const Morpheme& morpheme, const Morpheme* before) {
  std::u32string kana;
  char32_t kanji_before = 0;
  for (const char32_t c : code_points(morpheme.kana)) {
    if (c == U'々') {
      const std::string_view on = onyomi(kanji_before);
      const std::string_view again = kanji_before ? on : before ? before->kana : on;
      for (const char32_t k : code_points(again)) kana += k;
    } else if (c == U'ヽ' || c == U'ヾ') {
      if (!kana.empty()) kana += c == U'ヾ' ? voiced(kana.back()) : kana.back();
    } else if (is_kanji(c)) {
      kanji_before = c;
      for (const char32_t k : code_points(onyomi(c))) kana += k;
      if (onyomi(c).empty()) kana += c;
    } else {
      kana += c;
    }
  }
  std::string text;
  for (const char32_t c : kana) append_utf8(text, c);
  return text;
}

bool silent(const Morpheme& morpheme) {
  return std::ranges::none_of(EachCodePoint(morpheme.surface), is_spoken);
}

// Kana are read as they stand: dictionaries give ハイキュー the spelling of 排球. ヶ and ヵ are
// said カ or ガ.
bool reads_itself(std::string_view surface) {
  return !surface.empty() && std::ranges::all_of(EachCodePoint(surface), [](char32_t c) {
    return (is_hiragana(c) || is_katakana(c)) && c != U'ヶ' && c != U'ヵ' && c != U'ゖ' &&
           c != U'ゕ';
  });
}

void spell_out(std::vector<Morpheme>& morphemes) {
  const Morpheme* before = nullptr;
  for (Morpheme& morpheme : morphemes) {
    if (silent(morpheme)) {
      morpheme.word_class = WordClass::symbol;
      morpheme.kana.clear();
      before = nullptr;
      continue;
    }
    if (reads_itself(morpheme.surface)) morpheme.kana = morpheme.surface;
    if (!is_reading(morpheme.kana)) morpheme.kana = to_katakana(morpheme.kana);
    morpheme.kana = with_present_kana(morpheme.kana);
    if (!is_reading(morpheme.kana)) morpheme.kana = with_marks_repeated(morpheme, before);
    before = &morpheme;
  }
}

bool noun_like(const Morpheme& morpheme) {
  return morpheme.word_class == WordClass::noun || morpheme.word_class == WordClass::adjectival;
}

// Two lone kanji side by side that no dictionary knows together are mostly coined from
// Sino-Japanese readings (閃鋼, 迷星).
bool coined_pair(std::span<const Morpheme> morphemes, size_t at) {
  if (at + 1 >= morphemes.size() || morphemes[at + 1].after_gap) return false;
  const auto lone = [](const Morpheme& m) {
    return noun_like(m) && m.detail != WordDetail::number && all_kanji(m.surface) &&
           length_in_code_points(m.surface) == 1;
  };
  const auto touches = [&](size_t other) { return all_kanji(morphemes[other].surface); };
  if (!lone(morphemes[at]) || !lone(morphemes[at + 1])) return false;
  if (at > 0 && !morphemes[at].after_gap && touches(at - 1)) return false;
  return at + 2 >= morphemes.size() || morphemes[at + 2].after_gap || !touches(at + 2);
}

bool read_as_coined(Reading& reading) {
  bool changed = false;
  for (size_t at = 0; at < reading.morphemes.size(); ++at) {
    if (!coined_pair(reading.morphemes, at)) continue;
    for (Morpheme* morpheme : {&reading.morphemes[at], &reading.morphemes[at + 1]}) {
      const std::string_view on = onyomi(code_points(morpheme->surface).front());
      if (on.empty() || on == morpheme->kana) continue;
      morpheme->kana = on;
      changed = true;
    }
  }
  return changed;
}

// The reading with one morpheme's first kana voiced (サクラ after a noun: ザクラ) or plain again.
std::vector<Reading> with_voicing(const Reading& reading) {
  std::vector<Reading> result;
  for (size_t at = 1; at < reading.morphemes.size(); ++at) {
    const Morpheme& morpheme = reading.morphemes[at];
    const Morpheme& before = reading.morphemes[at - 1];
    const bool second_half = noun_like(morpheme) || morpheme.word_class == WordClass::suffix;
    if (morpheme.after_gap || !second_half || !noun_like(before) || before.kana.empty()) continue;
    if (!any_kanji(morpheme.surface)) continue;
    auto points = code_points(morpheme.kana);
    if (points.empty() || voiced(points.front()) == points.front()) continue;
    points.front() = voiced(points.front());
    Reading other = reading;
    other.morphemes[at].kana.clear();
    for (const char32_t c : points) append_utf8(other.morphemes[at].kana, c);
    result.push_back(std::move(other));
  }
  return result;
}

}  // namespace

std::string Reading::kana() const {
  std::string text;
  for (const Morpheme& morpheme : morphemes) text += morpheme.kana;
  return text;
}

std::string prepared_name(std::string_view name) {
  const std::string composed = nfkc(name);
  std::string text;
  text.reserve(composed.size());
  for (const char32_t c : EachCodePoint(composed)) append_utf8(text, usual_form(c));
  return text;
}

Reading read_path(const MorphemePath& path) {
  Reading reading{with_listed_words(path.morphemes), path.cost};
  spell_out(reading.morphemes);
  read_numbers(reading.morphemes);
  return reading;
}

std::vector<Reading> other_readings(const Reading& reading) {
  std::vector<Reading> others;
  Reading coined = reading;
  if (read_as_coined(coined)) others.push_back(std::move(coined));
  for (Reading& other : with_voicing(reading)) others.push_back(std::move(other));
  for (Reading& other : others) other.from_engine = false;
  return others;
}

}  // namespace umikoe::localisation
