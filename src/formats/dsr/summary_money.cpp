#include "formats/dsr/summary_money.h"

#include <algorithm>
#include <set>

#include "formats/dsr/dsr_reader.h"

namespace umikoe::formats::dsr {
namespace {

using demand::AmountSum;
using demand::Reconciliation;
using demand::RevenueStatement;

RevenueStatement head_of(const DsrReport& report, CurrencyCode currency) {
  RevenueStatement statement;
  statement.sender = report.sender.name;
  statement.number = report.message_id;
  statement.currency = currency;
  return statement;
}

}  // namespace

void SummaryMoney::Sum::add(const StatedAmount& more) {
  amount += more.amount;
  decimals = std::max(decimals, more.decimals);
  stated = true;
}

Result<void> SummaryMoney::add(const Record& record, const std::string& summary_id) {
  UMIKOE_TRY(const auto currency, currency_of(record));
  if (!currency) return {};
  UMIKOE_TRY(const auto allocated_net,
             amount_of(record, {"AllocatedNetRevenueInCurrencyOfAccounting", "AllocatedNetRevenue"},
                       *currency));
  UMIKOE_TRY(
      const auto allocated,
      amount_of(record, {"AllocatedRevenueInCurrencyOfAccounting", "AllocatedRevenue"}, *currency));
  UMIKOE_TRY(const auto net, amount_of(record, {"NetRevenue"}, *currency));
  if (!allocated_net && !allocated && !net) return {};
  Sums& sums = sums_[*currency][summary_id];
  if (allocated_net) sums.allocated_net.add(*allocated_net);
  if (allocated) sums.allocated.add(*allocated);
  // Records of one summary repeat its revenue, one for each rights controller.
  if (net && !sums.net.stated) sums.net.add(*net);
  return {};
}

SummaryMoney::Sum SummaryMoney::sum_of(const BySummary& summaries) {
  Sum all;
  for (const auto& [id, sums] : summaries) {
    if (!sums.total().stated) continue;
    all.amount += sums.total().amount;
    all.stated = true;
  }
  return all;
}

// Nothing, with a finding, where the lines of a summary do not add up to what it states: then money
// of single recordings would be somebody's guess, and only the total is kept.
std::optional<RevenueStatement> SummaryMoney::statement_of_lines(
    const DsrReport& report, CurrencyCode currency, const BySummary& summaries,
    const UsageMoneyLines::OfCurrency& lines, Findings& findings) {
  const RevenueStatement head = head_of(report, currency);
  AmountSum total;
  bool stated = false;
  for (const auto& [id, sums] : summaries) {
    const Sum& expected = sums.expected(lines.states_ours);
    if (!expected.stated) continue;
    stated = true;
    total += expected.amount;
    RevenueStatement one = head;
    one.stated_total = expected.amount.fine();
    const auto at = lines.by_summary.find(id);
    const auto summed = at == lines.by_summary.end() ? demand::StatementLines().finish(one)
                                                     : at->second.finish(one);
    if (!one.stated_total || !summed) return std::nullopt;
    const auto result = demand::reconcile(*summed, expected.decimals, false);
    const bool nothing =
        *one.stated_total == FineAmount{} && result.state == Reconciliation::total_only;
    if (result.state == Reconciliation::exact || nothing) continue;
    findings.add("dsr_money_not_reconciled",
                 {{"summary", id},
                  {"currency", std::string(currency.view())},
                  {"stated", one.stated_total->to_string()},
                  {"lines", summed->lines_total.to_string()},
                  {"difference", result.difference.to_string()}},
                 {});
    return std::nullopt;
  }
  RevenueStatement statement = head;
  if (stated) statement.stated_total = total.fine();
  auto whole = lines.all.finish(statement);
  if (!whole) return std::nullopt;
  const std::string code(currency.view());
  if (!stated) {
    findings.add("statement_without_total",
                 {{"currency", code}, {"lines", whole->lines_total.to_string()}}, {});
  }
  if (whole->lines_unplaced > 0) {
    findings.add("statement_lines_unplaced",
                 {{"count", std::to_string(whole->lines_unplaced)},
                  {"amount", whole->unplaced.to_string()},
                  {"currency", code}},
                 {});
  }
  return whole;
}

std::vector<RevenueStatement> SummaryMoney::statements(const DsrReport& report,
                                                       const UsageMoneyLines& lines,
                                                       Findings& findings) const {
  std::vector<RevenueStatement> out;
  static const BySummary none;
  static const UsageMoneyLines::OfCurrency no_lines;
  std::set<CurrencyCode> currencies;
  for (const auto& [currency, sums] : sums_) currencies.insert(currency);
  for (const auto& [currency, of] : lines.by_currency()) currencies.insert(currency);
  for (const CurrencyCode currency : currencies) {
    const auto stated_at = sums_.find(currency);
    const auto lines_at = lines.by_currency().find(currency);
    const BySummary& summaries = stated_at == sums_.end() ? none : stated_at->second;
    const auto& of = lines_at == lines.by_currency().end() ? no_lines : lines_at->second;
    if (of.all.count() > 0) {
      if (auto statement = statement_of_lines(report, currency, summaries, of, findings)) {
        out.push_back(std::move(*statement));
        continue;
      }
    }
    const Sum whole = sum_of(summaries);
    const auto total = whole.amount.fine();
    // Public samples fill the column with zeros; that says nothing of money.
    if (!whole.stated || !total || *total == FineAmount{}) continue;
    RevenueStatement statement = head_of(report, currency);
    statement.stated_total = *total;
    statement.lines = statement.lines_unknown = report.counts.rows;
    statement.lines_digest = "dsr " + report.message_id + " " + total->to_string();
    out.push_back(std::move(statement));
  }
  return out;
}

}  // namespace umikoe::formats::dsr
