#include "app/gap_map/sums_beside.h"

#include <algorithm>

namespace umikoe::app {

SumsBeside::SumsBeside(GapSums& sums, const GapColumns& columns, const RankQuestion& question,
                       std::span<const rights::Outcome> outcomes)
    : sums_(sums), columns_(columns), question_(question), outcomes_(outcomes) {
  if (sums.cells.size() >= question.top && !sums.cells.empty()) last_ = sums.cells.back();
}

bool SumsBeside::is_delivery(uint32_t outcome) const {
  return outcomes_[outcome].link == rights::LinkKind::delivered;
}

// Decisions of no delivery are one for each outcome.
PlacesKey SumsBeside::key_of(const RankedDecision& decision) const {
  return {decision.outcome, is_delivery(decision.outcome) ? decision.territories : TerritorySet{}};
}

void SumsBeside::take_out(const GapSums& part, std::span<const uint32_t> groups) {
  taken_out_ = true;
  for (size_t t = 0; t < sums_.by_territory.size(); ++t) {
    sums_.by_territory[t].take(part.by_territory[t]);
  }
  for (const RankedDecision& taken : part.decisions) {
    Change& of = changes_[key_of(taken)];
    of.recordings -= taken.recordings;
    of.sum.take(taken.sum);
  }
  for (size_t a = 0; a < part.artists.size(); ++a) sums_.artists[a] -= part.artists[a];
  for (size_t g = 0; g < part.recordings_of_group.size(); ++g) {
    sums_.recordings_of_group[groups.empty() ? g : groups[g]] -= part.recordings_of_group[g];
  }
}

void SumsBeside::forget(const std::function<bool(uint32_t)>& taken_out) {
  std::erase_if(sums_.cells, [&](const RankedCell& cell) { return taken_out(cell.recording); });
}

void SumsBeside::put_in(const GapSums& part) {
  for (size_t t = 0; t < sums_.by_territory.size(); ++t) {
    sums_.by_territory[t].add(part.by_territory[t]);
  }
  for (const RankedDecision& more : part.decisions) {
    Change& of = changes_[key_of(more)];
    of.put_in = of.put_in | more.territories;
    of.recordings += more.recordings;
    of.sum.add(more.sum);
  }
  if (sums_.artists.size() < part.artists.size()) sums_.artists.resize(part.artists.size());
  for (size_t a = 0; a < part.artists.size(); ++a) sums_.artists[a] += part.artists[a];
  sums_.cells.insert(sums_.cells.end(), part.cells.begin(), part.cells.end());
}

// Where no recording is left, a decision of no delivery is about fewer territories.
void SumsBeside::find_places_again() {
  std::vector<TerritorySet> left(outcomes_.size());
  for (size_t g = 0; g < sums_.recordings_of_group.size(); ++g) {
    if (sums_.recordings_of_group[g] == 0) continue;
    const OutcomeGroup& group = columns_.groups[g];
    left[group.outcome] =
        left[group.outcome] | (columns_.sets[group.territories] & question_.territories);
  }
  for (RankedDecision& decision : sums_.decisions) {
    if (!is_delivery(decision.outcome)) decision.territories = left[decision.outcome];
  }
}

void SumsBeside::apply_changes() {
  const auto apply = [](RankedDecision& decision, const Change& change) {
    decision.territories = decision.territories | change.put_in;
    decision.recordings += change.recordings;
    decision.sum.add(change.sum);
  };
  for (RankedDecision& decision : sums_.decisions) {
    const auto at = changes_.find(key_of(decision));
    if (at == changes_.end()) continue;
    apply(decision, at->second);
    changes_.erase(at);
  }
  for (const auto& [key, change] : changes_) {
    RankedDecision& decision = sums_.decisions.emplace_back();
    decision.outcome = key.number;
    apply(decision, change);
  }
  std::erase_if(sums_.decisions, [](const RankedDecision& d) { return d.recordings == 0; });
}

bool SumsBeside::end(size_t top) {
  if (taken_out_) find_places_again();
  apply_changes();
  std::ranges::sort(sums_.cells, ranks_before);
  if (last_) {
    std::erase_if(sums_.cells, [&](const RankedCell& cell) { return ranks_before(*last_, cell); });
  }
  const bool enough = !last_ || sums_.cells.size() >= top;
  if (sums_.cells.size() > question_.top) sums_.cells.resize(question_.top);
  return enough;
}

}  // namespace umikoe::app
