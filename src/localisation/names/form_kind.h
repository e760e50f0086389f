#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/name_form.h"

namespace umikoe::localisation {

// What a written form of a name is for.
enum class NameFormKind : uint8_t {
  original,    // as the artist releases it
  reading,     // in kana
  romanised,   // in Latin letters, said as in the original language
  official,    // the name its owner uses in another language
  translated,  // what it means
  search_only  // what people type; never shown
};
std::string_view word(NameFormKind kind);
std::optional<NameFormKind> parse_name_form_kind(std::string_view text);

// What a delivered form is, by its DDEX kind, its language tag and its script: a Latin form of a
// Japanese name tagged ja-Latn is romanised, one tagged en is official unless called translated.
// `original_is_latin`: the name has no other script, so that a Latin form is the original.
NameFormKind kind_of(const catalogue::NameForm& form, bool original_is_latin);

}  // namespace umikoe::localisation
