#pragma once

#include <algorithm>
#include <array>

#include "rights/statement.h"

namespace umikoe::rights {

// Calls each(deal, release, places) for what a prepared statement says of one recording: every deal
// of known terms that names a release with it, in order of deal, then release. `places` are the
// recording's assets in that release, and valid as long as the statement is.
template <class Each>
void for_each_stated(const Statement& statement, const Isrc& isrc, Each each) {
  const std::span<const StatedPlace> places = statement.index.places_of(isrc);
  std::vector<std::array<uint32_t, 3>> named;  // deal, then where its release's places are
  for (uint32_t begin = 0; begin < places.size();) {
    uint32_t end = begin + 1;
    while (end < places.size() && places[end].release == places[begin].release) ++end;
    for (const uint32_t deal : statement.index.deals_of(places[begin].release)) {
      named.push_back({deal, begin, end});
    }
    begin = end;
  }
  std::ranges::sort(named);
  for (const auto& [number, begin, end] : named) {
    const Deal& deal = statement.deals[number];
    if (deal.is_out_of_band) continue;
    each(deal, statement.releases[places[begin].release], places.subspan(begin, end - begin));
  }
}

}  // namespace umikoe::rights
