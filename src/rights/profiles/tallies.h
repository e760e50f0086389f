#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rights/profiles/profile_book.h"

namespace umikoe::rights {

// What totals tell apart: the answer, and of a closed cell its reason and who can change it.
struct TallyKind {
  LinkState answer = LinkState::unknown;
  bool without_permission = false;
  Reason reason = Reason::none;
  WhoRole role = WhoRole::unknown;

  auto operator<=>(const TallyKind&) const = default;
};
TallyKind tally_kind(const Outcome& outcome);

// Recordings of each kind in each territory: counts[kind * 256 + territory index].
using TallyCounts = std::vector<uint32_t>;

// The territories of a pattern that are of one kind.
struct TallyGroup {
  uint32_t kind = 0;
  TerritorySet territories;

  bool operator==(const TallyGroup&) const = default;
};

// The partitions of tables by what totals tell apart: many that differ in parties or contracts have
// one pattern.
class Tallies {
 public:
  explicit Tallies(const ProfileTables& tables) { extend(tables); }
  // Takes in what was compiled since; earlier counts stay right, and may have fewer kinds.
  void extend(const ProfileTables& tables);

  std::span<const TallyKind> kinds() const { return kinds_; }
  size_t patterns() const { return first_member_.size() - 1; }
  uint32_t pattern_of(uint32_t partition) const { return pattern_of_[partition]; }
  // Places in groups(): territories of one kind, each distinct group once.
  std::span<const uint32_t> groups_of(uint32_t pattern) const;
  std::span<const TallyGroup> groups() const { return groups_; }
  TallyCounts none() const { return TallyCounts(kinds_.size() * 256); }
  // Adds so many recordings whose territories stand as in the pattern; modulo 2^32, so that a
  // negative number takes them away. The counts grow where a kind is new to them.
  void add(TallyCounts& counts, uint32_t pattern, int64_t recordings) const;
  // The same for many: recordings of each pattern.
  void add(TallyCounts& counts, std::span<const uint32_t> recordings_of_pattern) const;

 private:
  void add_group(TallyCounts& counts, const TallyGroup& group, uint32_t recordings) const;
  uint32_t pattern_with(const std::vector<TallyGroup>& groups);

  std::vector<TallyKind> kinds_;      // in order of first occurrence
  std::vector<uint32_t> kind_of_;     // of each outcome
  std::vector<uint32_t> pattern_of_;  // of each partition
  std::vector<TallyGroup> groups_;
  std::vector<uint32_t> group_members_;  // places in groups_, pattern after pattern
  std::vector<uint32_t> first_member_{0};
  std::unordered_map<std::string, uint32_t> group_places_;
  std::unordered_map<std::string, uint32_t> patterns_;
};

// Profiles by what totals tell apart: on their days patterns instead of partitions. Several
// profiles make one, and it has fewer steps.
struct PatternProfiles {
  std::vector<uint32_t> of_profile;
  std::vector<uint32_t> first_step{0};  // of each, and the end of the last
  std::vector<ProfileStep> steps;       // `partition` is a pattern

  size_t size() const { return first_step.size() - 1; }
  std::span<const ProfileStep> steps_of(uint32_t number) const {
    return std::span(steps).subspan(first_step[number],
                                    first_step[number + 1] - first_step[number]);
  }
};
PatternProfiles pattern_profiles(const ProfileTables& tables, const Tallies& tallies);

// How many recordings have each number (a profile, or what is left of it); `keep` has a bit for
// each recording, and is empty where all count.
std::vector<uint32_t> count_numbers(std::span<const uint32_t> number_of_recording,
                                    std::span<const uint64_t> keep, size_t numbers);

// The totals of a day, from the number of recordings of each pattern profile.
TallyCounts totals_on(const PatternProfiles& profiles, const Tallies& tallies,
                      std::span<const uint32_t> recordings, Date date);

}  // namespace umikoe::rights
