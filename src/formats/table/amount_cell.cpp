#include "formats/table/amount_cell.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace umikoe::formats::table {
namespace {

constexpr int places_kept = 9;
constexpr int exponent_most = 30;
constexpr size_t digits_most = 60;

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Takes a sign of any kind off; accountants write (12), ▲12 and △12 for minus twelve.
bool take_sign(std::string_view& text) {
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    return true;
  }
  for (const std::string_view minus : {"-", "−", "▲", "△"}) {
    if (!text.starts_with(minus)) continue;
    text.remove_prefix(minus.size());
    return true;
  }
  if (text.starts_with('+')) text.remove_prefix(1);
  return false;
}

// The digits before the point without their grouping commas; nothing when the groups are wrong.
std::optional<std::string> ungrouped(std::string_view whole, bool lone_comma_allowed) {
  if (!whole.contains(',')) return std::string(whole);
  std::string out;
  size_t groups = 0;
  while (true) {
    const size_t comma = whole.find(',');
    const std::string_view group = whole.substr(0, comma);
    const bool right = groups == 0 ? !group.empty() && group.size() <= 3 : group.size() == 3;
    if (!right || !all_digits(group)) return std::nullopt;
    out += group;
    ++groups;
    if (comma == std::string_view::npos) break;
    whole.remove_prefix(comma + 1);
  }
  if (groups == 2 && !lone_comma_allowed) return std::nullopt;
  return out;
}

// Moves the point of WHOLE.FRACTION by the exponent.
bool apply_exponent(std::string_view written, std::string& whole, std::string& fraction) {
  if (written.starts_with('+')) written.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] =
      std::from_chars(written.data(), written.data() + written.size(), exponent);
  if (error != std::errc() || end != written.data() + written.size()) return false;
  if (exponent > exponent_most || exponent < -exponent_most) return false;
  for (; exponent > 0; --exponent) {
    whole += fraction.empty() ? '0' : fraction.front();
    if (!fraction.empty()) fraction.erase(0, 1);
  }
  for (; exponent < 0; ++exponent) {
    fraction.insert(fraction.begin(), whole.empty() ? '0' : whole.back());
    if (!whole.empty()) whole.pop_back();
  }
  if (whole.empty()) whole = "0";
  return true;
}

// Half to even at the ninth place.
bool rounds_up(std::string_view kept, std::string_view dropped) {
  if (dropped.front() != '5') return dropped.front() > '5';
  if (dropped.find_first_not_of('0', 1) != std::string_view::npos) return true;
  return (kept.back() - '0') % 2 == 1;
}

}  // namespace

std::optional<WrittenAmount> parse_amount(std::string_view written, CurrencyCode currency) {
  const bool negative = take_sign(written);
  if (written.size() > digits_most) return std::nullopt;
  const size_t e = written.find_first_of("eE");
  const std::string_view mantissa = written.substr(0, e);
  const size_t point = mantissa.find('.');
  const bool has_point = point != std::string_view::npos;
  const bool lone_comma = has_point || currency.minor_digits() == 0;
  auto whole = ungrouped(mantissa.substr(0, point), lone_comma);
  std::string fraction(has_point ? mantissa.substr(point + 1) : std::string_view());
  if (!whole || !all_digits(*whole) || (has_point && !all_digits(fraction))) return std::nullopt;
  if (e != std::string_view::npos && !apply_exponent(written.substr(e + 1), *whole, fraction)) {
    return std::nullopt;
  }
  WrittenAmount out;
  fraction.erase(fraction.find_last_not_of('0') + 1);
  out.decimals = std::min(static_cast<int>(fraction.size()), places_kept);
  bool up = false;
  if (fraction.size() > places_kept) {
    out.rounded = true;
    up = rounds_up(std::string_view(fraction).substr(0, places_kept),
                   std::string_view(fraction).substr(places_kept));
    fraction.resize(places_kept);
  }
  const auto amount = FineAmount::parse(*whole + (fraction.empty() ? "" : "." + fraction));
  if (!amount) return std::nullopt;
  if (up && __builtin_add_overflow(amount->billionths, 1, &out.amount.billionths)) {
    return std::nullopt;
  }
  if (!up) out.amount = *amount;
  if (negative) out.amount.billionths = -out.amount.billionths;
  return out;
}

std::optional<Date> parse_month(std::string_view written) {
  std::string_view rest = written;
  if (rest.size() < 6 || !all_digits(rest.substr(0, 4))) return std::nullopt;
  int year = 0;
  std::from_chars(rest.data(), rest.data() + 4, year);
  rest.remove_prefix(4);
  const char separator = rest.front();
  const bool separated = separator == '-' || separator == '/';
  if (separated) rest.remove_prefix(1);
  const size_t end = separated ? rest.find(separator) : rest.size();
  const std::string_view month_text = rest.substr(0, end);
  const std::string_view day_text =
      end < rest.size() ? rest.substr(end + 1) : std::string_view("1");
  if (!all_digits(month_text) || month_text.size() > 2 || !all_digits(day_text) ||
      day_text.size() > 2) {
    return std::nullopt;
  }
  int month = 0;
  int day = 0;
  std::from_chars(month_text.data(), month_text.data() + month_text.size(), month);
  std::from_chars(day_text.data(), day_text.data() + day_text.size(), day);
  if (month < 1 || month > 12 || !Date::of(year, month, day)) return std::nullopt;
  return Date::of(year, month, 1);
}

}  // namespace umikoe::formats::table
