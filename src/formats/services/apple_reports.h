#pragma once

#include <string>
#include <vector>

#include "formats/table/tables.h"

namespace umikoe::formats::services {

// Apple Music's Sales and Trends reports, tab-separated text: streams by day, storefront and Apple
// Identifier, and the content report that says which recording such an identifier is. Large reports
// come in parts, each a file of its own. Rows of one day, recording and storefront (they differ by
// subscription, device and source, which are not read) are summed by whoever asks.
//
// Errors: those of read_table, with Apple's names of the columns. Storefronts that are no one known
// territory, and identifiers no content report names, are counted in findings and left out.
table::TableResult read_apple_report(Format format, const ByteSource& source,
                                     const table::RowSinks& sinks,
                                     const table::NumbersSource& numbers);

// Which of them has these headers, in lower case; unknown for none.
Format apple_report_format(const std::vector<std::string>& headers);

}  // namespace umikoe::formats::services
