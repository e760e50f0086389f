#pragma once

#include <string_view>

namespace umikoe::formats::ddex {

// Whether this program has met an element of that name in ERN 4. The standard still grows, so a
// name it has not met may be a slip of the sender or newer than the program: nothing of it is read.
bool is_ern4_element(std::string_view name);

}  // namespace umikoe::formats::ddex
