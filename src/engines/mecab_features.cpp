#include "engines/mecab_features.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::engines {
namespace {

using localisation::Morpheme;
using localisation::WordClass;
using localisation::WordDetail;

constexpr std::array classes = std::to_array<std::pair<std::string_view, WordClass>>({
    {"名詞", WordClass::noun},
    {"代名詞", WordClass::noun},
    {"形状詞", WordClass::adjectival},
    {"動詞", WordClass::verb},
    {"形容詞", WordClass::adjective},
    {"副詞", WordClass::adverb},
    {"連体詞", WordClass::adnominal},
    {"接続詞", WordClass::conjunction},
    {"感動詞", WordClass::interjection},
    {"フィラー", WordClass::interjection},
    {"助詞", WordClass::particle},
    {"助動詞", WordClass::auxiliary},
    {"接頭辞", WordClass::prefix},
    {"接頭詞", WordClass::prefix},
    {"接尾辞", WordClass::suffix},
    {"補助記号", WordClass::symbol},
    {"記号", WordClass::symbol},
    {"空白", WordClass::symbol},
});

constexpr std::array details = std::to_array<std::pair<std::string_view, WordDetail>>({
    {"数", WordDetail::number},
    {"数詞", WordDetail::number},
    {"固有名詞", WordDetail::name},
    {"接続助詞", WordDetail::conjunctive},
    {"非自立", WordDetail::dependent},
    {"非自立可能", WordDetail::dependent},
});

template <class Table, class Value>
Value looked_up(const Table& table, std::string_view key, Value otherwise) {
  const auto found = std::ranges::find(table, key, [](const auto& row) { return row.first; });
  return found == std::end(table) ? otherwise : found->second;
}

Morpheme morpheme_of(std::string_view surface, const FeatureFields& fields, bool known,
                     std::string_view kana) {
  Morpheme morpheme;
  morpheme.surface = surface;
  morpheme.word_class = looked_up(classes, fields[0], WordClass::other);
  morpheme.detail = looked_up(details, fields[1], WordDetail::none);
  morpheme.known = known;
  if (!known && morpheme.detail == WordDetail::none) morpheme.detail = WordDetail::unknown;
  morpheme.kana = kana.empty() || kana == "*" ? surface : kana;
  // What is a symbol is told by its characters later; letters and digits are words.
  if (morpheme.word_class == WordClass::symbol) morpheme.word_class = WordClass::noun;
  return morpheme;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

FeatureFields feature_fields(std::string_view feature) {
  FeatureFields result;
  while (result.count < feature_fields_max) {
    const bool quoted = feature.starts_with('"');
    if (quoted) feature.remove_prefix(1);
    const size_t end = quoted ? feature.find('"') : feature.find(',');
    result.fields[result.count++] = feature.substr(0, end);
    if (end == std::string_view::npos) break;
    feature.remove_prefix(end);
    if (quoted) feature.remove_prefix(1);
    if (feature.empty()) break;
    feature.remove_prefix(1);  // the comma
  }
  return result;
}

Morpheme ipadic_morpheme(std::string_view surface, std::string_view feature) {
  const auto fields = feature_fields(feature);
  const bool known = fields.count > 7;  // unknown words have seven fields
  Morpheme morpheme = morpheme_of(surface, fields, known, is_ascii(surface) ? "" : fields[7]);
  if (known && fields[6] != "*") morpheme.base = fields[6];
  if (fields[1] == "接尾") {
    morpheme.word_class = fields[0] == "動詞" ? WordClass::auxiliary : WordClass::suffix;
  }
  return morpheme;
}

Morpheme unidic_morpheme(std::string_view surface, std::string_view feature) {
  const auto fields = feature_fields(feature);
  const bool known = fields.count > 20;  // unknown words have six fields
  Morpheme morpheme = morpheme_of(surface, fields, known, is_ascii(surface) ? "" : fields[20]);
  if (known) morpheme.base = fields[10];
  // lemma: 語-foreign, e.g. ミラクル-miracle
  const std::string_view lemma = fields[7];
  const size_t dash = lemma.find('-');
  if (dash != std::string_view::npos) morpheme.foreign = lemma.substr(dash + 1);
  return morpheme;
}

}  // namespace umikoe::engines
