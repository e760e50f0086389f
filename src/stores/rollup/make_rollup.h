#pragma once

#include <string>

#include "stores/file_layer.h"
#include "stores/segment_file.h"

namespace umikoe::stores {

// Reads a segment of usage, some hundred thousand rows at a time, and writes its rollup into the
// folder. On one thread: the same segment gives the same file.
Result<void> make_rollup(const SegmentFolders& folders, const std::string& rollups,
                         const FileLayer& files, const std::string& segment);

}  // namespace umikoe::stores
