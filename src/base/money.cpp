#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/result.h"

namespace umikoe {
namespace {

constexpr int64_t one_unit = 1'000'000'000;
__extension__ typedef __int128 Wide;

// Active alphabetic codes of ISO 4217 (list one, 2024), funds and metals left out.
constexpr std::string_view active_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
    "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS "
    "UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";
constexpr std::string_view without_minor =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr std::string_view with_three = "BHD IQD JOD KWD LYD OMR TND";

bool lists(std::string_view codes, std::string_view code) {
  return codes.find(code) != std::string_view::npos;
}

int64_t power_of_ten(int digits) {
  int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

Wide divide_half_even(Wide value, Wide by) {
  const bool negative = value < 0;
  const Wide size = negative ? -value : value;
  Wide quotient = size / by;
  const Wide rest = size % by;
  if (rest * 2 > by || (rest * 2 == by && quotient % 2 == 1)) ++quotient;
  return negative ? -quotient : quotient;
}

bool fits(Wide value) {
  return value >= std::numeric_limits<int64_t>::min() + 1 &&
         value <= std::numeric_limits<int64_t>::max();
}

// `size` with its last `digits` digits after the point.
std::string with_point(bool negative, uint64_t size, int digits) {
  const auto unit = static_cast<uint64_t>(power_of_ten(digits));
  std::string out = fmt::format("{}{}", negative ? "-" : "", size / unit);
  if (digits > 0) out += fmt::format(".{:0{}}", size % unit, digits);
  return out;
}

uint64_t size_of(int64_t value) {
  return value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
}

}  // namespace

std::optional<CurrencyCode> CurrencyCode::parse(std::string_view code) {
  if (code.size() != 3 || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }) ||
      !lists(active_codes, code)) {
    return std::nullopt;
  }
  CurrencyCode currency;
  std::ranges::copy(code, currency.text.begin());
  return currency;
}

int CurrencyCode::minor_digits() const {
  if (lists(without_minor, view())) return 0;
  return lists(with_three, view()) ? 3 : 2;
}

std::optional<FineAmount> FineAmount::parse(std::string_view decimal) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const size_t point = decimal.find('.');
  const std::string_view whole = decimal.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : decimal.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  Wide value = 0;
  for (const char c : whole) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
    if (!fits(value * one_unit)) return std::nullopt;
  }
  value *= one_unit;
  int64_t place = one_unit;
  for (const char c : fraction) {
    if (c < '0' || c > '9') return std::nullopt;
    place /= 10;
    if (place == 0 && c != '0') return std::nullopt;
    value += place * (c - '0');
  }
  if (!fits(value)) return std::nullopt;
  return FineAmount{static_cast<int64_t>(negative ? -value : value)};
}

std::string FineAmount::to_string() const {
  std::string out = with_point(billionths < 0, size_of(billionths), 9);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

FineAmount& FineAmount::operator+=(FineAmount other) {
  const Wide sum = Wide{billionths} + other.billionths;
  UMIKOE_ASSERT(fits(sum));
  billionths = static_cast<int64_t>(sum);
  return *this;
}

std::string Money::to_string() const {
  return with_point(minor < 0, size_of(minor), currency.minor_digits()) + " " +
         std::string(currency.view());
}

Money rounded(FineAmount amount, CurrencyCode currency) {
  const int64_t by = one_unit / power_of_ten(currency.minor_digits());
  return {static_cast<int64_t>(divide_half_even(amount.billionths, by)), currency};
}

std::optional<FineAmount> converted(FineAmount amount, FineAmount rate) {
  const Wide value = divide_half_even(Wide{amount.billionths} * rate.billionths, one_unit);
  if (!fits(value)) return std::nullopt;
  return FineAmount{static_cast<int64_t>(value)};
}

}  // namespace umikoe
