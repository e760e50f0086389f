#pragma once

#include <cstdint>
#include <string_view>

namespace umikoe::rights {

enum class LinkKind : uint8_t { held, delivered, live };
enum class LinkState : uint8_t { open, closed, unknown };

// Why a link is closed. Those of `delivered` stand in the order in which they win across threads
// and services.
enum class Reason : uint8_t {
  none,
  no_rights,
  other_holder,
  conflict,
  withdrawn,
  preorder_only,
  preview_only,
  not_yet,
  expired,
  not_delivered,
  not_live
};

// Details of a link that are neither a right (right.h) nor a state of a sighting (sighting.h).
inline constexpr std::string_view no_service_operates = "no_service_operates";

std::string_view word(LinkKind kind);
std::string_view word(LinkState state);
std::string_view word(Reason reason);        // empty for none
Reason parse_reason(std::string_view word);  // none when not known

}  // namespace umikoe::rights
