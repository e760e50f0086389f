#include "app/gap_map/rank_gaps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <thread>
#include <tuple>

#include "app/gap_map/gap_part.h"
#include "app/gap_map/sums_beside.h"
#include "base/rng.h"

namespace umikoe::app {
namespace {

const Date first_day = *Date::of(2026, 1, 1);

// A small catalogue of made-up profiles: every kind of outcome, partitions of few territories.
struct SmallCatalogue {
  std::vector<rights::Outcome> outcomes;
  std::vector<rights::Partition> partitions;
  std::vector<rights::ProfileStep> steps;
  std::vector<uint32_t> first_step{0};
  std::vector<uint32_t> profile_of, artist_of, worth;
  std::vector<uint64_t> first_worth{0};
  std::vector<uint8_t> territory_of;
  PartitionGroups groups;

  GapColumns columns() const {
    return {{first_step, steps, partitions, outcomes, {first_day, first_day.plus(30)}, first_day},
            groups.sets,
            groups.groups,
            groups.first,
            groups.members,
            groups.group_of_territory,
            profile_of,
            artist_of,
            first_worth,
            territory_of,
            worth};
  }
};

rights::Outcome drawn_outcome(Rng& rng) {
  rights::Outcome outcome;
  outcome.answer = static_cast<rights::LinkState>(rng.below(3));
  outcome.without_permission = rng.below(8) == 0;
  outcome.link = static_cast<rights::LinkKind>(rng.below(3));
  outcome.reason = static_cast<rights::Reason>(1 + rng.below(4));
  outcome.who.role = static_cast<rights::WhoRole>(rng.below(4));
  outcome.who.parties = {{static_cast<int32_t>(rng.below(5))}};
  return outcome;
}

SmallCatalogue draw(uint64_t seed, uint32_t recordings) {
  Rng rng(seed);
  SmallCatalogue made;
  for (int i = 0; i < 12; ++i) made.outcomes.push_back(drawn_outcome(rng));
  for (int i = 0; i < 9; ++i) {
    rights::Partition partition;
    for (uint32_t& outcome : partition) outcome = static_cast<uint32_t>(rng.below(3));
    for (int t = 0; t < 60; ++t)
      partition[static_cast<size_t>(t)] = static_cast<uint32_t>(rng.below(12));
    made.partitions.push_back(partition);
  }
  for (int p = 0; p < 14; ++p) {
    for (int32_t day = 0; day < 30; day += 1 + static_cast<int32_t>(rng.below(20))) {
      made.steps.push_back({first_day.plus(day), static_cast<uint32_t>(rng.below(9))});
    }
    made.first_step.push_back(static_cast<uint32_t>(made.steps.size()));
  }
  for (uint32_t r = 0; r < recordings; ++r) {
    // Mostly in order of profile, as a map has them, and right in any order.
    const bool in_order = rng.below(10) != 0;
    made.profile_of.push_back(in_order ? r * 14 / recordings
                                       : static_cast<uint32_t>(rng.below(14)));
    made.artist_of.push_back(static_cast<uint32_t>(rng.below(25)));
    for (int t = 0; t < territory_count(); ++t) {
      if (rng.below(9) != 0) continue;
      made.territory_of.push_back(static_cast<uint8_t>(t));
      const auto kind = static_cast<demand::WorthKind>(1 + rng.below(3));
      made.worth.push_back(PackedWorth::of(kind, 40 * rng.uniform() * rng.uniform()).bits());
    }
    made.first_worth.push_back(made.worth.size());
  }
  made.groups = groups_of(made.partitions);
  return made;
}

// The same by going through every cell.
struct Plain {
  GapSum all;
  std::map<int, GapSum> by_territory, by_reason, by_role;
  std::map<uint32_t, int64_t> by_artist;
  std::vector<std::tuple<int64_t, uint32_t, std::string>> cells;
  std::map<std::pair<uint32_t, std::vector<TerritoryCode>>, GapSum> decisions;
  std::map<std::pair<uint32_t, std::vector<TerritoryCode>>, std::set<uint32_t>> recordings;
  std::map<std::pair<uint32_t, std::vector<TerritoryCode>>, TerritorySet> territories;
};

bool kept(const RankQuestion& question, uint32_t recording) {
  return question.keep.empty() || (question.keep[recording / 64] >> (recording % 64) & 1) != 0;
}

bool counts(const rights::Outcome& outcome, const RankQuestion& question) {
  return outcome.answer == rights::LinkState::closed && !outcome.without_permission &&
         (!question.reason || outcome.reason == *question.reason) &&
         (!question.role || outcome.who.role == *question.role);
}

Plain counted(const GapColumns& columns, const RankQuestion& question) {
  Plain out;
  const auto places = question.territories.members();
  for (uint32_t r = 0; r < columns.recordings(); ++r) {
    if (!kept(question, r)) continue;
    std::map<TerritoryCode, PackedWorth> worth;
    for (uint64_t i = columns.first_worth[r]; i < columns.first_worth[r + 1]; ++i) {
      worth[{columns.territory_of[i]}] = PackedWorth(columns.worth[i]);
    }
    std::map<uint32_t, std::vector<TerritoryCode>> of_delivery;
    for (const TerritoryCode t : places) {
      const auto& partition =
          columns.profiles
              .partitions[columns.profiles.partition_on(columns.profile_of[r], question.date)];
      const auto& outcome = columns.profiles.outcomes[partition[t.index]];
      if (counts(outcome, question) && outcome.link == rights::LinkKind::delivered) {
        of_delivery[partition[t.index]].push_back(t);
      }
    }
    for (const TerritoryCode t : places) {
      const auto& partition =
          columns.profiles
              .partitions[columns.profiles.partition_on(columns.profile_of[r], question.date)];
      const uint32_t number = partition[t.index];
      const auto& outcome = columns.profiles.outcomes[number];
      if (!counts(outcome, question)) continue;
      GapSum sum{1, 0, {}};
      if (const auto found = worth.find(t); found != worth.end()) {
        sum.with_worth = 1;
        sum.worth[found->second.place()] = found->second.sixteenths();
        out.by_artist[columns.artist_of[r]] += found->second.sixteenths();
        out.cells.emplace_back(-static_cast<int64_t>(found->second.bits()), r,
                               std::string(t.code()));
      }
      const auto key = std::pair(number, of_delivery[number]);
      out.all.add(sum);
      out.by_territory[t.index].add(sum);
      out.by_reason[static_cast<int>(outcome.reason)].add(sum);
      out.by_role[static_cast<int>(outcome.who.role)].add(sum);
      out.decisions[key].add(sum);
      out.recordings[key].insert(r);
      out.territories[key].insert(t);
    }
  }
  std::ranges::sort(out.cells);
  return out;
}

void expect_equal(const GapRanking& ranking, const Plain& plain, const GapColumns& columns,
                  size_t top) {
  EXPECT_EQ(ranking.all, plain.all);
  for (int t = 0; t < 256; ++t) {
    const auto found = plain.by_territory.find(t);
    EXPECT_EQ(ranking.by_territory[static_cast<size_t>(t)],
              found == plain.by_territory.end() ? GapSum{} : found->second)
        << t;
  }
  for (const auto& [reason, sum] : ranking.by_reason) {
    EXPECT_EQ(sum, plain.by_reason.at(static_cast<int>(reason)));
  }
  EXPECT_EQ(ranking.by_reason.size(), plain.by_reason.size());
  for (const auto& [role, sum] : ranking.by_role) {
    EXPECT_EQ(sum, plain.by_role.at(static_cast<int>(role)));
  }
  ASSERT_EQ(ranking.cells.size(), std::min(top, plain.cells.size()));
  for (size_t i = 0; i < ranking.cells.size(); ++i) {
    const RankedCell& cell = ranking.cells[i];
    EXPECT_EQ(std::tuple(-static_cast<int64_t>(cell.worth.bits()), cell.recording,
                         std::string(cell.territory.code())),
              plain.cells[i]);
  }
  ASSERT_EQ(ranking.decisions.size(), std::min(top, plain.decisions.size()));
  for (const RankedDecision& decision : ranking.decisions) {
    const bool delivery =
        columns.profiles.outcomes[decision.outcome].link == rights::LinkKind::delivered;
    const auto key = std::pair(
        decision.outcome, delivery ? decision.territories.members() : std::vector<TerritoryCode>{});
    ASSERT_TRUE(plain.decisions.contains(key));
    EXPECT_EQ(decision.sum, plain.decisions.at(key));
    EXPECT_EQ(decision.recordings, static_cast<int64_t>(plain.recordings.at(key).size()));
    EXPECT_EQ(decision.territories, plain.territories.at(key));
  }
  for (const RankedArtist& artist : ranking.artists) {
    EXPECT_EQ(artist.worth, plain.by_artist.at(artist.artist));
  }
  for (size_t i = 1; i < ranking.artists.size(); ++i) {
    EXPECT_GE(ranking.artists[i - 1].worth, ranking.artists[i].worth);
  }
  for (size_t i = 1; i < ranking.decisions.size(); ++i) {
    EXPECT_GE(ranking.decisions[i - 1].sum.worth[0], ranking.decisions[i].sum.worth[0]);
  }
}

void in_threads(size_t count, const std::function<void(size_t)>& job) {
  std::vector<std::jthread> threads;
  for (size_t i = 0; i < count; ++i) threads.emplace_back([&job, i] { job(i); });
}

TEST(RankGaps, IsWhatGoingThroughEveryCellGives) {
  for (uint64_t seed = 1; seed <= 25; ++seed) {
    const SmallCatalogue made = draw(seed, 150 + static_cast<uint32_t>(seed));
    const GapColumns columns = made.columns();
    RankQuestion question;
    question.date = first_day.plus(static_cast<int32_t>(seed));
    question.territories = TerritorySet::all();
    question.top = seed % 3 == 0 ? 7 : 10'000;
    std::vector<uint64_t> keep(4, 0x5A5A'F0F0'1234'8888 * seed);
    if (seed % 2 == 0) question.keep = keep;
    if (seed % 5 == 0) question.reason = made.outcomes[seed % 12].reason;
    if (seed % 7 == 0) question.role = made.outcomes[seed % 12].who.role;
    if (seed % 4 == 0) {
      question.territories = {};
      for (uint8_t t = 3; t < 90; t += 2) question.territories.insert({t});
    }
    const Plain plain = counted(columns, question);
    expect_equal(rank_gaps(columns, question), plain, columns, question.top);
    expect_equal(rank_gaps(columns, question, in_threads), plain, columns, question.top);
  }
}

// Partitions of many cells are summed another way than those of few.
TEST(RankGaps, ManyCellsOfAPartitionGiveTheSame) {
  const SmallCatalogue made = draw(2, 1'300);
  const GapColumns columns = made.columns();
  RankQuestion question;
  question.date = first_day.plus(11);
  question.territories = TerritorySet::all();
  std::vector<uint64_t> keep(21, 0xFFFF'5AFF'FFF4'88FF);
  for (int round = 0; round < 2; ++round) {
    const Plain plain = counted(columns, question);
    expect_equal(rank_gaps(columns, question), plain, columns, question.top);
    expect_equal(rank_gaps(columns, question, in_threads), plain, columns, question.top);
    question.keep = keep;
    question.territories.erase({7});
  }
}

RankQuestion drawn_question(const SmallCatalogue& made, uint64_t seed) {
  RankQuestion question;
  question.date = first_day.plus(static_cast<int32_t>(seed));
  question.territories = TerritorySet::all();
  question.top = seed % 3 == 0 ? 7 : 10'000;
  if (seed % 5 == 0) question.reason = made.outcomes[seed % 12].reason;
  if (seed % 4 == 0) {
    question.territories = {};
    for (uint8_t t = 3; t < 90; t += 2) question.territories.insert({t});
  }
  return question;
}

// Recordings of the catalogue as they are, but for those kept.
GapPart part_of(const GapColumns& columns, const RankQuestion& kept_by) {
  GapPart part;
  for (uint32_t r = 0; r < columns.recordings(); ++r) {
    if (kept(kept_by, r)) continue;
    part.add(columns, r, columns.artist_of[r], columns.profile_of[r]);
  }
  return part;
}

// What a map does with recordings that are newer than it, where it holds no sums.
TEST(RankGaps, RecordingsSummedApartChangeNothing) {
  for (uint64_t seed = 1; seed <= 25; ++seed) {
    const SmallCatalogue made = draw(seed, 150);
    const GapColumns columns = made.columns();
    RankQuestion question = drawn_question(made, seed);
    const Plain plain = counted(columns, question);
    std::vector<uint64_t> keep(3, 0xF0F0'5A5A'8888'1234 * seed);
    question.keep = keep;
    GapSums sums = sum_gaps(columns, question);
    const GapPart part = part_of(columns, question);
    question.keep = {};
    SumsBeside beside(sums, columns, question, made.outcomes);
    beside.put_in(part.sums(columns, question, each_in_turn));
    beside.end(question.top);
    expect_equal(ranked(sums, made.outcomes, question.top), plain, columns, question.top);
  }
}

// And where it does: some recordings now have the answers of others, some are new.
TEST(RankGaps, RecordingsThatChangeAreTakenOutAndPutIn) {
  for (uint64_t seed = 1; seed <= 40; ++seed) {
    SmallCatalogue made = draw(seed, 150 + static_cast<uint32_t>(seed));
    const GapColumns columns = made.columns();
    RankQuestion question = drawn_question(made, seed);
    question.top = 10 + seed * 40;
    GapSums sums = sum_gaps(columns, question);
    SumsBeside beside(sums, columns, question, made.outcomes);
    Rng rng(seed);
    std::vector<uint32_t> changed;
    GapPart before;
    DayTables of_day(columns, question.date);
    std::vector<uint32_t> profile_of = made.profile_of;
    for (uint32_t r = 0; r < columns.recordings(); ++r) {
      if (rng.below(6) != 0) continue;
      changed.push_back(r);
      before.add(columns, r, columns.artist_of[r], of_day.profile(columns.profile_of[r]));
      profile_of[r] = static_cast<uint32_t>(rng.below(14));
    }
    beside.take_out(before.sums(of_day.columns(), question, each_in_turn), of_day.groups());
    beside.forget([&](uint32_t r) { return std::ranges::binary_search(changed, r); });
    made.profile_of = profile_of;
    const GapColumns fresh = made.columns();
    GapPart after;
    for (const uint32_t r : changed) after.add(fresh, r, fresh.artist_of[r], profile_of[r]);
    beside.put_in(after.sums(fresh, question, in_threads));
    const size_t top = question.top / 2;
    const bool enough = beside.end(top);
    const Plain plain = counted(fresh, question);
    if (enough) expect_equal(ranked(sums, made.outcomes, top), plain, fresh, top);
    ASSERT_LE(sums.cells.size(), plain.cells.size());
    EXPECT_EQ(enough, sums.cells.size() >= std::min(top, plain.cells.size()));
    for (size_t i = 0; i < sums.cells.size(); ++i) {
      EXPECT_EQ(sums.cells[i].recording, std::get<1>(plain.cells[i]));
      EXPECT_EQ(sums.cells[i].territory.code(), std::get<2>(plain.cells[i]));
    }
  }
}

TEST(RankGaps, WhatIsHeldBackIsNoGap) {
  const SmallCatalogue made = draw(3, 1);
  RankQuestion question;
  question.date = first_day;
  question.territories = TerritorySet::all();
  const GapColumns columns = made.columns();
  const uint32_t number = columns.profiles.partition_on(0, first_day);
  std::vector<rights::Outcome> outcomes = made.outcomes;
  outcomes.emplace_back();
  const auto held_in = [&](const TerritorySet& held) {
    HeldTables tables(first_day, static_cast<uint32_t>(made.outcomes.size()));
    GapPart part;
    part.add(columns, 0, 0, tables.profile(number, made.partitions[number], held));
    EXPECT_EQ(tables.profile(number, made.partitions[number], held), 0u);
    const PartTables finished = std::move(tables).finish();
    return part.sums(finished.columns(outcomes, {first_day, first_day}), question, each_in_turn);
  };
  const GapSums free = held_in({});
  EXPECT_EQ(ranked(free, outcomes, 10).all, rank_gaps(columns, question).all);
  const TerritoryCode best = free.cells.front().territory;
  TerritorySet one;
  one.insert(best);
  const GapSums less = held_in(one);
  EXPECT_EQ(less.by_territory[best.index], GapSum{});
  EXPECT_EQ(ranked(less, outcomes, 10).all.cells, ranked(free, outcomes, 10).all.cells - 1);
  const GapSums none = held_in(TerritorySet::all());
  EXPECT_TRUE(none.decisions.empty());
  EXPECT_TRUE(none.cells.empty());
}

TEST(RankGaps, AnEmptyCatalogueHasNoGaps) {
  const SmallCatalogue made = draw(1, 0);
  RankQuestion question;
  question.date = first_day;
  question.territories = TerritorySet::all();
  const GapRanking ranking = rank_gaps(made.columns(), question);
  EXPECT_EQ(ranking.all, GapSum{});
  EXPECT_TRUE(ranking.cells.empty());
  EXPECT_TRUE(ranking.decisions.empty());
}

TEST(PackedWorth, RanksByHowWellItIsKnownThenByAmount) {
  using demand::WorthKind;
  const auto bits = [](WorthKind kind, double streams) {
    return PackedWorth::of(kind, streams).bits();
  };
  EXPECT_GT(bits(WorthKind::observed, 0), bits(WorthKind::bounded, 1e12));
  EXPECT_GT(bits(WorthKind::bounded, 3), bits(WorthKind::scaled, 1e6));
  EXPECT_GT(bits(WorthKind::scaled, 2.1), bits(WorthKind::scaled, 2.0));
  EXPECT_EQ(PackedWorth::of(WorthKind::bounded, 12.5).sixteenths(), 200u);
  EXPECT_EQ(PackedWorth::of(WorthKind::observed, 1).place(), 0u);
  EXPECT_EQ(PackedWorth::of(WorthKind::scaled, 1).place(), 2u);
  EXPECT_EQ(PackedWorth::of(WorthKind::observed, 1e12).sixteenths(), PackedWorth::amount_mask);
}

}  // namespace
}  // namespace umikoe::app
