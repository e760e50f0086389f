#pragma once

#include <span>
#include <vector>

#include "app/ports.h"

namespace umikoe::stores {

// A chart row and the delivery that states it.
struct DeliveredChartRow {
  DeliveryId delivery;
  demand::ChartRow row;
};

// What summarise_charts asks DuckDB, row by row: the plain reading of the same rules. A day of a
// chart that several deliveries state is read from the last of them.
std::vector<app::ChartSummary> summarise(std::span<const DeliveredChartRow> rows, Date as_of);

}  // namespace umikoe::stores
