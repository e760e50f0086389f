#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/verbs.h"

namespace umikoe::cli {

// A whole number given with a flag, from `least` to `most`; `usual` where the flag is absent or
// empty. Error number_invalid_word.
Result<size_t> flag_number(const Command& command, std::string_view flag, size_t usual,
                           size_t least = 1, size_t most = SIZE_MAX);

// The parts of a word between semicolons, without empty ones.
std::vector<std::string> parted(const std::string& written);

}  // namespace umikoe::cli
