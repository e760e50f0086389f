#include "cli/flag_number.h"

#include <algorithm>
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

std::vector<std::string> parted(const std::string& written) {
  std::vector<std::string> parts;
  for (size_t at = 0; at < written.size();) {
    const size_t end = std::min(written.find(';', at), written.size());
    if (end > at) parts.push_back(written.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace umikoe::cli
