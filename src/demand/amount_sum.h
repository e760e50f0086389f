#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/money.h"

namespace umikoe::demand {

// A sum of amounts beyond the range of a single one: a nation's revenue in yen passes ±9.2 thousand
// million units. Exact to the billionth.
class AmountSum {
 public:
  auto operator<=>(const AmountSum&) const = default;
  AmountSum& operator+=(FineAmount amount);
  AmountSum& operator+=(const AmountSum& other);
  AmountSum operator-(const AmountSum& other) const;
  AmountSum size() const;  // without its sign

  // Nothing when it leaves the range of one amount.
  std::optional<FineAmount> fine() const;
  // Rounds half to even to whole minor units, once.
  int64_t minor(CurrencyCode currency) const;
  std::string to_string() const;  // shortest exact decimal

 private:
  int64_t units_ = 0;
  int64_t billionths_ = 0;  // 0 to 999,999,999, so that comparing member by member is right
  void settle();
};

}  // namespace umikoe::demand
