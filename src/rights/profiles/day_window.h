#pragma once

#include "base/date.h"

namespace umikoe::rights {

// The days that profiles are compiled for; outside of them the records are read.
struct DayWindow {
  Date first;
  Date last;  // inclusive

  bool contains(Date date) const { return first <= date && date <= last; }
};

// Ten years each way, as wide as a date slider.
inline DayWindow usual_window(Date today) {
  constexpr int32_t ten_years = 3'653;
  return {today.plus(-ten_years), today.plus(ten_years)};
}

}  // namespace umikoe::rights
