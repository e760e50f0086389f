#include "demand/latent/artist_fact.h"

#include <algorithm>

namespace umikoe::demand {

std::string_view word(FactKind kind) {
  static constexpr std::array<std::string_view, fact_kind_count> words = {"language", "genre",
                                                                          "tie_in", "convention"};
  return words[static_cast<size_t>(kind)];
}

std::optional<FactKind> fact_kind_of(std::string_view written) {
  const auto at = std::ranges::find(fact_kinds, written, [](FactKind kind) { return word(kind); });
  return at == fact_kinds.end() ? std::nullopt : std::optional(*at);
}

FactsOnADay facts_known_on(const std::vector<ArtistFact>& facts, Date day) {
  FactsOnADay known;
  for (const ArtistFact& fact : facts) {
    const bool timeless = fact.kind == FactKind::language || fact.kind == FactKind::genre;
    if (fact.day && *fact.day > day) {
      ++known.later;
    } else if (!fact.day && !timeless) {
      ++known.undated;
    } else {
      known.facts.push_back(fact);
    }
  }
  return known;
}

}  // namespace umikoe::demand
