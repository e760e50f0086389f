#include "formats/table/table_sheets.h"

#include <algorithm>

#include "formats/table/folded.h"
#include "formats/table/mapping.h"

namespace umikoe::formats::table {

TableSheets::TableSheets(const TableFile& file, std::vector<HeaderRow> headers)
    : file_(file), headers_(std::move(headers)), labels_(column_labels(headers_.front().headers)) {
  for (const HeaderRow& header : headers_) {
    const auto theirs = column_labels(header.headers);
    auto& places = places_.emplace_back();
    for (const std::string& label : labels_) {
      const auto at = std::ranges::find_if(theirs, [&](const std::string& other) {
        return folded_header(other) == folded_header(label);
      });
      places.push_back(static_cast<size_t>(at - theirs.begin()));
    }
  }
}

Result<void> TableSheets::read(const RowSink& row, int64_t* filled) const {
  const auto names = file_.sheet_names();
  for (size_t i = 0; i < headers_.size(); ++i) {
    const HeaderRow& header = headers_[i];
    int64_t filled_here = 0;
    UMIKOE_TRY(file_.read(
        header.sheet,
        [&](const TableRow& theirs) -> Result<void> {
          if (theirs.line <= header.last_line) return {};
          TableRow ours = theirs;
          ours.sheet = names[header.sheet];
          if (i == 0) return row(ours);
          for (size_t to = 0; to < places_[i].size(); ++to) {
            const size_t from = places_[i][to];
            if (to >= ours.cells.size()) ours.cells.resize(to + 1);
            ours.cells[to] = from < theirs.cells.size() ? theirs.cells[from] : std::string();
          }
          ours.cells.resize(std::min(ours.cells.size(), places_[i].size()));
          return row(ours);
        },
        &filled_here));
    if (filled) *filled += filled_here;
  }
  return {};
}

}  // namespace umikoe::formats::table
