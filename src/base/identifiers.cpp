#include "base/identifiers.h"

#include <algorithm>

namespace umikoe {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alphanumeric(char c) { return is_digit(c) || is_upper(c); }
bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

int value_of(char c) { return is_digit(c) ? c - '0' : c - 'A' + 10; }

// ISO 7064 MOD 37,36 over the whole text, its last character being the check.
bool check_37_36(std::string_view text) {
  int carry = 36;
  for (const char c : text.substr(0, text.size() - 1)) {
    const int sum = (carry + value_of(c)) % 36;
    carry = (sum == 0 ? 36 : sum) * 2 % 37;
  }
  return (carry + value_of(text.back())) % 36 == 1;
}

// ISO 7064 MOD 11-2: the last character may be X, which is ten.
bool check_11_2(std::string_view text) {
  int remainder = 0;
  for (const char c : text.substr(0, text.size() - 1)) remainder = (remainder + (c - '0')) * 2 % 11;
  return (remainder + (text.back() == 'X' ? 10 : text.back() - '0')) % 11 == 1;
}

std::optional<CheckedId> parse_37_36(std::string_view written, std::string_view prefix) {
  std::string text = without_separators(written);
  if (text.size() != 18 || !text.starts_with(prefix)) return std::nullopt;
  if (!std::ranges::all_of(text, is_alphanumeric)) return std::nullopt;
  const bool ok = check_37_36(text);
  return CheckedId{std::move(text), ok};
}

bool is_plain_isrc(std::string_view text) {
  if (text.size() != 12 || !is_upper(text[0]) || !is_upper(text[1])) return false;
  for (size_t i = 2; i < 5; ++i) {
    if (!is_digit(text[i]) && !is_upper(text[i])) return false;
  }
  return all_digits(text.substr(5));
}

}  // namespace

std::string without_separators(std::string_view written) {
  std::string text;
  text.reserve(written.size());
  for (const char c : written) {
    if (c == '-' || c == ' ' || c == '\t') continue;
    text.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return text;
}

std::optional<Isrc> Isrc::parse(std::string_view written) {
  // Reports write them by the million just as they are kept.
  if (is_plain_isrc(written)) {
    Isrc isrc;
    std::ranges::copy(written, isrc.text.begin());
    return isrc;
  }
  const std::string text = without_separators(written);
  if (text.size() != 12) return std::nullopt;
  const std::string_view view = text;
  if (!std::ranges::all_of(view.substr(0, 2), is_upper)) return std::nullopt;
  if (!std::ranges::all_of(view.substr(2, 3), is_alphanumeric)) return std::nullopt;
  if (!all_digits(view.substr(5))) return std::nullopt;
  Isrc isrc;
  std::ranges::copy(view, isrc.text.begin());
  return isrc;
}

std::optional<CheckedId> parse_icpn(std::string_view written) {
  std::string text = without_separators(written);
  const size_t size = text.size();
  if (size != 8 && size != 12 && size != 13 && size != 14) return std::nullopt;
  if (!all_digits(text)) return std::nullopt;
  text.insert(0, 14 - size, '0');
  // GS1 General Specifications section 7.9: weights 3 and 1 from the left of the 14 digits.
  int sum = 0;
  for (size_t i = 0; i < text.size(); ++i) sum += (text[i] - '0') * (i % 2 == 0 ? 3 : 1);
  return CheckedId{std::move(text), sum % 10 == 0};
}

std::optional<CheckedId> parse_grid(std::string_view written) { return parse_37_36(written, "A1"); }

std::optional<CheckedId> parse_dpid(std::string_view written) {
  return parse_37_36(written, "PADPIDA");
}

std::optional<CheckedId> parse_isni(std::string_view written) {
  std::string text = without_separators(written);
  if (text.size() != 16 || !all_digits(std::string_view(text).substr(0, 15))) return std::nullopt;
  if (!is_digit(text.back()) && text.back() != 'X') return std::nullopt;
  const bool ok = check_11_2(text);
  return CheckedId{std::move(text), ok};
}

std::optional<CheckedId> parse_iswc(std::string_view written) {
  std::string text = without_separators(written);
  std::erase(text, '.');
  if (text.size() != 11 || text[0] != 'T') return std::nullopt;
  if (!all_digits(std::string_view(text).substr(1))) return std::nullopt;
  // ISO 15707: the T counts one, the nine digits their place times their value.
  int sum = 1;
  for (int i = 1; i <= 10; ++i) sum += (text[i] - '0') * (i == 10 ? 1 : i);
  return CheckedId{std::move(text), sum % 10 == 0};
}

std::optional<CheckedId> parse_ipi_name(std::string_view written) {
  std::string text = without_separators(written);
  std::erase(text, '.');
  if (text.size() != 11 || !all_digits(text)) return std::nullopt;
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (text[i] - '0') * (10 - i);
  const int remainder = sum % 101;
  const int expected = remainder == 0 ? 0 : (101 - remainder) % 100;
  const int found = (text[9] - '0') * 10 + (text[10] - '0');
  return CheckedId{std::move(text), found == expected};
}

}  // namespace umikoe
