#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace umikoe {

// International Standard Recording Code (ISO 3901): two letters, three alphanumerics, seven digits;
// hyphens and spaces are stripped and letters raised on parsing. Has no check digit.
struct Isrc {
  std::array<char, 12> text = {};

  auto operator<=>(const Isrc&) const = default;
  static std::optional<Isrc> parse(std::string_view written);
  std::string_view view() const { return {text.data(), text.size()}; }
  std::string to_string() const { return std::string(view()); }
};

// An identifier whose form is right but whose check digit may not be. Public samples carry invented
// identifiers, so a wrong check digit is a warning, never a refusal.
struct CheckedId {
  std::string text;
  bool check_digit_ok = false;

  bool operator==(const CheckedId&) const = default;
};

// Each returns nothing when the form itself is wrong; separators are stripped first.
std::optional<CheckedId> parse_icpn(std::string_view written);  // 8, 12, 13 or 14 digits -> 14
std::optional<CheckedId> parse_grid(std::string_view written);  // A1 + 15 + check, ISO 7064 37,36
std::optional<CheckedId> parse_dpid(std::string_view written);  // PADPIDA + 10 + check, same
std::optional<CheckedId> parse_isni(std::string_view written);  // 16, ISO 7064 11-2
std::optional<CheckedId> parse_iswc(std::string_view written);  // T + 10 digits
std::optional<CheckedId> parse_ipi_name(std::string_view written);  // 11 digits

// Upper case, with hyphens and spaces removed: how identifiers written by different hands meet.
std::string without_separators(std::string_view written);

}  // namespace umikoe

template <>
struct std::hash<umikoe::Isrc> {
  size_t operator()(const umikoe::Isrc& isrc) const noexcept {
    return std::hash<std::string_view>{}(isrc.view());
  }
};
