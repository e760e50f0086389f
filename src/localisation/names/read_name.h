#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "localisation/names/reading.h"

namespace umikoe::localisation {

// Above this confidence a reading is called sure: of those at least 98 in 100 are right
// (docs/benchmarks.md shows the measurement). It still waits for a person's approval.
inline constexpr double sure_confidence = 0.98;
// How many ways to cut a name the confidence looks at, whatever number of candidates is asked for.
inline constexpr size_t paths_for_confidence = 8;

struct ReadingCandidate {
  Reading reading;
  std::string kana;
  double confidence =
      0;  // the chance that this is how it is read, 0 to 1; all of a name sum to ≤ 1
};

// The readings of one name, the likeliest first, each kana once.
struct NameReading {
  std::vector<ReadingCandidate> candidates;

  bool sure() const {
    return !candidates.empty() && candidates.front().confidence >= sure_confidence;
  }
};

// Judges the cuts an engine proposes, the cheapest first (at least paths_for_confidence of them for
// an honest confidence).
NameReading read_name(std::span<const MorphemePath> paths, size_t candidates_max);

// The listed reading of a whole name goes first where there is one (a person's full name); it keeps
// the cut of a proposal that reads alike.
inline constexpr double listed_confidence = 0.97;  // namesakes may be read otherwise
void put_listed_first(NameReading& name, std::string_view surface, std::string_view kana);

// What the confidence in the first reading rests on, for fitting it.
struct ReadingEvidence {
  bool has_kanji = false;
  bool unread = false;       // letters or kanji without a reading are left
  double unknown_share = 0;  // of characters, in morphemes the dictionary lacks
  double lone_kanji = 0;     // morphemes of one kanji, numbers apart
  double listed = 0;         // morphemes read by our own table
  double names = 0;          // morphemes the dictionary calls names
  double pieces = 0;         // morphemes with kanji
  double margin = 0;         // cost to the cheapest other reading, in thousands, at most 8
  double rivals = 0;         // other readings among the proposed cuts
};
ReadingEvidence evidence_of(std::span<const ReadingCandidate> candidates);
double confidence_of(const ReadingEvidence& evidence);

}  // namespace umikoe::localisation
