#pragma once

#include <string_view>

namespace umikoe::rights {

// The release key of a statement that is a row of a distributor's list: it is about one recording
// at one service and names no release.
inline constexpr std::string_view list_row_key = "LIST:";

}  // namespace umikoe::rights
