#pragma once

#include <array>
#include <string_view>

#include "localisation/names/morpheme.h"

namespace umikoe::engines {

inline constexpr size_t feature_fields_max = 32;

// The fields of a MeCab feature string: commas between, quotation marks around fields that hold
// one.
struct FeatureFields {
  std::array<std::string_view, feature_fields_max> fields;  // without the marks
  size_t count = 0;

  std::string_view operator[](size_t at) const {
    return at < count ? fields[at] : std::string_view{};
  }
};
FeatureFields feature_fields(std::string_view feature);

// A node of ipadic (field 7 is the reading) or UniDic (29 fields, 20 the kana, 7 the lemma) in our
// own words.
localisation::Morpheme ipadic_morpheme(std::string_view surface, std::string_view feature);
localisation::Morpheme unidic_morpheme(std::string_view surface, std::string_view feature);

}  // namespace umikoe::engines
