#pragma once

#include <functional>
#include <string_view>

#include "cli/verbs.h"

namespace umikoe::cli {

// Hands over standard input line by line, without its line ends and a byte order mark. Errors:
// text_too_long with the line; whatever `line` returns.
Result<void> each_input_line(const Surroundings& surroundings,
                             const std::function<Result<void>(std::string_view)>& line);

}  // namespace umikoe::cli
