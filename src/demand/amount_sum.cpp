#include "demand/amount_sum.h"

#include <fmt/format.h>

#include "base/result.h"

namespace umikoe::demand {
namespace {

constexpr int64_t one = 1'000'000'000;

}  // namespace

void AmountSum::settle() {
  units_ += billionths_ / one;
  billionths_ %= one;
  if (billionths_ < 0) {
    billionths_ += one;
    --units_;
  }
}

AmountSum& AmountSum::operator+=(FineAmount amount) {
  units_ += amount.billionths / one;
  billionths_ += amount.billionths % one;
  settle();
  return *this;
}

AmountSum& AmountSum::operator+=(const AmountSum& other) {
  UMIKOE_ASSERT(!__builtin_add_overflow(units_, other.units_, &units_));
  billionths_ += other.billionths_;
  settle();
  return *this;
}

AmountSum AmountSum::operator-(const AmountSum& other) const {
  AmountSum out;
  out.units_ = units_ - other.units_;
  out.billionths_ = billionths_ - other.billionths_;
  out.settle();
  return out;
}

AmountSum AmountSum::size() const { return units_ < 0 ? AmountSum() - *this : *this; }

std::optional<FineAmount> AmountSum::fine() const {
  int64_t value = 0;
  if (__builtin_mul_overflow(units_, one, &value)) return std::nullopt;
  if (__builtin_add_overflow(value, billionths_, &value)) return std::nullopt;
  return FineAmount{value};
}

int64_t AmountSum::minor(CurrencyCode currency) const {
  // The rest below a unit is rounded by itself: whole units are whole minor units, and an even or
  // odd number of units decides a tie only where the currency has no minor unit.
  int64_t per_unit = 1;
  for (int i = 0; i < currency.minor_digits(); ++i) per_unit *= 10;
  const int64_t step = one / per_unit;
  int64_t minor = billionths_ / step;
  const int64_t rest = billionths_ % step;
  const bool odd = per_unit == 1 ? (units_ + minor) % 2 != 0 : minor % 2 != 0;
  if (rest * 2 > step || (rest * 2 == step && odd)) ++minor;
  return units_ * per_unit + minor;
}

std::string AmountSum::to_string() const {
  const AmountSum positive = size();
  std::string out = fmt::format("{}{}", *this < AmountSum() ? "-" : "", positive.units_);
  if (positive.billionths_ == 0) return out;
  out += fmt::format(".{:09}", positive.billionths_);
  out.erase(out.find_last_not_of('0') + 1);
  return out;
}

}  // namespace umikoe::demand
