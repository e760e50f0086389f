#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/money.h"

namespace umikoe::formats::table {

// An amount as people and spreadsheets write it: -1234.56, 1,234.56, (12.34), ▲1,234, 1.2E-05.
struct WrittenAmount {
  FineAmount amount;
  int decimals = 0;      // places written behind the point
  bool rounded = false;  // had more than nine places, as binary numbers of spreadsheets do
};
// Nothing for anything else, and for a lone comma that may be a decimal one (1,234) in a currency
// that has minor units.
std::optional<WrittenAmount> parse_amount(std::string_view written, CurrencyCode currency);

// The month of 2026-10, 2026/10, 202610, 2026-10-31 or 2026/10/31: its first day.
std::optional<Date> parse_month(std::string_view written);

}  // namespace umikoe::formats::table
