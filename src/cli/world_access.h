#pragma once

#include <memory>

#include "app/gap_map/gap_columns.h"
#include "app/loaded_world.h"
#include "cli/verbs.h"

namespace umikoe::cli {

// Opens the world of --world (or of UMIKOE_WORLD through main); error world_not_given.
Result<std::unique_ptr<app::WorldStore>> open_world(const Command& command, bool write);
// Opens it for reading and loads what questions need.
Result<std::unique_ptr<app::LoadedWorld>> load_world(const Command& command);
// The maps of that world.
std::unique_ptr<app::MapFolder> open_maps(const Command& command);
// On as many threads as there are outside.
app::Parallel parallel_of(const Command& command);

}  // namespace umikoe::cli
