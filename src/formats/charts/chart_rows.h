#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "demand/chart_line.h"
#include "formats/charts/chart_layout.h"
#include "formats/charts/chart_name.h"
#include "formats/charts/chart_territory.h"
#include "formats/findings.h"

namespace umikoe::formats::charts {

// Makes chart lines of the rows of one file, one by one.
class ChartRows {
 public:
  ChartRows(const ChartLayout& layout, std::string_view file_name, Findings& findings)
      : layout_(layout), name_(chart_name(file_name)), findings_(findings) {}

  // The line a row is; nothing for the header and the notes above it.
  Result<std::optional<demand::ChartLine>> line(const table::TableRow& row);
  bool has_header() const { return columns_.has_value(); }
  bool marks_stale_days() const { return columns_ && columns_->has("stale"); }
  bool viral() const { return name_.viral; }
  demand::ChartSpan span() const { return span_; }

 private:
  struct Places {
    std::optional<size_t> day, region, rank, artist, title, streams, streams_7d, popularity,
        days_on_chart, weeks_on_chart, stale, isrc;
    size_t needed = 0;  // cells a row must have
  };

  Result<void> read_header(const table::TableRow& row);
  Result<void> settle_name(long line);
  void read_note(const table::TableRow& row);
  Result<Date> day_of(const table::TableRow& row);
  Result<int64_t> number_of(const table::TableRow& row, size_t place) const;
  Result<std::optional<int64_t>> optional_number(const table::TableRow& row,
                                                 std::optional<size_t> place) const;
  std::unexpected<Error> invalid(const table::TableRow& row, std::string code, size_t place) const;

  const ChartLayout& layout_;
  ChartName name_;
  Findings& findings_;
  std::optional<table::Columns> columns_;
  Places at_;
  Regions regions_;
  demand::ChartSpan span_ = demand::ChartSpan::day;
  std::string last_day_text_;
  Date last_day_;
};

}  // namespace umikoe::formats::charts
