#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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

}  // namespace umikoe::stores
