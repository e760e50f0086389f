#include "cli/flag_number.h"

#include <charconv>

namespace umikoe::cli {

Result<size_t> flag_number(const Command& command, std::string_view flag, size_t usual,
                           size_t least, size_t most) {
  const std::string word = command.arguments.value(flag);
  if (word.empty()) return usual;
  size_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < least || number > most) {
    return fail("number_invalid_word", {{"flag", std::string(flag)}, {"number", word}});
  }
  return number;
}

}  // namespace umikoe::cli
