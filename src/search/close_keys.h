#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace umikoe::search {

// Whether two keys differ by at most that many insertions, deletions, changes or swaps of
// neighbours (Damerau's optimal string alignment).
bool within_distance(std::u32string_view a, std::u32string_view b, size_t allowed);

// Whether some stretch of the text differs from the piece by at most that many of the same. Of a
// piece only the first 255 letters count.
bool holds_within(std::u32string_view text, std::u32string_view piece, size_t allowed);

// The place of the first number that is not below `value` in an ascending list, found by doubling
// steps: quick where it is near.
size_t first_not_below(std::span<const uint32_t> list, uint32_t value);

}  // namespace umikoe::search
