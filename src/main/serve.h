#pragma once

#include "cli/command_line.h"

namespace umikoe {

// Serves the pages of a world until SIGINT or SIGTERM arrives. Call before any other thread starts:
// it blocks both signals in all threads to come.
Result<void> serve(const cli::ServeOrder& order);

}  // namespace umikoe
