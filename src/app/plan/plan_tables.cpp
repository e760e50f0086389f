#include <fmt/format.h>

#include <cmath>

#include "app/csv.h"
#include "app/plan/make_plan.h"
#include "formats/xlsx/workbook_writer.h"

namespace umikoe::app {
namespace {

using formats::xlsx::WrittenCell;
using formats::xlsx::WrittenSheet;
using messages::Language;
using messages::text;

// One cell that is a text or a number; both tables are made from the same rows.
using Row = std::vector<WrittenCell>;

WrittenCell number(double value) { return {{}, value}; }
WrittenCell words(std::string value) { return {std::move(value), {}}; }

constexpr std::string_view columns[] = {
    "id",       "action",  "subject", "artist",   "label",         "language",      "territory",
    "document", "who",     "items",   "cost_jpy", "listeners_p10", "listeners_p50", "listeners_p90",
    "yen_p10",  "yen_p50", "yen_p90", "starts",   "acts_from",     "deadline",      "reason"};

Row row_of(const PlanReport& report, size_t place, Language language) {
  const plan::Opportunity& action = report.opportunities.all[place];
  const plan::Percentiles listeners = plan::percentiles_of(report.gains[place].listeners);
  const plan::Percentiles yen = plan::percentiles_of(report.gains[place].yen);
  const plan::Slot& slot = report.slots[place];
  return {words(action.id),
          words(std::string(word(action.kind))),
          words(subject_words(action, language)),
          words(action.artist),
          words(action.label),
          words(action.language),
          words(action.territory ? std::string(action.territory->code()) : ""),
          words(action.document),
          words(action.who),
          number(static_cast<double>(action.items)),
          number(static_cast<double>(report.costs[place])),
          number(std::round(listeners.p10)),
          number(std::round(listeners.p50)),
          number(std::round(listeners.p90)),
          number(std::round(yen.p10)),
          number(std::round(yen.p50)),
          number(std::round(yen.p90)),
          words(slot.starts.to_string()),
          words(slot.acts_from.to_string()),
          words(slot.deadline.to_string()),
          words(reason_words(report, place, language))};
}

std::string cell_text(const WrittenCell& cell) {
  if (!cell.number) return cell.text;
  return fmt::format("{:.0f}", *cell.number);
}

WrittenSheet summary(const PlanReport& report, Language language) {
  WrittenSheet sheet{text(language, "plan.sheet_summary"), {}, {28, 22, 22, 22}, {}};
  const auto add = [&](std::string_view key, std::vector<double> values) {
    Row row{words(text(language, key))};
    for (const double value : values) row.push_back(number(value));
    sheet.rows.push_back(std::move(row));
  };
  const PlanTotals& totals = report.totals;
  add("plan.sheet_budget", {static_cast<double>(report.budget_jpy)});
  add("plan.sheet_cost", {static_cast<double>(totals.cost_jpy)});
  add("plan.sheet_listeners", {std::round(totals.listeners.p10), std::round(totals.listeners.p50),
                               std::round(totals.listeners.p90)});
  add("plan.sheet_yen",
      {std::round(totals.yen.p10), std::round(totals.yen.p50), std::round(totals.yen.p90)});
  add("plan.sheet_gap", {plan::gap_to_bound(report.portfolio) * 100});
  sheet.rows.push_back({words(text(language, "plan.sheet_days")), words(report.today.to_string()),
                        words(report.horizon_end.plus(-1).to_string())});
  return sheet;
}

}  // namespace

std::string plan_csv(const PlanReport& report, Language language) {
  std::string out = csv_row(std::vector<std::string>(std::begin(columns), std::end(columns)));
  for (const size_t place : report.chosen) {
    std::vector<std::string> cells;
    for (const WrittenCell& cell : row_of(report, place, language))
      cells.push_back(cell_text(cell));
    out += csv_row(cells);
  }
  return out;
}

Result<std::string> plan_xlsx(const PlanReport& report, Language language) {
  WrittenSheet actions{
      text(language, "plan.sheet_actions"),
      std::vector<std::string>(std::begin(columns), std::end(columns)),
      {26, 14, 40, 24, 20, 9, 9, 14, 24, 8, 14, 12, 12, 12, 14, 14, 14, 12, 12, 12, 70},
      {}};
  for (const size_t place : report.chosen) actions.rows.push_back(row_of(report, place, language));
  return formats::xlsx::workbook_bytes(
      {text(language, "plan.sheet_title"), report.today, {summary(report, language), actions}});
}

}  // namespace umikoe::app
