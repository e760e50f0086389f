#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/recognise.h"
#include "formats/table/columns.h"

namespace umikoe::formats::services {

// A header as exports of services write it: "Asset ID", "asset-id" and "asset_id" are one.
std::string report_header(std::string_view written);

// Other names of a column in such exports.
struct ColumnName {
  std::string_view written;  // as report_header gives it
  std::string_view column;
};

// The columns one kind of export is read by.
struct ReportLayout {
  std::span<const table::Column> columns;
  std::span<const ColumnName> names;
};
const ReportLayout& layout_of(Format format);

// The header row in the layout's own names. Columns that are not read are emptied and counted: an
// export has dozens that say nothing here.
table::TableRow known_header(const table::TableRow& header, const ReportLayout& layout,
                             int& passed_over);

// Which kind of export has these headers, as report_header gives them; unknown for none.
Format report_of(std::span<const std::string> headers);

// The places of the columns that are headed by a territory code; a matrix has three or more.
std::vector<size_t> territory_columns(const table::TableRow& header);

}  // namespace umikoe::formats::services
