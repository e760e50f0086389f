#pragma once

#include "cli/verbs.h"

namespace umikoe::cli {

// `import --map FILE`: shows how a table of somebody else will be read and what is to be asked;
// with --save keeps that and imports the file.
Result<int> run_import_map(const Command& command);

}  // namespace umikoe::cli
