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

class Decisions {
 public:
  Decisions(GapRows& out, const GapColumns& columns, const RankQuestion& question)
      : out_(out),
        columns_(columns),
        question_(question),
        // Sets are distinct, and stay so where nothing is left out of them.
        sets_stay_apart_(question.territories == TerritorySet::all()),
        of_outcome_(columns.profiles.outcomes.size(), GapRows::none) {}

  uint32_t of(const OutcomeGroup& group) {
    const Outcome& outcome = columns_.profiles.outcomes[group.outcome];
    const TerritorySet asked = columns_.sets[group.territories] & question_.territories;
    if (!is_asked(outcome, question_) || asked.empty()) return GapRows::none;
    const uint32_t place = place_of(group.outcome, outcome.link, asked);
    RankedDecision& decision = out_.decisions[place];
    decision.territories = decision.territories | asked;
    return place;
  }

 private:
  uint32_t place_of(uint32_t outcome, LinkKind link, const TerritorySet& asked) {
    const auto next = static_cast<uint32_t>(out_.decisions.size());
    uint32_t place = next;
    if (link != LinkKind::delivered) {
      uint32_t& known = of_outcome_[outcome];
      if (known == GapRows::none) known = next;
      place = known;
    } else if (!sets_stay_apart_) {
      place = of_delivery_.try_emplace({outcome, asked}, next).first->second;
    }
    if (place == next) out_.decisions.push_back({outcome, {}, 0, {}});
    return place;
  }

  GapRows& out_;
  const GapColumns& columns_;
  const RankQuestion& question_;
  bool sets_stay_apart_;
  std::vector<uint32_t> of_outcome_;
  std::unordered_map<DecisionKey, uint32_t, DecisionHash> of_delivery_;
};

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
  Decisions decisions(out, columns, question);
  out.decision_of.reserve(columns.groups.size());
  for (const OutcomeGroup& group : columns.groups) out.decision_of.push_back(decisions.of(group));
  out.runs = by_partition(runs_on(columns, question.date), columns.profiles.partitions.size());
  return out;
}

}  // namespace umikoe::app
