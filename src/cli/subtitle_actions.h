#pragma once

#include "cli/verbs.h"

namespace umikoe::cli {

// What subtitle does with files kept in a world; the others work on files alone.
Result<int> keep_captions(const Command& command);
Result<int> list_captions(const Command& command);
Result<int> export_captions(const Command& command);
Result<int> withdraw_captions(const Command& command);
Result<int> restore_captions(const Command& command);

// Writes the bytes where --out names a file, else to the output.
Result<int> deliver_captions(const Command& command, const std::string& bytes,
                             const std::string& format);

}  // namespace umikoe::cli
