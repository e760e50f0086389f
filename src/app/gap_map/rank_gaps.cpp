#include "app/gap_map/rank_gaps.h"

#include <algorithm>
#include <optional>

#include "app/gap_map/gap_rows.h"

namespace umikoe::app {
namespace {

// Sums of a while, by kind and place: the number of cells above 44 bits of amount.
constexpr int count_shift = 44;
constexpr uint64_t one_cell = uint64_t{1} << count_shift;
constexpr uint64_t amount_bits = one_cell - 1;
using PackedSums = std::array<uint64_t, 4 * 256>;
// So many recordings, each of at most 2^30 sixteenths in a territory, cannot overflow the sums of a
// territory, nor its number of cells.
constexpr uint32_t recordings_between_territory_flushes = 16'000;
// A group is of at most 253 territories: this is what so many recordings can add to its sums. Real
// ones add far less, so the sums are handed over when what they hold leaves too little room.
constexpr uint32_t recordings_at_once = 60;
constexpr uint64_t most_at_once = (uint64_t{recordings_at_once} * 253) << 30;
constexpr int64_t recordings_between_flushes = 4'000;  // keeps the number of cells below 2^20

// The sums of a place, which begin anew.
GapSum taken(PackedSums& sums, size_t place) {
  GapSum sum;
  for (size_t kind = 0; kind < 3; ++kind) {
    uint64_t& packed = sums[(3 - kind) * 256 + place];
    sum.with_worth += static_cast<int64_t>(packed >> count_shift);
    sum.worth[kind] = static_cast<int64_t>(packed & amount_bits);
    packed = 0;
  }
  return sum;
}

// The best cells so far: the worst of them on top of a heap.
class BestCells {
 public:
  explicit BestCells(size_t count) : count_(count) {}

  // Greater or equal values may still be among the best.
  uint32_t least() const { return least_; }
  void offer(const RankedCell& cell) {
    if (count_ == 0) return;
    if (cells_.size() == count_) {
      if (!ranks_before(cell, cells_.front())) return;
      std::ranges::pop_heap(cells_, ranks_before);
      cells_.back() = cell;
    } else {
      cells_.push_back(cell);
    }
    std::ranges::push_heap(cells_, ranks_before);
    if (cells_.size() == count_) least_ = cells_.front().worth.bits();
  }
  const std::vector<RankedCell>& cells() const { return cells_; }

 private:
  size_t count_;
  uint32_t least_ = 1;
  std::vector<RankedCell> cells_;
};

struct DecisionSum {
  GapSum sum;
  int64_t recordings = 0;
};

// What one job found. Whole numbers: their sum does not depend on who counted what.
struct Found {
  std::vector<DecisionSum> decisions;
  std::vector<int64_t> recordings_of_group;   // of those that are gaps
  std::array<GapSum, 256> by_territory = {};  // without the number of cells
  std::vector<int64_t> artists;
  BestCells best;

  void add(const Found& more) {
    for (size_t d = 0; d < decisions.size(); ++d) {
      decisions[d].sum.add(more.decisions[d].sum);
      decisions[d].recordings += more.decisions[d].recordings;
    }
    for (size_t g = 0; g < recordings_of_group.size(); ++g) {
      recordings_of_group[g] += more.recordings_of_group[g];
    }
    for (size_t t = 0; t < by_territory.size(); ++t) by_territory[t].add(more.by_territory[t]);
    for (size_t a = 0; a < artists.size(); ++a) artists[a] += more.artists[a];
    for (const RankedCell& cell : more.best.cells()) best.offer(cell);
  }
};

// Goes through a share of the recordings.
class RankJob {
 public:
  RankJob(const GapColumns& columns, const RankQuestion& question, const GapRows& rows,
          size_t artists)
      : columns_(columns),
        question_(question),
        rows_(rows),
        found_{std::vector<DecisionSum>(rows.decisions()),
               std::vector<int64_t>(columns.groups.size()),
               {},
               std::vector<int64_t>(artists),
               BestCells(question.top)} {}

  Found& found() { return found_; }

  // Runs in order of partition.
  void add_all(std::span<const GapRun> runs) {
    rest_ = runs;
    for (size_t begin = 0; begin < runs.size();) {
      size_t end = begin + 1;
      while (end < runs.size() && runs[end].partition == runs[begin].partition) ++end;
      add(runs.subspan(begin, end - begin));
      begin = end;
    }
    flush_territories();
  }

 private:
  // Runs of one partition.
  void add(std::span<const GapRun> runs) {
    begin_partition(runs.front().partition);
    uint64_t cells = 0;
    for (const GapRun& run : runs) {
      cells += columns_.first_worth[run.end] - columns_.first_worth[run.begin];
    }
    if (cells < many_cells) {
      for (const GapRun& run : runs) {
        fetch_ahead(run);
        add_few(run);
      }
      flush_groups();
      return;
    }
    const GroupOfTerritory& group_of = columns_.group_of_territory[partition_];
    for (size_t t = 0; t < 256; ++t) gap_in_[t] = mask_[group_of[t]] & rows_.asked[t];
    for (const GapRun& run : runs) add_many(run);
    flush_many();
  }

  static constexpr size_t turns = 4;
  // From here on it pays to sum by territory alone and to go through the territories afterwards.
  static constexpr uint64_t many_cells = 2'048;

  // Runs of a partition lie all over the columns: what comes soon is asked of the memory now, first
  // where its cells begin, then the cells.
  void fetch_ahead(const GapRun& run) const {
    constexpr size_t far = 12;
    constexpr size_t near = 6;
    const GapRun* const end = rest_.data() + rest_.size();
    if (&run + far < end) {
      __builtin_prefetch(&columns_.first_worth[(&run)[far].begin]);
      __builtin_prefetch(&columns_.artist_of[(&run)[far].begin]);
    }
    if (&run + near < end) {
      const uint64_t cell = columns_.first_worth[(&run)[near].begin];
      __builtin_prefetch(columns_.territory_of.data() + cell);
      __builtin_prefetch(columns_.worth.data() + cell);
      __builtin_prefetch(columns_.worth.data() + cell + 16);
    }
  }

  void add_few(const GapRun& run) {
    for (uint32_t begin = run.begin; begin < run.end;) {
      const uint32_t end = std::min(run.end, begin + recordings_at_once);
      const bool full = pending_amount_ + most_at_once > amount_bits ||
                        pending_ + recordings_at_once > recordings_between_flushes;
      if (full) flush_groups();
      if (unread_ + recordings_at_once > recordings_between_territory_flushes) flush_territories();
      add_recordings(begin, end, [&](uint32_t recording, uint64_t cell, uint64_t last) {
        return add_cells(columns_.group_of_territory[partition_], recording, cell, last);
      });
      begin = end;
    }
  }

  void add_many(const GapRun& run) {
    for (uint32_t begin = run.begin; begin < run.end;) {
      const uint32_t end = std::min(run.end, begin + recordings_between_territory_flushes);
      if (pending_ + (end - begin) > recordings_between_territory_flushes) flush_many();
      add_recordings(begin, end, [&](uint32_t recording, uint64_t cell, uint64_t last) {
        return add_many_cells(recording, cell, last);
      });
      begin = end;
    }
  }

  void begin_partition(uint32_t partition) {
    partition_ = partition;
    mask_.fill(0);
    size_t place = 0;
    for (const uint32_t group : columns_.groups_of(partition)) {
      if (rows_.decision_of[group] != GapRows::none) mask_[place] = UINT32_MAX;
      ++place;
    }
  }

  // Hands what was summed under the present partition to the decisions: the sum of each of its
  // groups, by place.
  template <class SumOf>
  void hand_over(SumOf sum_of) {
    if (pending_ == 0) return;
    size_t place = 0;
    for (const uint32_t group : columns_.groups_of(partition_)) {
      const size_t at = place++;
      if (rows_.decision_of[group] == GapRows::none) continue;
      DecisionSum& decision = found_.decisions[rows_.decision_of[group]];
      GapSum sum = sum_of(at);
      sum.cells = pending_ * rows_.asked_in_set[columns_.groups[group].territories];
      decision.sum.add(sum);
      decision.recordings += pending_;
      found_.recordings_of_group[group] += pending_;
    }
    pending_ = 0;
    pending_amount_ = 0;
  }

  void flush_groups() {
    hand_over([&](size_t group) { return taken_of_group(group); });
  }

  void flush_many() {
    const GroupOfTerritory& group_of = columns_.group_of_territory[partition_];
    std::array<GapSum, 256> of_group = {};
    for (size_t t = 0; t < 256; ++t) {
      if (gap_in_[t] == 0) continue;
      const GapSum sum = taken(many_sums_, t);
      found_.by_territory[t].add(sum);
      of_group[group_of[t]].add(sum);
    }
    hand_over([&](size_t group) { return of_group[group]; });
  }

  // The sums of a group, which begin anew.
  GapSum taken_of_group(size_t group) {
    GapSum sum;
    for (size_t turn = 0; turn < turns; ++turn) {
      for (size_t kind = 0; kind < 3; ++kind) {
        uint64_t& packed = group_sums_[(turn * 256 + group) * 4 + 3 - kind];
        sum.with_worth += static_cast<int64_t>(packed >> count_shift);
        sum.worth[kind] += static_cast<int64_t>(packed & amount_bits);
        packed = 0;
      }
    }
    return sum;
  }

  void flush_territories() {
    for (size_t t = 0; t < 256; ++t) found_.by_territory[t].add(taken(territory_sums_, t));
    unread_ = 0;
  }

  // Adds each recording that is asked about; `add` its cells, and returns their worth.
  template <class Add>
  void add_recordings(uint32_t begin, uint32_t end, Add add) {
    const std::span<const uint64_t> keep = question_.keep;
    const bool filtered = !keep.empty();
    uint64_t cell = columns_.first_worth[begin];
    for (uint32_t recording = begin; recording < end; ++recording) {
      const uint64_t last = columns_.first_worth[recording + 1];
      if (!filtered || (keep[recording / 64] >> (recording % 64) & 1) != 0) {
        ++pending_;
        ++unread_;
        const uint64_t own = add(recording, cell, last);
        pending_amount_ += own;
        found_.artists[columns_.artist_of[recording]] += static_cast<int64_t>(own);
      }
      cell = last;
    }
  }

  // The cells of one recording; what is returned is their worth. The innermost loop: everything it
  // touches is named beforehand.
  uint64_t add_cells(const GroupOfTerritory& group_of, uint32_t recording, uint64_t cell,
                     uint64_t last) {
    const uint8_t* const territories = columns_.territory_of.data();
    const uint32_t* const worths = columns_.worth.data();
    const uint32_t* const asked = rows_.asked.data();
    const uint32_t* const mask = mask_.data();
    uint64_t* const of_territory = territory_sums_.data();
    uint64_t* const of_group = group_sums_.data();
    uint32_t least = found_.best.least();
    uint64_t own = 0;
    for (; cell < last; ++cell) {
      const size_t territory = territories[cell];
      const size_t group = group_of[territory];
      const uint32_t worth = worths[cell] & mask[group] & asked[territory];
      const uint64_t amount = worth & PackedWorth::amount_mask;
      // What is no gap has no kind, and falls into a row nobody reads.
      const size_t kind = size_t{worth >> 30} * 256;
      of_territory[kind + territory] += one_cell + amount;
      // Neighbours mostly fall into one group: four sums in turn need not wait for each other.
      of_group[(cell % turns * 256 + group) * 4 + (worth >> 30)] += one_cell + amount;
      own += amount;
      if (worth < least) continue;
      found_.best.offer({recording, {static_cast<uint8_t>(territory)}, PackedWorth(worth)});
      least = found_.best.least();
    }
    return own;
  }

  // The same where the partition has many.
  uint64_t add_many_cells(uint32_t recording, uint64_t cell, uint64_t last) {
    const uint8_t* const territories = columns_.territory_of.data();
    const uint32_t* const worths = columns_.worth.data();
    const uint32_t* const gap_in = gap_in_.data();
    uint64_t* const sums = many_sums_.data();
    uint32_t least = found_.best.least();
    uint64_t own = 0;
    for (; cell < last; ++cell) {
      const size_t territory = territories[cell];
      const uint32_t worth = worths[cell] & gap_in[territory];
      const uint64_t amount = worth & PackedWorth::amount_mask;
      sums[size_t{worth >> 30} * 256 + territory] += one_cell + amount;
      own += amount;
      if (worth < least) continue;
      found_.best.offer({recording, {static_cast<uint8_t>(territory)}, PackedWorth(worth)});
      least = found_.best.least();
    }
    return own;
  }

  const GapColumns& columns_;
  const RankQuestion& question_;
  const GapRows& rows_;
  std::span<const GapRun> rest_;  // all runs of the job
  uint32_t partition_ = GapRows::none;
  int64_t pending_ = 0;                    // recordings in group_sums_ or many_sums_
  uint64_t pending_amount_ = 0;            // worth of them
  int64_t unread_ = 0;                     // recordings in territory_sums_
  std::array<uint32_t, 256> mask_ = {};    // of each group of the partition: all bits for a gap
  std::array<uint32_t, 256> gap_in_ = {};  // the same of each territory, where it is asked about
  std::array<uint64_t, turns* 256 * 4> group_sums_ = {};  // by turn, group and kind
  PackedSums territory_sums_ = {};
  PackedSums many_sums_ = {};  // of the partition at hand
  Found found_;
};

// Runs cut into shares of about the same work.
std::vector<std::vector<GapRun>> shares_of(const GapColumns& columns, const GapRows& rows) {
  constexpr size_t shares = 2;
  const auto work_of = [&](const GapRun& run) {
    return columns.first_worth[run.end] - columns.first_worth[run.begin] + run.end - run.begin;
  };
  uint64_t all = 0;
  for (const GapRun& run : rows.runs) all += work_of(run);
  std::vector<std::vector<GapRun>> out(1);
  uint64_t room = all / shares + 1;
  for (GapRun run : rows.runs) {
    while (run.begin < run.end) {
      GapRun part = run;
      while (part.end - part.begin > 1 && work_of(part) > room + room / 8) {
        part.end = part.begin + (part.end - part.begin) / 2;
      }
      const uint64_t work = work_of(part);
      out.back().push_back(part);
      run.begin = part.end;
      room = work >= room ? 0 : room - work;
      if (room > 0) continue;
      out.emplace_back();
      room = all / shares + 1;
    }
  }
  return out;
}

GapSums sums_of(Found&& found, const GapColumns& columns, const RankQuestion& question,
                const GapRows& rows) {
  GapSums sums;
  sums.by_territory = found.by_territory;
  std::vector<TerritorySet> places_of_others(rows.others);
  std::vector<int64_t> recordings_of_set(columns.sets.size());
  for (size_t group = 0; group < columns.groups.size(); ++group) {
    if (found.recordings_of_group[group] == 0) continue;
    const uint32_t set = columns.groups[group].territories;
    recordings_of_set[set] += found.recordings_of_group[group];
    const uint32_t decision = rows.decision_of[group];
    if (decision < rows.others) {
      places_of_others[decision] =
          places_of_others[decision] | (columns.sets[set] & question.territories);
    }
  }
  for (size_t set = 0; set < columns.sets.size(); ++set) {
    if (recordings_of_set[set] == 0) continue;
    for (const TerritoryCode t : (columns.sets[set] & question.territories).members()) {
      sums.by_territory[t.index].cells += recordings_of_set[set];
    }
  }
  for (uint32_t d = 0; d < rows.decisions(); ++d) {
    const DecisionSum& of = found.decisions[d];
    // Others are of partitions that nothing has on that day.
    if (of.recordings == 0) continue;
    if (d < rows.others) {
      sums.decisions.push_back({d, places_of_others[d], of.recordings, of.sum});
    } else {
      const GapRows::Delivery& delivery = rows.deliveries[d - rows.others];
      sums.decisions.push_back({delivery.outcome, delivery.places, of.recordings, of.sum});
    }
  }
  sums.recordings_of_group = std::move(found.recordings_of_group);
  sums.artists = std::move(found.artists);
  sums.cells = found.best.cells();
  std::ranges::sort(sums.cells, ranks_before);
  return sums;
}

uint32_t greatest(std::span<const uint32_t> values) {
  return values.empty() ? 0 : *std::ranges::max_element(values);
}

}  // namespace

bool asks_about(const RankQuestion& question, const rights::Outcome& outcome) {
  if (outcome.answer != rights::LinkState::closed || outcome.without_permission) return false;
  if (question.reason && outcome.reason != *question.reason) return false;
  return !question.role || outcome.who.role == *question.role;
}

GapSums sum_gaps(const GapColumns& columns, const RankQuestion& question,
                 const Parallel& parallel) {
  const GapRows rows = gap_rows(columns, question, parallel);
  const auto shares = shares_of(columns, rows);
  const size_t artists = size_t{greatest(columns.artist_of)} + 1;
  std::vector<std::optional<RankJob>> jobs(shares.size());
  parallel(shares.size(), [&](size_t share) {
    RankJob& job = jobs[share].emplace(columns, question, rows, artists);
    job.add_all(shares[share]);
  });
  Found& found = jobs.front()->found();
  for (size_t share = 1; share < jobs.size(); ++share) found.add(jobs[share]->found());
  return sums_of(std::move(found), columns, question, rows);
}

GapRanking rank_gaps(const GapColumns& columns, const RankQuestion& question,
                     const Parallel& parallel) {
  return ranked(sum_gaps(columns, question, parallel), columns.profiles.outcomes, question.top);
}

}  // namespace umikoe::app
