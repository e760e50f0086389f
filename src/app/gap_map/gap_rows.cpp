#include "app/gap_map/gap_rows.h"

#include <unordered_map>

namespace umikoe::app {
namespace {

using rights::LinkKind;
using rights::LinkState;
using rights::Outcome;

bool is_asked(const Outcome& outcome, const RankQuestion& question) {
  if (outcome.answer != LinkState::closed || outcome.without_permission) return false;
  if (question.reason && outcome.reason != *question.reason) return false;
  return !question.role || outcome.who.role == *question.role;
}

// Cells of one outcome are one decision; those of a delivery only where the recipient lacks the
// same territories of those asked about.
struct DecisionKey {
  uint32_t outcome = 0;
  TerritorySet territories;

  bool operator==(const DecisionKey&) const = default;
};

struct DecisionHash {
  size_t operator()(const DecisionKey& key) const {
    uint64_t hash = key.outcome;
    for (const uint64_t word : key.territories.words) {
      hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15;
      hash ^= hash >> 32;
    }
    return hash;
  }
};

void decide(GapRows& out, const GapColumns& columns, const RankQuestion& question) {
  std::unordered_map<DecisionKey, uint32_t, DecisionHash> places;
  places.reserve(columns.groups.size());
  out.decision_of.reserve(columns.groups.size());
  for (const OutcomeGroup& group : columns.groups) {
    const Outcome& outcome = columns.profiles.outcomes[group.outcome];
    const TerritorySet asked = columns.sets[group.territories] & question.territories;
    if (!is_asked(outcome, question) || asked.empty()) {
      out.decision_of.push_back(GapRows::none);
      continue;
    }
    const bool by_markets = outcome.link == LinkKind::delivered;
    const auto [at, fresh] =
        places.try_emplace({group.outcome, by_markets ? asked : TerritorySet{}},
                           static_cast<uint32_t>(out.decisions.size()));
    if (fresh) out.decisions.push_back({group.outcome, {}, 0, {}});
    out.decision_of.push_back(at->second);
    RankedDecision& decision = out.decisions[at->second];
    decision.territories = decision.territories | asked;
  }
}

std::vector<GapRun> runs_on(const GapColumns& columns, Date date) {
  std::vector<GapRun> runs;
  const auto profiles = columns.profile_of;
  for (size_t begin = 0; begin < profiles.size();) {
    size_t end = begin + 1;
    while (end < profiles.size() && profiles[end] == profiles[begin]) ++end;
    runs.push_back({columns.profiles.partition_on(profiles[begin], date),
                    static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end;
  }
  return runs;
}

// By counting: there are as many runs as profiles, and comparing them would cost more than asking.
std::vector<GapRun> by_partition(const std::vector<GapRun>& runs, size_t partitions) {
  std::vector<uint32_t> place(partitions + 1);
  for (const GapRun& run : runs) ++place[run.partition + 1];
  for (size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<GapRun> out(runs.size());
  for (const GapRun& run : runs) out[place[run.partition]++] = run;
  return out;
}

}  // namespace

GapRows gap_rows(const GapColumns& columns, const RankQuestion& question) {
  GapRows out;
  for (const TerritoryCode territory : question.territories.members()) {
    out.asked[territory.index] = UINT32_MAX;
  }
  for (const TerritorySet& set : columns.sets) {
    out.asked_in_set.push_back((set & question.territories).size());
  }
  decide(out, columns, question);
  out.runs = by_partition(runs_on(columns, question.date), columns.profiles.partitions.size());
  return out;
}

}  // namespace umikoe::app
