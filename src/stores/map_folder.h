#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/ports.h"
#include "stores/file_layer.h"

namespace umikoe::stores {

// The maps of the world in the directory: files of stores/section_file.h under maps/, which is made
// with the first of them.
std::unique_ptr<app::MapFolder> open_map_folder(const std::string& world_directory,
                                                FileLayer files = real_files());

// Every map that is broken: map_broken, or map_other_format.
std::vector<Finding> verify_maps(const std::string& folder);

}  // namespace umikoe::stores
