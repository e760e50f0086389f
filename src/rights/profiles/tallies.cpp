#include "rights/profiles/tallies.h"

#include <algorithm>
#include <bit>

#include "rights/profiles/signature.h"

namespace umikoe::rights {
TallyKind tally_kind(const Outcome& outcome) {
  const bool closed = outcome.answer == LinkState::closed;
  return {outcome.answer, outcome.without_permission, closed ? outcome.reason : Reason::none,
          closed ? outcome.who.role : WhoRole::unknown};
}

void Tallies::extend(const ProfileTables& tables) {
  for (const Outcome& outcome : tables.outcomes.subspan(kind_of_.size())) {
    const TallyKind kind = tally_kind(outcome);
    auto place = std::ranges::find(kinds_, kind);
    if (place == kinds_.end()) place = kinds_.insert(kinds_.end(), kind);
    kind_of_.push_back(static_cast<uint32_t>(place - kinds_.begin()));
  }
  for (const Partition& partition : tables.partitions.subspan(pattern_of_.size())) {
    std::vector<TallyGroup> groups;
    for (size_t t = 0; t < static_cast<size_t>(territory_count()); ++t) {
      const uint32_t kind = kind_of_[partition[t]];
      auto group = std::ranges::find(groups, kind, &TallyGroup::kind);
      if (group == groups.end()) group = groups.insert(groups.end(), {kind, {}});
      group->territories.insert({static_cast<uint8_t>(t)});
    }
    pattern_of_.push_back(pattern_with(groups));
  }
}

uint32_t Tallies::pattern_with(const std::vector<TallyGroup>& groups) {
  std::vector<uint32_t> members;
  Signature bytes;
  for (const TallyGroup& group : groups) {
    Signature of_group;
    of_group.add(group.kind);
    of_group.add(group.territories);
    const auto [at, fresh] =
        group_places_.try_emplace(of_group.take(), static_cast<uint32_t>(groups_.size()));
    if (fresh) groups_.push_back(group);
    members.push_back(at->second);
    bytes.add(at->second);
  }
  const auto [at, fresh] = patterns_.try_emplace(bytes.take(), static_cast<uint32_t>(patterns()));
  if (!fresh) return at->second;
  group_members_.insert(group_members_.end(), members.begin(), members.end());
  first_member_.push_back(static_cast<uint32_t>(group_members_.size()));
  return at->second;
}

std::span<const uint32_t> Tallies::groups_of(uint32_t pattern) const {
  return std::span(group_members_)
      .subspan(first_member_[pattern], first_member_[pattern + 1] - first_member_[pattern]);
}

void Tallies::add_group(TallyCounts& counts, const TallyGroup& group, uint32_t recordings) const {
  uint32_t* const row = counts.data() + static_cast<size_t>(group.kind) * 256;
  for (size_t word = 0; word < group.territories.words.size(); ++word) {
    for (uint64_t rest = group.territories.words[word]; rest != 0; rest &= rest - 1) {
      row[word * 64 + static_cast<size_t>(std::countr_zero(rest))] += recordings;
    }
  }
}

void Tallies::add(TallyCounts& counts, uint32_t pattern, int64_t recordings) const {
  counts.resize(std::max(counts.size(), kinds_.size() * 256));
  for (const uint32_t group : groups_of(pattern)) {
    add_group(counts, groups_[group], static_cast<uint32_t>(recordings));
  }
}

void Tallies::add(TallyCounts& counts, std::span<const uint32_t> recordings_of_pattern) const {
  counts.resize(std::max(counts.size(), kinds_.size() * 256));
  // Patterns share groups: each group is gone through once.
  std::vector<uint32_t> of_group(groups_.size());
  for (uint32_t pattern = 0; pattern < recordings_of_pattern.size(); ++pattern) {
    if (recordings_of_pattern[pattern] == 0) continue;
    for (const uint32_t group : groups_of(pattern)) {
      of_group[group] += recordings_of_pattern[pattern];
    }
  }
  for (size_t group = 0; group < groups_.size(); ++group) {
    if (of_group[group] > 0) add_group(counts, groups_[group], of_group[group]);
  }
}

PatternProfiles pattern_profiles(const ProfileTables& tables, const Tallies& tallies) {
  PatternProfiles out;
  std::unordered_map<std::string, uint32_t> numbers;
  for (uint32_t profile = 0; profile < tables.profiles(); ++profile) {
    Signature bytes;
    const size_t first = out.steps.size();
    for (const ProfileStep& step : tables.steps_of(profile)) {
      const uint32_t pattern = tallies.pattern_of(step.partition);
      if (out.steps.size() > first && out.steps.back().partition == pattern) continue;
      out.steps.push_back({step.from, pattern});
      bytes.add(step.from);
      bytes.add(pattern);
    }
    const auto [at, fresh] = numbers.try_emplace(bytes.take(), static_cast<uint32_t>(out.size()));
    out.of_profile.push_back(at->second);
    if (fresh) {
      out.first_step.push_back(static_cast<uint32_t>(out.steps.size()));
    } else {
      out.steps.resize(first);
    }
  }
  return out;
}

std::vector<uint32_t> count_numbers(std::span<const uint32_t> number_of_recording,
                                    std::span<const uint64_t> keep, size_t numbers) {
  std::vector<uint32_t> counts(numbers);
  if (keep.empty()) {
    for (const uint32_t number : number_of_recording) ++counts[number];
    return counts;
  }
  for (size_t word = 0; word < keep.size(); ++word) {
    const uint32_t* const block = number_of_recording.data() + word * 64;
    for (uint64_t rest = keep[word]; rest != 0; rest &= rest - 1) {
      ++counts[block[std::countr_zero(rest)]];
    }
  }
  return counts;
}

TallyCounts totals_on(const PatternProfiles& profiles, const Tallies& tallies,
                      std::span<const uint32_t> recordings, Date date) {
  std::vector<uint32_t> of_pattern(tallies.patterns());
  for (uint32_t number = 0; number < recordings.size(); ++number) {
    if (recordings[number] == 0) continue;
    of_pattern[partition_on(profiles.steps_of(number), date)] += recordings[number];
  }
  TallyCounts counts = tallies.none();
  tallies.add(counts, of_pattern);
  return counts;
}

}  // namespace umikoe::rights
