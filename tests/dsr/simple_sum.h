#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace umikoe::generated {

using Cell = std::tuple<std::string, std::string, std::string>;  // recording, territory, use

// What a generated report says, by the simplest means there are: lines, tabs, and a map. What the
// reader is held against.
std::map<Cell, int64_t> simple_sum(const std::string& text);

}  // namespace umikoe::generated
