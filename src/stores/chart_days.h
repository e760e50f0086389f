#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/ports.h"

namespace umikoe::stores {

// What one delivery states of one day of one chart, and of the recordings a question is about.
struct ChartPart {
  DeliveryId delivery;
  std::string chart;
  TerritoryCode territory;
  Date day;
  demand::ChartSpan span = demand::ChartSpan::day;
  int32_t low = 0;  // ranks
  int32_t high = 0;
  int32_t depth = 0;
  int64_t row_count = 0;
  int64_t figures = 0;            // rows that state streams
  bool fresh = false;             // some row does not repeat the day before
  uint64_t print = 0;             // of ranks, names and streams; prints of parts are joined by xor
  std::optional<int64_t> lowest;  // streams of the lowest row
  int64_t wanted = 0;
  int64_t wanted_figures = 0;
  int64_t wanted_streams = 0;
  int32_t wanted_rank = 0;
};

// The parts of one delivery's rows: what the embedded store asks DuckDB, row by row.
void add_parts(DeliveryId delivery, std::span<const demand::ChartRow> rows,
               const app::SeriesQuestion& question, std::vector<ChartPart>& parts);

// The days that stand, by the rules of summarise (chart_summary.h): the last delivery's part of a
// day, and earlier ones whose ranks all lie outside later ones'; no day that repeats the recorded
// one before it.
std::vector<app::ChartedDay> standing_days(std::vector<ChartPart> parts);

// Which rows of one chart belong to some of its standing days.
class StandingRows {
 public:
  explicit StandingRows(std::span<const app::ChartedDay> days);

  bool contains(DeliveryId delivery, TerritoryCode territory, Date day) const;
  const std::string& chart() const { return chart_; }
  Date first_day() const { return first_day_; }
  Date last_day() const { return last_day_; }
  const std::vector<TerritoryCode>& territories() const { return territories_; }

 private:
  std::string chart_;
  Date first_day_ = {INT32_MAX};
  Date last_day_ = {INT32_MIN};
  std::vector<TerritoryCode> territories_;
  std::map<std::pair<TerritoryCode, Date>, std::vector<DeliveryId>> deliveries_;
};

// A kept row as forecasts of a file take rows.
demand::ChartLine line_of(const demand::ChartRow& row);

// Adds one more; error limit_exceeded.
Result<void> add_line(std::vector<demand::ChartLine>& lines, demand::ChartLine line);
// Those of one delivery's rows that stand.
Result<void> add_lines(DeliveryId delivery, std::span<const demand::ChartRow> rows,
                       const StandingRows& standing, std::vector<demand::ChartLine>& lines);
// The order the port promises.
void put_in_order(std::vector<demand::ChartLine>& lines);

}  // namespace umikoe::stores
