#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "demand/latent/artist_fact.h"

namespace umikoe::demand {

// A property that a model may give a weight in each territory: a genre, a language, a medium of
// tie-ins, and that somebody plays conventions at all.
struct FactProfile {
  FactKind kind = FactKind::genre;
  std::string word;  // case-folded

  auto operator<=>(const FactProfile&) const = default;
};

// What a fact may say of one territory with the same weight everywhere.
enum class SharedWeight : uint8_t {
  sung_there,         // a main language there is one the artist sings in
  shown_there,        // a work with a song of theirs is shown there
  shown_lately,       // the same, halved with each year since
  convention_there,   // they were on a stage of a convention there
  convention_lately,  // the same, halved with each year since
};
inline constexpr size_t shared_weight_count = 5;
std::string_view word(SharedWeight weight);
FactKind kind_of(SharedWeight weight);

// An artist's facts as a model of some territories reads them. `fact` is their place in the facts.
struct FactTerms {
  struct Profile {
    uint32_t fact = 0;
    FactProfile profile;
    double share = 1;  // less for one of several
  };
  struct Shared {
    uint32_t fact = 0;
    SharedWeight weight = SharedWeight::sung_there;
    uint32_t territory = 0;
    double value = 1;
  };
  std::vector<Profile> profiles;
  std::vector<Shared> shared;

  bool has(FactKind kind) const;
};

// With a day, what began lately before it counts more; without one nothing is late.
FactTerms fact_terms(std::span<const ArtistFact> facts, std::span<const std::string> territories,
                     std::optional<Date> day);

// By territory the number of the group whose weight it shares for profiles of a kind: its main
// language for languages, its UN region for others. Territories of none have one of their own.
std::vector<uint32_t> fact_groups(FactKind kind, std::span<const std::string> territories);

}  // namespace umikoe::demand
