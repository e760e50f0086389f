#pragma once

#include <map>
#include <set>
#include <string>

#include "base/date.h"
#include "base/territory.h"
#include "formats/findings.h"

namespace umikoe::formats::charts {

// Which days a chart file covers for each territory, and what is wrong with them.
class ChartDays {
 public:
  // False when this day of this territory was closed before: the file is not in order.
  bool begin(TerritoryCode territory, Date day);
  void note_stale(TerritoryCode territory, Date day);
  void skip_row(std::string_view territory_as_written);
  // Stale days, missing days and skipped rows, each said once per territory with their number.
  void report(Findings& findings) const;

 private:
  std::map<TerritoryCode, std::set<Date>> days_;
  std::map<TerritoryCode, std::set<Date>> stale_;
  std::map<std::string, int64_t, std::less<>> skipped_;
};

}  // namespace umikoe::formats::charts
