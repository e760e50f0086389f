#pragma once

#include <memory>

#include "app/ports.h"

namespace umikoe::stores {

// The files of this machine's disk.
std::unique_ptr<app::FileSource> disk_files();
std::unique_ptr<app::FileSink> disk_sink();

}  // namespace umikoe::stores
