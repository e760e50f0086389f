#include "demand/latent/presence.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace umikoe::demand {
namespace {

constexpr std::array<std::string_view, 4> no_territories = {"global", "Global", "WW", "GLOBAL"};

bool is_territory(const std::string& word) {
  return !word.empty() && std::ranges::find(no_territories, word) == no_territories.end();
}

}  // namespace

Presence presence_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& rows) {
  std::map<std::string, uint32_t> numbers;
  for (const auto& [artist, words] : rows) {
    for (const std::string& word : words) {
      if (is_territory(word)) numbers.emplace(word, 0);
    }
  }
  Presence presence;
  for (auto& [word, number] : numbers) {
    number = static_cast<uint32_t>(presence.territories.size());
    presence.territories.push_back(word);
  }
  for (const auto& [artist, words] : rows) {
    Presence::Row row{.artist = artist, .territories = {}};
    for (const std::string& word : words) {
      if (is_territory(word)) row.territories.push_back(numbers.at(word));
    }
    std::ranges::sort(row.territories);
    const auto twice = std::ranges::unique(row.territories);
    row.territories.erase(twice.begin(), twice.end());
    presence.rows.push_back(std::move(row));
  }
  return presence;
}

}  // namespace umikoe::demand
