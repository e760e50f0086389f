#include <array>

#include "formats/table/revenue_lines.h"
#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {Column{"service", true},
                                Column{"service_dpid"},
                                Column{"service_isni"},
                                Column{"service_id"},
                                Column{"isrc", true},
                                Column{"territory", true},
                                Column{"usage_month", true},
                                Column{"use_type"},
                                Column{"user_generated"},
                                Column{"units"},
                                Column{"currency", true},
                                Column{"gross"},
                                Column{"ours"},
                                Column{"statement"},
                                Column{"sender"},
                                Column{"payment_month"},
                                Column{"total"},
                                Column{"rounding"},
                                Column{"rate"},
                                Column{"rate_source"},
                                Column{"rate_date"}};

void note_month(DeliveryCounts& counts, const std::optional<Date>& month) {
  if (!month) return;
  if (!counts.first_date || *month < *counts.first_date) counts.first_date = month;
  if (!counts.last_date || *month > *counts.last_date) counts.last_date = month;
}

void read_row(Cells& cells, TableContents& contents) {
  if (!contents.revenue) {
    // Rows go to the caller's sink at once: a statement may have hundreds of thousands.
    contents.revenue = std::make_shared<RevenueLines>([&contents](const demand::RevenueRow& row) {
      contents.counts.territories.insert(row.territory);
      note_month(contents.counts, row.usage_month);
      if (contents.sinks.revenue) contents.sinks.revenue(row);
    });
  }
  contents.revenue->add(cells);
}

void finish(TableContents& contents, Findings& findings, std::vector<Error>& errors) {
  if (contents.revenue) contents.revenue_statements = contents.revenue->finish(findings, errors);
  contents.revenue.reset();
}

}  // namespace

const TableKind revenue_kind{Format::table_revenue, columns, read_row, finish};

}  // namespace umikoe::formats::table
