#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace umikoe::stores {

// The file operations on which a world's survival rests, as values, so that a test can record them
// and cut the power between any two.
struct FileLayer {
  // Writes the bytes at the offset; offset 0 starts a new file.
  std::function<Result<void>(const std::string& path, int64_t offset, std::string_view bytes)>
      write;
  std::function<Result<void>(const std::string& path)> sync_file;
  std::function<Result<void>(const std::string& from, const std::string& to)> rename;
  std::function<Result<void>(const std::string& folder)> sync_folder;
  std::function<Result<void>(const std::string& path)> unlink;
  std::function<Result<void>(const std::string& folder)> make_folder;  // fine if it exists
};

// The operating system's files.
FileLayer real_files();

}  // namespace umikoe::stores
