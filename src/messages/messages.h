#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace umikoe::messages {

enum class Language { en, ja };
std::optional<Language> parse_language(std::string_view tag);  // "en", "ja"

// One sentence for people, in both languages. {name} places are filled from arguments.
struct Message {
  std::string_view key;
  std::string_view en;
  std::string_view ja;
};

using Arguments = std::vector<std::pair<std::string, std::string>>;

// Every message, by file of the table.
std::vector<std::span<const Message>> tables();

// The sentence of a key; the key itself in angle brackets when the table lacks it, which a test
// forbids for every key the code uses.
std::string text(Language language, std::string_view key, const Arguments& arguments = {});
bool has(std::string_view key);

// The sentence of an error or finding ("error.<code>"), led by file, line and element where known.
std::string sentence(Language language, const Error& error);
// The same without the place.
std::string explanation(Language language, const Error& error);

}  // namespace umikoe::messages
