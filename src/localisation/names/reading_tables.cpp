#include "localisation/names/reading_tables.h"

#include <bit>
#include <bitset>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/code_points.h"
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

// Weights by hash of their feature, asked a dozen times for every two morphemes: one array, half
// empty, searched from where the hash points to.
class WeightTable {
 public:
  explicit WeightTable(std::string_view table) {
    size_t rows = 0;
    each_row(table, [&](std::string_view, std::string_view) { ++rows; });
    slots_.resize(std::bit_ceil(2 * rows + 2));
    each_row(table, [&](std::string_view feature, std::string_view value) {
      const uint64_t hash = fnv1a(feature);
      Slot& slot = slots_[place(hash)];
      slot.hash = hash;
      std::from_chars(value.data(), value.data() + value.size(), slot.weight);
    });
  }

  float weight(uint64_t hash) const { return slots_[place(hash)].weight; }

 private:
  struct Slot {
    uint64_t hash = 0;  // 0: empty
    float weight = 0;
  };

  // Of the hash, or of the empty slot where it would stand.
  size_t place(uint64_t hash) const {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].hash != hash && slots_[at].hash != 0) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Slot> slots_;
};

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

bool begins_listed_word(char32_t first) {
  static const auto firsts = [] {
    std::bitset<0x10000> set;
    each_row(blobs::words(), [&](std::string_view word, std::string_view) {
      set.set(decode_front(word).code_point % set.size());
    });
    return set;
  }();
  return firsts.test(first % firsts.size());
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
  static const WeightTable table(blobs::word_division());
  return table.weight(feature_hash);
}

}  // namespace umikoe::localisation
