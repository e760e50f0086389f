#pragma once

#include "app/import_files.h"
#include "app/prepared_file.h"

namespace umikoe::app {

// Imports one file. Fails only where the world cannot be read or written.
// A table that names recordings by number is read only when the whole catalogue of an import is on
// file; before, its status is "deferred" and nothing of it is kept.
Result<DeliveryReport> import_file(WorldStore& store, const FileSource& files, PreparedFile file,
                                   const ImportOptions& options, bool catalogue_complete);

}  // namespace umikoe::app
