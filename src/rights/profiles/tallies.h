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
  size_t patterns() const { return first_group_.size() - 1; }
  uint32_t pattern_of(uint32_t partition) const { return pattern_of_[partition]; }
  std::span<const TallyGroup> groups(uint32_t pattern) const;
  TallyCounts none() const { return TallyCounts(kinds_.size() * 256); }
  // Adds so many recordings whose territories stand as in the pattern; modulo 2^32, so that a
  // negative number takes them away. The counts grow where a kind is new to them.
  void add(TallyCounts& counts, uint32_t pattern, int64_t recordings) const;

 private:
  uint32_t pattern_with(const std::vector<TallyGroup>& groups);

  std::vector<TallyKind> kinds_;      // in order of first occurrence
  std::vector<uint32_t> kind_of_;     // of each outcome
  std::vector<uint32_t> pattern_of_;  // of each partition
  std::vector<TallyGroup> groups_;
  std::vector<uint32_t> first_group_{0};
  std::unordered_map<std::string, uint32_t> patterns_;
};

// How many recordings have each profile; `keep` has a bit for each recording, and is empty where
// all count.
std::vector<uint32_t> count_profiles(std::span<const uint32_t> profile_of_recording,
                                     std::span<const uint64_t> keep, size_t profiles);

// The totals of a day, from the number of recordings of each profile.
TallyCounts totals_on(const ProfileTables& tables, const Tallies& tallies,
                      std::span<const uint32_t> recordings_of_profile, Date date);

}  // namespace umikoe::rights
