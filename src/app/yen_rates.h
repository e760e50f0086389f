#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "demand/revenue.h"

namespace umikoe::app {

// Rates into yen: a statement's own is what was paid and comes first, then a person's for its
// currency. Without either the yen are unknown.
class YenRates {
 public:
  // Each "USD=151.2@2026-10-31:SOURCE". Error: rate_invalid_word.
  static Result<YenRates> parse(std::span<const std::string> written);

  // A person's rate of a currency.
  std::optional<demand::YenRate> given(CurrencyCode currency) const;
  std::optional<demand::YenRate> of(const demand::RevenueStatement& statement) const;
  // Nothing without a rate, or beyond the range of an amount.
  std::optional<FineAmount> yen(const std::optional<FineAmount>& amount,
                                const demand::RevenueStatement& statement) const;

 private:
  std::map<CurrencyCode, demand::YenRate> given_;
};

}  // namespace umikoe::app
