#include "app/gap_map/sums_beside.h"

#include <algorithm>

namespace umikoe::app {

SumsBeside::SumsBeside(GapSums& sums, const GapColumns& columns, const RankQuestion& question,
                       std::span<const rights::Outcome> outcomes)
    : sums_(sums), columns_(columns), question_(question), outcomes_(outcomes) {
  places_.reserve(sums.decisions.size());
  for (size_t i = 0; i < sums.decisions.size(); ++i) {
    places_.emplace(key_of(sums.decisions[i]), i);
  }
  if (sums.cells.size() >= question.top && !sums.cells.empty()) last_ = sums.cells.back();
}

// Decisions of no delivery are one for each outcome.
PlacesKey SumsBeside::key_of(const RankedDecision& decision) const {
  const bool delivery = outcomes_[decision.outcome].link == rights::LinkKind::delivered;
  return {decision.outcome, delivery ? decision.territories : TerritorySet{}};
}

RankedDecision& SumsBeside::decision(const RankedDecision& like) {
  const auto [at, fresh] = places_.try_emplace(key_of(like), sums_.decisions.size());
  if (fresh) sums_.decisions.push_back({like.outcome, like.territories, 0, {}});
  return sums_.decisions[at->second];
}

void SumsBeside::take_out(const GapSums& part) {
  for (size_t t = 0; t < sums_.by_territory.size(); ++t) {
    sums_.by_territory[t].take(part.by_territory[t]);
  }
  for (const RankedDecision& taken : part.decisions) {
    RankedDecision& of = decision(taken);
    of.recordings -= taken.recordings;
    of.sum.take(taken.sum);
  }
  for (size_t a = 0; a < part.artists.size(); ++a) sums_.artists[a] -= part.artists[a];
  for (size_t g = 0; g < part.recordings_of_group.size(); ++g) {
    sums_.recordings_of_group[g] -= part.recordings_of_group[g];
  }
}

void SumsBeside::forget(const std::function<bool(uint32_t)>& taken_out) {
  std::erase_if(sums_.cells, [&](const RankedCell& cell) { return taken_out(cell.recording); });
  // Where no recording is left, a decision of no delivery is about fewer territories.
  const auto delivery = [&](uint32_t outcome) {
    return outcomes_[outcome].link == rights::LinkKind::delivered;
  };
  for (RankedDecision& decision : sums_.decisions) {
    if (!delivery(decision.outcome)) decision.territories = {};
  }
  for (size_t g = 0; g < sums_.recordings_of_group.size(); ++g) {
    const OutcomeGroup& group = columns_.groups[g];
    if (sums_.recordings_of_group[g] == 0 || delivery(group.outcome)) continue;
    RankedDecision& of = decision({group.outcome, {}, 0, {}});
    of.territories = of.territories | (columns_.sets[group.territories] & question_.territories);
  }
}

void SumsBeside::put_in(const GapSums& part) {
  for (size_t t = 0; t < sums_.by_territory.size(); ++t) {
    sums_.by_territory[t].add(part.by_territory[t]);
  }
  for (const RankedDecision& more : part.decisions) {
    RankedDecision& of = decision(more);
    of.territories = of.territories | more.territories;
    of.recordings += more.recordings;
    of.sum.add(more.sum);
  }
  if (sums_.artists.size() < part.artists.size()) sums_.artists.resize(part.artists.size());
  for (size_t a = 0; a < part.artists.size(); ++a) sums_.artists[a] += part.artists[a];
  sums_.cells.insert(sums_.cells.end(), part.cells.begin(), part.cells.end());
}

bool SumsBeside::end(size_t top) {
  std::erase_if(sums_.decisions, [](const RankedDecision& d) { return d.recordings == 0; });
  std::ranges::sort(sums_.cells, ranks_before);
  if (last_) {
    std::erase_if(sums_.cells, [&](const RankedCell& cell) { return ranks_before(*last_, cell); });
  }
  const bool enough = !last_ || sums_.cells.size() >= top;
  if (sums_.cells.size() > question_.top) sums_.cells.resize(question_.top);
  return enough;
}

}  // namespace umikoe::app
