#include "formats/table/revenue_lines.h"

#include <algorithm>
#include <array>

#include "formats/table/amount_cell.h"

namespace umikoe::formats::table {
namespace {

using demand::Reconciliation;

// A statement is one number of one sender, paid in one month.
constexpr std::array<std::string_view, 3> of_file = {"statement", "sender", "payment_month"};
// In one currency it states one total and was converted at one rate.
constexpr std::array<std::string_view, 5> of_currency = {"total", "rounding", "rate", "rate_source",
                                                         "rate_date"};

std::optional<int64_t> whole_units(std::string_view written) {
  // Units have no minor part, which the yen's parsing of groups fits.
  const auto amount = parse_amount(written, yen);
  if (!amount || amount->amount.billionths % 1'000'000'000 != 0) return std::nullopt;
  return amount->amount.billionths / 1'000'000'000;
}

Where at(long line, std::string_view column) {
  return {.file = {}, .line = line, .element = std::string(column)};
}

void report(const demand::RevenueStatement& statement, const demand::Reconciled& result, long line,
            Findings& findings, std::vector<Error>& errors) {
  const std::string currency(statement.currency.view());
  Findings::Arguments arguments = {
      {"currency", currency},
      {"stated", statement.stated_total ? statement.stated_total->to_string() : ""},
      {"lines", statement.lines_total.to_string()},
      {"difference", result.difference.to_string()}};
  switch (result.state) {
    case Reconciliation::exact:
      return;
    case Reconciliation::not_stated:
      findings.add(statement.lines_unknown == statement.lines ? "statement_without_amounts"
                                                              : "statement_without_total",
                   std::move(arguments), at(line, "total"));
      return;
    case Reconciliation::rounded:
      findings.add("statement_rounded", std::move(arguments), at(line, "total"));
      return;
    case Reconciliation::total_only:
      findings.add("statement_total_only", std::move(arguments), at(line, "total"));
      return;
    case Reconciliation::broken:
      errors.push_back({"statement_not_reconciled", std::move(arguments), at(line, "total")});
  }
}

}  // namespace

std::optional<FineAmount> RevenueLines::amount(Cells& cells, std::string_view column,
                                               CurrencyCode currency) {
  if (cells.text(column).empty()) return std::nullopt;
  const auto written = parse_amount(cells.text(column), currency);
  if (!written) {
    cells.error("amount_invalid", column);
    return std::nullopt;
  }
  if (written->rounded) ++amounts_rounded_;
  return written->amount;
}

// Every line repeats the head; a line that differs belongs to another statement.
void RevenueLines::read_head_cell(Cells& cells, Head& head, std::string_view column) {
  const bool file_wide = std::ranges::find(of_file, column) != of_file.end();
  auto& stated = file_wide ? of_file_ : head.stated;
  const auto [held, fresh] = stated.try_emplace(std::string(column), cells.text(column));
  if (!fresh && held->second != cells.text(column)) {
    cells.error("statement_head_varies", column, {{"before", held->second}});
  }
}

void RevenueLines::read_rate(Cells& cells, Head& head) {
  const std::string_view written = cells.text("rate");
  if (written.empty()) return;
  // A rate of 1,234 can only be a decimal comma or a group: 151.2 has to be written so.
  const auto rate = parse_amount(written, *CurrencyCode::parse("USD"));
  if (!rate || rate->amount <= FineAmount{}) {
    cells.error("amount_invalid", "rate");
    return;
  }
  if (head.statement.currency == yen) {
    if (rate->amount != FineAmount{1'000'000'000}) cells.error("rate_of_yen", "rate");
    return;
  }
  const auto on = cells.date("rate_date");
  if (cells.text("rate_source").empty() || cells.text("rate_date").empty()) {
    cells.error("rate_without_source", "rate");
  }
  if (on) head.statement.rate = {rate->amount, std::string(cells.text("rate_source")), *on};
}

void RevenueLines::read_head(Cells& cells, Head& head) {
  head.statement.number = std::string(cells.text("statement"));
  head.statement.sender = std::string(cells.text("sender"));
  if (const auto written = cells.text("payment_month"); !written.empty()) {
    head.statement.payment_month = parse_month(written);
    if (!head.statement.payment_month) {
      cells.error("month_invalid", "payment_month", {{"allowed", "2026-10"}});
    }
  }
  if (const auto written = cells.text("total"); !written.empty()) {
    const auto total = parse_amount(written, head.statement.currency);
    if (!total) cells.error("amount_invalid", "total");
    if (total) head.statement.stated_total = total->amount;
    if (total) head.total_decimals = total->decimals;
  }
  static constexpr std::array<std::pair<std::string_view, bool>, 2> roundings = {
      {{"line", true}, {"none", false}}};
  head.lines_are_rounded = cells.word("rounding", roundings).value_or(false);
  read_rate(cells, head);
}

RevenueLines::Head& RevenueLines::head_of(Cells& cells, CurrencyCode currency) {
  const auto [at, fresh] = heads_.try_emplace(currency);
  Head& head = at->second;
  if (fresh) {
    head.statement.currency = currency;
    head.first_line = cells.line();
    read_head(cells, head);
  }
  for (const auto column : of_file) read_head_cell(cells, head, column);
  for (const auto column : of_currency) read_head_cell(cells, head, column);
  return head;
}

// True when the line names a recording and one territory; others count in the sums alone.
bool RevenueLines::place(Cells& cells, demand::RevenueRow& row) {
  bool placed = true;
  if (cells.text("isrc").empty()) {
    placed = false;
  } else {
    row.isrc = cells.isrc("isrc").value_or(Isrc{});
  }
  const std::string_view territory = cells.text("territory");
  if (territory.empty() || territory == "ZZ") {
    placed = false;
  } else {
    row.territory = cells.territory("territory").value_or(TerritoryCode{});
  }
  return placed;
}

void RevenueLines::add(Cells& cells) {
  demand::RevenueRow row;
  const catalogue::Party service = cells.party("service");
  cells.required("service");
  row.service = service.dpid.empty() ? service.name : service.dpid;
  row.service_name = service.name;
  if (only_service_.empty()) only_service_ = row.service_name;
  several_services_ = several_services_ || only_service_ != row.service_name;
  const bool placed = place(cells, row);
  const auto month = parse_month(cells.required("usage_month"));
  if (!month && !cells.text("usage_month").empty()) {
    cells.error("month_invalid", "usage_month", {{"allowed", "2026-10"}});
  }
  row.usage_month = month.value_or(Date{});
  row.use_type = std::string(cells.text("use_type"));
  const auto generated = cells.yes_or_no("user_generated");
  row.user_generated = generated.value_or(rights::uses_of_type(row.use_type).value_or(0) ==
                                          bit(rights::Use::user_generated));
  if (!cells.text("units").empty()) {
    const auto units = whole_units(cells.text("units"));
    if (!units) cells.error("number_invalid", "units");
    row.units = units.value_or(0);
  }
  const auto currency = CurrencyCode::parse(cells.required("currency"));
  if (!currency) {
    if (!cells.text("currency").empty()) cells.error("currency_unknown", "currency");
    return;
  }
  row.currency = *currency;
  row.gross = amount(cells, "gross", *currency);
  row.ours = amount(cells, "ours", *currency);
  head_of(cells, *currency).lines.add(row, placed);
  if (placed && month) sink_(row);
}

std::vector<demand::RevenueStatement> RevenueLines::finish(Findings& findings,
                                                           std::vector<Error>& errors) {
  std::vector<demand::RevenueStatement> statements;
  for (auto& [currency, head] : heads_) {
    auto statement = head.lines.finish(head.statement);
    if (!statement) {
      errors.push_back({"amount_out_of_range", {}, at(head.first_line, "ours")});
      continue;
    }
    // A statement that names no sender is its one service's own.
    if (statement->sender.empty() && !several_services_) statement->sender = only_service_;
    report(*statement, reconcile(*statement, head.total_decimals, head.lines_are_rounded),
           head.first_line, findings, errors);
    if (statement->lines_unplaced > 0) {
      findings.add("statement_lines_unplaced",
                   {{"count", std::to_string(statement->lines_unplaced)},
                    {"amount", statement->unplaced.to_string()},
                    {"currency", std::string(currency.view())}},
                   at(head.first_line, ""));
    }
    statements.push_back(std::move(*statement));
  }
  if (amounts_rounded_ > 0) {
    findings.add("amounts_rounded", {{"count", std::to_string(amounts_rounded_)}}, {});
  }
  return statements;
}

}  // namespace umikoe::formats::table
