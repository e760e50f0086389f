#include "app/demand/territory_words.h"

#include <algorithm>

namespace umikoe::app {

Result<std::vector<TerritoryCode>> parse_territories(const std::string& words) {
  if (words.empty()) return TerritorySet::all().members();
  std::vector<TerritoryCode> out;
  for (size_t at = 0; at <= words.size();) {
    const size_t comma = std::min(words.find(',', at), words.size());
    const std::string word = words.substr(at, comma - at);
    at = comma + 1;
    if (word.empty()) continue;
    const auto code = TerritoryCode::parse(word);
    if (!code) return fail("territory_unknown_word", {{"territory", word}});
    out.push_back(*code);
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace umikoe::app
