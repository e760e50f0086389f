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
  Signature bytes;
  for (const TallyGroup& group : groups) {
    bytes.add(group.kind);
    bytes.add(group.territories);
  }
  const auto [at, fresh] = patterns_.try_emplace(bytes.take(), static_cast<uint32_t>(patterns()));
  if (!fresh) return at->second;
  groups_.insert(groups_.end(), groups.begin(), groups.end());
  first_group_.push_back(static_cast<uint32_t>(groups_.size()));
  return at->second;
}

std::span<const TallyGroup> Tallies::groups(uint32_t pattern) const {
  return std::span(groups_).subspan(first_group_[pattern],
                                    first_group_[pattern + 1] - first_group_[pattern]);
}

void Tallies::add(TallyCounts& counts, uint32_t pattern, int64_t recordings) const {
  const auto more = static_cast<uint32_t>(recordings);
  counts.resize(std::max(counts.size(), kinds_.size() * 256));
  for (const TallyGroup& group : groups(pattern)) {
    uint32_t* const row = counts.data() + static_cast<size_t>(group.kind) * 256;
    for (size_t word = 0; word < group.territories.words.size(); ++word) {
      for (uint64_t rest = group.territories.words[word]; rest != 0; rest &= rest - 1) {
        row[word * 64 + static_cast<size_t>(std::countr_zero(rest))] += more;
      }
    }
  }
}

std::vector<uint32_t> count_profiles(std::span<const uint32_t> profile_of_recording,
                                     std::span<const uint64_t> keep, size_t profiles) {
  std::vector<uint32_t> counts(profiles);
  if (keep.empty()) {
    for (const uint32_t profile : profile_of_recording) ++counts[profile];
    return counts;
  }
  for (size_t word = 0; word < keep.size(); ++word) {
    const uint32_t* const block = profile_of_recording.data() + word * 64;
    for (uint64_t rest = keep[word]; rest != 0; rest &= rest - 1) {
      ++counts[block[std::countr_zero(rest)]];
    }
  }
  return counts;
}

TallyCounts totals_on(const ProfileTables& tables, const Tallies& tallies,
                      std::span<const uint32_t> recordings_of_profile, Date date) {
  std::vector<uint32_t> of_pattern(tallies.patterns());
  for (uint32_t profile = 0; profile < recordings_of_profile.size(); ++profile) {
    const uint32_t recordings = recordings_of_profile[profile];
    if (recordings == 0) continue;
    of_pattern[tallies.pattern_of(tables.partition_on(profile, date))] += recordings;
  }
  TallyCounts counts = tallies.none();
  for (uint32_t pattern = 0; pattern < of_pattern.size(); ++pattern) {
    if (of_pattern[pattern] > 0) tallies.add(counts, pattern, of_pattern[pattern]);
  }
  return counts;
}

}  // namespace umikoe::rights
