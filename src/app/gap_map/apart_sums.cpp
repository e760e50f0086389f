#include "app/gap_map/apart_sums.h"

#include <algorithm>

namespace umikoe::app {
namespace {

// What one cause closes of the recording.
struct Part {
  TerritorySet territories;
  GapSum sum;
};

}  // namespace

ApartSums::ApartSums(GapSums& sums, const RankQuestion& question,
                     std::span<const rights::Outcome> outcomes)
    : sums_(sums), question_(question), outcomes_(outcomes) {
  for (size_t i = 0; i < sums.decisions.size(); ++i) {
    places_.emplace(key_of(sums.decisions[i].outcome, sums.decisions[i].territories), i);
  }
}

ApartSums::Key ApartSums::key_of(uint32_t outcome, const TerritorySet& territories) const {
  const bool delivery = outcomes_[outcome].link == rights::LinkKind::delivered;
  return {outcome, delivery ? territories.words : TerritorySet{}.words};
}

RankedDecision& ApartSums::decision(uint32_t outcome, const TerritorySet& territories) {
  const auto [at, fresh] =
      places_.try_emplace(key_of(outcome, territories), sums_.decisions.size());
  if (fresh) sums_.decisions.push_back({outcome, {}, 0, {}});
  return sums_.decisions[at->second];
}

void ApartSums::add(const ApartRecording& apart) {
  std::array<PackedWorth, 256> worth_of = {};
  for (size_t i = 0; i < apart.worth.size(); ++i) {
    worth_of[apart.territory_of[i]] = PackedWorth(apart.worth[i]);
  }
  std::map<uint32_t, Part> parts;
  for (const TerritoryCode territory : question_.territories.members()) {
    const uint32_t outcome = (*apart.partition)[territory.index];
    if (apart.held.contains(territory) || !asks_about(question_, outcomes_[outcome])) continue;
    GapSum sum{1, 0, {}};
    const PackedWorth worth = worth_of[territory.index];
    if (worth.bits() != 0) {
      sum.add(worth);
      sums_.cells.push_back({apart.recording, territory, worth});
    }
    sums_.by_territory[territory.index].add(sum);
    Part& part = parts[outcome];
    part.territories.insert(territory);
    part.sum.add(sum);
  }
  if (sums_.artists.size() <= apart.artist) sums_.artists.resize(size_t{apart.artist} + 1);
  for (const auto& [outcome, part] : parts) {
    RankedDecision& of = decision(outcome, part.territories);
    of.territories = of.territories | part.territories;
    of.recordings += 1;
    of.sum.add(part.sum);
    sums_.artists[apart.artist] += part.sum.all_worth();
  }
}

void ApartSums::end() {
  std::ranges::sort(sums_.cells, ranks_before);
  if (sums_.cells.size() > question_.top) sums_.cells.resize(question_.top);
}

}  // namespace umikoe::app
