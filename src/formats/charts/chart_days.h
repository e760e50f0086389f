#pragma once

#include <map>
#include <set>
#include <string>

#include "base/date.h"
#include "base/territory.h"
#include "demand/chart_line.h"
#include "formats/charts/chart_territory.h"
#include "formats/findings.h"

namespace umikoe::formats::charts {

// Which days a chart file covers for each territory, and what is wrong with them.
class ChartDays {
 public:
  // False when this day of this territory was closed before: the file is not in order.
  bool begin(TerritoryCode territory, Date day);
  void note_stale(TerritoryCode territory, Date day);
  void skip_row(std::string_view territory_as_written, const Region& region);
  // Stale days, missing days and skipped rows, each said once per territory with their number. Of
  // weekly charts a week is missing where its day is.
  void report(Findings& findings, demand::ChartSpan span) const;

 private:
  std::map<TerritoryCode, std::set<Date>> days_;
  std::map<TerritoryCode, std::set<Date>> stale_;
  struct Skipped {
    int64_t rows = 0;
    Region region;
  };
  std::map<std::string, Skipped, std::less<>> skipped_;
};

}  // namespace umikoe::formats::charts
