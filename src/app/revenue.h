#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "demand/amount_sum.h"
#include "demand/yen_per_thousand.h"
#include "messages/messages.h"

namespace umikoe::app {

enum class LedgerBy { cell, recording, territory, service, month };

struct RevenueQuestion {
  std::string territory;           // ISO codes, separated by commas; empty: all
  std::string artist;              // part of the name, in any case
  std::string month;               // of use, YYYY-MM; empty: all
  std::string by;                  // recording, territory, service or month; empty: every cell
  std::vector<std::string> rates;  // "USD=151.2@2026-10-31:SOURCE"
};

// A sum that knows how much it does not know.
struct LedgerAmount {
  demand::AmountSum sum;
  int64_t known = 0;    // cells that state it
  int64_t unknown = 0;  // cells that do not
  void add(const std::optional<FineAmount>& amount);
};

struct LedgerMoney {
  LedgerAmount gross;
  LedgerAmount ours;
};

// One line of the ledger. What the question does not group by is empty.
struct LedgerRow {
  bool home = false;  // Japan; abroad otherwise, and never one sum with it
  std::optional<Isrc> isrc;
  std::optional<TerritoryCode> territory;
  std::string service;
  std::optional<Date> usage_month;
  std::optional<Date> payment_month;
  std::string use_type;
  bool user_generated = false;  // uploads of others: apart from the rest in every grouping
  int64_t units = 0;
  std::map<CurrencyCode, LedgerMoney> by_currency;
  LedgerMoney yen;
};

struct LedgerTotal {
  int64_t units = 0;
  std::map<CurrencyCode, LedgerMoney> by_currency;
  LedgerMoney yen;
  // The part of it that use made by others earned.
  int64_t user_generated_units = 0;
  LedgerMoney user_generated_yen;
};

struct LedgerStatement {
  demand::RevenueStatement statement;
  std::optional<demand::YenRate> rate;  // its own, else the person's
  bool rate_of_person = false;
};

struct Ledger {
  Date as_of;
  LedgerBy by = LedgerBy::cell;
  std::vector<LedgerRow> rows;  // home first, then abroad; in order of their columns
  LedgerTotal home;
  LedgerTotal abroad;
  std::vector<LedgerStatement> statements;  // every one that any row rests on
  // Our share of a thousand on-demand plays, over all statements.
  std::map<TerritoryCode, demand::YenPerThousand> prices;
};

// What statements on file paid, in the original currency and in yen where a rate is on file or
// given. Errors: territory_unknown_word, month_invalid_word, ledger_by_unknown, rate_invalid_word.
Result<Ledger> revenue(const LoadedWorld& world, const RevenueQuestion& question);

std::string revenue_json(const Ledger& ledger, const LoadedWorld& world);
std::string revenue_csv(const Ledger& ledger, const LoadedWorld& world);
std::string revenue_text(const Ledger& ledger, const LoadedWorld& world,
                         messages::Language language, size_t rows_shown);

}  // namespace umikoe::app
