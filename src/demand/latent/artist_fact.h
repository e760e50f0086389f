#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/territory.h"

namespace umikoe::demand {

// Kept in model files as words.
enum class FactKind : uint8_t {
  language,   // what the artist sings in
  genre,      // in whoever's words
  tie_in,     // a song of theirs in a work: anime, game, drama, film
  convention  // on a stage of a convention or festival
};
inline constexpr size_t fact_kind_count = 4;
inline constexpr std::array<FactKind, fact_kind_count> fact_kinds = {
    FactKind::language, FactKind::genre, FactKind::tie_in, FactKind::convention};
std::string_view word(FactKind kind);
std::optional<FactKind> fact_kind_of(std::string_view word);

// Something known about an artist beside where they were seen.
struct ArtistFact {
  std::string artist;  // as written
  FactKind kind = FactKind::genre;
  std::string value;        // a language's subtag ("ja"), a genre, a work, an event
  std::string medium = {};  // of a tie-in: what the work is ("anime"); empty: not said
  // Where the work is shown or the event takes place; empty: not known.
  std::vector<TerritoryCode> territories = {};
  std::optional<Date> day = {};  // on which it began
  std::string source = {};       // who says so

  bool operator==(const ArtistFact&) const = default;
};

// Of facts as they were known on a day: those that had begun. A language or genre without a day
// holds at all times; a tie-in or convention without one may lie ahead, so it is left out.
struct FactsOnADay {
  std::vector<ArtistFact> facts;
  int64_t later = 0;
  int64_t undated = 0;
};
FactsOnADay facts_known_on(const std::vector<ArtistFact>& facts, Date day);

}  // namespace umikoe::demand
