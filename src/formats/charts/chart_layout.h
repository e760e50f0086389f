#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/recognise.h"
#include "formats/table/columns.h"

namespace umikoe::formats::charts {

// Where one layout says what. Columns it does not have are empty.
struct ChartLayout {
  Format format = Format::unknown;
  std::string_view service = {};  // begins the name of its charts
  std::string_view day = {};      // empty: in the file's name or in a note
  std::string_view region = {};   // the same
  std::string_view rank = {};
  std::string_view artist = {};
  std::string_view title = {};
  std::string_view streams = {};
  std::string_view week_mark = {};  // a column that only a weekly chart has
  std::string_view day_mark = {};   // one that only a daily chart has
  std::span<const table::Column> columns = {};
  int32_t days_behind = 0;  // from the day the figure is about to the day it states
};

// Of a format whose word begins with "chart-"; a feed has no columns.
const ChartLayout& chart_layout(Format format);

// The chart these first lines of a file are of, cells in lower case; unknown for none.
Format chart_format(std::span<const std::vector<std::string>> first_lines);

// Whether a row is the header of its layout; notes may stand above it.
bool is_chart_header(const ChartLayout& layout, const table::TableRow& row);

}  // namespace umikoe::formats::charts
