#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace umikoe::rights {

// What a row of a contract ledger is about. `master` is the right the others stand beside; the
// value is stored, so the list only grows at its end.
enum class Right : uint8_t {
  master,
  video_master,
  performers_making_available,
  composition_and_synchronisation,
  talent_image,          // talent image and agency approval
  production_committee,  // production committee tie-in
  sample_or_cover,
  broadcaster_footage
};
inline constexpr int right_count = 8;

// What the row says of it. Silent: the contract was read and says nothing (契約書に定めなし).
enum class Scope : uint8_t { yes, no, silent, not_asked };

std::string_view word(Right right);
std::string_view word(Scope scope);
// Our words, and those of Japanese ledgers ("原盤権", "契約書に定めなし") by a table.
std::optional<Right> parse_right(std::string_view word);
std::optional<Scope> parse_scope(std::string_view word);

}  // namespace umikoe::rights
