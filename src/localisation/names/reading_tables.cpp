#include "localisation/names/reading_tables.h"

#include <charconv>
#include <string>
#include <unordered_map>

#include "base/hash.h"
#include "base/utf8.h"
#include "localisation_blobs.h"

namespace umikoe::localisation {
namespace {

using Words = std::unordered_map<std::string_view, std::string_view>;

// Calls row(first, second) for each line "first<TAB>second…" that is no comment.
template <class Row>
void each_row(std::string_view table, Row row) {
  while (!table.empty()) {
    const size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    const size_t second_end = line.find('\t', tab + 1);
    row(line.substr(0, tab), line.substr(tab + 1, second_end - tab - 1));
  }
}

Words words_of(std::string_view table) {
  Words words;
  each_row(table,
           [&](std::string_view word, std::string_view value) { words.emplace(word, value); });
  return words;
}

template <class Value, class Convert>
std::unordered_map<char32_t, Value> characters_of(std::string_view table, Convert convert) {
  std::unordered_map<char32_t, Value> characters;
  each_row(table, [&](std::string_view character, std::string_view value) {
    characters.emplace(code_points(character).front(), convert(value));
  });
  return characters;
}

std::unordered_map<uint64_t, float> weights() {
  std::unordered_map<uint64_t, float> result;
  each_row(blobs::word_division(), [&](std::string_view feature, std::string_view value) {
    float weight = 0;
    std::from_chars(value.data(), value.data() + value.size(), weight);
    result.emplace(fnv1a(feature), weight);
  });
  return result;
}

template <class Map, class Key>
auto value_or_empty(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? typename Map::mapped_type{} : found->second;
}

}  // namespace

std::string_view listed_reading(std::string_view word) {
  static const Words table = words_of(blobs::words());
  return value_or_empty(table, word);
}

std::string_view onyomi(char32_t kanji) {
  static const auto table = characters_of<std::string_view>(
      blobs::onyomi(), [](std::string_view reading) { return reading; });
  return value_or_empty(table, kanji);
}

char32_t usual_form(char32_t kanji) {
  static const auto table = characters_of<char32_t>(
      blobs::itaiji(), [](std::string_view form) { return code_points(form).front(); });
  const char32_t usual = value_or_empty(table, kanji);
  return usual == 0 ? kanji : usual;
}

std::string_view foreign_word(std::string_view katakana) {
  static const Words table = words_of(blobs::loanwords());
  return value_or_empty(table, katakana);
}

std::string_view person_reading(std::string_view name) {
  static const Words table = words_of(blobs::people());
  return value_or_empty(table, name);
}

std::string_view glosses(std::string_view word) {
  static const Words table = words_of(blobs::glosses());
  return value_or_empty(table, word);
}

float division_weight(uint64_t feature_hash) {
  static const auto table = weights();
  return value_or_empty(table, feature_hash);
}

}  // namespace umikoe::localisation
