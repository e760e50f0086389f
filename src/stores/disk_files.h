#pragma once

#include <memory>

#include "app/ports.h"

namespace umikoe::stores {

// The files of this machine's disk.
std::unique_ptr<app::FileSource> disk_files();

}  // namespace umikoe::stores
