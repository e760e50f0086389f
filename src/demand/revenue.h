#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/id.h"
#include "base/identifiers.h"
#include "base/money.h"
#include "base/territory.h"

namespace umikoe::demand {

// One line of a royalty statement or sales report that states money.
struct RevenueRow {
  std::string service;  // DPID where given, else the name
  std::string service_name;
  Isrc isrc;
  TerritoryCode territory;
  Date usage_month;      // first day of the month of use
  std::string use_type;  // as written
  bool user_generated = false;
  int64_t units = 0;                // net; adjustments may be negative
  CurrencyCode currency;            // of both amounts
  std::optional<FineAmount> gross;  // what the service paid; unknown where not stated
  std::optional<FineAmount> ours;   // our share of it; unknown where not stated

  bool operator==(const RevenueRow&) const = default;
};

// An exchange rate into yen as a document states it, or as a person entered it.
struct YenRate {
  FineAmount yen_per_unit;
  std::string source;
  Date on;

  bool operator==(const YenRate&) const = default;
};

// The head of one statement: what its lines add up to and when it was paid.
struct RevenueStatement {
  DeliveryId delivery = {};
  std::string document;
  std::string sender;
  std::string number;  // the sender's own number of the statement; empty where it has none
  std::optional<Date> payment_month;  // first day; unknown where not stated
  CurrencyCode currency;
  std::optional<FineAmount> stated_total;  // as printed on the statement
  FineAmount lines_total;                  // of `ours` where stated, else of `gross`
  int64_t lines = 0;
  int64_t lines_unknown = 0;  // lines without an amount: money known of the total alone
  FineAmount unplaced;        // part of lines_total that names no recording or no one territory
  int64_t lines_unplaced = 0;
  std::string lines_digest;     // of the lines in any order: a statement sent twice shows by it
  std::optional<YenRate> rate;  // none needed for yen, unknown otherwise

  bool operator==(const RevenueStatement&) const = default;
};

}  // namespace umikoe::demand
