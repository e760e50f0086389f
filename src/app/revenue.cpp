#include "app/revenue.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/cells.h"
#include "app/paid_plays.h"
#include "app/recording_demand.h"
#include "app/yen_rates.h"

namespace umikoe::app {
namespace {

using demand::RevenueStatement;
using StatementKey = std::pair<DeliveryId, CurrencyCode>;

Result<LedgerBy> parse_by(const std::string& word) {
  if (word.empty()) return LedgerBy::cell;
  if (word == "recording") return LedgerBy::recording;
  if (word == "territory") return LedgerBy::territory;
  if (word == "service") return LedgerBy::service;
  if (word == "month") return LedgerBy::month;
  return fail("ledger_by_unknown", {{"by", word}});
}

struct Wanted {
  std::set<TerritoryCode> territories;  // empty: all
  std::set<Isrc> recordings;            // of the artist, where one is asked for
  bool by_artist = false;
  std::optional<Date> month;

  bool has(const RevenueTotal& total) const {
    return (territories.empty() || territories.contains(total.territory)) &&
           (!by_artist || recordings.contains(total.isrc)) &&
           (!month || *month == total.usage_month);
  }
};

Result<Wanted> parse_wanted(const LoadedWorld& world, const RevenueQuestion& question) {
  Wanted wanted;
  SelectionWords words;
  words.territory = question.territory;
  words.artist = question.artist;
  UMIKOE_TRY(const Selection selection, select(world, words));
  if (!question.territory.empty()) {
    wanted.territories = {selection.territories.begin(), selection.territories.end()};
  }
  wanted.by_artist = !question.artist.empty();
  wanted.recordings = {selection.recordings.begin(), selection.recordings.end()};
  if (!question.month.empty()) {
    wanted.month = Date::parse(question.month + "-01");
    if (!wanted.month) return fail("month_invalid_word", {{"month", question.month}});
  }
  return wanted;
}

LedgerRow key_of(const RevenueTotal& total, const RevenueStatement& statement, LedgerBy by) {
  LedgerRow row;
  row.home = total.territory == home_territory();
  const bool cell = by == LedgerBy::cell;
  if (cell || by == LedgerBy::recording) row.isrc = total.isrc;
  if (cell || by == LedgerBy::territory) row.territory = total.territory;
  if (cell || by == LedgerBy::service) {
    row.service = total.service_name.empty() ? total.service : total.service_name;
  }
  if (cell || by == LedgerBy::month) row.usage_month = total.usage_month;
  if (cell) row.payment_month = statement.payment_month;
  if (cell) row.use_type = total.use_type;
  row.user_generated = total.user_generated;
  return row;
}

auto order(const LedgerRow& row) {
  return std::tuple(!row.home, row.isrc, row.territory ? row.territory->code() : "", row.service,
                    row.usage_month, row.payment_month, row.use_type, row.user_generated);
}

void add(LedgerMoney& money, const std::optional<FineAmount>& gross,
         const std::optional<FineAmount>& ours) {
  money.gross.add(gross);
  money.ours.add(ours);
}

}  // namespace

void LedgerAmount::add(const std::optional<FineAmount>& amount) {
  if (amount) sum += *amount;
  ++(amount ? known : unknown);
}

Result<Ledger> revenue(const LoadedWorld& world, const RevenueQuestion& question) {
  Ledger ledger;
  ledger.as_of = world.as_of();
  UMIKOE_TRY(ledger.by, parse_by(question.by));
  UMIKOE_TRY(const Wanted wanted, parse_wanted(world, question));
  UMIKOE_TRY(const YenRates rates, YenRates::parse(question.rates));
  std::map<StatementKey, const RevenueStatement*> statements;
  for (const auto& statement : world.revenue_statements()) {
    statements.emplace(StatementKey{statement.delivery, statement.currency}, &statement);
  }
  using Order = decltype(order(LedgerRow{}));
  std::map<Order, LedgerRow> rows;
  std::set<StatementKey> used;
  for (const RevenueTotal& total : world.revenue()) {
    if (!wanted.has(total)) continue;
    RevenueStatement alone;  // a report without a head: nothing of it is known beyond its lines
    alone.currency = total.currency;
    const auto at = statements.find({total.delivery, total.currency});
    const RevenueStatement& statement = at == statements.end() ? alone : *at->second;
    if (at != statements.end()) used.insert(at->first);
    const auto gross_yen = rates.yen(total.gross, statement);
    const auto ours_yen = rates.yen(total.ours, statement);
    LedgerRow key = key_of(total, statement, ledger.by);
    auto& row = rows.try_emplace(order(key), key).first->second;
    LedgerTotal& sum = row.home ? ledger.home : ledger.abroad;
    row.units += total.units;
    sum.units += total.units;
    for (auto* money : {&row.by_currency[total.currency], &sum.by_currency[total.currency]}) {
      add(*money, total.gross, total.ours);
    }
    for (auto* money : {&row.yen, &sum.yen}) add(*money, gross_yen, ours_yen);
    if (total.user_generated) {
      sum.user_generated_units += total.units;
      add(sum.user_generated_yen, gross_yen, ours_yen);
    }
  }
  for (auto& [key, row] : rows) ledger.rows.push_back(std::move(row));
  ledger.prices = demand::yen_per_thousand(paid_plays(world, rates));
  const bool everything = !wanted.by_artist && wanted.territories.empty() && !wanted.month;
  for (const auto& [key, statement] : statements) {
    if (!everything && !used.contains(key)) continue;
    ledger.statements.push_back({*statement, rates.of(*statement), !statement->rate});
  }
  return ledger;
}

}  // namespace umikoe::app
