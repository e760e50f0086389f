#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "localisation/translation_states.h"

namespace umikoe::localisation {

inline constexpr size_t unit_stages = 8;

// One unit as the board counts it.
struct CoverageUnit {
  UnitKey key;
  UnitStage stage = UnitStage::missing;  // that counts for the source as it is now
  bool on_file = false;                  // a delivery states a form in that language
  bool source_changed = false;
  std::optional<Instant> since;          // when the stage was entered
  std::optional<int64_t> demand;         // of what it is about; unknown is not zero

  bool finished() const;
};

// Units of one kind of text in one language.
struct CoverageRow {
  TextObject object = TextObject::recording;
  TextField field = TextField::title;
  std::string language;
  int64_t units = 0;
  std::array<int64_t, unit_stages> by_stage = {};
  int64_t on_file = 0;  // of those without a text of ours
  int64_t source_changed = 0;
  int64_t finished = 0;
  // The longest wait in each stage that somebody has to act on, in days.
  std::array<std::optional<int64_t>, unit_stages> oldest_days = {};

  bool operator==(const CoverageRow&) const = default;
};

// What to translate next: the texts of one object in one language.
struct NextBest {
  TextObject object = TextObject::recording;
  std::string id;
  std::string language;
  int64_t units = 0;
  int64_t unfinished = 0;
  std::optional<int64_t> demand;
  std::optional<double> score;  // demand times the share unfinished

  bool operator==(const NextBest&) const = default;
};

// In order of object, field and language.
std::vector<CoverageRow> coverage(std::span<const CoverageUnit> units, Instant now);
// The highest score first, then what has no known demand, the most unfinished first; objects with
// nothing left to do are not listed.
std::vector<NextBest> next_best(std::span<const CoverageUnit> units, size_t limit);

}  // namespace umikoe::localisation
