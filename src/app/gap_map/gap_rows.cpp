#include "app/gap_map/gap_rows.h"

#include <unordered_map>

namespace umikoe::app {
namespace {

using rights::LinkKind;
using rights::Outcome;

// Cells of one outcome are one decision; those of a delivery only where the recipient lacks the
// same territories of those asked about.
class Decisions {
 public:
  Decisions(GapRows& out, const GapColumns& columns, const RankQuestion& question)
      : out_(out),
        columns_(columns),
        question_(question),
        // Sets are distinct, and stay so where nothing is left out of them.
        sets_stay_apart_(question.territories == TerritorySet::all()) {
    out.others = static_cast<uint32_t>(columns.profiles.outcomes.size());
    for (const Outcome& outcome : columns.profiles.outcomes) {
      const bool delivery = outcome.link == LinkKind::delivered;
      kinds_.push_back(!asks_about(question, outcome) ? Kind::no_gap
                       : delivery                     ? Kind::delivery
                                                      : Kind::other);
    }
  }

  uint32_t of(const OutcomeGroup& group) {
    const Kind kind = kinds_[group.outcome];
    if (kind == Kind::no_gap || out_.asked_in_set[group.territories] == 0) return GapRows::none;
    if (kind == Kind::other) return group.outcome;
    const TerritorySet asked = columns_.sets[group.territories] & question_.territories;
    const auto next = static_cast<uint32_t>(out_.decisions());
    const uint32_t place =
        sets_stay_apart_ ? next : known_.try_emplace({group.outcome, asked}, next).first->second;
    if (place == next) out_.deliveries.push_back({group.outcome, asked});
    return place;
  }

 private:
  enum class Kind : uint8_t { no_gap, delivery, other };

  GapRows& out_;
  const GapColumns& columns_;
  const RankQuestion& question_;
  bool sets_stay_apart_;
  std::vector<Kind> kinds_;  // of each outcome
  std::unordered_map<PlacesKey, uint32_t, PlacesKeyHash> known_;
};

constexpr size_t shares = 8;

// Runs of equal profile among the recordings of a share; one that begins in the share before is
// cut there.
std::vector<GapRun> runs_of_share(const GapColumns& columns, const RankQuestion& question,
                                  size_t share) {
  const auto profiles = columns.profile_of;
  const size_t last = profiles.size() * (share + 1) / shares;
  std::vector<GapRun> runs;
  for (size_t begin = profiles.size() * share / shares; begin < last;) {
    size_t end = begin + 1;
    while (end < last && profiles[end] == profiles[begin]) ++end;
    if (question.profiles.empty() || question.profiles[profiles[begin]] != 0) {
      runs.push_back({columns.profiles.partition_on(profiles[begin], question.date),
                      static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    }
    begin = end;
  }
  return runs;
}

// By counting: there are as many runs as profiles, and comparing them would cost more than asking.
std::vector<GapRun> by_partition(const std::vector<std::vector<GapRun>>& parts, size_t partitions) {
  std::vector<uint32_t> place(partitions + 1);
  for (const auto& runs : parts) {
    for (const GapRun& run : runs) ++place[run.partition + 1];
  }
  for (size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<GapRun> out(place.back());
  for (const auto& runs : parts) {
    for (const GapRun& run : runs) out[place[run.partition]++] = run;
  }
  return out;
}

}  // namespace

GapRows gap_rows(const GapColumns& columns, const RankQuestion& question,
                 const Parallel& parallel) {
  GapRows out;
  for (const TerritoryCode territory : question.territories.members()) {
    out.asked[territory.index] = UINT32_MAX;
  }
  std::vector<std::vector<GapRun>> parts(shares);
  // The decisions are one more job beside the runs.
  parallel(shares + 1, [&](size_t job) {
    if (job > 0) {
      parts[job - 1] = runs_of_share(columns, question, job - 1);
      return;
    }
    for (const TerritorySet& set : columns.sets) {
      out.asked_in_set.push_back((set & question.territories).size());
    }
    Decisions decisions(out, columns, question);
    out.decision_of.reserve(columns.groups.size());
    for (const OutcomeGroup& group : columns.groups) {
      out.decision_of.push_back(decisions.of(group));
    }
  });
  out.runs = by_partition(parts, columns.first_group.size() - 1);
  return out;
}

}  // namespace umikoe::app
