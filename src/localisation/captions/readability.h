#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "localisation/captions/cue.h"
#include "localisation/captions/readability_profile.h"

namespace umikoe::localisation {

// What a cue does against its profile. `measured` and `limit` are in the rule's unit.
struct ReadabilityFinding {
  size_t cue = 0;  // index into the track's cues
  std::string rule;
  CaptionSeverity severity = CaptionSeverity::warning;
  double measured = 0;
  double limit = 0;
  int text_line = 0;   // 1-based, where a rule is about one line of the text
  std::string detail;  // the character or word, where a rule is about one

  bool operator==(const ReadabilityFinding&) const = default;
};

// A rule and the unit of its figures.
struct ReadabilityRule {
  std::string_view name;
  std::string_view unit;
};
// Every rule, in the order findings of one cue are given.
std::span<const ReadabilityRule> readability_rules();

// Judges the contents of a track: text without tags and ruby. What is not known (the end of a last
// line of lyrics) is not judged. Cues are compared in the order they begin.
std::vector<ReadabilityFinding> check_readability(const CaptionTrack& track,
                                                  const ReadabilityProfile& profile);

}  // namespace umikoe::localisation
