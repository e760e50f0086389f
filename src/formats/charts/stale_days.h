#pragma once

#include <map>
#include <span>
#include <string>

#include "demand/chart_line.h"

namespace umikoe::formats::charts {

// Tells a day that repeats the one recorded before it, of one region. A source that stands still
// goes on being recorded, and counting its copies would inflate sums.
class StaleDays {
 public:
  // Whether these rows, all of one day, are those of the day before; the next day is compared with
  // them. Few rows without figures are often the same by right and say nothing.
  bool repeats(std::span<const demand::ChartLine> rows);

 private:
  struct Seen {
    Date day;
    uint64_t rows = 0;
  };
  std::map<std::string, Seen, std::less<>> last_;
};

}  // namespace umikoe::formats::charts
