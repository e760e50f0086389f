#include "app/gap_map/gap_sums.h"

#include <algorithm>
#include <tuple>

namespace umikoe::app {
namespace {

template <class Value, class Place>
void keep_first(std::vector<Value>& values, size_t top, Place place) {
  const size_t kept = std::min(top, values.size());
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(kept);
  std::ranges::partial_sort(values, end, {}, place);
  values.resize(kept);
}

std::vector<RankedArtist> ranked_artists(const std::vector<int64_t>& worth, size_t top) {
  std::vector<RankedArtist> artists;
  for (uint32_t artist = 0; artist < worth.size(); ++artist) {
    if (worth[artist] > 0) artists.push_back({artist, worth[artist]});
  }
  keep_first(artists, top, [](const RankedArtist& a) { return std::pair(-a.worth, a.artist); });
  return artists;
}

}  // namespace

void GapSum::add(const GapSum& more) {
  cells += more.cells;
  with_worth += more.with_worth;
  for (size_t kind = 0; kind < worth.size(); ++kind) worth[kind] += more.worth[kind];
}

void GapSum::take(const GapSum& part) {
  cells -= part.cells;
  with_worth -= part.with_worth;
  for (size_t kind = 0; kind < worth.size(); ++kind) worth[kind] -= part.worth[kind];
}

void GapSum::add(PackedWorth one) {
  ++with_worth;
  worth[one.place()] += one.sixteenths();
}

size_t PlacesKeyHash::operator()(const PlacesKey& key) const {
  uint64_t hash = key.number;
  for (const uint64_t word : key.territories.words) {
    hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15;
    hash ^= hash >> 32;
  }
  return hash;
}

bool ranks_before(const RankedCell& a, const RankedCell& b) {
  const auto place = [](const RankedCell& c) {
    return std::tuple(~c.worth.bits(), c.recording, c.territory.code());
  };
  return place(a) < place(b);
}

GapRanking ranked(GapSums sums, std::span<const rights::Outcome> outcomes, size_t top) {
  GapRanking ranking;
  // Many decisions are of one outcome.
  std::vector<GapSum> of_outcome(outcomes.size());
  for (const RankedDecision& decision : sums.decisions) {
    of_outcome[decision.outcome].add(decision.sum);
  }
  for (size_t i = 0; i < outcomes.size(); ++i) {
    if (of_outcome[i].cells == 0) continue;
    ranking.by_reason[outcomes[i].reason].add(of_outcome[i]);
    ranking.by_role[outcomes[i].who.role].add(of_outcome[i]);
    ranking.all.add(of_outcome[i]);
  }
  ranking.by_territory = sums.by_territory;
  ranking.cells = std::move(sums.cells);
  if (ranking.cells.size() > top) ranking.cells.resize(top);
  ranking.artists = ranked_artists(sums.artists, top);
  ranking.decisions = std::move(sums.decisions);
  keep_first(ranking.decisions, top, [](const RankedDecision& d) {
    return std::tuple(-d.sum.worth[0], -d.sum.worth[1], -d.sum.worth[2], -d.sum.cells, d.outcome,
                      d.territories.words);
  });
  return ranking;
}

}  // namespace umikoe::app
