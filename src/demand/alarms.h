#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "base/territory.h"

namespace umikoe::demand {

// Days in which a first sight is news, and which a chart must be on file before one.
inline constexpr int32_t first_sight_days = 28;
// Days without an action, and days after which a first sight is history.
inline constexpr int32_t patience_days = 60;
inline constexpr int32_t memory_days = 180;
// Of so many cells whose growth can be compared, nine of ten tell what is usual.
inline constexpr int64_t peers_min = 20;

enum class AlarmKind : uint8_t {
  first_seen,     // a recording stands on a chart abroad for the first time
  rising,         // reported plays rose by more than nine of ten cells did
  follow_through  // a first sight abroad, and nothing done about it for 60 days
};
std::string_view word(AlarmKind kind);

// One recording's standing abroad, as far as the world knows it.
struct Abroad {
  Isrc isrc;
  TerritoryCode territory;
  std::optional<Date> first_charted;  // first day on any chart there
  std::optional<Date> chart_since;    // since when that chart is on file
  std::optional<Date> last_action;    // the last thing anybody did about it, after first_charted
  double latest = 0;                  // reported plays per 28 days: the latest period
  double before = 0;                  // and the one before; 0 where there is none
};

struct Alarm {
  AlarmKind kind = AlarmKind::first_seen;
  Isrc isrc;
  TerritoryCode territory;
  std::optional<Date> since;     // first day on the chart
  std::optional<double> growth;  // latest / before
  std::optional<double> usual;   // growth that nine of ten cells stay below
};

// Cells whose growth can be compared: with plays in both periods, and enough in the latest.
int64_t comparable_cells(std::span<const Abroad> cells);

// First sights: within 28 days up to the day, on a chart that was on file for 28 days before, so
// that the chart's own beginning is not taken for the recording's. Rises: at least 1,000 plays in
// 28 days, and growth above nine of ten cells, of at least twenty that can be compared.
// Follow-through: a first sight 60 to 180 days ago and no action since. By kind, the latest or
// largest first.
std::vector<Alarm> alarms(std::span<const Abroad> cells, Date today);

}  // namespace umikoe::demand
