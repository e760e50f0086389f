#include "app/report_money.h"

#include <algorithm>

#include "app/statement_standing.h"

namespace umikoe::app {
namespace {

bool states_lines(const demand::RevenueStatement& statement) {
  return statement.lines_unknown < statement.lines;
}

}  // namespace

Result<std::set<CurrencyCode>> keep_money(const WorldStore& store,
                                          std::vector<demand::RevenueStatement> statements,
                                          const std::vector<DeliveryId>& replaced,
                                          const std::string& document, DeliveryReport& report,
                                          DeliveryContent& content) {
  std::set<CurrencyCode> with_lines;
  if (statements.empty()) return with_lines;
  UMIKOE_TRY(auto on_file, store.revenue_statements());
  std::erase_if(on_file, [&](const auto& held) {
    return std::ranges::find(replaced, held.delivery) != replaced.end();
  });
  const StatementStanding standing = standing_of(statements, on_file);
  if (standing.error) report.findings.push_back(*standing.error);
  if (standing.error || standing.status != "accepted") return with_lines;
  for (auto& statement : statements) {
    statement.document = document;
    if (states_lines(statement)) {
      with_lines.insert(statement.currency);
      continue;
    }
    report.findings.push_back({"statement_total_only",
                               {{"stated", statement.stated_total->to_string()},
                                {"currency", std::string(statement.currency.view())}}});
  }
  content.revenue_statements = std::move(statements);
  return with_lines;
}

}  // namespace umikoe::app
