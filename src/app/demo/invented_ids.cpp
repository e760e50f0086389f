#include "app/demo/invented_ids.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "base/identifiers.h"
#include "base/result.h"

namespace umikoe::app::demo {
namespace {

// The text with the one last character that makes its check right.
std::string checked(const std::string& text, std::optional<CheckedId> (*parse)(std::string_view)) {
  constexpr std::string_view characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const char c : characters) {
    const auto id = parse(text + c);
    if (id && id->check_digit_ok) return text + c;
  }
  UMIKOE_ASSERT(false && "no check character fits");
  return text;
}

}  // namespace

std::string dpid_of(int number) {
  return checked(fmt::format("PADPIDA2026DEMO{:02}", number), parse_dpid);
}
std::string isni_of(size_t number) {
  return checked(fmt::format("00000009{:07}", number), parse_isni);
}
std::string grid_of(size_t number) {
  return checked(fmt::format("A1DEMO1{:010}", number), parse_grid);
}
std::string icpn_of(size_t number) { return checked(fmt::format("2099{:08}", number), parse_icpn); }
std::string sound_isrc(int year, size_t number) {
  return fmt::format("JPZ9D{:02}{:05}", year % 100, number);
}
std::string video_isrc(int year, size_t number) {
  return fmt::format("JPZ9V{:02}{:05}", year % 100, number);
}

}  // namespace umikoe::app::demo
