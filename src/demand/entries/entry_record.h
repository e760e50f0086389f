#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "demand/entries/entries.h"

namespace umikoe::demand {

// How chances of one size came out in a file's own past.
struct EntryBand {
  double from = 0;  // chances of at least this and below the next band's
  int64_t said = 0;
  int64_t came = 0;

  // The share that came true; nothing with fewer than twenty cases, where one more or less would
  // move it by more than five points.
  std::optional<double> precision() const;
};

// Chances below are no alarm: four of five would be false.
inline constexpr double least_alarming_chance = 0.2;

class EntryRecord {
 public:
  // Asks the forecaster as it would have been asked 28 days before the origin, 56 days before, and
  // so on, at most twelve times: each time from rows up to that day, and judged by the 28 days
  // after it, which are over by the origin.
  EntryRecord(EntryForecaster& forecaster, const EntryCharts& charts, Date origin);

  // The band a chance falls into; the lowest one for chances below it.
  const EntryBand& of(double chance) const { return bands_[place_of(chance)]; }

 private:
  static size_t place_of(double chance);

  std::array<EntryBand, 3> bands_;
};

}  // namespace umikoe::demand
