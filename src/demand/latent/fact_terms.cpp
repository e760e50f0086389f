#include "demand/latent/fact_terms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/unicode_text.h"
#include "demand/latent/territory_likeness.h"

namespace umikoe::demand {
namespace {

constexpr double half_life_days = 365;

// The facts that hold a value at a territory, each once: the strongest fact.
using Strongest = std::map<std::pair<SharedWeight, uint32_t>, std::pair<double, uint32_t>>;

void note(Strongest& strongest, SharedWeight weight, uint32_t territory, double value,
          uint32_t fact) {
  const auto [at, fresh] = strongest.try_emplace({weight, territory}, value, fact);
  if (!fresh && value > at->second.first) at->second = {value, fact};
}

void note_places(Strongest& strongest, const ArtistFact& fact, uint32_t number,
                 std::span<const std::string> territories, std::optional<Date> day) {
  const bool tie_in = fact.kind == FactKind::tie_in;
  const auto there = tie_in ? SharedWeight::shown_there : SharedWeight::convention_there;
  const auto lately = tie_in ? SharedWeight::shown_lately : SharedWeight::convention_lately;
  for (const TerritoryCode territory : fact.territories) {
    const auto at = std::ranges::find(territories, territory.code());
    if (at == territories.end()) continue;
    const auto place = static_cast<uint32_t>(at - territories.begin());
    note(strongest, there, place, 1, number);
    if (!day || !fact.day) continue;
    const double age_days = std::max(0, day->days - fact.day->days);
    note(strongest, lately, place, std::exp2(-age_days / half_life_days), number);
  }
}

std::vector<std::string> upper_codes(std::span<const std::string> territories) {
  std::vector<std::string> codes(territories.begin(), territories.end());
  for (std::string& code : codes) {
    for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return codes;
}

FactProfile profile_of(const ArtistFact& fact) {
  switch (fact.kind) {
    case FactKind::tie_in:
      return {fact.kind, folded_text(fact.medium)};
    case FactKind::convention:
      return {fact.kind, ""};
    default:
      return {fact.kind, folded_text(fact.value)};
  }
}

}  // namespace

std::string_view word(SharedWeight weight) {
  static constexpr std::array<std::string_view, shared_weight_count> words = {
      "sung_there", "shown_there", "shown_lately", "convention_there", "convention_lately"};
  return words[static_cast<size_t>(weight)];
}

FactKind kind_of(SharedWeight weight) {
  static constexpr std::array<FactKind, shared_weight_count> kinds = {
      FactKind::language, FactKind::tie_in, FactKind::tie_in, FactKind::convention,
      FactKind::convention};
  return kinds[static_cast<size_t>(weight)];
}

bool FactTerms::has(FactKind kind) const {
  return std::ranges::any_of(profiles, [&](const Profile& p) { return p.profile.kind == kind; }) ||
         std::ranges::any_of(shared, [&](const Shared& s) { return kind_of(s.weight) == kind; });
}

FactTerms fact_terms(std::span<const ArtistFact> facts, std::span<const std::string> territories,
                     std::optional<Date> day) {
  const auto codes = upper_codes(territories);
  std::map<FactProfile, uint32_t> profiles;
  std::array<size_t, fact_kind_count> several{};
  Strongest strongest;
  for (uint32_t i = 0; i < facts.size(); ++i) {
    const bool fresh = profiles.try_emplace(profile_of(facts[i]), i).second;
    several[static_cast<size_t>(facts[i].kind)] += fresh ? 1 : 0;
    if (facts[i].kind == FactKind::language) {
      for (uint32_t b = 0; b < codes.size(); ++b) {
        const auto spoken = main_languages(codes[b]);
        if (std::ranges::find(spoken, facts[i].value) != spoken.end()) {
          note(strongest, SharedWeight::sung_there, b, 1, i);
        }
      }
    } else {
      note_places(strongest, facts[i], i, codes, day);
    }
  }
  FactTerms terms;
  for (const auto& [profile, fact] : profiles) {
    const size_t count = several[static_cast<size_t>(profile.kind)];
    terms.profiles.push_back({fact, profile, 1 / std::sqrt(static_cast<double>(count))});
  }
  for (const auto& [place, value] : strongest) {
    terms.shared.push_back({value.second, place.first, place.second, value.first});
  }
  return terms;
}

std::vector<uint32_t> fact_groups(FactKind kind, std::span<const std::string> territories) {
  std::map<std::string, uint32_t> numbers;
  std::vector<uint32_t> groups;
  for (const std::string& code : upper_codes(territories)) {
    std::string name = "territory " + code;
    const auto spoken = main_languages(code);
    const auto territory = TerritoryCode::parse(code);
    if (kind == FactKind::language) {
      if (!spoken.empty()) name = spoken.front();
    } else if (territory) {
      name = territory->region();
    }
    groups.push_back(
        numbers.try_emplace(name, static_cast<uint32_t>(numbers.size())).first->second);
  }
  return groups;
}

}  // namespace umikoe::demand
