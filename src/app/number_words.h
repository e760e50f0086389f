#pragma once

#include <cstdint>
#include <string>

#include "messages/messages.h"

namespace umikoe::app {

// 1234567 as people write it: 1,234,567 in both languages.
std::string grouped(int64_t number);
// A share in whole percent; "<1 %" and ">99 %" where rounding would hide something.
std::string percent(int64_t part, int64_t whole);
// A share as percent with its sign and one decimal: +5.2, −0.8, 0.0.
std::string signed_percent(double share);
// How many terminal columns a text takes: East Asian wide characters take two.
size_t display_width(std::string_view text);
// The text cut or padded with blanks to that many columns.
std::string fitted(std::string_view text, size_t columns);

}  // namespace umikoe::app
