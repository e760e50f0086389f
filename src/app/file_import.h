#pragma once

#include "app/import_files.h"

namespace umikoe::app {

// Imports one file. Fails only where the world cannot be read or written.
Result<DeliveryReport> import_file(WorldStore& store, const FileSource& files,
                                   const std::string& path, const ImportOptions& options);

}  // namespace umikoe::app
