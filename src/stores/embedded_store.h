#pragma once

#include <memory>
#include <string>

#include "app/ports.h"
#include "stores/world_file.h"

namespace umikoe::stores {

enum class OpenMode { read, write };

// Opens the world in the directory. To write: makes it when there is none, and holds world.lock
// until the store is destroyed. Errors: no_such_world (read), not_a_world, world_too_new,
// world_in_use (write), world_broken, store_failed. Calls from several threads take turns.
Result<std::unique_ptr<app::WorldStore>> open_world(
    const std::string& directory, OpenMode mode,
    const std::string& organisation_name_if_new = "local", const WorldSurroundings& around = {});

}  // namespace umikoe::stores
