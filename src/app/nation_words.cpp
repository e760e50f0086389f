#include <fmt/format.h>

#include "app/csv.h"
#include "app/json.h"
#include "app/nation.h"
#include "app/number_words.h"

namespace umikoe::app {
namespace {

using access::Shown;
using messages::Language;
using messages::text;

// A suppressed figure is nothing to anybody: not in JSON, not in CSV, not on a screen. Nor is why:
// knowing which were suppressed only for others would narrow the rest.
Json figure_json(int64_t value, Shown shown) {
  return shown == Shown::published ? Json(value) : Json("suppressed");
}

std::string place(const Nation& nation, size_t row) {
  return row < nation.territories.size() ? std::string(nation.territories[row].code()) : "total";
}

std::string column(const Nation& nation, size_t at) {
  return at < nation.columns.size() ? nation.columns[at] : "cells";
}

std::string column_words(const std::string& column, Language language) {
  if (column == "open" || column == "unknown") return text(language, "state." + column);
  if (column == "heard_without_permission") return text(language, "return.heard");
  if (column == "held_back") return text(language, "return.held_back");
  return text(language, "reason." + column);
}

std::string row_words(const Nation& nation, size_t row, Language language) {
  std::string out =
      "  " + (row < nation.territories.size() ? place(nation, row) : text(language, "nation.sum"));
  for (size_t c = 0; c < nation.columns.size(); ++c) {
    const bool published = nation.cells.at(row, c) == Shown::published;
    const int64_t value = nation.cells.value(row, c);
    if (published && value == 0) continue;
    out += fmt::format("  {} {}", column_words(nation.columns[c], language),
                       published ? grouped(value) : text(language, "nation.suppressed"));
  }
  const bool published = nation.yen.shown[row] == Shown::published;
  return out + "  " +
         text(language, "return.yen",
              {{"yen", published ? grouped(nation.yen.values[row])
                                 : text(language, "nation.suppressed")}}) +
         "\n";
}

std::string left_out_words(const Finding& finding, Language language) {
  return text(language, "nation.left_out." + finding.code,
              {{"contributor", finding.arguments.front().second}});
}

}  // namespace

std::string nation_json(const Nation& nation) {
  Json rows = Json::array();
  for (size_t r = 0; r < nation.cells.rows; ++r) {
    Json figures = Json::object();
    for (size_t c = 0; c < nation.cells.columns; ++c) {
      figures[column(nation, c)] = figure_json(nation.cells.value(r, c), nation.cells.at(r, c));
    }
    rows.push_back({{"territory", place(nation, r)},
                    {"figures", std::move(figures)},
                    {"yen", figure_json(nation.yen.values[r], nation.yen.shown[r])}});
  }
  Json left_out = Json::array();
  for (const Finding& finding : nation.left_out) {
    left_out.push_back({{"code", finding.code}, {"contributor", finding.arguments.front().second}});
  }
  const access::SuppressionRules rules;
  return dump({{"period", nation.period.name},
               {"status", nation.closed ? "closed" : "draft"},
               {"contributors", nation.contributors},
               {"rules",
                {{"contributors_min", rules.contributors_min},
                 {"largest_percent_max", rules.largest_percent_max},
                 {"two_largest_percent_max", rules.two_largest_percent_max},
                 {"margin_percent", rules.margin_percent}}},
               {"rows", std::move(rows)},
               {"left_out", std::move(left_out)}});
}

std::string nation_csv(const Nation& nation) {
  std::vector<std::string> header{"territory"};
  for (size_t c = 0; c < nation.cells.columns; ++c) header.push_back(column(nation, c));
  header.emplace_back("yen");
  std::string out = csv_row(header);
  for (size_t r = 0; r < nation.cells.rows; ++r) {
    std::vector<std::string> cells{place(nation, r)};
    for (size_t c = 0; c < nation.cells.columns; ++c) {
      const bool published = nation.cells.at(r, c) == Shown::published;
      cells.push_back(published ? std::to_string(nation.cells.value(r, c)) : "x");
    }
    const bool published = nation.yen.shown[r] == Shown::published;
    cells.push_back(published ? std::to_string(nation.yen.values[r]) : "x");
    out += csv_row(cells);
  }
  return out;
}

std::string nation_text(const Nation& nation, Language language) {
  std::string out =
      text(language, "nation.heading",
           {{"period", nation.period.name},
            {"count", std::to_string(nation.contributors.size())},
            {"status", text(language, nation.closed ? "nation.closed" : "nation.draft")}}) +
      "\n";
  for (const Finding& finding : nation.left_out) {
    out += "  " + left_out_words(finding, language) + "\n";
  }
  for (size_t r = 0; r < nation.cells.rows; ++r) out += row_words(nation, r, language);
  return out + text(language, "nation.legend") + "\n";
}

}  // namespace umikoe::app
