#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/identifiers.h"
#include "base/territory.h"

namespace umikoe::demand {

// Days that one recording held a place on one chart.
struct HeldPlace {
  TerritoryCode territory;
  std::optional<Isrc> isrc;
  int64_t days = 0;
};

// Places of a territory's charts, in days, by where their recordings are registered: the first two
// letters of an ISRC name the registrant's country, which is mostly but not always the artist's.
struct RepertoirePlaces {
  std::optional<TerritoryCode> territory;  // nothing: all of them together
  int64_t days = 0;
  std::map<TerritoryCode, int64_t> by_origin;
  int64_t unknown =
      0;  // no ISRC on file, or one that names no country: of no origin, never "other"

  // Nothing where no place at all is known.
  std::optional<double> share(int64_t part) const;
};

// The country an ISRC was registered in: the codes that ISO 3166 knows, and the further ones of the
// United States (QM, QT, QZ).
std::optional<TerritoryCode> registered_in(const Isrc& isrc);

// All charts but those of `home`, together first, then by territory.
std::vector<RepertoirePlaces> repertoire_places(std::span<const HeldPlace> places,
                                                TerritoryCode home);

}  // namespace umikoe::demand
