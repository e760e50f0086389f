#pragma once

#include <vector>

#include "rights/answer.h"
#include "rights/profiles/day_window.h"

namespace umikoe::rights {

// A stretch of days, to the day before the next one begins, on which a recording's answer is the
// same in any one territory.
struct StretchOfDays {
  Date first;
  // An instant falls close to this single day: territories differ by their time zones.
  bool zoned = false;
};

// In order, the first on the first day of the window. Every day on which a document on file begins
// or ceases to say something begins a stretch.
std::vector<StretchOfDays> days_of_change(const RecordingFile& file, const DayWindow& window,
                                          Date today, const PartyDirectory& parties);

}  // namespace umikoe::rights
