#pragma once

#include <vector>

#include "base/result.h"
#include "stores/sqlite.h"
#include "stores/world_file.h"

namespace umikoe::stores {

// Every inconsistency of a world: broken pages and references (world_broken), registered files that
// are missing or changed (segment_missing, segment_changed), and maps and rollups that nobody
// should believe (map_broken, map_other_format, rollup_broken).
Result<std::vector<Finding>> verify_world(Sqlite& database, const WorldPaths& paths);

}  // namespace umikoe::stores
