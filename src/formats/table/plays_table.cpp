#include <array>

#include "formats/table/amount_cell.h"
#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {
    Column{"service", true}, Column{"service_dpid"}, Column{"service_isni"},
    Column{"service_id"},    Column{"isrc", true},   Column{"territory", true},
    Column{"day"},           Column{"start"},        Column{"end"},
    Column{"usage_month"},   Column{"units", true},  Column{"use_type"},
    Column{"user_generated"}};

struct Days {
  Date first;
  Date last;
};

Date last_of_month(Date first) {
  Date next = first.plus(31);
  return next.plus(-next.day());
}

// The day, else the first and the last one, else the month.
std::optional<Days> days_of(Cells& cells) {
  if (!cells.text("day").empty()) {
    const auto day = cells.date("day");
    return day ? std::optional(Days{*day, *day}) : std::nullopt;
  }
  if (!cells.text("start").empty() || !cells.text("end").empty()) {
    cells.required("start");
    cells.required("end");
    const auto start = cells.date("start");
    const auto end = cells.date("end");
    if (!start || !end) return std::nullopt;
    if (*end < *start) {
      cells.error("plays_end_before_start", "end", {{"start", start->to_string()}});
      return std::nullopt;
    }
    return Days{*start, *end};
  }
  if (cells.required("usage_month").empty()) return std::nullopt;
  const auto month = parse_month(cells.text("usage_month"));
  if (!month) {
    cells.error("month_invalid", "usage_month", {{"allowed", "2026-10"}});
    return std::nullopt;
  }
  return Days{*month, last_of_month(*month)};
}

// Whole; less than nothing where plays are taken back.
std::optional<int64_t> units_of(Cells& cells) {
  if (cells.required("units").empty()) return std::nullopt;
  const auto amount = parse_amount(cells.text("units"), yen);
  constexpr int64_t one = 1'000'000'000;
  if (!amount || amount->amount.billionths % one != 0) {
    cells.error("number_invalid", "units");
    return std::nullopt;
  }
  return amount->amount.billionths / one;
}

// Plays nobody can place belong to no cell; ZZ is how services say that they do not know.
std::optional<TerritoryCode> territory_of(Cells& cells) {
  const std::string_view written = cells.text("territory");
  if (written.empty() || written == "ZZ" || written == "XX") {
    cells.finding("plays_without_territory", "territory");
    return std::nullopt;
  }
  return cells.territory("territory");
}

void read_row(Cells& cells, TableContents& contents) {
  demand::UsageRow row;
  cells.required("service");
  const catalogue::Party service = cells.party("service");
  row.service = service.dpid.empty() ? service.name : service.dpid;
  row.service_name = service.name;
  const auto isrc = cells.isrc("isrc");
  const auto days = days_of(cells);
  const auto units = units_of(cells);
  const auto territory = territory_of(cells);
  row.use_type = std::string(cells.text("use_type"));
  const auto generated = cells.yes_or_no("user_generated");
  row.user_generated = generated.value_or(rights::uses_of_type(row.use_type).value_or(0) ==
                                          bit(rights::Use::user_generated));
  if (row.service.empty() || !isrc || !days || !units || !territory) return;
  row.isrc = *isrc;
  row.territory = *territory;
  row.period_start = days->first;
  row.period_end = days->last;
  row.net_units = *units;
  DeliveryCounts& counts = contents.counts;
  counts.territories.insert(*territory);
  counts.first_date = std::min(counts.first_date.value_or(days->first), days->first);
  counts.last_date = std::max(counts.last_date.value_or(days->last), days->last);
  if (contents.sinks.usage) contents.sinks.usage(row);
}

}  // namespace

const TableKind plays_kind{Format::table_plays, columns, read_row};

}  // namespace umikoe::formats::table
