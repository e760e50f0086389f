#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "demand/forecast/week_table.h"

namespace umikoe::demand {

// One row that counts, with its names as numbers.
struct CountedLine {
  uint32_t territory = 0;
  uint32_t artist = 0;
  uint32_t title = 0;
  int32_t week = 0;
  Date day;
  int32_t days_counted = 1;  // 7 for a row of a weekly chart
  double amount = 0;         // of those days
  std::optional<double> sum_of_week;
  double age = 0;  // days since it entered: as stated, else since the file first shows it
};

// What one chart shows in one week.
struct ChartWeek {
  std::set<Date> days;
  std::map<Date, double> lowest;  // amount of each day's lowest row, as of seven days
};

// A chart file, read into numbers: the rows that count, and the charts' weeks.
class ChartWeeks {
 public:
  ChartWeeks(std::span<const ChartLine> lines, WeekStart start);

  const std::vector<CountedLine>& lines() const { return lines_; }
  const ChartWeek& chart(uint32_t territory, int32_t week) const;
  // The first week of this territory's chart.
  int32_t first_week(uint32_t territory) const;
  const std::map<std::pair<uint32_t, int32_t>, ChartWeek>& charts() const { return charts_; }
  const std::string& name(uint32_t number) const { return names_[number]; }

 private:
  uint32_t number_of(const std::string& name);

  std::vector<std::string> names_;
  std::unordered_map<std::string, uint32_t> numbers_;
  std::vector<CountedLine> lines_;
  std::map<std::pair<uint32_t, int32_t>, ChartWeek> charts_;
};

// The middle value; of an even number the upper one. Of none: 0.
double middle_of(std::vector<double> values);

}  // namespace umikoe::demand
