#include <array>

#include "base/limits.h"
#include "formats/table/amount_cell.h"
#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {
    Column{"chart", true}, Column{"territory", true}, Column{"day", true},   Column{"span"},
    Column{"rank", true},  Column{"artist", true},    Column{"title", true}, Column{"isrc"},
    Column{"streams"}};

constexpr std::array<std::pair<std::string_view, demand::ChartSpan>, 2> spans = {
    {{"day", demand::ChartSpan::day}, {"week", demand::ChartSpan::week}}};

std::optional<int64_t> whole(Cells& cells, std::string_view column) {
  const auto amount = parse_amount(cells.text(column), yen);
  constexpr int64_t one = 1'000'000'000;
  if (amount && amount->amount.billionths % one == 0 && amount->amount.billionths >= 0) {
    return amount->amount.billionths / one;
  }
  cells.error("number_invalid", column);
  return std::nullopt;
}

// Where a chart has rows by the day, what a day shows at most is its depth; the store knows it once
// all rows are in.
void read_row(Cells& cells, TableContents& contents) {
  demand::ChartRow row;
  row.chart = cells.required("chart");
  const auto territory = cells.territory("territory");
  cells.required("day");
  const auto day = cells.date("day");
  row.span = cells.word("span", spans).value_or(demand::ChartSpan::day);
  cells.required("rank");
  const auto rank = cells.text("rank").empty() ? std::nullopt : whole(cells, "rank");
  if (rank && (*rank < 1 || *rank > limits::chart_rows_per_day.value)) {
    cells.error("number_invalid", "rank");
    return;
  }
  row.artist = std::string(cells.text("artist"));
  row.title = std::string(cells.text("title"));
  if (!cells.text("isrc").empty()) row.isrc = cells.isrc("isrc");
  if (!cells.text("streams").empty()) row.streams = whole(cells, "streams");
  if (row.chart.empty() || !territory || !day || !rank) return;
  row.territory = *territory;
  row.day = *day;
  row.rank = row.depth = static_cast<int32_t>(*rank);
  DeliveryCounts& counts = contents.counts;
  counts.territories.insert(*territory);
  counts.first_date = std::min(counts.first_date.value_or(*day), *day);
  counts.last_date = std::max(counts.last_date.value_or(*day), *day);
  counts.limit = std::max(counts.limit.value_or(0), *rank);
  if (contents.sinks.chart) contents.sinks.chart(row);
}

}  // namespace

const TableKind chart_kind{Format::table_chart, columns, read_row};

}  // namespace umikoe::formats::table
