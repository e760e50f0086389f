#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace umikoe::formats::captions {

// What "&…" stands for: its text and how many bytes after the ampersand it takes. Nothing is taken
// where the ampersand is only an ampersand.
struct CharacterReference {
  std::string text;
  size_t length = 0;
};

// HTML's "consume a character reference", outside attributes, on the bytes after an ampersand. The
// additional allowed character ends it too; '\0' where the standard allows none.
CharacterReference consume_character_reference(std::string_view after_ampersand,
                                               char additional_allowed);

}  // namespace umikoe::formats::captions
