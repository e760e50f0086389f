#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace umikoe {

// ISO 4217 alphabetic code.
struct CurrencyCode {
  static constexpr std::array<char, 3> none = {'X', 'X', 'X'};  // ISO's own code for no currency
  std::array<char, 3> text = none;

  auto operator<=>(const CurrencyCode&) const = default;
  static std::optional<CurrencyCode> parse(std::string_view code);  // an active code, upper case
  std::string_view view() const { return {text.data(), text.size()}; }
  bool known() const { return text != none; }
  int minor_digits() const;  // 0 for JPY, 2 for USD, 3 for KWD
};
inline constexpr CurrencyCode yen{{'J', 'P', 'Y'}};

// An amount as royalty statements write it, in billionths of a currency unit: one stream pays a
// fraction of any minor unit. The currency stands beside it.
struct FineAmount {
  int64_t billionths = 0;

  auto operator<=>(const FineAmount&) const = default;
  // A plain decimal such as -12.345678901 with at most nine places that are not zero; nothing when
  // it is none, or when it leaves the range of ±9.2 thousand million units.
  static std::optional<FineAmount> parse(std::string_view decimal);
  std::string to_string() const;  // shortest exact decimal
  FineAmount& operator+=(FineAmount other);
};

// Whole minor units of a currency.
struct Money {
  int64_t minor = 0;
  CurrencyCode currency;

  bool operator==(const Money&) const = default;
  std::string to_string() const;  // "1234 JPY", "12.34 USD"
};

// Rounds half to even, once, at the end of a sum.
Money rounded(FineAmount amount, CurrencyCode currency);
// `amount` × `rate`, where the rate is written as a FineAmount of the target per source unit;
// rounded half to even to billionths. Nothing when the product leaves the range.
std::optional<FineAmount> converted(FineAmount amount, FineAmount rate);

}  // namespace umikoe
