#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "rights/outcome.h"
#include "rights/profiles/day_window.h"

namespace umikoe::rights {

// The outcome of every territory at one time: by its index, a place in the book's outcomes.
using Partition = std::array<uint32_t, 256>;

// From this day until the next step the territories stand like this.
struct ProfileStep {
  Date from;
  uint32_t partition = 0;

  bool operator==(const ProfileStep&) const = default;
};

// The partition in force on a day, of steps in order of days.
uint32_t partition_on(std::span<const ProfileStep> steps, Date date);

// Compiled profiles as a book or a file holds them; what it points into must outlive it.
struct ProfileTables {
  std::span<const uint32_t> first_step;  // of each profile, and the end of the last
  std::span<const ProfileStep> steps;    // in order of days, the first on the window's first day
  std::span<const Partition> partitions;
  std::span<const Outcome> outcomes;
  DayWindow window;
  Date today;

  size_t profiles() const { return first_step.size() - 1; }
  std::span<const ProfileStep> steps_of(uint32_t profile) const {
    return steps.subspan(first_step[profile], first_step[profile + 1] - first_step[profile]);
  }
  // The partition in force on a day of the window.
  uint32_t partition_on(uint32_t profile, Date date) const {
    return rights::partition_on(steps_of(profile), date);
  }
  const Outcome& outcome(uint32_t profile, TerritoryCode territory, Date date) const {
    return outcomes[partitions[partition_on(profile, date)][territory.index]];
  }
};

// Answers compiled: what the record evaluator says of a recording in every territory on every day
// of a window, for one use, by any service and anyone. Recordings whose documents say the same
// share a profile. The evaluator itself is asked once for each class of territories and stretch of
// days, so that profiles cannot say anything else than it does.
class ProfileBook {
 public:
  // `today` as in Question; the directory must outlive compiling.
  ProfileBook(const PartyDirectory& parties, Date today, const DayWindow& window);

  // The recording's profile, compiled where none of the same signature was. Ids count from 0.
  uint32_t profile_of(const RecordingFile& file, Use use);

  size_t size() const { return first_step_.size() - 1; }
  // Until the next profile is compiled.
  ProfileTables tables() const {
    return {first_step_, steps_, partitions_, outcomes_, window_, today_};
  }
  // How often the evaluator was asked so far.
  uint64_t evaluations() const { return evaluations_; }

 private:
  uint32_t compile(const RecordingFile& file, Use use);
  Partition evaluated(const RecordingFile& file, Question& question,
                      const class TerritoryClasses& classes);
  uint32_t intern(Outcome outcome);
  uint32_t intern(const Partition& partition);
  uint32_t intern(const std::vector<ProfileStep>& steps);

  const PartyDirectory& parties_;
  Date today_;
  DayWindow window_;
  uint64_t evaluations_ = 0;
  std::vector<Outcome> outcomes_;
  std::vector<Partition> partitions_;
  std::vector<ProfileStep> steps_;
  std::vector<uint32_t> first_step_{0};
  std::unordered_map<std::string, uint32_t> outcome_ids_;
  std::unordered_map<std::string, uint32_t> partition_ids_;
  std::unordered_map<std::string, uint32_t> profile_ids_;
  std::array<std::unordered_map<std::string, uint32_t>, use_count> by_signature_;
};

}  // namespace umikoe::rights
