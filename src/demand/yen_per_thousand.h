#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include "base/date.h"
#include "base/id.h"
#include "base/money.h"
#include "base/territory.h"

namespace umikoe::demand {

// What one statement paid us for on-demand plays in one territory and month, in yen.
struct PaidPlays {
  DeliveryId statement;
  TerritoryCode territory;
  Date usage_month;
  int64_t plays = 0;
  FineAmount yen;
};

// Our share of a thousand plays in one territory, measured.
struct YenPerThousand {
  double yen = 0;  // all money over all plays
  // The lowest and highest of single statements; only where there are two or more.
  std::optional<double> low;
  std::optional<double> high;
  int statements = 0;
  int64_t plays = 0;
  Date first_month;
  Date last_month;
};
// Fewer plays than this say nothing of a price.
inline constexpr int64_t plays_measured_min = 100;

// By territory, of territories with enough net plays; others stay unknown.
std::map<TerritoryCode, YenPerThousand> yen_per_thousand(std::span<const PaidPlays> paid);

}  // namespace umikoe::demand
