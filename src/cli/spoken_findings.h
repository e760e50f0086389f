#pragma once

#include <vector>

#include "cli/verbs.h"

namespace umikoe::cli {

// Says on standard error what a person should know of what was read or written all the same.
void say_findings(const Command& command, const std::vector<Finding>& findings);

}  // namespace umikoe::cli
