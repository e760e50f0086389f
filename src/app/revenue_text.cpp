#include <fmt/format.h>

#include <algorithm>

#include "app/number_words.h"
#include "app/revenue.h"

namespace umikoe::app {
namespace {

using messages::Language;

constexpr size_t name_columns = 40;

std::string yen_words(const LedgerAmount& amount, Language language) {
  if (amount.known == 0) return messages::text(language, "revenue.yen_unknown");
  std::string out =
      messages::text(language, "revenue.yen", {{"yen", grouped(amount.sum.minor(yen))}});
  // The sign stands before the currency's: −¥15.
  if (out.starts_with("¥−")) out = "−¥" + out.substr(std::string_view("¥−").size());
  if (amount.unknown > 0) out += messages::text(language, "revenue.and_unknown");
  return out;
}

std::string currencies(const std::map<CurrencyCode, LedgerMoney>& by_currency) {
  std::string out;
  for (const auto& [currency, money] : by_currency) {
    const LedgerAmount& amount = money.ours.known > 0 ? money.ours : money.gross;
    if (!out.empty()) out += " + ";
    out += amount.known > 0 ? amount.sum.to_string() : "?";
    out += fmt::format(" {}", currency.view());
  }
  return out;
}

// Our share where the statements state it, else what the service paid, said so.
std::string money_words(const LedgerMoney& money, Language language) {
  if (money.ours.known > 0 || money.gross.known == 0) return yen_words(money.ours, language);
  return messages::text(language, "revenue.gross", {{"yen", yen_words(money.gross, language)}});
}

std::string name_of(const LedgerRow& row, const LoadedWorld& world, Language language) {
  std::string out;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!out.empty()) out += "  ";
    out += part;
  };
  if (row.isrc) {
    const RecordingCard* card = world.card(*row.isrc);
    add(card && !card->title.empty() ? std::string_view(card->title) : row.isrc->view());
  }
  if (row.territory) add(row.territory->code());
  add(row.service);
  if (row.usage_month) add(row.usage_month->to_string().substr(0, 7));
  if (row.user_generated) add(messages::text(language, "revenue.user_generated"));
  return out;
}

std::string total_words(const char* key, const LedgerTotal& total, Language language) {
  const LedgerAmount& money = total.yen.ours.known > 0 ? total.yen.ours : total.yen.gross;
  return messages::text(language, key,
                        {{"yen", money_words(total.yen, language)},
                         {"amounts", currencies(total.by_currency)},
                         {"units", grouped(total.units)},
                         {"unknown", grouped(money.unknown)}}) +
         "\n";
}

std::string statement_words(const LedgerStatement& held, Language language) {
  const auto& statement = held.statement;
  std::string rate = messages::text(language, "revenue.no_rate");
  if (statement.currency == yen) rate.clear();
  if (held.rate) {
    rate = messages::text(language, "revenue.rate",
                          {{"rate", held.rate->yen_per_unit.to_string()},
                           {"currency", std::string(statement.currency.view())},
                           {"source", held.rate->source},
                           {"on", held.rate->on.to_string()}});
  }
  const bool known = statement.lines_unknown < statement.lines;
  return messages::text(language, "revenue.statement",
                        {{"document", statement.document},
                         {"number", statement.number},
                         {"total", known ? statement.lines_total.to_string() : "?"},
                         {"currency", std::string(statement.currency.view())},
                         {"rate", rate}}) +
         "\n";
}

}  // namespace

std::string revenue_text(const Ledger& ledger, const LoadedWorld& world, Language language,
                         size_t rows_shown) {
  if (ledger.rows.empty() && ledger.statements.empty()) {
    return messages::text(language, "revenue.none") + "\n";
  }
  // Two sums, side by side and never netted: what home earns says nothing about abroad.
  std::string out = total_words("revenue.abroad", ledger.abroad, language) +
                    total_words("revenue.home", ledger.home, language) + "\n";
  std::vector<const LedgerRow*> rows;
  for (const auto& row : ledger.rows) rows.push_back(&row);
  std::ranges::stable_sort(rows, [](const LedgerRow* a, const LedgerRow* b) {
    if (a->home != b->home) return b->home;
    return b->yen.ours.sum < a->yen.ours.sum;
  });
  for (size_t i = 0; i < std::min(rows.size(), rows_shown); ++i) {
    const LedgerRow& row = *rows[i];
    out += fmt::format(
        "  {} {} {:>14}  {}\n", fitted(name_of(row, world, language), name_columns),
        fitted(messages::text(language, row.home ? "revenue.home_word" : "revenue.abroad_word"), 6),
        money_words(row.yen, language), currencies(row.by_currency));
  }
  if (rows.size() > rows_shown) {
    out += messages::text(language, "gap.more",
                          {{"count", grouped(static_cast<int64_t>(rows.size() - rows_shown))}}) +
           "\n";
  }
  out += "\n";
  for (const auto& statement : ledger.statements) out += statement_words(statement, language);
  return out;
}

}  // namespace umikoe::app
