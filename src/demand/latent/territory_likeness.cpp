#include "demand/latent/territory_likeness.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/territory.h"
#include "demand_data.h"

namespace umikoe::demand {
namespace {

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// Main languages by territory.
const std::map<std::string_view, std::vector<std::string_view>>& languages() {
  static const auto table = [] {
    std::map<std::string_view, std::vector<std::string_view>> out;
    for (const std::string_view line : parts_of(data::territory_languages, '\n')) {
      const auto cells = parts_of(line, '\t');
      if (!line.starts_with('#') && cells.size() >= 2) out[cells[0]] = parts_of(cells[1], ' ');
    }
    return out;
  }();
  return table;
}

bool share_language(const std::string& a, const std::string& b) {
  const auto first = languages().find(a);
  const auto second = languages().find(b);
  if (first == languages().end() || second == languages().end()) return false;
  return std::ranges::any_of(first->second, [&](std::string_view language) {
    return std::ranges::find(second->second, language) != second->second.end();
  });
}

}  // namespace

std::vector<std::string_view> main_languages(std::string_view territory) {
  const auto at = languages().find(upper(territory));
  return at == languages().end() ? std::vector<std::string_view>() : at->second;
}

std::array<double, likeness_parts> territory_likeness(std::string_view a, std::string_view b) {
  const std::string first = upper(a);
  const std::string second = upper(b);
  std::array<double, likeness_parts> out{};
  out[0] = share_language(first, second) ? 1 : 0;
  const auto one = TerritoryCode::parse(first);
  const auto other = TerritoryCode::parse(second);
  if (!one || !other) return out;
  out[1] = one->region() == other->region() ? 1 : 0;
  out[2] = one->subregion() == other->subregion() ? 1 : 0;
  return out;
}

}  // namespace umikoe::demand
